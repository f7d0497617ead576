// The dialog of `help-kiosk setup`: asks the questions, shows the resulting file and writes it.
#pragma once

#include "commands/setup/prompter.hpp"
#include "content/load.hpp"

namespace commands::setup {

// How the dialog ended.
enum class SetupResult {
    written,
    // There was nothing to change, or the user did not confirm the change.
    declined,
    // The file could not be read or written, or would have errors. The reason has been printed.
    failed
};

// Requires that `paths.site` is set; the file need not exist. Every answer is validated by loading
// the whole content with it, so that the viewer accepts the file that is written.
SetupResult run_setup_dialog(const content::ContentPaths& paths,
                             const content::LoadContext& context, Prompter& prompter);

} // namespace commands::setup
