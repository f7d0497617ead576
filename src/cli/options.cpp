#include "cli/options.hpp"

namespace cli {

void add_content_options(Command& command, ContentOptions& options) {
    command.add_option("--content", options.content, "The content file (default: content.yaml)");
    command.add_option("--site", options.site,
                       "This building's settings (default: site.yaml beside the content)");
    command.add_option("--translations", options.translations, "The folder of the translations");
}

void add_size_option(Command& command, const std::string& name, std::optional<PixelSize>& size) {
    const auto parse = [&size](const std::string& text) {
        size = parse_pixel_size(text);
        return size ? "" : pixel_size_advice;
    };
    command.add_parsed_option(name, "WxH", parse, "Size in pixels, for example 1080x1920");
}

void add_color_scheme_option(Command& command, session::ColorScheme& color_scheme) {
    using enum session::ColorScheme;
    command.add_choice("--color-scheme", color_scheme,
                       {{"light", light}, {"dark", dark}, {"high-contrast", high_contrast}});
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
