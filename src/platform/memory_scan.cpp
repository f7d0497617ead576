#include "platform/memory_scan.hpp"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <sstream>

namespace platform {

namespace {

template <class Number>
Number number_at(const void* at) {
    Number number = 0;
    std::memcpy(&number, at, sizeof number);
    return number;
}

} // namespace

std::string inverted(std::string_view text) {
    std::string other(text);
    for (char& c : other) c = static_cast<char>(~c);
    return other;
}

void MemoryScan::look_for(std::string_view text) {
    look_for_inverted(inverted(text));
}

void MemoryScan::look_for_inverted(std::string_view text) {
    if (text.size() < shortest) return;
    std::string kept(text);
    if (std::find(texts_.begin(), texts_.end(), kept) != texts_.end()) return;
    by_start_.emplace(number_at<std::uint64_t>(kept.data()), texts_.size());
    may_start_[number_at<std::uint16_t>(kept.data())] = true;
    texts_.push_back(std::move(kept));
}

std::string MemoryScan::text(std::size_t index) const {
    return inverted(texts_[index]);
}

void MemoryScan::count(const unsigned char* begin, const unsigned char* end, std::vector<int>& counts) const {
    for (const unsigned char* at = begin; at + shortest <= end; ++at) {
        if (!may_start_[static_cast<std::uint16_t>(~number_at<std::uint16_t>(at))]) continue;
        const auto [first, last] = by_start_.equal_range(~number_at<std::uint64_t>(at));
        for (auto candidate = first; candidate != last; ++candidate) {
            const std::string& text = texts_[candidate->second];
            const auto is_inverse = [](char kept, unsigned char found) {
                return static_cast<unsigned char>(~kept) == found;
            };
            if (static_cast<std::size_t>(end - at) >= text.size() &&
                std::equal(text.begin(), text.end(), at, is_inverse))
                ++counts[candidate->second];
        }
    }
}

std::vector<int> MemoryScan::counts() const {
    std::vector<int> counts(texts_.size());
    std::ifstream maps("/proc/self/maps");
    for (std::string line; std::getline(maps, line);) {
        std::istringstream fields(line);
        std::uintptr_t begin = 0, end = 0;
        char dash = 0;
        std::string rights, offset, device, inode, path;
        fields >> std::hex >> begin >> dash >> end >> rights >> offset >> device >> inode >> path;
        // What cannot be written holds the program and its fonts. What is shared holds pictures for the
        // display; not all of a device's memory can be read.
        const bool is_device = path.starts_with("/dev/") && !path.starts_with("/dev/shm/");
        if (rights.starts_with("rw") && !is_device)
            count(reinterpret_cast<const unsigned char*>(begin), reinterpret_cast<const unsigned char*>(end),
                  counts);
    }
    return counts;
}

} // namespace platform
