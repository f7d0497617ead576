// Everything a visitor can leave behind, as one value. A visit ends by assigning State{}.
#pragma once

#include "content/content.hpp"

#include <array>
#include <chrono>
#include <optional>
#include <string>

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

    bool hiding = false;  // a finger rests on Hide: nothing of the page is drawn
    bool covered = false; // the clock, after a visit was hidden; survives the end of a visit

    bool operator==(const State&) const = default;
};

Layer top_layer(const State& state);
double scroll(const State& state);

// Whether there is anything of a visitor to forget.
bool visit_open(const State& state);

} // namespace session
