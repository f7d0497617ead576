#include "text/font_file.hpp"

#include <cerrno>
#include <cstring>
#include <stdexcept>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace text {

FontFile::FontFile(const std::string& path) {
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat facts {};
    if (file >= 0 && fstat(file, &facts) == 0 && facts.st_size > 0) {
        size_ = static_cast<std::size_t>(facts.st_size);
        data_ = mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file, 0);
    }
    const int reason = errno;
    if (file >= 0) close(file);
    if (data_ == nullptr || data_ == MAP_FAILED)
        throw std::runtime_error("cannot read the font " + path + ": " + std::strerror(reason));
}

FontFile::~FontFile() { munmap(data_, size_); }

} // namespace text
