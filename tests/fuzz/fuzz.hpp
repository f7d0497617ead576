// Helpers of all fuzzers. A fuzzer gets random bytes and aborts if a requirement is violated. The
// sanitizers abort on memory errors and undefined behavior.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

namespace fuzz {

// Prints the violation and aborts if the condition is false.
inline void require(bool condition, const std::string& violation) {
    if (condition) return;
    std::fprintf(stderr, "fuzz: %s\n", violation.c_str());
    std::abort();
}

// Returns the text of a file of the repository. Aborts if it cannot be read.
inline std::string file(const std::string& name) {
    std::ifstream stream(KIOSK_SOURCE "/" + name, std::ios::binary);
    require(stream.good(), "cannot read " + name);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

inline std::string text(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

// Reads the input byte by byte as numbers. After its end, all numbers are zero.
class Bytes {
public:
    Bytes(const std::uint8_t* data, std::size_t size) : next_(data), end_(data + size) {}

    bool empty() const { return next_ == end_; }

    // Returns 0 to 255.
    int next() { return empty() ? 0 : *next_++; }

    // Returns 0 to `end` - 1. `end` is at most 256.
    int below(int end) { return next() % end; }

    // Returns 0 to 1.
    double unit() { return next() / 255.0; }

    // Returns the bytes that have not been read, without reading them.
    std::string remainder() { return text(next_, static_cast<std::size_t>(end_ - next_)); }

private:
    const std::uint8_t* next_;
    const std::uint8_t* end_;
};

} // namespace fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
