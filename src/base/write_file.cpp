#include "base/write_file.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <stdexcept>
#include <string>

namespace base {

void write_file(const std::filesystem::path& file, std::string_view text) {
    errno = 0;
    std::ofstream stream(file, std::ios::binary);
    stream.write(text.data(), static_cast<std::streamsize>(text.size()));
    stream.close(); // a full disk may be noticed only now
    if (!stream)
        throw std::runtime_error("cannot write " + file.string() + ": " + std::strerror(errno));
}

} // namespace base
