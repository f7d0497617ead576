#include "platform/ports.hpp"

#include <array>
#include <cstdlib>
#include <set>
#include <string_view>
#include <utility>

namespace platform {

namespace {

struct Table {
    const char* file;
    std::string_view protocol;
    std::string_view waiting; // the state of a socket that waits for others
};

constexpr std::array<Table, 4> tables{{{"/proc/net/tcp", "tcp", "0A"},
                                       {"/proc/net/tcp6", "tcp", "0A"},
                                       {"/proc/net/udp", "udp", "07"},
                                       {"/proc/net/udp6", "udp", "07"}}};

// Addresses are words of 32 bits in the machine's own order, which is little-endian wherever Debian runs a
// kiosk.
bool is_own(std::string_view address) {
    constexpr std::string_view own6 = "00000000000000000000000001000000", mapped = "0000000000000000FFFF0000";
    if (address == own6) return true;
    if (address.starts_with(mapped)) address.remove_prefix(mapped.size());
    return address.size() == 8 && address.ends_with("7F");
}

bool is_dhcp(std::string_view protocol, long port) {
    return protocol == "udp" && (port == 68 || port == 546);
}

} // namespace

std::optional<std::vector<std::string>> reachable_ports(const Machine& machine) {
    std::set<std::pair<long, std::string_view>> found;
    bool any = false;
    for (const Table& table : tables) {
        const auto text = machine.read(table.file);
        any = any || text;
        for (const std::string& line : lines_of(text.value_or(""))) {
            const auto words = words_of(line); // number, own address, the other's, state
            if (words.size() < 4 || words[3] != table.waiting) continue;
            const std::size_t colon = words[1].find(':');
            const std::string address = words[1].substr(0, colon);
            const long port = std::strtol(words[1].substr(colon + 1).c_str(), nullptr, 16);
            if (!is_own(address) && !is_dhcp(table.protocol, port)) found.emplace(port, table.protocol);
        }
    }
    if (!any) return std::nullopt;
    std::vector<std::string> ports;
    ports.reserve(found.size());
    for (const auto& [port, protocol] : found)
        ports.push_back(std::string(protocol) + " " + std::to_string(port));
    return ports;
}

} // namespace platform
