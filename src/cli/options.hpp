// Options that several commands share, so that they mean the same everywhere.
#pragma once

#include "cli/command_line.hpp"
#include "cli/content_paths.hpp"
#include "cli/pixel_size.hpp"
#include "content/content.hpp"
#include "session/state.hpp"
#include "ui/theme.hpp"

#include <optional>
#include <string>

namespace cli {

// Adds --content, --site and --translations.
void add_content_options(Command& command, ContentOptions& options);

// Adds an option with a size in pixels, for example "1080x1920".
void add_size_option(Command& command, const std::string& name, std::optional<PixelSize>& size);

// Adds --color-scheme light|dark|high-contrast.
void add_color_scheme_option(Command& command, session::ColorScheme& color_scheme);

// The panel that `content` describes, with a picture of `size`. `inches` overrides its diagonal
// unless it is 0.
ui::Panel panel_for(const content::Content& content, const PixelSize& size, double inches);

} // namespace cli
