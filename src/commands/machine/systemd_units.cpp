#include "commands/machine/systemd_units.hpp"

#include <sstream>

namespace commands {

std::optional<std::vector<UnitProperties>> query_systemd(const Machine& machine,
                                                         const std::vector<std::string>& units,
                                                         const std::string& properties) {
    std::vector<std::string> args{"systemctl", "show", "--property=" + properties};
    args.insert(args.end(), units.begin(), units.end());
    const auto output = machine.run(args);
    if (!output) return std::nullopt;
    std::vector<UnitProperties> all(1);
    std::istringstream stream(*output);
    // Each line has the form "ActiveState=active". An empty line separates two units.
    for (std::string line; std::getline(stream, line);) {
        const std::size_t equals = line.find('=');
        if (line.empty())
            all.emplace_back();
        else if (equals != std::string::npos)
            all.back()[line.substr(0, equals)] = line.substr(equals + 1);
    }
    if (all.size() != units.size()) return std::nullopt;
    return all;
}

} // namespace commands
