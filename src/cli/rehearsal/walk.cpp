#include "cli/rehearsal/walk.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace cli {

namespace {

class Walker {
public:
    Walker(Station& station, const std::function<void()>& saw) : station_(station), saw_(saw) {}

    void walk() {
        tear_off_what_is_in_view();
        tap(session::OpenDisplay{});
        for (const session::Look look : {session::Look::dark, session::Look::contrast})
            tap(session::SetLook{look});
        for (int size = session::smallest_text; size <= session::largest_text; ++size)
            tap(session::SetTextSize{size});
        tap(session::GoBack{});
        for (const content::Section& section : station_.kiosk().content().sections) {
            if (!tap(session::OpenSection{section.id})) continue;
            read_to_end();
            tear_off_what_is_in_view();
            tap(session::GoHome{});
        }
        tap(session::OpenSection{station_.kiosk().content().sections.front().id});
    }

    void choose(const std::string& code) {
        torn_.clear();
        tap(session::GoHome{});
        tap(session::OpenLanguages{});
        tap(session::ChooseLanguage{code});
    }

private:
    // The first target in view that does this. False: there is none.
    bool tap(const session::Event& event) {
        const ui::Outline& outline = station_.kiosk().outline();
        const auto found = std::find_if(outline.begin(), outline.end(), [&event](const ui::Node& node) {
            return node.event == event && node.visible().h > 0;
        });
        if (found == outline.end()) return false;
        const ui::Rect rect = found->visible();
        touch(SDL_FINGERDOWN, rect);
        touch(SDL_FINGERUP, rect);
        saw_();
        return true;
    }

    void touch(Uint32 type, const ui::Rect& rect) {
        const ui::Panel& panel = station_.kiosk().theme().panel();
        SDL_Event event{};
        event.type = type;
        event.tfinger.x = static_cast<float>((rect.x + rect.w / 2) / panel.width_px);
        event.tfinger.y = static_cast<float>((rect.y + rect.h / 2) / panel.height_px);
        Station::push(event);
        station_.turn();
    }

    void read_to_end() {
        const auto furthest = [this] {
            double mm = 0;
            for (const ui::Node& node : station_.kiosk().outline())
                if (node.event)
                    if (const auto* to = std::get_if<session::ScrollTo>(&*node.event))
                        mm = std::max(mm, to->mm);
            return mm;
        };
        for (double before = -1, now = furthest(); now > before; before = now, now = furthest()) {
            tear_off_what_is_in_view();
            tap(session::ScrollTo{now});
        }
        tear_off_what_is_in_view();
    }

    void tear_off_what_is_in_view() {
        for (const content::HelpLine& line : station_.kiosk().content().help_lines) {
            if (torn_.contains(line.id) || !tap(session::TearOff{line.id})) continue;
            torn_.insert(line.id);
            station_.wait(session::Instant{500}); // until it is torn off
            saw_();
            tap(session::SwitchCode{});
            tap(session::GoBack{});
        }
    }

    Station& station_;
    const std::function<void()>& saw_;
    std::set<std::string> torn_; // in this language
};

} // namespace

void walk(Station& station, const std::function<void()>& saw) {
    Walker walker(station, saw);
    for (const std::string& code : station.kiosk().content().site.languages) {
        walker.choose(code);
        walker.walk();
    }
}

} // namespace cli
