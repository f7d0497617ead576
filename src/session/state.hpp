// Everything a visitor can leave behind, as one value. A visit ends by assigning State{}.
#pragma once

#include "content/content.hpp"

#include <array>
#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace session {

// Time since boot, counted through sleep. Zero stands for "no visit yet".
using Instant = std::chrono::milliseconds;

enum class Look { paper, dark, contrast };

inline constexpr int smallest_text = 1;
inline constexpr int largest_text = 4;

// What lies on top of the page, from bottom to top.
enum class Layer { page, languages, slip, display };

struct Slip {
    std::string line;
    bool texting = false; // shows the code for texting instead of the one for calling
    Instant torn{};       // when it left the strip: the start of its motion

    bool operator==(const Slip&) const = default;
};

// The screens for those who look after the kiosk.
enum class StaffScreen { pin, page, touch, ruler, code, sound, cleaning };

inline constexpr std::size_t shortest_pin = 4; // digits
inline constexpr std::size_t longest_pin = 8;

// A place that a finger went over in the touch test, in shares of the screen.
struct Dot {
    double x = 0, y = 0;
    bool starts = false; // the finger came down here

    bool operator==(const Dot&) const = default;
};

// What came of the tone that staff asked for.
enum class Tone { none, asked, playing, impossible };

struct Staff {
    StaffScreen screen = StaffScreen::pin;
    Instant since{}; // when that screen came up

    std::vector<char> typed; // digits of a PIN; on the heap, where everything is wiped when it is given back
    bool checking = false;   // OK was pressed, and the answer is not there yet
    bool wrong = false;      // the last PIN was
    std::optional<Instant> locked_until; // after too many of those

    std::vector<Dot> trail; // in the touch test: the last of it
    std::set<int> reached;  // squares of its grid
    Tone tone = Tone::none; // in the sound test
    bool restarting = false;

    bool operator==(const Staff&) const = default;
};

struct State {
    std::string section; // id; empty: home
    bool choosing_language = false;
    std::optional<Slip> slip;
    bool adjusting_display = false;
    std::array<double, 4> scroll{}; // of each Layer, in millimetres of the interface

    std::string language; // code; empty: the site's first
    int text_size = smallest_text;
    Look look = Look::paper;

    std::optional<Instant> asked; // when "Still there?" came up
    Instant last_touch{};

    std::optional<Staff> staff; // instead of all of the above but the time

    bool hiding = false;  // a finger rests on Hide: nothing of the page is drawn
    bool covered = false; // the clock, after a visit was hidden; survives the end of a visit

    bool operator==(const State&) const = default;
};

Layer top_layer(const State& state);
double scroll(const State& state);

const char* name(StaffScreen screen); // "pin", "page", ...
bool is_on(const State& state, StaffScreen screen);

// What the end of a visit leaves.
State rest(bool covered);

// Whether there is anything of a visitor to forget.
bool visit_open(const State& state);

} // namespace session
