// The dialog of `help-kiosk setup`: asks the questions, shows the resulting file and writes it.
#pragma once

#include "commands/setup/prompter.hpp"
#include "content/load.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace commands::setup {

// How the dialog ended.
enum class SetupResult {
    written,
    // There was nothing to change, or the user did not confirm the change.
    declined,
    // The file could not be read or written, or would have errors. The reason has been printed.
    failed
};

// The time zone of the computer, which belongs to the building but is not in site.yaml.
struct TimeZoneSetting {
    std::string current;
    std::vector<std::string> choices; // all that exist
    // Sets it, and returns whether it could be set.
    std::function<bool(const std::string& time_zone)> set;
};

// Requires that `paths.site` is set; the file need not exist. Every answer is validated by loading
// the whole content with it, so that the viewer accepts the file that is written. Without a
// `time_zone`, it is not asked for.
SetupResult run_setup_dialog(const content::ContentPaths& paths,
                             const content::LoadContext& context, Prompter& prompter,
                             std::optional<TimeZoneSetting> time_zone = std::nullopt);

} // namespace commands::setup
