#include "speaker/wiped_memory.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <malloc.h>
#include <new>

// The default versions of all other operators new and delete call these.
void* operator new(std::size_t bytes) {
    void* memory = std::malloc(std::max<std::size_t>(1, bytes));
    if (memory == nullptr) throw std::bad_alloc();
    return memory;
}
// The standard library's version also calls the one above, but that of the sanitizers does not.
void* operator new(std::size_t bytes, const std::nothrow_t&) noexcept {
    return std::malloc(std::max<std::size_t>(1, bytes));
}
void operator delete(void* memory) noexcept {
    if (memory != nullptr) explicit_bzero(memory, malloc_usable_size(memory));
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
    operator delete(memory);
}

namespace speaker {

[[gnu::noinline]] void wipe_unused_stack() {
    std::array<char, 200'000> unused;
    explicit_bzero(unused.data(), unused.size());
}

} // namespace speaker
