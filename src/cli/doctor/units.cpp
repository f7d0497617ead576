#include "cli/doctor/units.hpp"

#include <sstream>

namespace cli::doctor {

std::optional<std::vector<Properties>> ask_systemd(const platform::Machine& machine,
                                                   const std::vector<std::string>& units,
                                                   const std::string& properties) {
    std::vector<std::string> words{"systemctl", "show", "--property=" + properties};
    words.insert(words.end(), units.begin(), units.end());
    const auto answer = machine.ask(words);
    if (!answer) return std::nullopt;
    std::vector<Properties> all(1);
    std::istringstream stream(*answer);
    for (std::string line;
         std::getline(stream, line);) { // "ActiveState=active"; an empty line between two units
        const std::size_t equals = line.find('=');
        if (line.empty())
            all.emplace_back();
        else if (equals != std::string::npos)
            all.back()[line.substr(0, equals)] = line.substr(equals + 1);
    }
    if (all.size() != units.size()) return std::nullopt;
    return all;
}

} // namespace cli::doctor
