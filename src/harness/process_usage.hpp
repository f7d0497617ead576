// Figures of the kernel and of the memory allocator about this process.
#pragma once

namespace harness {

// Since the start of the process.
struct ProcessUsage {
    double cpu_ms = 0; // user and system time of all threads
    // How often a thread waited and was woken again (voluntary context switches, getrusage(2)).
    long wakeup_count = 0;
};
ProcessUsage process_usage();

// Returns the proportional set size in MiB, or 0 if the kernel does not provide it.
double pss_mb();

// Returns the allocated heap memory in MiB, or 0 if another allocator than glibc's is used.
double heap_mb();

// Returns the number of open file descriptors, including sockets and pipes.
int open_file_count();

// Returns whether there are child processes that were not waited for.
bool has_children();

} // namespace harness
