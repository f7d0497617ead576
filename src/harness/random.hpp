// Random choices that are the same for the same seed on every computer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>

namespace harness {

class Random {
public:
    explicit Random(std::uint64_t seed) : engine_(seed) {}

    // Returns a number from 0 to `end` - 1. `end` must be at least 1.
    std::size_t below(std::size_t end) { return static_cast<std::size_t>(engine_() % end); }

    // Returns true with a probability of 1 / `times`.
    bool one_in(std::size_t times) { return below(times) == 0; }

    // Returns a number from 0 to less than 1.
    double unit() { return static_cast<double>(engine_() >> 11) / static_cast<double>(1ULL << 53); }

    // Returns one element of an array or a vector, which must not be empty.
    template <typename Choices>
    const auto& pick(const Choices& choices) {
        return choices[below(std::size(choices))];
    }

private:
    std::mt19937_64 engine_;
};

} // namespace harness
