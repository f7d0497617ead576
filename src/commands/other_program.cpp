#include "commands/other_program.hpp"

#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <unistd.h>

namespace commands {

namespace fs = std::filesystem;

fs::path find_program(const OtherProgram& program) {
    const fs::path folder = fs::read_symlink("/proc/self/exe").parent_path();
    const fs::path beside = folder / program.name;
    const fs::path installed = folder.parent_path() / "libexec" / program.name;
    for (const fs::path& candidate : {beside, installed})
        if (fs::exists(candidate)) return candidate;
    throw std::runtime_error("the program " + std::string(program.name) + " is neither at " +
                             beside.string() + " nor at " + installed.string() +
                             "; install the package " + program.package);
}

void become_program(const OtherProgram& program, const std::vector<std::string>& args) {
    std::vector<std::string> all{find_program(program)};
    all.insert(all.end(), args.begin(), args.end());
    std::vector<char*> argv;
    argv.reserve(all.size() + 1);
    for (std::string& arg : all) argv.push_back(arg.data());
    argv.push_back(nullptr);
    execv(argv.front(), argv.data());
    throw std::runtime_error("cannot start " + all.front() + ": " + std::strerror(errno));
}

} // namespace commands
