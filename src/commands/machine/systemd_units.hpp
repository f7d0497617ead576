// The state of systemd units.
#pragma once

#include "commands/machine/machine.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace commands {

// Values by the names of their properties, for example "ActiveState".
using UnitProperties = std::map<std::string, std::string>;

// Returns the properties of each unit, in the order of `units`. `properties` is a list of names
// with commas. Returns nullopt if systemctl fails.
std::optional<std::vector<UnitProperties>> query_systemd(const Machine& machine,
                                                         const std::vector<std::string>& units,
                                                         const std::string& properties);

} // namespace commands
