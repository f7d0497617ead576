// What can be reached from the network.
#pragma once

#include "commands/machine/machine.hpp"

#include <optional>
#include <string>
#include <vector>

namespace commands {

// "tcp 22", "udp 5353": ports that wait for others than this machine itself, in the order of their numbers.
// Those on which a machine is given its address (DHCP) are left out. nullopt: the kernel does not say.
std::optional<std::vector<std::string>> list_listening_ports(const Machine& machine);

} // namespace commands
