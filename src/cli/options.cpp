#include "cli/options.hpp"

#include <CLI/CLI.hpp>

#include <charconv>
#include <map>

namespace cli {

namespace {

bool read_size(const std::string& written, Size& size) {
    const char* end = written.data() + written.size();
    const auto width = std::from_chars(written.data(), end, size.width);
    if (width.ec != std::errc() || width.ptr == end || *width.ptr != 'x') return false;
    const auto height = std::from_chars(width.ptr + 1, end, size.height);
    const auto sane = [](int side) { return side >= 200 && side <= 8192; };
    return height.ec == std::errc() && height.ptr == end && sane(size.width) && sane(size.height);
}

} // namespace

void add_source_options(CLI::App& command, SourceOptions& sources) {
    command.add_option("--content", sources.content, "The content file (default: content.yaml)");
    command.add_option("--site", sources.site,
                       "This building's settings (default: site.yaml beside the content)");
    command.add_option("--translations", sources.translations, "Folder of the translations");
}

CLI::Option* add_size_option(CLI::App& command, const std::string& name, Size& size) {
    const auto read = [&size, name](const CLI::results_t& words) {
        if (!read_size(words.front(), size))
            throw CLI::ValidationError(name,
                                       "write pixels as WIDTHxHEIGHT, for example 1080x1920, 200 to 8192 each");
        return true;
    };
    return command.add_option(name, read, "Size in pixels, for example 1080x1920")->type_name("WxH");
}

void add_look_option(CLI::App& command, session::Look& look) {
    static const std::map<std::string, session::Look> names{
        {"paper", session::Look::paper}, {"dark", session::Look::dark}, {"contrast", session::Look::contrast}};
    command.add_option("--look", look, "paper, dark or contrast")->transform(CLI::CheckedTransformer(names));
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
