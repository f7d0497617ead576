#include "cli/bench.hpp"
#include "cli/check.hpp"
#include "cli/doctor.hpp"
#include "cli/draw.hpp"
#include "cli/pin.hpp"
#include "cli/privacy_report.hpp"
#include "cli/run.hpp"
#include "cli/settings.hpp"
#include "cli/setup.hpp"
#include "cli/tour.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <exception>

int main(int argc, char** argv) {
    CLI::App app("A touch kiosk that tells students who will help");
    app.set_version_flag("--version", HELP_KIOSK_VERSION);
    app.require_subcommand(1);
    int exit_code = 0;
    cli::add_run(app, exit_code);
    cli::add_check(app, exit_code);
    cli::add_setup(app, exit_code);
    cli::add_doctor(app, exit_code);
    cli::add_draw(app, exit_code);
    cli::add_tour(app, exit_code);
    cli::add_pin(app, exit_code);
    cli::add_bench(app, exit_code);
    cli::add_privacy_report(app, exit_code);
    cli::add_settings(app, exit_code);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "help-kiosk: %s\n", error.what());
        return 1;
    }
    return exit_code;
}
