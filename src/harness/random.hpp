// Random choices that come out the same for the same seed, on every machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>

namespace harness {

class Random {
public:
    explicit Random(std::uint64_t seed) : engine_(seed) {}

    std::size_t below(std::size_t end) { return static_cast<std::size_t>(engine_() % end); } // end: at least 1
    bool one_in(std::size_t times) { return below(times) == 0; }
    double unit() { return static_cast<double>(engine_() >> 11) / static_cast<double>(1ULL << 53); } // 0 to 1

    template <typename Choices>
    const auto& pick(const Choices& choices) {
        return choices[below(std::size(choices))];
    }

private:
    std::mt19937_64 engine_;
};

} // namespace harness
