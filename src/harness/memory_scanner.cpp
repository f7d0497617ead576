#include "harness/memory_scanner.hpp"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <sstream>

namespace harness {

namespace {

template <class Value>
Value value_at(const void* address) {
    Value value = 0;
    std::memcpy(&value, address, sizeof value);
    return value;
}

} // namespace

std::string invert_bits(std::string_view bytes) {
    std::string inverted(bytes);
    for (char& c : inverted) c = static_cast<char>(~c);
    return inverted;
}

void MemoryScanner::add_inverted_pattern(std::string_view bytes) {
    if (bytes.size() < min_pattern_bytes) return;
    std::string pattern(bytes);
    if (std::find(inverted_patterns_.begin(), inverted_patterns_.end(), pattern) !=
        inverted_patterns_.end())
        return;
    by_start_.emplace(value_at<std::uint64_t>(pattern.data()), inverted_patterns_.size());
    can_start_[value_at<std::uint16_t>(pattern.data())] = true;
    inverted_patterns_.push_back(std::move(pattern));
}

std::string MemoryScanner::pattern(std::size_t index) const {
    return invert_bits(inverted_patterns_[index]);
}

void MemoryScanner::count_in_range(const unsigned char* begin, const unsigned char* end,
                                   std::vector<int>& counts) const {
    for (const unsigned char* position = begin; position + min_pattern_bytes <= end; ++position) {
        if (!can_start_[static_cast<std::uint16_t>(~value_at<std::uint16_t>(position))]) continue;
        const auto [first, last] = by_start_.equal_range(~value_at<std::uint64_t>(position));
        for (auto candidate = first; candidate != last; ++candidate) {
            const std::string& pattern = inverted_patterns_[candidate->second];
            const auto is_inverse = [](char inverted_byte, unsigned char memory_byte) {
                return static_cast<unsigned char>(~inverted_byte) == memory_byte;
            };
            if (static_cast<std::size_t>(end - position) >= pattern.size() &&
                std::equal(pattern.begin(), pattern.end(), position, is_inverse))
                ++counts[candidate->second];
        }
    }
}

std::vector<int> MemoryScanner::count_matches() const {
    std::vector<int> counts(inverted_patterns_.size());
    std::ifstream maps("/proc/self/maps");
    for (std::string line; std::getline(maps, line);) {
        std::istringstream fields(line);
        std::uintptr_t begin = 0, end = 0;
        char dash = 0;
        std::string rights, offset, device, inode, path;
        fields >> std::hex >> begin >> dash >> end >> rights >> offset >> device >> inode >> path;
        // Memory that cannot be written contains the program and its fonts. Shared memory is
        // searched, because it contains frames for the display. Memory of other devices is left
        // out, because not all of it can be read.
        const bool is_device = path.starts_with("/dev/") && !path.starts_with("/dev/shm/");
        if (rights.starts_with("rw") && !is_device)
            count_in_range(reinterpret_cast<const unsigned char*>(begin),
                           reinterpret_cast<const unsigned char*>(end), counts);
    }
    return counts;
}

} // namespace harness
