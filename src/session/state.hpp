// Everything that a visitor can leave behind, as one value. A visit ends by assigning a new State,
// so no code needs a list of things to clear.
#pragma once

#include "base/time.hpp"
#include "content/content.hpp"

#include <array>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace session {

enum class ColorScheme { light, dark, high_contrast };

// Returns "light", "dark" or "high-contrast", as on the command line.
const char* color_scheme_name(ColorScheme color_scheme);

inline constexpr int min_text_size = 1;
inline constexpr int max_text_size = 4;

// The page and the layers that can cover it, from bottom to top. The last one does not scroll.
enum class Layer { page, language_picker, slip, display_settings };

enum class SpeechSpeed { slow, normal, fast };

// How loud a voice is. A visit begins softly, because headphones differ.
inline constexpr int min_volume = 1;
inline constexpr int default_volume = 3;
inline constexpr int max_volume = 10;

// What a visitor hears of the screen, or has heard last.
struct Listening {
    int node = 0;               // its index in the outline
    bool is_reading_on = false; // what comes after it is read, too
    int sentence = 0;           // its index in the text of the node

    bool operator==(const Listening&) const = default;
};

// The slip that is shown.
struct Slip {
    std::string help_line;   // its id
    bool shows_text = false; // the number to text and its QR code, not those to call
    base::Instant torn_at{}; // the start of its animation

    bool operator==(const Slip&) const = default;
};

enum class StaffScreen { pin, overview, touch, ruler, qr, sound, keys, cleaning };

// How many digits a PIN has.
inline constexpr std::size_t min_pin_digits = 4;
inline constexpr std::size_t max_pin_digits = 8;

// A point that a finger passed in the touch test, in fractions of the screen, 0 to 1.
struct TouchTestPoint {
    double x = 0;
    double y = 0;
    bool is_start = false; // the finger came down here

    bool operator==(const TouchTestPoint&) const = default;
};

// The state of the sound test.
enum class ToneTest { idle, requested, playing, unavailable };

// The staff screen that is shown.
struct StaffState {
    StaffScreen screen = StaffScreen::pin;
    base::Instant opened_at{};

    // Digits as characters. A vector keeps them on the heap, where memory is wiped when it is
    // freed; a short std::string would keep them in the State itself.
    std::vector<char> entered_pin;
    bool is_verifying = false; // the PIN was submitted, and its result is not known yet
    bool is_wrong = false;     // the last PIN was wrong
    std::optional<base::Instant> locked_until; // after too many wrong PINs

    std::vector<TouchTestPoint> trail; // of the touch test; only the newest points
    std::set<int> reached_cells;       // of the grid of the touch test

    ToneTest tone = ToneTest::idle;

    std::string tested_key; // the name of the last key that was pressed in the key test

    bool operator==(const StaffState&) const = default;
};

struct State {
    std::string section; // its id; empty: home
    int tab = 0;         // index of the shown tab of the section
    bool is_language_picker_open = false;
    std::optional<Slip> slip;
    bool is_display_settings_open = false;
    std::array<double, 3>
        scroll_mm{}; // of each Layer that scrolls, in millimeters of the interface

    std::string language; // its code; empty: the site's first language
    int text_size = min_text_size;
    ColorScheme color_scheme = ColorScheme::light;

    std::optional<Listening> listening; // unset: the visitor does not listen
    int volume = default_volume;
    SpeechSpeed speech_speed = SpeechSpeed::normal;

    // The code of the language that a visitor listened to until they chose one that cannot be read
    // aloud. Empty: what is shown can be heard, or nobody has listened.
    std::string spoken_language;

    // The focus moves by itself, so its moves are no sign that somebody is there.
    bool is_scanning = false;

    // The staff PIN was entered in this visit, so the texts for staff are shown.
    bool is_staff_unlocked = false;

    std::optional<base::Instant> warned_at; // when "Are you still here?" was shown
    base::Instant last_touch_at{};

    // Set: a staff screen is shown, and of the other members only the times, the scroll position
    // and Hide are used.
    std::optional<StaffState> staff;

    bool is_hide_pressed = false; // a finger is on Hide, and nothing of the page is drawn
    bool is_covered = false;      // the cover is shown after Hide; it outlasts the visit

    bool operator==(const State&) const = default;
};

// Returns the topmost layer that is open. Returns Layer::page if none is.
Layer top_layer(const State& state);

// Returns the topmost layer that is open and scrolls.
Layer top_scrolling_layer(const State& state);

// Returns the scroll position of that layer, in millimeters of the interface.
double top_scroll_mm(const State& state);

// Returns the name of a staff screen in `draw --screen staff/<name>`: "pin", "overview", "touch",
// ...
const char* screen_name(StaffScreen screen);

// Returns whether `state` shows this staff screen.
bool is_on_staff_screen(const State& state, StaffScreen screen);

// Returns whether one text of the screen after the other is read.
bool is_reading(const State& state);

// Returns the State after a visit has ended. `is_covered`: the cover is shown, otherwise home.
State idle_state(bool is_covered);

// Returns whether a text for `audience` is shown in this visit.
bool can_show(const State& state, content::Audience audience);

// Returns the shown tab of a section. If the State names none that exists, returns the first.
const content::SectionTab& current_tab(const State& state, const content::Section& section);

// Returns whether `state` contains anything that a visitor or staff did.
bool is_visit_active(const State& state);

} // namespace session
