#include "os/wipe_on_free.hpp"

#include <SDL.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <malloc.h>
#include <new>

namespace {

void* allocate(std::size_t bytes) {
    void* memory = std::malloc(std::max<std::size_t>(1, bytes));
    if (memory == nullptr) throw std::bad_alloc();
    return memory;
}

void* allocate_aligned(std::size_t bytes, std::align_val_t alignment) {
    void* memory = nullptr;
    const std::size_t valid_alignment =
        std::max(static_cast<std::size_t>(alignment), sizeof(void*));
    if (posix_memalign(&memory, valid_alignment, std::max<std::size_t>(1, bytes)) != 0)
        throw std::bad_alloc();
    return memory;
}

void wipe_and_free(void* memory) {
    if (memory != nullptr) explicit_bzero(memory, malloc_usable_size(memory));
    std::free(memory);
}

// Always moves the memory, because std::realloc() could free the old memory without overwriting it.
void* SDLCALL reallocate(void* old, std::size_t bytes) {
    void* memory = std::malloc(std::max<std::size_t>(1, bytes));
    if (memory == nullptr || old == nullptr) return memory;
    std::memcpy(memory, old, std::min(bytes, malloc_usable_size(old)));
    wipe_and_free(old);
    return memory;
}

} // namespace

// The default versions of all other operators new and delete call these.
void* operator new(std::size_t bytes) {
    return allocate(bytes);
}
void* operator new(std::size_t bytes, std::align_val_t alignment) {
    return allocate_aligned(bytes, alignment);
}
// The standard library's version also calls operator new(std::size_t), but the version of the
// sanitizers does not.
void* operator new(std::size_t bytes, const std::nothrow_t&) noexcept {
    try {
        return allocate(bytes);
    } catch (const std::bad_alloc&) {
        return nullptr;
    }
}
void operator delete(void* memory) noexcept {
    wipe_and_free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
    wipe_and_free(memory);
}
void operator delete(void* memory, std::align_val_t) noexcept {
    wipe_and_free(memory);
}
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept {
    wipe_and_free(memory);
}

namespace os {

void enable_wipe_on_free() {
    SDL_SetMemoryFunctions(std::malloc, std::calloc, reallocate, wipe_and_free);
}

} // namespace os
