// Restricts the system calls that the program can make, with a seccomp filter.
#pragma once

#include <string>
#include <vector>

namespace os {

// Whether the process may make memory executable. A GPU driver generates code for the CPU, and
// loads libraries, at any time; drawing in software does neither after the first frame.
enum class ExecutableMemory { denied, allowed };

// Allows only the system calls that syscall_filter.cpp lists, for all threads and until the process
// exits. Any other one fails with EPERM and does not end the program. Each is reported on stderr
// once, by name. The exceptions are new processes, which fail without a report, and clone3(), which
// fails with ENOSYS so that the C library uses clone() instead.
//
// Call it after the first frame is on the display, because opening the display needs more system
// calls. Returns what could not be restricted, as restrict_process() does.
std::vector<std::string>
install_syscall_filter(ExecutableMemory executable_memory = ExecutableMemory::denied);

} // namespace os
