// A visit to a small sample content, with a simulated clock.
#pragma once

#include "session/update.hpp"

#include <utility>
#include <vector>

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
    content.strip = {{"crisis", false, "", ""}, {"text", true, "", ""}};
    content::Section signs, teachers;
    signs.id = "signs";
    teachers.id = "teachers";
    teachers.audience = content::Audience::staff;
    signs.tabs.resize(3);
    teachers.tabs.resize(1);
    content.sections = {signs, teachers};
    return content;
}

// Applies events to the state of one visit.
struct Visit {
    content::Content content = sample();
    session::State state;
    std::vector<session::Effect> effects; // of the last event
    base::Instant now{base::Duration{1'000'000}};

    Visit& dispatch(const session::Event& event) {
        session::UpdateResult result = session::update(content, state, event, now);
        state = std::move(result.state);
        effects = std::move(result.effects);
        return *this;
    }
    Visit& advance(std::chrono::milliseconds duration) {
        now += duration;
        return dispatch(session::Tick{});
    }
};

} // namespace test
