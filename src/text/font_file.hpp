// A font file in memory: FreeType seeks a hundred thousand times while it sets a few pages, and each would be a
// system call on an open file.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

namespace text {

class FontFile {
public:
    explicit FontFile(const std::string& path); // throws std::runtime_error when it cannot be read

    const void* data() const { return data_.get(); }
    std::size_t size() const { return size_; } // bytes

private:
    struct DataDeleter {
        void operator()(void* data) const;
    };
    std::size_t size_ = 0;
    std::unique_ptr<void, DataDeleter> data_;
};

} // namespace text
