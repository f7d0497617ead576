// A font file that is loaded into memory as a whole. FreeType seeks about a hundred thousand times
// while it renders a few pages, and each seek in an open file would be a system call.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

namespace text {

class FontFile {
public:
    // Throws std::runtime_error if the file cannot be read.
    explicit FontFile(const std::string& path);

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
