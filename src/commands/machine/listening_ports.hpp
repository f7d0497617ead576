// The network ports on which this computer accepts data from other computers.
#pragma once

#include "commands/machine/machine.hpp"

#include <optional>
#include <string>
#include <vector>

namespace commands {

// Returns the ports as "tcp 22" or "udp 5353", sorted by number. Ports that only this computer can
// reach and the client ports of DHCP are left out. Returns nullopt if no table of sockets can be
// read.
std::optional<std::vector<std::string>> list_listening_ports(const Machine& machine);

} // namespace commands
