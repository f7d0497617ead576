// What the kernel counts about this process.
#pragma once

namespace harness {

struct ProcessUsage {
    double cpu_ms = 0;     // user and system
    long wakeup_count = 0; // times it went to sleep and was woken
};
ProcessUsage process_usage();

double pss_mb();  // proportional set size; 0: the kernel does not say
double heap_mb(); // in use; 0: another allocator is in place

int open_file_count(); // sockets and pipes count too
bool has_children();   // processes that this one started and that have not been waited for

// Runs this program again in this process, noting the time just before, so that ms_since_start() counts the
// loading of the program too. Returns only in the second run.
void restart_to_measure_start();
double ms_since_start(); // throws std::runtime_error without restart_to_measure_start()

} // namespace harness
