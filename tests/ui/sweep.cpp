// Every screen on every panel, in every language and text size: nothing too small, too near, clipped or
// overlapping.
#include "support/panels.hpp"
#include "support/visitor.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cmath>
#include <set>
#include <tuple>

using namespace session;

namespace {

constexpr double rounding_mm = 0.35; // whole pixels on both sides

// What STANDARDS of this project ask of a target: smaller on a panel read from nearer.
struct Least {
    double target, primary, gap;
};

Least least(const ui::Panel& panel) {
    if (panel.inches < 8) return {12, 15, 1.5};
    return {20, 25, 2.5};
}

double gap_between(const ui::Rect& a, const ui::Rect& b) {
    const double across = std::max(a.x - b.right(), b.x - a.right());
    const double down = std::max(a.y - b.bottom(), b.y - a.bottom());
    return std::max(across, down);
}

bool overlap(const ui::Rect& a, const ui::Rect& b) {
    const ui::Rect common = a.common(b);
    return common.w > 1 && common.h > 1;
}

// What is wrong with the screen of a kiosk, in words. Built by hand rather than with CHECK: there are millions
// of them.
class Inspection {
public:
    explicit Inspection(const ui::Kiosk& kiosk) : theme_(kiosk.theme()), outline_(kiosk.outline()) {
        look_at_targets();
        look_at_places();
        look_at_texts();
    }

    std::string faults;

private:
    void note(bool fine, const ui::Node& node, const char* fault, double figure) {
        if (!fine) faults += fmt::format("  \"{}\" {} ({:.1f})\n", node.text, fault, figure);
    }

    void look_at_targets() {
        const Least asked = least(theme_.panel());
        std::vector<const ui::Node*> seen;
        for (const ui::Node& node : outline_) {
            if (!node.event) continue;
            const double side = theme_.panel_mm(std::min(node.rect.w, node.rect.h));
            note(side >= (node.primary ? asked.primary : asked.target) - rounding_mm, node, "is too small, mm",
                 side);
            if (node.visible().h <= 0) continue;
            for (const ui::Node* other : seen) {
                const double gap = theme_.panel_mm(gap_between(node.visible(), other->visible()));
                note(gap >= asked.gap - rounding_mm, node, ("is too near to " + other->text + ", mm").c_str(),
                     gap);
            }
            seen.push_back(&node);
        }
    }

    void look_at_places() {
        const double height = theme_.panel().height_px;
        for (const ui::Node& node : outline_) {
            note(node.rect.x >= node.clip.x - 1, node, "begins outside its view, px",
                 node.clip.x - node.rect.x);
            note(node.rect.right() <= node.clip.right() + 1, node, "ends outside its view, px",
                 node.rect.right() - node.clip.right());
            if (!node.scrolls)
                note(node.rect.y >= -1 && node.rect.bottom() <= height + 1, node, "is off the screen, px",
                     node.rect.y);
            if (node.inside < 0) continue;
            const ui::Rect& button = outline_[static_cast<std::size_t>(node.inside)].rect;
            const double over = std::max({button.x - node.rect.x, node.rect.right() - button.right(),
                                          button.y - node.rect.y, node.rect.bottom() - button.bottom()});
            note(over <= 2, node, "sticks out of its button, px", over);
        }
    }

    void look_at_texts() {
        std::vector<const ui::Node*> seen;
        for (const ui::Node& node : outline_) {
            if (node.event || node.visible().h <= 0) continue;
            for (const ui::Node* other : seen)
                note(!overlap(node.visible(), other->visible()), node, ("overlaps " + other->text).c_str(), 0);
            seen.push_back(&node);
        }
    }

    const ui::Theme& theme_;
    const ui::Outline& outline_;
};

bool has_hide(const ui::Kiosk& kiosk) {
    return std::any_of(kiosk.outline().begin(), kiosk.outline().end(),
                       [](const ui::Node& node) { return node.event == Event(Hide{}); });
}

void inspect(const ui::Kiosk& kiosk, bool should_have_hide, const std::string& where) {
    const std::string faults = Inspection(kiosk).faults;
    CHECK_MESSAGE(faults.empty(), where << faults);
    CHECK_MESSAGE(has_hide(kiosk) == should_have_hide, where);
}

// In English, and in one text size: there is no other.
void sweep_staff(const ui::Panel& panel) {
    for (const ui::Scene& scene : ui::staff_scenes()) {
        for (const double at : {0.0, 1.0}) {
            const auto kiosk =
                ui::stage(test::real_content(), scene, {"en", Look::paper, 1, at}, panel, test::typesetter());
            if (at > 0 && kiosk->furthest_scroll() <= 0) continue;
            inspect(*kiosk, scene.has_hide(),
                    fmt::format("{} on {} inches, {} wide, scrolled to {}:\n", scene.name, panel.inches,
                                panel.width_px, at));
        }
    }
}

void sweep(const ui::Panel& panel) {
    const auto content = test::real_content();
    for (const ui::Scene& scene : ui::scenes(*content)) {
        for (const std::string& language : content->site.languages) {
            for (int size = smallest_text; size <= largest_text; ++size) {
                for (const double at : {0.0, 1.0}) {
                    const auto kiosk =
                        ui::stage(content, scene, {language, Look::paper, size, at}, panel, test::typesetter());
                    if (at > 0 && kiosk->furthest_scroll() <= 0) continue;
                    inspect(
                        *kiosk, scene.has_hide(),
                        fmt::format("{}, {}, text size {}, scrolled to {}:\n", scene.name, language, size, at));
                }
            }
        }
    }
}

} // namespace

TEST_CASE("7 inch 800x480") {
    sweep(test::panels[0]);
}
TEST_CASE("7 inch 480x800") {
    sweep(test::panels[1]);
}
TEST_CASE("10.1 inch 1280x800") {
    sweep(test::panels[2]);
}
TEST_CASE("10.1 inch 800x1280") {
    sweep(test::panels[3]);
}
TEST_CASE("15.6 inch 1920x1080") {
    sweep(test::panels[4]);
}
TEST_CASE("15.6 inch 1080x1920") {
    sweep(test::panels[5]);
}
TEST_CASE("21.5 inch 1920x1080") {
    sweep(test::panels[6]);
}
TEST_CASE("21.5 inch 1080x1920") {
    sweep(test::panels[7]);
}
TEST_CASE("24 inch 1920x1080") {
    sweep(test::panels[8]);
}
TEST_CASE("24 inch 1080x1920") {
    sweep(test::panels[9]);
}
TEST_CASE("32 inch 1920x1080") {
    sweep(test::panels[10]);
}
TEST_CASE("32 inch 1080x1920") {
    sweep(test::panels[11]);
}
TEST_CASE("32 inch 3840x2160") {
    sweep(test::panels[12]);
}
TEST_CASE("32 inch 2160x3840") {
    sweep(test::panels[13]);
}
TEST_CASE("43 inch 3840x2160") {
    sweep(test::panels[14]);
}
TEST_CASE("43 inch 2160x3840") {
    sweep(test::panels[15]);
}

TEST_CASE("the screens of staff, on every panel") {
    for (const ui::Panel& panel : test::panels) sweep_staff(panel);
}

TEST_CASE("every text stands out 7 to 1 from its ground, in every look") {
    const auto content = test::real_content({"en", "es"}, content::Place::nurse);
    for (const Look look : {Look::paper, Look::dark, Look::contrast}) {
        for (const ui::Scene& scene : test::all_scenes(*content)) {
            CAPTURE(scene.name);
            const auto kiosk = ui::stage(content, scene, {"es", look}, {}, test::typesetter());
            for (const ui::Node& node : kiosk->outline()) {
                if (node.role == ui::Role::button || node.role == ui::Role::code) continue;
                CAPTURE(node.text);
                CHECK(ui::contrast(node.ink, node.ground) >= 7);
            }
        }
    }
}

TEST_CASE("icons, rims and rings stand out 3 to 1, in every look") {
    for (const Look look : {Look::paper, Look::dark, Look::contrast}) {
        const ui::Palette& p = ui::palette(look);
        CHECK(ui::contrast(p.accent, p.ground) >= 3);
        CHECK(ui::contrast(p.accent, p.card.fill) >= 3);
        CHECK(ui::contrast(p.accent, p.paper.fill) >= 3);
        CHECK(ui::contrast(p.focus, p.ground) >= 3);
        CHECK(ui::contrast(p.focus, p.card.fill) >= 3);
        CHECK(ui::contrast(p.focus, p.paper.fill) >= 3);
        CHECK(ui::contrast(p.focus, p.bar.fill) >= 3);
    }
}

TEST_CASE("where the panel hangs high, everything to touch is still within reach") {
    for (ui::Panel panel :
         {ui::Panel{1080, 1920, 32, {}}, ui::Panel{1080, 1920, 43, {}}, ui::Panel{1920, 1080, 32, {}}}) {
        panel.mounting = content::Mounting{700, 380, 1120};
        const double height =
            panel.height_px / std::hypot(panel.width_px, panel.height_px) * panel.inches * 25.4;
        const auto content = test::real_content();
        for (const ui::Scene& scene : test::all_scenes(*content)) {
            if (!scene.has_hide()) continue;
            CAPTURE(scene.name);
            const auto kiosk = ui::stage(content, scene, {}, panel, test::typesetter());
            for (const ui::Node& node : kiosk->outline()) {
                if (!node.event || node.visible().h <= 0) continue;
                CAPTURE(node.text);
                const double top = 700 + height - kiosk->theme().panel_mm(node.visible().y);
                const double bottom = 700 + height - kiosk->theme().panel_mm(node.visible().bottom());
                CHECK(top <= 1121);
                CHECK(bottom >= 379);
            }
        }
    }
}

TEST_CASE("a panel that hangs out of reach shows all of its screens nevertheless, next to where hands are") {
    for (const content::Mounting mounting :
         {content::Mounting{1300, 380, 1220}, content::Mounting{2000, 380, 400},
          content::Mounting{0, 1000, 1220}, content::Mounting{1150, 380, 1220}}) {
        CAPTURE(mounting.bottom_mm);
        ui::Panel panel{1080, 1920, 24, {}};
        if (mounting.lowest_mm == 1000) panel = {1920, 1080, 24, {}}; // its upper edge is below the lowest
        panel.mounting = mounting;
        const ui::Theme theme(panel, Look::paper, 1);
        CHECK(theme.reach_top_px() >= 0);
        CHECK(theme.reach_bottom_px() <= panel.height_px);
        CHECK(theme.panel_mm(theme.reach_bottom_px() - theme.reach_top_px()) > 269.9);
        const auto content = test::real_content();
        const auto kiosk =
            ui::stage(content, ui::scene(*content, "home").value(), {}, panel, test::typesetter());
        for (const content::Section& section : content->sections) {
            if (section.audience == content::Audience::staff) continue;
            CAPTURE(section.id);
            const auto card = kiosk->place_of(OpenSection{section.id});
            REQUIRE(card.has_value());
            if (section.id == "help") CHECK(card->h > 0);
        }
    }
}

TEST_CASE(
    "capitals of body text are 7.3 mm high, and no text's are below 4.8 mm, on panels of 10 inches and more") {
    for (const ui::Panel& panel : test::panels) {
        if (panel.inches < 8) continue;
        const ui::Theme theme(panel, Look::paper, 1);
        constexpr double capital = 0.714; // of Noto Sans, em
        CHECK(theme.panel_mm(theme.em(ui::type::body) * capital) >= 7.2);
        CHECK(theme.panel_mm(theme.em(ui::type::label) * capital) >= 4.8);
        CHECK(theme.panel_mm(theme.em(ui::type::tool) * capital) >= 4.7);
    }
}

TEST_CASE("the main message of a section is on the screen before anything is scrolled") {
    const auto content = test::real_content();
    for (const ui::Panel& panel : test::panels) {
        for (const content::Section& section : content->sections) {
            if (!content->shows(section.audience)) continue;
            CAPTURE(section.id);
            CAPTURE(panel.width_px);
            CAPTURE(panel.inches);
            const auto scene = ui::scene(*content, "section/" + section.id);
            const auto kiosk = ui::stage(content, *scene, {}, panel, test::typesetter());
            const auto lead = std::find_if(kiosk->outline().begin(), kiosk->outline().end(),
                                           [&](const ui::Node& node) { return node.text == section.lead; });
            REQUIRE(lead != kiosk->outline().end());
            CHECK(lead->visible().h >= lead->rect.h - 1);
        }
    }
}
