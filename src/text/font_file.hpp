// A font file in memory, mapped: FreeType seeks tens of thousands of times while it sets a page, and each would be a
// system call on an open file.
#pragma once

#include <cstddef>
#include <string>

namespace text {

class FontFile {
public:
    explicit FontFile(const std::string& path); // throws std::runtime_error when it cannot be read
    ~FontFile();
    FontFile(const FontFile&) = delete;
    FontFile& operator=(const FontFile&) = delete;

    const void* data() const { return data_; }
    std::size_t size() const { return size_; } // bytes

private:
    void* data_ = nullptr;
    std::size_t size_ = 0;
};

} // namespace text
