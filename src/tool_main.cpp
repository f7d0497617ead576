#include "commands/commands.hpp"

#include <cstdio>
#include <exception>

int main(int argc, char** argv) {
    try {
        cli::CommandLine command_line("A touch kiosk that tells students who will help",
                                      HELP_KIOSK_VERSION);
        commands::add_run_command(command_line);
        commands::add_check_command(command_line);
        commands::add_setup_command(command_line);
        commands::add_doctor_command(command_line);
        commands::add_draw_command(command_line);
        commands::add_tour_command(command_line);
        commands::add_pin_command(command_line);
        commands::add_bench_command(command_line);
        commands::add_privacy_report_command(command_line);
        commands::add_settings_command(command_line);
        return command_line.run(argc, argv);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "help-kiosk: %s\n", error.what());
        return 1;
    }
}
