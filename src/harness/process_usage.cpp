#include "harness/process_usage.hpp"

#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <malloc.h>
#include <stdexcept>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace harness {

namespace {

constexpr const char* start_variable = "HELP_KIOSK_STARTED_NS";

long long now_ns() {
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1'000'000'000LL + now.tv_nsec;
}

std::vector<std::string> command_line() {
    std::ifstream file("/proc/self/cmdline", std::ios::binary);
    std::vector<std::string> args;
    for (std::string arg; std::getline(file, arg, '\0');) args.push_back(arg);
    return args;
}

} // namespace

ProcessUsage process_usage() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    timespec cpu{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &cpu);
    return {static_cast<double>(cpu.tv_sec) * 1000 + static_cast<double>(cpu.tv_nsec) / 1e6, usage.ru_nvcsw};
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
    return static_cast<int>(std::distance(begin(all), end(all))) - 1; // reading the folder takes one
}

bool has_children() {
    siginfo_t unused{};
    return waitid(P_ALL, 0, &unused, WEXITED | WNOHANG | WNOWAIT) == 0;
}

void restart_to_measure_start() {
    if (std::getenv(start_variable) != nullptr) return;
    std::vector<std::string> args = command_line();
    std::vector<char*> argv;
    argv.reserve(args.size() + 1);
    for (std::string& arg : args) argv.push_back(arg.data());
    argv.push_back(nullptr);
    setenv(start_variable, std::to_string(now_ns()).c_str(), 1);
    execv("/proc/self/exe", argv.data());
    throw std::runtime_error("cannot start itself again to measure its start");
}

double ms_since_start() {
    const char* started = std::getenv(start_variable);
    if (started == nullptr) throw std::runtime_error("the start was not noted");
    return static_cast<double>(now_ns() - std::atoll(started)) / 1e6;
}

} // namespace harness
