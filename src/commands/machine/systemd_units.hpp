// What systemd says about units.
#pragma once

#include "commands/machine/machine.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace commands {

using UnitProperties = std::map<std::string, std::string>; // by their names

// One for each unit, in this order. nullopt: systemd does not answer.
std::optional<std::vector<UnitProperties>> query_systemd(const Machine& machine,
                                                         const std::vector<std::string>& units,
                                                         const std::string& properties);

} // namespace commands
