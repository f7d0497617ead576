#include "cli/options.hpp"

#include <charconv>

namespace cli {

namespace {

std::optional<Size> read_size(const std::string& word) {
    Size size;
    const char* end = word.data() + word.size();
    const auto width = std::from_chars(word.data(), end, size.width);
    if (width.ec != std::errc() || width.ptr == end || *width.ptr != 'x') return std::nullopt;
    const auto height = std::from_chars(width.ptr + 1, end, size.height);
    if (height.ec != std::errc() || height.ptr != end) return std::nullopt;
    const auto is_sane = [](int side) { return side >= 200 && side <= 8192; };
    return is_sane(size.width) && is_sane(size.height) ? std::optional(size) : std::nullopt;
}

} // namespace

void add_source_options(Command& command, SourceOptions& sources) {
    command.option("--content", sources.content, "The content file (default: content.yaml)");
    command.option("--site", sources.site, "This building's settings (default: site.yaml beside the content)");
    command.option("--translations", sources.translations, "Folder of the translations");
}

void add_size_option(Command& command, const std::string& name, std::optional<Size>& size) {
    const auto read = [&size](const std::string& word) {
        size = read_size(word);
        return size ? "" : "write pixels as WIDTHxHEIGHT, for example 1080x1920, 200 to 8192 each";
    };
    command.word(name, "WxH", read, "Size in pixels, for example 1080x1920");
}

void add_look_option(Command& command, session::Look& look) {
    using enum session::Look;
    command.choice("--look", look, {{"paper", paper}, {"dark", dark}, {"contrast", contrast}});
}

ui::Panel panel_for(const content::Content& content, const Size& size, double inches) {
    ui::Panel panel;
    panel.width_px = size.width;
    panel.height_px = size.height;
    panel.inches = inches > 0 ? inches : content.site.panel_inches.value_or(panel.inches);
    panel.mounting = content.site.mounting;
    return panel;
}

} // namespace cli
