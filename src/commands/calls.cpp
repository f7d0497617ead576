#include "base/write_file.hpp"
#include "cli/options.hpp"
#include "commands/calls/call_sheet.hpp"
#include "commands/calls/record_dialog.hpp"
#include "commands/commands.hpp"
#include "commands/site_file.hpp"
#include "os/clock.hpp"
#include "ui/strings.hpp"

#include <fmt/format.h>

#include <iostream>
#include <memory>
#include <stdexcept>
#include <unistd.h>

namespace commands {

namespace {

struct CallsOptions {
    cli::ContentOptions content_options;
    std::string html_path;
    std::string record_id;
};

int print_sheets(const CallsOptions& options) {
    const auto content = cli::load_content_or_report(options.content_options);
    if (!content) return 1;
    std::vector<calls::CallSheet> sheets;
    sheets.reserve(content->help_lines.size());
    for (const content::HelpLine& help_line : content->help_lines)
        sheets.push_back(calls::make_call_sheet(help_line));
    if (!options.html_path.empty()) {
        base::write_file(options.html_path, calls::to_html(sheets));
        return 0;
    }
    for (const calls::CallSheet& sheet : sheets)
        fmt::print("{}{}", &sheet == &sheets.front() ? "" : "\n\n", calls::to_text(sheet));
    return 0;
}

int record(const CallsOptions& options) {
    const content::ContentPaths paths = cli::find_content_paths(options.content_options);
    const std::string blocker = find_content_write_blocker(
        paths.content, Machine(), "help-kiosk calls --record " + options.record_id);
    if (!blocker.empty()) {
        fmt::print(stderr, "help-kiosk: {}", blocker);
        return 1;
    }
    setup::Prompter prompter(std::cin, std::cout, isatty(STDIN_FILENO) == 0);
    const auto result =
        calls::run_record_dialog(paths, {os::today(), ui::ui_strings}, options.record_id, prompter);
    return result == calls::RecordResult::failed ? 1 : 0;
}

int run(const CallsOptions& options) {
    if (options.record_id.empty()) return print_sheets(options);
    if (!options.html_path.empty())
        throw std::runtime_error("use --html or --record, not both at once");
    return record(options);
}

} // namespace

void add_calls_command(cli::CommandLine& command_line) {
    auto options = std::make_shared<CallsOptions>();
    cli::Command command =
        command_line.add_command("calls", "Print a sheet for calling each help line");
    cli::add_content_options(command, options->content_options);
    command.add_option("--html", options->html_path, "Write the sheets as a web page to print");
    command.add_option("--record", options->record_id,
                       "Ask about a call to this help line, and write it into the content file");
    command.set_action([options] { return run(*options); });
}

} // namespace commands
