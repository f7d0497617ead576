// Encodes a text as a QR code (ISO/IEC 18004): a square of dark and light modules, without its
// quiet zone.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace qr {

struct Code {
    int size = 0;    // modules per side, 21 to 177
    int version = 0; // 1 to 40

    // Error correction level: 'Q' or 'H', or 'M' or 'L' if the text fits into no code at a higher
    // level.
    char correction = 'Q';

    std::vector<bool> modules; // row by row from the top, true for dark; size * size elements

    // `x` and `y` must be from 0 to size - 1.
    bool is_dark(int x, int y) const {
        return modules[static_cast<std::size_t>(y) * static_cast<std::size_t>(size) +
                       static_cast<std::size_t>(x)];
    }
};

// Width of the light border that ISO/IEC 18004 requires on each side, in modules.
inline constexpr int quiet_zone = 4;

// Returns the smallest code of at least `min_version`, 1 to 40, at level Q, or at level H if that
// has no more modules. Only a text that fits into no code at level Q gets a lower level. Returns
// nullopt if the text is empty, has a NUL, or is longer than a code can hold.
std::optional<Code> encode(std::string_view text, int min_version = 1);

// Returns the code with the highest level of error correction that has at most `max_size` modules
// per side. Returns nullopt if the text does not fit, for example on a narrow tab of paper.
std::optional<Code> encode_within(std::string_view text, int max_size);

} // namespace qr
