// `help-kiosk run` and `help-kiosk print`: replace this program with the one that does the work.
#include "commands/commands.hpp"
#include "commands/other_program.hpp"

#include <memory>
#include <string>
#include <vector>

namespace commands {

namespace {

void add_program(cli::CommandLine& command_line, const std::string& name, const std::string& help,
                 const OtherProgram& program) {
    auto args = std::make_shared<std::vector<std::string>>();
    cli::Command command = command_line.add_command(name, help);
    command.pass_arguments(*args);
    command.set_action([args, program]() -> int { become_program(program, *args); });
}

} // namespace

void add_run_command(cli::CommandLine& command_line) {
    add_program(command_line, "run", "Show the kiosk, full screen", viewer_program);
}

void add_print_command(cli::CommandLine& command_line) {
    add_program(command_line, "print", "Make a poster, cards or other paper to print",
                print_program);
}

} // namespace commands
