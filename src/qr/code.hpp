// A QR code: a square of dark and light modules, without its quiet zone.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace qr {

struct Code {
    int size = 0;              // modules per side, 21 to 177
    int version = 0;           // 1 to 40
    char correction = 'Q';     // 'Q' or 'H', or a lower level where only that keeps the text within version 40
    std::vector<bool> modules; // row by row

    bool is_dark(int x, int y) const {
        return modules[static_cast<std::size_t>(y) * static_cast<std::size_t>(size) +
                       static_cast<std::size_t>(x)];
    }
};

inline constexpr int quiet_zone = 4; // modules of plain ground on every side

// The smallest code at level Q, or at H where that needs no more modules. nullopt: the text is empty or
// longer than a code can hold, or it contains a NUL.
std::optional<Code> encode(std::string_view text);

} // namespace qr
