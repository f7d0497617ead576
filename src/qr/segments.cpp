#include "qr/segments.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace qr {
namespace {

// Costs are in sixths of a bit, because a digit takes 10/3 bits, and an alphanumeric character 11/2
// (ISO/IEC 18004).
constexpr int units_per_bit = 6;
constexpr int infinite_cost = std::numeric_limits<int>::max() / 2;

struct Mode {
    QRencodeMode encoding;
    int header_cost; // of each segment
    int character_cost;
};

using Modes = std::array<Mode, 3>;

// For each mode, the lowest cost of a prefix of the text whose last segment has that mode.
using Costs = std::array<int, 3>;

// For each mode, the mode of the prefix that is one character shorter and led to the lowest cost.
using Origins = std::array<std::size_t, 3>;

Modes modes_of(const VersionRange& versions) {
    constexpr int mode_bits = 4; // mode indicator
    return {{{QR_MODE_NUM, (mode_bits + versions.numeric_bits) * units_per_bit, 20},
             {QR_MODE_AN, (mode_bits + versions.alphanumeric_bits) * units_per_bit, 33},
             {QR_MODE_8, (mode_bits + versions.byte_bits) * units_per_bit, 48}}};
}

bool can_hold(QRencodeMode mode, char character) {
    constexpr std::string_view alphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    if (mode == QR_MODE_NUM) return character >= '0' && character <= '9';
    return mode == QR_MODE_8 || alphanumeric.find(character) != alphanumeric.npos;
}

int whole_bits(int cost) {
    return (cost + units_per_bit - 1) / units_per_bit * units_per_bit;
}

// Returns the costs of the prefix that is one character longer, and sets its origins. This is a
// step of dynamic programming: the cheapest segments of a prefix follow from those of the prefix
// before it.
Costs next_costs(const Costs& costs, const Modes& modes, char character, bool is_first,
                 Origins& origins) {
    Costs next{};
    for (std::size_t to = 0; to < modes.size(); ++to) {
        next[to] = infinite_cost;
        if (!can_hold(modes[to].encoding, character)) continue;
        for (std::size_t from = 0; from < modes.size(); ++from) {
            const bool starts_segment = is_first || from != to;
            const int start_cost =
                starts_segment ? whole_bits(costs[from]) + modes[to].header_cost : costs[from];
            if (start_cost + modes[to].character_cost >= next[to]) continue;
            next[to] = start_cost + modes[to].character_cost;
            origins[to] = from;
        }
    }
    return next;
}

} // namespace

std::vector<Segment> segments(std::string_view text, const VersionRange& versions) {
    const Modes modes = modes_of(versions);
    std::vector<Origins> origins(text.size());
    Costs costs{};
    for (std::size_t i = 0; i < text.size(); ++i)
        costs = next_costs(costs, modes, text[i], i == 0, origins[i]);

    std::vector<Segment> result;
    std::size_t end = text.size();
    auto mode =
        static_cast<std::size_t>(std::min_element(costs.begin(), costs.end()) - costs.begin());
    for (std::size_t i = text.size(); i-- > 0;) {
        const std::size_t origin = origins[i][mode];
        if (i > 0 && origin == mode) continue;
        result.push_back({modes[mode].encoding, text.substr(i, end - i)});
        end = i;
        mode = origin;
    }
    std::reverse(result.begin(), result.end());
    return result;
}

} // namespace qr
