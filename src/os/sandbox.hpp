// Restrictions that the viewer applies to itself, so that a bug cannot break the privacy promises:
// it writes no file except the snapshot and the number of wrong PINs, reaches no network, starts no
// other program, and leaves no copy of its memory. The restriction of system calls is in
// os/syscall_filter.hpp.
#pragma once

#include "os/syscall_filter.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace os {

// Restricts this process until it exits: no core dump, no debugger, no new privileges, no program
// execution, and no change to the file system outside the folders in `writable` (device files such
// as those of a GPU and a touch screen stay usable). If the limit for locked memory is unlimited,
// the memory is also locked, so that it is never swapped out. Must be called before any thread is
// started, because Landlock restricts the calling thread and the threads that it starts later.
//
// Returns what could not be restricted, one noun phrase each, to follow "not restricted: ". It is
// empty if all of it succeeded.
std::vector<std::string> restrict_process(const std::vector<std::filesystem::path>& writable);

} // namespace os
