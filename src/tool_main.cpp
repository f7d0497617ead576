#include "cli/standard_streams.hpp"
#include "commands/commands.hpp"

namespace {

int run_command(int argc, char** argv) {
    cli::CommandLine command_line("A touch kiosk that tells students who will help",
                                  HELP_KIOSK_VERSION);
    commands::add_run_command(command_line);
    commands::add_print_command(command_line);
    commands::add_check_command(command_line);
    commands::add_translate_command(command_line);
    commands::add_calls_command(command_line);
    commands::add_setup_command(command_line);
    commands::add_doctor_command(command_line);
    commands::add_draw_command(command_line);
    commands::add_tour_command(command_line);
    commands::add_pin_command(command_line);
    commands::add_bench_command(command_line);
    commands::add_privacy_report_command(command_line);
    commands::add_settings_command(command_line);
    commands::add_speech_command(command_line);
    return command_line.run(argc, argv);
}

} // namespace

int main(int argc, char** argv) {
    return cli::run_main([&] { return run_command(argc, argv); });
}
