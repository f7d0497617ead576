// `help-kiosk run`: replaces this program with help-kiosk-viewer, which shows the kiosk.
#include "commands/commands.hpp"
#include "commands/viewer_program.hpp"

#include <cerrno>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <string>
#include <unistd.h>
#include <vector>

namespace commands {

namespace {

int become_viewer(const std::vector<std::string>& args) {
    std::vector<std::string> all{find_viewer()};
    all.insert(all.end(), args.begin(), args.end());
    std::vector<char*> argv;
    argv.reserve(all.size() + 1);
    for (std::string& arg : all) argv.push_back(arg.data());
    argv.push_back(nullptr);
    execv(argv.front(), argv.data());
    throw std::runtime_error("cannot start " + all.front() + ": " + std::strerror(errno));
}

} // namespace

void add_run_command(cli::CommandLine& command_line) {
    auto args = std::make_shared<std::vector<std::string>>();
    cli::Command command = command_line.add_command("run", "Show the kiosk, full screen");
    command.pass_arguments(*args);
    command.set_action([args] { return become_viewer(*args); });
}

} // namespace commands
