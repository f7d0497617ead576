// Searches the memory of this process, including memory shared with the display, for texts and
// parts of pictures that a visit may have left.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace harness {

// Returns a copy with every bit inverted.
std::string invert_bits(std::string_view bytes);

// Searches for a set of byte strings, the patterns. It stores them with every bit inverted, so that
// a scan does not find the scanner's own copies.
class MemoryScanner {
public:
    // Shorter patterns occur by chance.
    static constexpr std::size_t min_pattern_bytes = 16;

    // Adds a pattern, given by invert_bits() of it, because it must not be in memory yet. Patterns
    // that are too short or were added before are ignored.
    void add_inverted_pattern(std::string_view bytes);

    std::size_t pattern_count() const { return inverted_patterns_.size(); }

    // Returns how often each pattern is in memory now, in the order in which they were added.
    std::vector<int> count_matches() const;

    // Returns the pattern, 0 to pattern_count() - 1. Later scans may find this copy.
    std::string pattern(std::size_t index) const;

private:
    void count_in_range(const unsigned char* begin, const unsigned char* end,
                        std::vector<int>& counts) const;

    std::vector<std::string> inverted_patterns_;
    // Index of each pattern by its first eight bytes, inverted.
    std::unordered_multimap<std::uint64_t, std::size_t> by_start_;
    // Whether a pattern begins with these two bytes, inverted.
    std::vector<bool> can_start_ = std::vector<bool>(1u << 16);
};

} // namespace harness
