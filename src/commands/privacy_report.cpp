// `help-kiosk privacy-report`: prints the results of the privacy audit.
#include "cli/content_paths.hpp"
#include "cli/options.hpp"
#include "commands/commands.hpp"
#include "content/load.hpp"
#include "harness/privacy_audit.hpp"
#include "ui/strings.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <memory>
#include <optional>
#include <stdexcept>
#include <unistd.h>

namespace commands {

namespace {

void print_audit_result(const harness::AuditResult& result) {
    fmt::print("{:6} {:44} {}\n", result.has_passed ? "yes" : "NO", result.claim, result.evidence);
}

int run_privacy_report(const cli::ContentOptions& options, harness::DisplayMode display_mode) {
    // Files that the caller of this program has open would be reported as files of the kiosk.
    close_range(STDERR_FILENO + 1, ~0U, 0);
    const content::ContentPaths paths = cli::find_content_paths(options);
    const content::LoadResult loaded = content::load(paths, {std::nullopt, ui::ui_strings});
    if (!loaded.content) throw std::runtime_error("the content has errors: see `help-kiosk check`");
    const auto patterns = harness::collect_visit_patterns(loaded.content, display_mode);
    if (!patterns) return 1;
    fmt::print("A visit to every screen, {}, under the restrictions that `run` applies:\n",
               display_mode == harness::DisplayMode::no_display ? "without a display"
                                                                : "on this display");
    const bool has_passed =
        harness::audit_visit(paths, *patterns, display_mode, print_audit_result);
    fmt::print("{}\n", has_passed ? "All checks passed." : "Some checks failed.");
    return has_passed ? 0 : 1;
}

} // namespace

void add_privacy_report_command(cli::CommandLine& command_line) {
    auto content_options = std::make_shared<cli::ContentOptions>();
    cli::Command command =
        command_line.add_command("privacy-report", "Prove that a visit leaves no trace");
    auto is_on_display = std::make_shared<bool>(false);
    cli::add_content_options(command, *content_options);
    command.add_flag("--on-display", *is_on_display,
                     "Make the visit on this display instead of without one");
    command.set_action([=] {
        return run_privacy_report(*content_options, *is_on_display
                                                        ? harness::DisplayMode::this_display
                                                        : harness::DisplayMode::no_display);
    });
}

} // namespace commands
