#include "qr/segments.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace qr {
namespace {

constexpr int part = 6; // costs are counted in sixths of a bit: a digit takes 10/3 bits, a letter 11/2
constexpr int impossible = std::numeric_limits<int>::max() / 2;

struct Mode {
    QRencodeMode mode;
    int header; // cost of starting a segment
    int character;
};

using Modes = std::array<Mode, 3>;
using Costs = std::array<int, 3>;           // of a prefix that ends in each mode
using Origins = std::array<std::size_t, 3>; // the mode of the prefix one shorter that led to each cost

Modes modes_of(const Versions& versions) {
    constexpr int mode_bits = 4;
    return {{{QR_MODE_NUM, (mode_bits + versions.numeric_bits) * part, 20},
             {QR_MODE_AN, (mode_bits + versions.alphanumeric_bits) * part, 33},
             {QR_MODE_8, (mode_bits + versions.byte_bits) * part, 48}}};
}

bool can_hold(QRencodeMode mode, char character) {
    constexpr std::string_view alphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    if (mode == QR_MODE_NUM) return character >= '0' && character <= '9';
    return mode == QR_MODE_8 || alphanumeric.find(character) != alphanumeric.npos;
}

int whole_bits(int cost) {
    return (cost + part - 1) / part * part;
}

// One character further: the cheapest way to end in each mode, and where it came from.
Costs advance(const Costs& costs, const Modes& modes, char character, bool first, Origins& origins) {
    Costs next{};
    for (std::size_t to = 0; to < modes.size(); ++to) {
        next[to] = impossible;
        if (!can_hold(modes[to].mode, character)) continue;
        for (std::size_t from = 0; from < modes.size(); ++from) {
            const bool starts = first || from != to;
            const int start = starts ? whole_bits(costs[from]) + modes[to].header : costs[from];
            if (start + modes[to].character >= next[to]) continue;
            next[to] = start + modes[to].character;
            origins[to] = from;
        }
    }
    return next;
}

} // namespace

std::vector<Segment> segments(std::string_view text, const Versions& versions) {
    const Modes modes = modes_of(versions);
    std::vector<Origins> origins(text.size());
    Costs costs{};
    for (std::size_t i = 0; i < text.size(); ++i) costs = advance(costs, modes, text[i], i == 0, origins[i]);

    std::vector<Segment> cut;
    std::size_t end = text.size();
    auto mode = static_cast<std::size_t>(std::min_element(costs.begin(), costs.end()) - costs.begin());
    for (std::size_t i = text.size(); i-- > 0;) {
        const std::size_t origin = origins[i][mode];
        if (i > 0 && origin == mode) continue;
        cut.push_back({modes[mode].mode, text.substr(i, end - i)});
        end = i;
        mode = origin;
    }
    std::reverse(cut.begin(), cut.end());
    return cut;
}

} // namespace qr
