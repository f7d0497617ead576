#include "cli/rehearsal/soak.hpp"

#include "cli/rehearsal/dice.hpp"
#include "cli/rehearsal/station.hpp"

#include <algorithm>
#include <vector>

namespace cli {

namespace {

using namespace session;

constexpr platform::WindowWish::Size soaked_panel{540, 960};
constexpr Instant tap_time{80};
// After so many the memory is what it will be; of fewer, after half of them.
constexpr std::size_t settled_visits = 100;

class Visitor {
public:
    Visitor(Station& station, Dice& dice) : station_(station), dice_(dice) {}

    void visit(const std::string& language) {
        if (station_.kiosk().state().covered) tap(Wake{});
        choose(language);
        for (std::size_t taps = 2 + dice_.below(10); taps > 0; --taps) {
            read();
            tap_anything();
        }
        read();
        if (dice_.one_in(3))
            tap(Hide{});
        else if (dice_.one_in(2))
            tap(GoHome{});
        station_.wait(std::chrono::minutes{2});
    }

private:
    void choose(const std::string& language) {
        const auto& offered = station_.kiosk().content().site.languages;
        if (language == offered.front()) return;
        tap(OpenLanguages{});
        tap(ChooseLanguage{language});
    }

    void read() {
        station_.wait(Instant{500 + dice_.below(8000)});
        if (station_.kiosk().furthest_scroll() > 0 && dice_.one_in(4)) swipe();
    }

    void swipe() {
        const ui::Rect view = station_.kiosk().scrolled_view();
        const double x = view.x + view.w / 2, from = view.y + view.h * 0.8;
        finger(SDL_FINGERDOWN, x, from);
        for (int i = 1; i <= 6; ++i) {
            station_.wait(Instant{16});
            finger(SDL_FINGERMOTION, x, from - view.h * 0.1 * i);
        }
        finger(SDL_FINGERUP, x, from - view.h * 0.6);
        station_.wait(std::chrono::seconds{2});
    }

    // Anything that does not end the visit or change the language back.
    void tap_anything() {
        std::vector<ui::Rect> targets;
        for (const ui::Node& node : station_.kiosk().outline()) {
            if (!node.event || node.visible().h <= 0 || std::holds_alternative<Hide>(*node.event)) continue;
            if (std::holds_alternative<EndVisit>(*node.event) ||
                std::holds_alternative<ChooseLanguage>(*node.event))
                continue;
            targets.push_back(node.visible());
        }
        if (!targets.empty()) tap(dice_.of(targets));
    }

    void tap(const Event& event) {
        for (const ui::Node& node : station_.kiosk().outline())
            if (node.event == event) return tap(ui::Rect(node.visible()));
    }

    void tap(const ui::Rect& on) {
        const double x = on.x + on.w / 2, y = on.y + on.h / 2;
        finger(SDL_FINGERDOWN, x, y);
        station_.wait(tap_time);
        finger(SDL_FINGERUP, x, y);
        station_.wait(tap_time);
    }

    void finger(Uint32 type, double x, double y) {
        SDL_Event event{};
        event.type = type;
        event.tfinger.x = static_cast<float>(x / soaked_panel.width);
        event.tfinger.y = static_cast<float>(y / soaked_panel.height);
        Station::push(event);
        station_.turn();
    }

    Station& station_;
    Dice& dice_;
};

} // namespace

Outcome soak(const std::shared_ptr<const content::Content>& content, std::size_t visits, std::uint64_t seed) {
    Station station(content, soaked_panel);
    Dice dice(seed);
    Visitor visitor(station, dice);
    const auto& languages = content->site.languages;
    Memory early;
    std::size_t visit = 0;
    for (; visit < visits && station.fault().empty(); ++visit) {
        visitor.visit(languages[visit % languages.size()]);
        if (visit + 1 == std::min(settled_visits, (visits + 1) / 2)) station.leave(), early = Station::memory();
    }
    station.leave();
    Outcome outcome = station.outcome();
    outcome.early = early;
    if (!outcome.fault.empty()) outcome.fault += ", in visit " + std::to_string(visit);
    return outcome;
}

} // namespace cli
