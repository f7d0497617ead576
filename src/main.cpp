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

#include <cstdio>
#include <exception>

int main(int argc, char** argv) {
    try {
        cli::CommandLine command_line("A touch kiosk that tells students who will help", HELP_KIOSK_VERSION);
        cli::add_run_command(command_line);
        cli::add_check_command(command_line);
        cli::add_setup_command(command_line);
        cli::add_doctor_command(command_line);
        cli::add_draw_command(command_line);
        cli::add_tour_command(command_line);
        cli::add_pin_command(command_line);
        cli::add_bench_command(command_line);
        cli::add_privacy_report_command(command_line);
        cli::add_settings_command(command_line);
        return command_line.run(argc, argv);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "help-kiosk: %s\n", error.what());
        return 1;
    }
}
