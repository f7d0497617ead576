#include "support/faked_machine.hpp"

namespace test {

FakedMachine::FakedMachine()
    : machine(folder_.path(), [this](const std::vector<std::string>& words) -> std::optional<std::string> {
          std::string all;
          for (const std::string& word : words) all += (all.empty() ? "" : " ") + word;
          const auto found = answers_.find(all);
          return found == answers_.end() ? std::nullopt : std::optional(found->second);
      }) {}

void FakedMachine::write(const std::string& name, const std::string& text) {
    std::filesystem::create_directories(path(name).parent_path());
    write_file(path(name), text);
}

void FakedMachine::link(const std::string& name, const std::string& target) {
    std::filesystem::create_directories(path(name).parent_path());
    std::filesystem::remove(path(name));
    std::filesystem::create_symlink(target, path(name));
}

} // namespace test
