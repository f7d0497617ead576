#include "harness/process_usage.hpp"

#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <malloc.h>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>

namespace harness {

ProcessUsage process_usage() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    timespec cpu{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &cpu);
    return {static_cast<double>(cpu.tv_sec) * 1000 + static_cast<double>(cpu.tv_nsec) / 1e6,
            usage.ru_nvcsw};
}

double pss_mb() {
    std::ifstream file("/proc/self/smaps_rollup");
    for (std::string token; file >> token;) {
        double kilobytes = 0;
        if (token == "Pss:" && file >> kilobytes) return kilobytes / 1024;
    }
    return 0;
}

double heap_mb() {
    const auto heap = mallinfo2();
    return static_cast<double>(heap.uordblks + heap.hblkhd) / (1 << 20);
}

int open_file_count() {
    const std::filesystem::directory_iterator all("/proc/self/fd");
    return static_cast<int>(std::distance(begin(all), end(all))) -
           1; // one is open to list the folder
}

bool has_children() {
    siginfo_t unused{};
    return waitid(P_ALL, 0, &unused, WEXITED | WNOHANG | WNOWAIT) == 0;
}

} // namespace harness
