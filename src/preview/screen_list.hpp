// Every screen by its name, as a State to draw: for files, tours and sweeping tests.
#pragma once

#include "base/time.hpp"
#include "ui/kiosk.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace preview {

struct Screen {
    std::string name; // "home", "section/<id>", "slip/<line>", "slip/<line>/text", "languages", "display", ...
    session::State state;
    bool is_emergency = false; // drawn with emergency_content()
    ui::DeviceStatus device_status = {};
    bool is_off_hours = false; // drawn on a holiday

    bool has_hide_button() const {
        return !state.is_covered && !is_off_hours &&
               !session::is_on_staff_screen(state, session::StaffScreen::cleaning);
    }
};

// When scenes are drawn: late enough that all motion is over.
base::ClockReading preview_time();

// All that this content shows here, in the order of a tour.
std::vector<Screen> visitor_screens(const content::Content& content);

// Those for who looks after the kiosk, "staff/pin" and the like. No visitor sees them, and no tour for
// visitors.
std::vector<Screen> staff_screens();

// Of all of these. nullopt: there is no such screen.
std::optional<Screen> find_screen(const content::Content& content, std::string_view name);

struct ViewOptions {
    std::string language; // code
    session::ColorScheme color_scheme = session::ColorScheme::light;
    int text_size = session::min_text_size;
    double scroll_fraction = 0; // 0: top, 1: end
};

// A kiosk showing the scene. `typesetter` must outlive it.
std::unique_ptr<ui::Kiosk> open_screen(std::shared_ptr<const content::Content> content, const Screen& screen,
                                   const ViewOptions& options, const ui::Panel& panel,
                                   text::Typesetter& typesetter);

} // namespace preview
