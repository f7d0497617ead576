// The commands of help-kiosk. Each function adds one command with its options to the command line.
#pragma once

#include "cli/command_line.hpp"

namespace commands {

// `bench`: measures the program on this computer and runs stress tests.
void add_bench_command(cli::CommandLine& command_line);

// `calls`: prints a sheet for calling each help line, or asks about a call and writes it into
// content.yaml. The exit code is 1 if the content cannot be read or written.
void add_calls_command(cli::CommandLine& command_line);

// `check`: validates the content and prints its reading grades. The exit code is 1 if there are
// errors.
void add_check_command(cli::CommandLine& command_line);

// `doctor`: checks whether this computer is ready to be a kiosk. The exit code is 0 if every check
// is ok, 1 if there are warnings and 2 if there are errors.
void add_doctor_command(cli::CommandLine& command_line);

// `draw`: draws one screen to a PNG file, or prints its outline as JSON, without a display.
void add_draw_command(cli::CommandLine& command_line);

// `pin`: prints the line of site.yaml that turns on the staff screens with a PIN.
void add_pin_command(cli::CommandLine& command_line);

// `privacy-report`: visits every screen under the restrictions of `run`, and verifies that nothing
// of the visit is left.
void add_privacy_report_command(cli::CommandLine& command_line);

// `print`: replaces this program with help-kiosk-print, which makes PDF files to print.
void add_print_command(cli::CommandLine& command_line);

// `run`: replaces this program with help-kiosk-viewer, which shows the kiosk.
void add_run_command(cli::CommandLine& command_line);

// `settings`: prints the settings of the site that the scripts of a station read.
void add_settings_command(cli::CommandLine& command_line);

// `setup`: asks questions about this building and writes site.yaml. The exit code is 0 if the file
// was written or the user declined, otherwise 1.
void add_setup_command(cli::CommandLine& command_line);

// `speech`: prints what is read aloud of the screens.
void add_speech_command(cli::CommandLine& command_line);

// `tour`: draws every screen into a folder, with a web page that shows them all.
void add_tour_command(cli::CommandLine& command_line);

// `translate`: writes or updates the translation file of a language, and exchanges its texts with
// translators as PO and CSV files. The exit code is 1 if a file cannot be read or written; then no
// file is changed.
void add_translate_command(cli::CommandLine& command_line);

} // namespace commands
