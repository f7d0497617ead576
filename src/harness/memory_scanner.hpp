// Looks for texts and pieces of pictures in all memory of this process, also in what it shares with the
// display: what a visit has left behind.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace harness {

// Every bit the other way.
std::string invert_bits(std::string_view bytes);

class MemoryScanner {
public:
    static constexpr std::size_t min_pattern_bytes = 16; // bytes: anything less turns up by chance

    // Keeps the text in a form that a scan does not find. One that is too short is left out.
    void add_pattern(std::string_view bytes);
    void add_inverted_pattern(std::string_view bytes); // every bit of it: for texts that must not be here yet

    std::size_t pattern_count() const { return inverted_patterns_.size(); } // different texts

    // How often each text is there now, in the order of look_for().
    std::vector<int> count_matches() const;

    std::string pattern(std::size_t index) const; // leaves a copy of it in memory

private:
    void count_in_range(const unsigned char* begin, const unsigned char* end, std::vector<int>& counts) const;

    std::vector<std::string> inverted_patterns_; // every bit inverted
    std::unordered_multimap<std::uint64_t, std::size_t> by_start_;
    std::vector<bool> can_start_ = std::vector<bool>(1u << 16); // by the first two bytes
};

} // namespace harness
