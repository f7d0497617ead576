// Options that several subcommands share, so that they mean the same everywhere.
#pragma once

#include "cli/command_line.hpp"
#include "session/state.hpp"
#include "ui/theme.hpp"

#include <optional>
#include <string>

namespace cli {

struct ContentOptions {
    std::string content;      // empty: the usual places
    std::string site;         // empty: site.yaml beside the content, if there is one
    std::string translations; // empty: the usual places
};
void add_content_options(Command& command, ContentOptions& options);

struct PixelSize {
    int width = 1080, height = 1920; // pixels
};
// As "1080x1920", 200 to 8192 on each side.
void add_size_option(Command& command, const std::string& name, std::optional<PixelSize>& size);

void add_color_scheme_option(Command& command, session::ColorScheme& color_scheme);

// The panel that `content` describes; `inches` overrides its diagonal unless 0.
ui::Panel panel_for(const content::Content& content, const PixelSize& size, double inches);

} // namespace cli
