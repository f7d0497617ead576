// Every screen by its name, as a State to draw: for files, tours and sweeping tests.
#pragma once

#include "ui/kiosk.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ui {

struct Scene {
    std::string name; // "home", "section/<id>", "slip/<line>", "slip/<line>/text", "languages", "display", ...
    session::State state;
    bool emergency = false; // drawn with emergency_content()
    Facts facts = {};
    bool dark = false; // drawn on a holiday

    bool has_hide() const {
        return !state.covered && !dark && !session::is_on(state, session::StaffScreen::cleaning);
    }
};

// When scenes are drawn: late enough that all motion is over.
Moment scene_moment();

// All that this content shows here, in the order of a tour.
std::vector<Scene> scenes(const content::Content& content);

// Those for who looks after the kiosk, "staff/pin" and the like. No visitor sees them, and no tour for
// visitors.
std::vector<Scene> staff_scenes();

// Of all of these. nullopt: there is no such screen.
std::optional<Scene> scene(const content::Content& content, std::string_view name);

struct Dress {
    std::string language; // code
    session::Look look = session::Look::paper;
    int text_size = session::smallest_text;
    double scroll = 0; // 0: top, 1: end
};

// A kiosk showing the scene. `typesetter` must outlive it.
std::unique_ptr<Kiosk> stage(std::shared_ptr<const content::Content> content, const Scene& scene,
                             const Dress& dress, const Panel& panel, text::Typesetter& typesetter);

} // namespace ui
