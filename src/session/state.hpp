// Everything a visitor can leave behind, as one value. A visit ends by assigning State{}.
#pragma once

#include "base/time.hpp"
#include "content/content.hpp"

#include <array>
#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace session {

enum class ColorScheme { light, dark, high_contrast };

inline constexpr int min_text_size = 1;
inline constexpr int max_text_size = 4;

// What lies on top of the page, from bottom to top.
enum class Layer { page, language_picker, slip, display_settings };

struct Slip {
    std::string help_line;
    bool shows_text_code = false; // shows the code for texting instead of the one for calling
    base::Instant torn_at{};            // when it left the strip: the start of its motion

    bool operator==(const Slip&) const = default;
};

// The screens for those who look after the kiosk.
enum class StaffScreen { pin, overview, touch, ruler, qr, sound, cleaning };

inline constexpr std::size_t min_pin_digits = 4; // digits
inline constexpr std::size_t max_pin_digits = 8;

// A place that a finger went over in the touch test, in shares of the screen.
struct TouchTestPoint {
    double x = 0, y = 0;
    bool is_start = false; // the finger came down here

    bool operator==(const TouchTestPoint&) const = default;
};

// What came of the tone that staff asked for.
enum class ToneTest { idle, requested, playing, unavailable };

struct StaffState {
    StaffScreen screen = StaffScreen::pin;
    base::Instant opened_at{}; // when that screen came up

    std::vector<char>
        entered_pin;           // digits of a PIN; on the heap, where everything is wiped when it is given back
    bool is_verifying = false; // OK was pressed, and the answer is not there yet
    bool is_wrong = false;     // the last PIN was
    std::optional<base::Instant> locked_until; // after too many of those

    std::vector<TouchTestPoint> trail; // in the touch test: the last of it
    std::set<int> reached_cells;       // squares of its grid
    ToneTest tone = ToneTest::idle;    // in the sound test
    bool restarting = false;

    bool operator==(const StaffState&) const = default;
};

struct State {
    std::string section; // id; empty: home
    bool is_language_picker_open = false;
    std::optional<Slip> slip;
    bool is_display_settings_open = false;
    std::array<double, 4> scroll_mm{}; // of each Layer, in millimetres of the interface

    std::string language; // code; empty: the site's first
    int text_size = min_text_size;
    ColorScheme color_scheme = ColorScheme::light;

    std::optional<base::Instant> warned_at; // when "Still there?" came up
    base::Instant last_touch_at{};

    std::optional<StaffState> staff; // instead of all of the above but the time

    bool is_hide_pressed = false; // a finger rests on Hide: nothing of the page is drawn
    bool is_covered = false;      // the clock, after a visit was hidden; survives the end of a visit

    bool operator==(const State&) const = default;
};

Layer top_layer(const State& state);
double top_scroll_mm(const State& state);

const char* screen_name(StaffScreen screen); // "pin", "page", ...
bool is_on_staff_screen(const State& state, StaffScreen screen);

// What the end of a visit leaves.
State idle_state(bool is_covered);

// Whether there is anything of a visitor to forget.
bool is_visit_active(const State& state);

} // namespace session
