// What the fuzzers share. Each reads bytes that nobody wrote on purpose, and aborts where something is not as
// it must be; the sanitizers abort where the code itself slips.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

namespace fuzz {

inline void require(bool holds, const std::string& what) {
    if (holds) return;
    std::fprintf(stderr, "fuzz: %s\n", what.c_str());
    std::abort();
}

// A file of the repository.
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

// Bytes, one after the other, as numbers; zeros when there are no more.
class Bytes {
public:
    Bytes(const std::uint8_t* data, std::size_t size) : at_(data), end_(data + size) {}

    bool empty() const { return at_ == end_; }
    int next() { return empty() ? 0 : *at_++; }
    int below(int end) { return next() % end; }
    double unit() { return next() / 255.0; }
    std::string remainder() { return text(at_, static_cast<std::size_t>(end_ - at_)); }

private:
    const std::uint8_t* at_;
    const std::uint8_t* end_;
};

} // namespace fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
