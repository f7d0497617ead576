// A size in pixels on the command line, in a file of its own because the viewer, which is without
// CLI11, parses it too.
#pragma once

#include <optional>
#include <string>

namespace cli {

struct PixelSize {
    int width = 1080;
    int height = 1920;
};

// For example "1080x1920". Returns nullopt if `text` has another form, or a side is not from 200 to
// 8192.
std::optional<PixelSize> parse_pixel_size(const std::string& text);

// The advice for a text that parse_pixel_size() refuses.
inline constexpr const char* pixel_size_advice =
    "write pixels as WIDTHxHEIGHT, for example 1080x1920, 200 to 8192 each";

} // namespace cli
