#include "cli/options.hpp"

#include <charconv>

namespace cli {

namespace {

std::optional<PixelSize> parse_size(const std::string& text) {
    PixelSize size;
    const char* end = text.data() + text.size();
    const auto width = std::from_chars(text.data(), end, size.width);
    if (width.ec != std::errc() || width.ptr == end || *width.ptr != 'x') return std::nullopt;
    const auto height = std::from_chars(width.ptr + 1, end, size.height);
    if (height.ec != std::errc() || height.ptr != end) return std::nullopt;
    const auto is_in_range = [](int side) { return side >= 200 && side <= 8192; };
    return is_in_range(size.width) && is_in_range(size.height) ? std::optional(size) : std::nullopt;
}

} // namespace

void add_content_options(Command& command, ContentOptions& options) {
    command.add_option("--content", options.content, "The content file (default: content.yaml)");
    command.add_option("--site", options.site,
                       "This building's settings (default: site.yaml beside the content)");
    command.add_option("--translations", options.translations, "Folder of the translations");
}

void add_size_option(Command& command, const std::string& name, std::optional<PixelSize>& size) {
    const auto parse = [&size](const std::string& text) {
        size = parse_size(text);
        return size ? "" : "write pixels as WIDTHxHEIGHT, for example 1080x1920, 200 to 8192 each";
    };
    command.add_parsed_option(name, "WxH", parse, "Size in pixels, for example 1080x1920");
}

void add_color_scheme_option(Command& command, session::ColorScheme& color_scheme) {
    using enum session::ColorScheme;
    command.add_choice("--look", color_scheme, {{"paper", light}, {"dark", dark}, {"contrast", high_contrast}});
}

ui::Panel panel_for(const content::Content& content, const PixelSize& size, double inches) {
    ui::Panel panel;
    panel.width_px = size.width;
    panel.height_px = size.height;
    panel.inches = inches > 0 ? inches : content.site.panel_inches.value_or(panel.inches);
    panel.mounting = content.site.mounting;
    return panel;
}

} // namespace cli
