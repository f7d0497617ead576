#include "cli/pixel_size.hpp"

#include <charconv>

namespace cli {

std::optional<PixelSize> parse_pixel_size(const std::string& text) {
    PixelSize size;
    const char* end = text.data() + text.size();
    const auto width = std::from_chars(text.data(), end, size.width);
    if (width.ec != std::errc() || width.ptr == end || *width.ptr != 'x') return std::nullopt;
    const auto height = std::from_chars(width.ptr + 1, end, size.height);
    if (height.ec != std::errc() || height.ptr != end) return std::nullopt;
    const auto is_in_range = [](int side) { return side >= 200 && side <= 8192; };
    return is_in_range(size.width) && is_in_range(size.height) ? std::optional(size) : std::nullopt;
}

} // namespace cli
