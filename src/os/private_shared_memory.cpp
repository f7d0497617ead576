#include "os/private_shared_memory.hpp"

#include <atomic>
#include <sys/ipc.h>
#include <sys/shm.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

std::atomic<bool> is_private{false};

} // namespace

// Replaces the function of the C library, also for libraries.
extern "C" int shmget(key_t key, size_t size, int flags) noexcept {
    constexpr int rights_of_others = 077;
    if (is_private) flags &= ~rights_of_others;
    return static_cast<int>(syscall(SYS_shmget, key, size, flags));
}

namespace os {

void make_shared_memory_private() {
    is_private = true;
}

} // namespace os
