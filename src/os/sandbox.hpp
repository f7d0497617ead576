// Locks that the kiosk puts on itself, so that even a program gone wrong keeps its promises: it writes no file
// but the snapshot, reaches no network, starts no other program, and leaves no copy of its memory.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace os {

// No core dump, no debugger, no swap where the limit of locked memory allows that, no new privileges, and
// nothing on the disk can be changed but what is in `writable`. For good. To be called before any thread is
// started. Returns what could not be locked, one line each.
std::vector<std::string> restrict_process(const std::vector<std::filesystem::path>& writable);

// From now on, for good and for all threads, the kernel is asked only for what calls.cpp lists. Anything else
// fails with EPERM and is reported on stderr, once for each kind, but for a new process, which is just refused;
// it does not end the program. Call it when the display is open. Returns what could not be locked.
std::vector<std::string> install_syscall_filter();

} // namespace os
