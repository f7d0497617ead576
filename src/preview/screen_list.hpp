// All screens by name, each as a state to draw, for the commands that make image files and for
// tests.
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
    // Such as "home", "section/<section ID>", "slip/<help line ID>", "slip/<help line ID>/text" or
    // "staff/pin".
    std::string name;

    session::State state;
    bool is_emergency = false;           // drawn with emergency_content()
    ui::DeviceStatus device_status = {}; // used only by staff screens
    bool is_off_hours = false;           // drawn on a holiday

    bool has_hide_button() const {
        return !state.is_covered && !is_off_hours &&
               !session::is_on_staff_screen(state, session::StaffScreen::cleaning);
    }
};

// Returns the time at which all screens are drawn. It is late enough after startup that no
// animation is running.
base::ClockReading preview_time();

// Returns all screens that visitors can open with this content, in the order of a tour. None has a
// text for staff.
std::vector<Screen> visitor_screens(const content::Content& content);

// Returns the screens that show texts for staff after the PIN: home, the sections for staff, and
// with "/staff" at the end of its name each tab that visitors see without these texts.
std::vector<Screen> unlocked_screens(const content::Content& content);

// Returns the staff screens, whose names begin with "staff/". A tour has them only on request.
std::vector<Screen> staff_screens();

// Returns the visitor and the unlocked screens: all that show texts of the content.
std::vector<Screen> content_screens(const content::Content& content);

// Returns the visitor, the unlocked and the staff screens.
std::vector<Screen> all_screens(const content::Content& content);

// Returns the visitor, unlocked or staff screen of this name, or nullopt if there is none.
std::optional<Screen> find_screen(const content::Content& content, std::string_view name);

// Choices of a visitor that a screen is drawn with.
struct ViewOptions {
    std::string language; // language code, such as "es"
    session::ColorScheme color_scheme = session::ColorScheme::light;
    int text_size = session::min_text_size;
    double scroll_fraction = 0; // 0 is the top, 1 is the end
    bool can_listen = false;    // headphones are plugged in, and there is a voice
};

// Returns a kiosk that shows the screen. `typesetter` must outlive it. The off-hours screen ignores
// `options`.
std::unique_ptr<ui::Kiosk> open_screen(std::shared_ptr<const content::Content> content,
                                       const Screen& screen, const ViewOptions& options,
                                       const ui::Panel& panel, text::Typesetter& typesetter);

} // namespace preview
