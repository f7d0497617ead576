#include "commands/fake_machine.hpp"

namespace test {

FakeMachine::FakeMachine()
    : machine(folder_.path(),
              [this](const std::vector<std::string>& args) -> std::optional<std::string> {
                  std::string command;
                  for (const std::string& arg : args) command += (command.empty() ? "" : " ") + arg;
                  const auto found = program_outputs_.find(command);
                  return found == program_outputs_.end() ? std::nullopt
                                                         : std::optional(found->second);
              }) {}

void FakeMachine::add_file(const std::string& name, const std::string& text) {
    std::filesystem::create_directories(path(name).parent_path());
    write_file(path(name), text);
}

void FakeMachine::add_link(const std::string& name, const std::string& target) {
    std::filesystem::create_directories(path(name).parent_path());
    std::filesystem::remove(path(name));
    std::filesystem::create_symlink(target, path(name));
}

} // namespace test
