// What systemd says about units.
#pragma once

#include "platform/machine.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace cli::doctor {

using UnitProperties = std::map<std::string, std::string>; // by their names

// One for each unit, in this order. nullopt: systemd does not answer.
std::optional<std::vector<UnitProperties>> query_systemd(const platform::Machine& machine,
                                                         const std::vector<std::string>& units,
                                                         const std::string& properties);

} // namespace cli::doctor
