// A small content to visit, and a clock that is moved by hand.
#pragma once

#include "session/update.hpp"

namespace test {

inline content::Content sample() {
    content::Content content;
    content.site.languages = {"en", "es"};
    content.translations.resize(2);
    content.translations[0].code = "en";
    content.translations[1].code = "es";
    content::HelpLine both;
    both.id = "crisis";
    both.call = content::PhoneNumber::parse("988");
    both.text = content::TextContact{*both.call, "HELLO"};
    content::HelpLine text_only;
    text_only.id = "text";
    text_only.text = content::TextContact{*content::PhoneNumber::parse("741741"), "HOME"};
    content::HelpLine staff;
    staff.id = "staff";
    staff.call = content::PhoneNumber::parse("414-220-7233");
    staff.audience = content::Audience::staff;
    content.help_lines = {both, text_only, staff};
    content.strip = {"crisis", "text"};
    content::Section signs, teachers;
    signs.id = "signs";
    teachers.id = "teachers";
    teachers.audience = content::Audience::staff;
    content.sections = {signs, teachers};
    return content;
}

// One visit to the sample, event by event.
struct Visit {
    content::Content content = sample();
    session::State state;
    base::Instant now{1'000'000};

    Visit& dispatch(const session::Event& event) {
        state = session::update(content, state, event, now);
        return *this;
    }
    Visit& advance(std::chrono::milliseconds duration) {
        now += duration;
        return dispatch(session::Tick{});
    }
};

} // namespace test
