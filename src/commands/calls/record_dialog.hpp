// The dialog of `help-kiosk calls --record`: asks what a call to a help line has found out, and
// writes it into content.yaml.
#pragma once

#include "commands/setup/prompter.hpp"
#include "content/load.hpp"

#include <chrono>
#include <string>

namespace commands::calls {

// How the dialog ended.
enum class RecordResult {
    written,
    // The user stopped, or the call has not shown that the help line answers.
    declined,
    // The content could not be read or written, or would have errors. The reason has been printed.
    failed
};

// `help_line_id` is what the user typed. `context.today` must be set: it is the default for the
// date of the call.
RecordResult run_record_dialog(const content::ContentPaths& paths,
                               const content::LoadContext& context, const std::string& help_line_id,
                               setup::Prompter& prompter);

} // namespace commands::calls
