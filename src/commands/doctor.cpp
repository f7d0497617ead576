#include "base/write_file.hpp"
#include "cli/content_paths.hpp"
#include "cli/options.hpp"
#include "commands/commands.hpp"
#include "commands/doctor/checks.hpp"
#include "commands/doctor/commissioning_sheet.hpp"
#include "os/clock.hpp"
#include "ui/strings.hpp"
#include "viewer/font_loading.hpp"

#include <fmt/format.h>

#include <memory>
#include <stdexcept>

namespace commands {

namespace {

struct DoctorOptions {
    cli::ContentOptions content_options;
    std::string html_path;
    bool should_print_all = false; // also what is ok
};

std::unique_ptr<text::Typesetter> load_fonts_or_null() {
    try {
        return viewer::load_fonts_async().get();
    } catch (const std::runtime_error&) {
        return nullptr;
    }
}

int run(const DoctorOptions& options) {
    const Machine machine;
    const auto today = os::today();
    const content::LoadResult loaded = content::load(
        cli::find_content_paths(options.content_options), {today, ui::ui_strings, true});
    const auto typesetter = load_fonts_or_null();
    const commands::doctor::DoctorContext context{machine, loaded, typesetter.get(), today};
    const commands::doctor::Findings findings = commands::doctor::run_all_checks(context);
    if (options.should_print_all)
        fmt::print("{}", commands::doctor::to_string(findings));
    else
        fmt::print("{}To see everything that was checked, type: help-kiosk doctor --all\n",
                   commands::doctor::to_do_list(findings));
    if (!options.html_path.empty())
        base::write_file(options.html_path,
                         commands::doctor::commissioning_sheet(context, findings));
    return static_cast<int>(commands::doctor::worst_status(findings));
}

} // namespace

void add_doctor_command(cli::CommandLine& command_line) {
    auto options = std::make_shared<DoctorOptions>();
    cli::Command command =
        command_line.add_command("doctor", "Check whether this computer is ready to be a kiosk");
    cli::add_content_options(command, options->content_options);
    command.add_option("--html", options->html_path,
                       "Write a commissioning sheet to print, sign and file");
    command.add_flag("--all", options->should_print_all,
                     "Print every check in order, also those that are ok");
    command.set_action([options] { return run(*options); });
}

} // namespace commands
