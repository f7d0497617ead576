#include "harness/soak_test.hpp"

#include "harness/random.hpp"
#include "harness/simulated_kiosk.hpp"

#include <algorithm>
#include <vector>

namespace harness {

namespace {

constexpr display::WindowOptions::Size panel_size{540, 960};
constexpr base::Duration tap_duration{80};
// After this many visits the caches are full. A shorter test uses half of its visits to warm up.
constexpr std::size_t warm_up_visit_count = 100;

class RandomVisitor {
public:
    RandomVisitor(SimulatedKiosk& simulation, Random& random)
        : simulation_(simulation), random_(random) {}

    void visit(const std::string& language) {
        if (simulation_.kiosk().state().is_covered) tap(session::Wake{});
        select_language(language);
        for (std::size_t taps = 2 + random_.below(10); taps > 0; --taps) {
            read();
            tap_anything();
        }
        read();
        if (random_.one_in(3))
            tap(session::Hide{});
        else if (random_.one_in(2))
            tap(session::GoHome{});
        simulation_.advance(std::chrono::minutes{2});
    }

private:
    void select_language(const std::string& language) {
        const auto& offered = simulation_.kiosk().content().site.languages;
        if (language == offered.front()) return;
        tap(session::OpenLanguagePicker{});
        tap(session::SelectLanguage{language});
    }

    void read() {
        simulation_.advance(base::Duration{500 + random_.below(8000)});
        if (simulation_.kiosk().max_scroll_mm() > 0 && random_.one_in(4)) swipe();
    }

    void swipe() {
        const render::Rect view = simulation_.kiosk().scroll_area();
        const double x = view.x + view.w / 2, from = view.y + view.h * 0.8;
        finger(SDL_FINGERDOWN, x, from);
        for (int i = 1; i <= 6; ++i) {
            simulation_.advance(base::Duration{16});
            finger(SDL_FINGERMOTION, x, from - view.h * 0.1 * i);
        }
        finger(SDL_FINGERUP, x, from - view.h * 0.6);
        simulation_.advance(std::chrono::seconds{2});
    }

    // Taps a random target that neither ends the visit nor changes the language.
    void tap_anything() {
        std::vector<render::Rect> targets;
        for (const ui::OutlineNode& node : simulation_.kiosk().outline()) {
            if (!node.event || node.visible_rect().h <= 0 ||
                std::holds_alternative<session::Hide>(*node.event))
                continue;
            if (std::holds_alternative<session::EndVisit>(*node.event) ||
                std::holds_alternative<session::SelectLanguage>(*node.event))
                continue;
            targets.push_back(node.visible_rect());
        }
        if (!targets.empty()) tap(random_.pick(targets));
    }

    void tap(const session::Event& event) {
        for (const ui::OutlineNode& node : simulation_.kiosk().outline())
            if (node.event == event) return tap(render::Rect(node.visible_rect()));
    }

    void tap(const render::Rect& rect) {
        const double x = rect.x + rect.w / 2, y = rect.y + rect.h / 2;
        finger(SDL_FINGERDOWN, x, y);
        simulation_.advance(tap_duration);
        finger(SDL_FINGERUP, x, y);
        simulation_.advance(tap_duration);
    }

    void finger(Uint32 type, double x, double y) {
        SDL_Event event{};
        event.type = type;
        event.tfinger.x = static_cast<float>(x / panel_size.width);
        event.tfinger.y = static_cast<float>(y / panel_size.height);
        SimulatedKiosk::push(event);
        simulation_.run_pending();
    }

    SimulatedKiosk& simulation_;
    Random& random_;
};

} // namespace

RunResult run_soak_test(const std::shared_ptr<const content::Content>& content,
                        std::size_t visit_count, std::uint64_t seed) {
    SimulatedKiosk simulation(content, panel_size);
    Random random(seed);
    RandomVisitor visitor(simulation, random);
    const auto& languages = content->site.languages;
    MemoryUsage early_memory;
    std::size_t visit_index = 0;
    for (; visit_index < visit_count && simulation.violation().empty(); ++visit_index) {
        visitor.visit(languages[visit_index % languages.size()]);
        if (visit_index + 1 == std::min(warm_up_visit_count, (visit_count + 1) / 2))
            simulation.leave_alone(), early_memory = SimulatedKiosk::memory_usage();
    }
    simulation.leave_alone();
    RunResult result = simulation.result();
    result.early_memory = early_memory;
    if (!result.violation.empty()) result.violation += ", in visit " + std::to_string(visit_index);
    return result;
}

} // namespace harness
