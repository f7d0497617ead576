#include "commands/machine/listening_ports.hpp"

#include <array>
#include <cstdlib>
#include <set>
#include <string_view>
#include <utility>

namespace commands {

namespace {

struct SocketTable {
    const char* file;
    std::string_view protocol;
    // The state of a socket that accepts data from any address.
    std::string_view listening_state;
};

constexpr std::array<SocketTable, 4> tables{{{"/proc/net/tcp", "tcp", "0A"},
                                             {"/proc/net/tcp6", "tcp", "0A"},
                                             {"/proc/net/udp", "udp", "07"},
                                             {"/proc/net/udp6", "udp", "07"}}};

// The kernel prints addresses as 32-bit words in native byte order. This function expects
// little-endian, which all computers use that the kiosk supports.
bool is_loopback(std::string_view address) {
    constexpr std::string_view ipv6_loopback = "00000000000000000000000001000000";
    constexpr std::string_view ipv4_mapped_prefix = "0000000000000000FFFF0000";
    if (address == ipv6_loopback) return true;
    if (address.starts_with(ipv4_mapped_prefix)) address.remove_prefix(ipv4_mapped_prefix.size());
    return address.size() == 8 && address.ends_with("7F");
}

bool is_dhcp(std::string_view protocol, long port) {
    return protocol == "udp" && (port == 68 || port == 546);
}

} // namespace

std::optional<std::vector<std::string>> list_listening_ports(const Machine& machine) {
    std::set<std::pair<long, std::string_view>> found;
    bool has_table = false;
    for (const SocketTable& table : tables) {
        const auto text = machine.read(table.file);
        has_table = has_table || text;
        for (const std::string& line : split_lines(text.value_or(""))) {
            const auto fields = split_words(line); // number, local address, remote address, state
            if (fields.size() < 4 || fields[3] != table.listening_state) continue;
            const std::size_t colon = fields[1].find(':');
            const std::string address = fields[1].substr(0, colon);
            const long port = std::strtol(fields[1].substr(colon + 1).c_str(), nullptr, 16);
            if (!is_loopback(address) && !is_dhcp(table.protocol, port))
                found.emplace(port, table.protocol);
        }
    }
    if (!has_table) return std::nullopt;
    std::vector<std::string> ports;
    ports.reserve(found.size());
    for (const auto& [port, protocol] : found)
        ports.push_back(std::string(protocol) + " " + std::to_string(port));
    return ports;
}

} // namespace commands
