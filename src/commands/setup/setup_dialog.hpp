// The whole dialogue: asks, shows what would come of it, and writes it.
#pragma once

#include "commands/setup/prompter.hpp"
#include "content/load.hpp"

namespace commands::setup {

enum class SetupResult {
    written,
    declined, // nothing to write, or it was not to be written
    failed    // it could not be written, and why has been said
};

// `sources.site` must be set; the file need not exist. Every answer is tried on the whole content by the same
// reader that the kiosk has, so that nothing is written that the kiosk would refuse.
SetupResult run_setup_dialog(const content::ContentPaths& paths, const content::LoadContext& context,
                             Prompter& prompter);

} // namespace commands::setup
