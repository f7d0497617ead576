#include "platform/wiping.hpp"

#include <SDL.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <malloc.h>
#include <new>

namespace {

void* get(std::size_t bytes) {
    void* memory = std::malloc(std::max<std::size_t>(1, bytes));
    if (memory == nullptr) throw std::bad_alloc();
    return memory;
}

void* get_aligned(std::size_t bytes, std::align_val_t alignment) {
    void* memory = nullptr;
    const std::size_t step = std::max(static_cast<std::size_t>(alignment), sizeof(void*));
    if (posix_memalign(&memory, step, std::max<std::size_t>(1, bytes)) != 0) throw std::bad_alloc();
    return memory;
}

void give_back(void* memory) {
    if (memory != nullptr) explicit_bzero(memory, malloc_usable_size(memory));
    std::free(memory);
}

// The old place must be wiped too, so nothing grows where it is.
void* SDLCALL get_again(void* old, std::size_t bytes) {
    void* memory = std::malloc(std::max<std::size_t>(1, bytes));
    if (memory == nullptr || old == nullptr) return memory;
    std::memcpy(memory, old, std::min(bytes, malloc_usable_size(old)));
    give_back(old);
    return memory;
}

} // namespace

// Everything else in C++ that gets or gives back memory comes down to these.
void* operator new(std::size_t bytes) {
    return get(bytes);
}
void* operator new(std::size_t bytes, std::align_val_t alignment) {
    return get_aligned(bytes, alignment);
}
// The standard library comes down to the first of these by itself; sanitizers do not.
void* operator new(std::size_t bytes, const std::nothrow_t&) noexcept {
    try {
        return get(bytes);
    } catch (const std::bad_alloc&) {
        return nullptr;
    }
}
void operator delete(void* memory) noexcept {
    give_back(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
    give_back(memory);
}
void operator delete(void* memory, std::align_val_t) noexcept {
    give_back(memory);
}
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept {
    give_back(memory);
}

namespace platform {

void wipe_what_is_freed() {
    SDL_SetMemoryFunctions(std::malloc, std::calloc, get_again, give_back);
}

} // namespace platform
