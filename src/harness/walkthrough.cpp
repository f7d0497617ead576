#include "harness/walkthrough.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace harness {

namespace {

class ScriptedVisitor {
public:
    ScriptedVisitor(SimulatedKiosk& simulation, const std::function<void()>& on_touch)
        : simulation_(simulation), on_touch_(on_touch) {}

    void visit_all_screens() {
        tear_off_visible();
        tap(session::OpenDisplaySettings{});
        for (const session::ColorScheme color_scheme :
             {session::ColorScheme::dark, session::ColorScheme::high_contrast})
            tap(session::SetColorScheme{color_scheme});
        for (int text_size = session::min_text_size; text_size <= session::max_text_size;
             ++text_size)
            tap(session::SetTextSize{text_size});
        tap(session::GoBack{});
        for (const content::Section& section : simulation_.kiosk().content().sections) {
            if (!tap(session::OpenSection{section.id})) continue;
            for (std::size_t i = 0; i < section.tabs.size(); ++i) {
                tap(session::SelectTab{static_cast<int>(i)});
                read_to_end();
                tear_off_visible();
                read_from_start();
            }
            tap(session::GoHome{});
        }
        tap(session::OpenSection{simulation_.kiosk().content().sections.front().id});
    }

    void select_language(const std::string& language_code) {
        torn_off_.clear();
        tap(session::GoHome{});
        tap(session::OpenLanguagePicker{});
        tap(session::SelectLanguage{language_code});
    }

private:
    // Taps the first visible target with this event. Returns false if there is none.
    bool tap(const session::Event& event) {
        const ui::Outline& outline = simulation_.kiosk().outline();
        const auto found =
            std::find_if(outline.begin(), outline.end(), [&event](const ui::OutlineNode& node) {
                return node.event == event && node.visible_rect().h > 0;
            });
        if (found == outline.end()) return false;
        const render::Rect rect = found->visible_rect();
        touch(SDL_FINGERDOWN, rect);
        touch(SDL_FINGERUP, rect);
        on_touch_();
        return true;
    }

    void touch(Uint32 type, const render::Rect& rect) {
        const ui::Panel& panel = simulation_.kiosk().theme().panel();
        SDL_Event event{};
        event.type = type;
        event.tfinger.x = static_cast<float>((rect.x + rect.w / 2) / panel.width_px);
        event.tfinger.y = static_cast<float>((rect.y + rect.h / 2) / panel.height_px);
        SimulatedKiosk::push(event);
        simulation_.run_pending();
    }

    // Draws one picture during the current animation and one after it. All of its pictures would
    // take most of the time of the walk.
    void let_animation_end() {
        for (const base::Duration pause : {base::Duration{100}, base::Duration{400}}) {
            simulation_.advance_while_blocked(pause);
            simulation_.run_pending();
        }
    }

    // Taps More or Up, and waits until the page has turned.
    void turn_page(const session::ScrollTo& scroll_to) {
        tap(scroll_to);
        let_animation_end();
    }

    void read_to_end() {
        const auto find_max_scroll = [this] {
            double mm = 0;
            for (const ui::OutlineNode& node : simulation_.kiosk().outline())
                if (node.event)
                    if (const auto* scroll_to = std::get_if<session::ScrollTo>(&*node.event))
                        mm = std::max(mm, scroll_to->mm);
            return mm;
        };
        for (double previous_mm = -1, current_mm = find_max_scroll(); current_mm > previous_mm;
             previous_mm = current_mm, current_mm = find_max_scroll()) {
            tear_off_visible();
            turn_page({current_mm});
        }
        tear_off_visible();
    }

    // Scrolls back to the tabs at the top of the section.
    void read_from_start() {
        while (session::top_scroll_mm(simulation_.kiosk().state()) > 0) {
            const double before = session::top_scroll_mm(simulation_.kiosk().state());
            for (const ui::OutlineNode& node : ui::Outline(simulation_.kiosk().outline())) {
                const auto* scroll_to =
                    node.event ? std::get_if<session::ScrollTo>(&*node.event) : nullptr;
                if (scroll_to != nullptr && scroll_to->mm < before) turn_page(*scroll_to);
            }
            if (session::top_scroll_mm(simulation_.kiosk().state()) >= before) break;
        }
    }

    void tear_off_visible() {
        for (const content::HelpLine& help_line : simulation_.kiosk().content().help_lines) {
            if (torn_off_.contains(help_line.id) || !tap(session::TearOff{help_line.id})) continue;
            torn_off_.insert(help_line.id);
            let_animation_end();
            on_touch_();
            tap(session::ShowContact{true});
            tap(session::ShowContact{false});
            tap(session::GoBack{});
        }
    }

    SimulatedKiosk& simulation_;
    const std::function<void()>& on_touch_;
    std::set<std::string> torn_off_; // in the current language
};

} // namespace

void visit_everything(SimulatedKiosk& simulation, const std::function<void()>& on_touch) {
    ScriptedVisitor visitor(simulation, on_touch);
    for (const std::string& language_code : simulation.kiosk().content().site.languages) {
        visitor.select_language(language_code);
        visitor.visit_all_screens();
    }
}

} // namespace harness
