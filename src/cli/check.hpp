// `help-kiosk check`: whether the content is fit to be shown, and how easy it is to read.
//
// Every subcommand has this shape: add_<name>() gives the command its options, which live as long as `app`, and
// a callback that CLI11 runs while it parses the command line; the callback leaves the outcome in `exit_code`.
#pragma once

#include "cli/app.hpp"
#include "content/load.hpp"

#include <iosfwd>
#include <string>

namespace cli {

// Adds the subcommand; `exit_code` receives its outcome and must outlive `app`.
void add_check(CLI::App& app, int& exit_code);

// Sections, lines of help and languages, a line each; `loaded.content` must be set.
std::string summary(const content::Loaded& loaded);

enum class Form { text, json };

// Content without an error: 0, with a summary on `out` and the warnings on `err`. Else 1, with all problems on
// `err`. As JSON, both are one object on `out`.
int check(const content::Sources& sources, const content::Surroundings& surroundings, Form form,
          std::ostream& out, std::ostream& err);

} // namespace cli
