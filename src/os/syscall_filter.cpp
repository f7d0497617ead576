// The system calls that the kiosk may make once it runs, and why. See sandbox.hpp.
#include "os/sandbox.hpp"

#include <fmt/format.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <initializer_list>
#include <memory>
#include <sched.h>
#include <seccomp.h>
#include <span>
#include <string>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <ucontext.h>
#include <unistd.h>
#include <utility>

namespace os {

namespace {

// Room to think in: memory, also shared with the display, and for libraries that are loaded late.
constexpr std::array memory_syscalls{"brk",    "madvise", "memfd_create", "mincore", "mlock",
                                     "mlock2", "mmap",    "mprotect",     "mremap",  "munlock",
                                     "munmap", "shmat",   "shmctl",       "shmdt",   "shmget"};

// Its own threads, among them those of a GPU driver. A thread may be made, a process may not: see lock_calls().
constexpr std::array thread_syscalls{"exit",
                                     "exit_group",
                                     "futex",
                                     "get_robust_list",
                                     "getpid",
                                     "getpriority",
                                     "gettid",
                                     "kcmp",
                                     "membarrier",
                                     "restart_syscall",
                                     "rseq",
                                     "rt_sigaction",
                                     "rt_sigprocmask",
                                     "rt_sigreturn",
                                     "sched_getaffinity",
                                     "sched_getparam",
                                     "sched_getscheduler",
                                     "sched_setaffinity",
                                     "sched_setscheduler",
                                     "sched_yield",
                                     "set_robust_list",
                                     "setpriority",
                                     "sigaltstack"};

// Sleeping until something happens or is due.
constexpr std::array wait_syscalls{"clock_getres", "clock_gettime",  "clock_nanosleep", "epoll_create1",
                                   "epoll_ctl",    "epoll_pwait",    "epoll_wait",      "eventfd2",
                                   "gettimeofday", "nanosleep",      "pipe2",           "poll",
                                   "ppoll",        "pselect6",       "select",          "signalfd4",
                                   "time",         "timerfd_create", "timerfd_gettime", "timerfd_settime"};

// Fonts, the content, the local time, and devices. How files are opened, and ioctl(): see lock_calls().
constexpr std::array read_syscalls{"access",
                                   "close",
                                   "dup",
                                   "dup3",
                                   "faccessat",
                                   "faccessat2",
                                   "fadvise64",
                                   "fcntl",
                                   "flock",
                                   "fstat",
                                   "fstatfs",
                                   "getcwd",
                                   "getdents64",
                                   "lseek",
                                   "lstat",
                                   "newfstatat",
                                   "pread64",
                                   "read",
                                   "readlink",
                                   "readlinkat",
                                   "readv",
                                   "stat",
                                   "statfs",
                                   "statx",
                                   "inotify_add_watch",
                                   "inotify_init1",
                                   "inotify_rm_watch"};

// The snapshot, the display's socket, and stderr. Which files can be opened for it, Landlock decides.
constexpr std::array write_syscalls{"fallocate", "fdatasync", "fsync",  "ftruncate", "pwrite64", "rename",
                                    "renameat",  "renameat2", "unlink", "unlinkat",  "write",    "writev"};

// Talking to the display and to systemd, over sockets that are files.
constexpr std::array socket_syscalls{"connect",  "getpeername", "getsockname", "getsockopt",
                                     "recvfrom", "recvmmsg",    "recvmsg",     "sendmmsg",
                                     "sendmsg",  "sendto",      "setsockopt",  "shutdown"};

// Who and where it is, whether it has children, and randomness for hash tables.
constexpr std::array identity_syscalls{"getegid",   "geteuid", "getgid",  "getppid", "getrandom", "getrlimit",
                                       "getrusage", "getuid",  "sysinfo", "times",   "uname",     "waitid"};

constexpr int max_syscalls = 1024;
std::array<std::array<char, 24>, max_syscalls> syscall_names;
std::array<std::atomic_flag, max_syscalls> reported;

// Instead of the call: EPERM, and a word to those who look after the kiosk.
void handle_blocked_syscall(int, siginfo_t* info, void* context) {
    auto& registers = static_cast<ucontext_t*>(context)->uc_mcontext;
#if defined(__x86_64__)
    registers.gregs[REG_RAX] = -EPERM;
#elif defined(__aarch64__)
    registers.regs[0] = static_cast<unsigned long long>(-EPERM);
#else
#error "say in which register this machine returns the result of a system call"
#endif
    const int syscall_number = info->si_syscall;
    if (syscall_number < 0 || syscall_number >= max_syscalls ||
        reported[static_cast<std::size_t>(syscall_number)].test_and_set())
        return;
    const auto print = [](const char* text) {
        if (write(STDERR_FILENO, text, std::strlen(text)) < 0) return; // then nobody listens
    };
    print("help-kiosk: refused: ");
    print(syscall_names[static_cast<std::size_t>(syscall_number)].data());
    print("\n");
}

void install_sigsys_handler() {
    for (int syscall_number = 0; syscall_number < max_syscalls; ++syscall_number) {
        char* name = seccomp_syscall_resolve_num_arch(SCMP_ARCH_NATIVE, syscall_number);
        const std::string known = name == nullptr ? fmt::format("system call {}", syscall_number) : name;
        std::free(name);
        auto& entry = syscall_names[static_cast<std::size_t>(syscall_number)];
        known.copy(entry.data(), entry.size() - 1);
    }
    struct sigaction action {};
    action.sa_sigaction = handle_blocked_syscall;
    action.sa_flags = SA_SIGINFO;
    sigaction(SIGSYS, &action, nullptr);
}

constexpr scmp_datum_t int_mask = 0xffffffff; // all that the kernel reads of an int

struct FilterDeleter {
    void operator()(void* filter) const { seccomp_release(filter); }
};
using Filter = std::unique_ptr<void, FilterDeleter>;

bool allow(void* filter, std::span<const char* const> syscalls) {
    for (const char* name : syscalls) {
        const int syscall_number = seccomp_syscall_resolve_name(name);
        // Not every machine has every call: arm64 has no open(), only openat().
        if (syscall_number >= 0 && seccomp_rule_add(filter, SCMP_ACT_ALLOW, syscall_number, 0) != 0)
            return false;
    }
    return true;
}

// What depends on how it is called.
bool allow_conditionally(void* filter) {
    const auto add = [filter](std::uint32_t action, int syscall_number,
                              std::initializer_list<scmp_arg_cmp> conditions) {
        return seccomp_rule_add_array(filter, action, syscall_number, static_cast<unsigned>(conditions.size()),
                                      conditions.begin()) == 0;
    };
    // Which argument, and what about it. The library has macros for this, which are C.
    const scmp_arg_cmp is_thread{0, SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD};
    const scmp_arg_cmp is_process{0, SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0};
    const scmp_arg_cmp is_unix_socket{0, SCMP_CMP_EQ, AF_UNIX, 0};
    const scmp_arg_cmp is_calling_process{0, SCMP_CMP_EQ, 0, 0};
    const scmp_arg_cmp is_datagram{1, SCMP_CMP_MASKED_EQ, 0xf,
                                   SOCK_DGRAM}; // systemd's; the display's is open already
    const scmp_arg_cmp is_this_process{0, SCMP_CMP_EQ, static_cast<scmp_datum_t>(getpid()), 0};
    const scmp_arg_cmp is_set_name{0, SCMP_CMP_MASKED_EQ, int_mask, PR_SET_NAME}; // of a thread
    return add(SCMP_ACT_ALLOW, SCMP_SYS(clone), {is_thread}) &&
           // Without a word: the C library may hold back all signals meanwhile, also the one that refuse()
           // waits for, and the kernel would end the program instead.
           add(SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), {is_process}) &&
           // Its arguments cannot be seen; without it glibc uses clone().
           add(SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), {}) &&
           add(SCMP_ACT_ALLOW, SCMP_SYS(socket), {is_unix_socket, is_datagram}) &&
           add(SCMP_ACT_ALLOW, SCMP_SYS(socketpair), {is_unix_socket}) &&
           add(SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), {is_calling_process}) &&
           add(SCMP_ACT_ALLOW, SCMP_SYS(tgkill), {is_this_process}) &&
           add(SCMP_ACT_ALLOW, SCMP_SYS(prctl), {is_set_name});
}

// Opening a file to read it may not empty it on the way; whether it may be opened to write, Landlock decides.
bool allow_open(void* filter) {
    bool is_allowed = true;
    for (const auto& [name, flags] : {std::pair{"open", 1u}, {"openat", 2u}}) {
        const int syscall_number = seccomp_syscall_resolve_name(name);
        for (const auto& [mask, value] : {std::pair{O_TRUNC, 0}, {O_ACCMODE, O_WRONLY}, {O_ACCMODE, O_RDWR}}) {
            const scmp_arg_cmp condition{flags, SCMP_CMP_MASKED_EQ, static_cast<scmp_datum_t>(mask),
                                         static_cast<scmp_datum_t>(value)};
            is_allowed =
                is_allowed && (syscall_number < 0 ||
                               seccomp_rule_add(filter, SCMP_ACT_ALLOW, syscall_number, 1, condition) == 0);
        }
    }
    return is_allowed;
}

// What GPUs, their buffers and touch screens are asked, by the letter of its kind; of terminals and sockets
// only what they are and what waits there. Nothing types into the terminal that a kiosk on a desk was started
// from.
bool allow_ioctl(void* filter) {
    const int syscall_number = SCMP_SYS(ioctl);
    const auto allow_request = [&](scmp_datum_t mask, scmp_datum_t value) {
        return seccomp_rule_add(filter, SCMP_ACT_ALLOW, syscall_number, 1,
                                scmp_arg_cmp{1, SCMP_CMP_MASKED_EQ, mask, value}) == 0;
    };
    bool is_allowed = true;
    for (const char kind : {'d', 'E', 'b', '>'})
        is_allowed = is_allowed && allow_request(0xff00, static_cast<scmp_datum_t>(kind) << 8);
    for (const int request : {TCGETS, FIONREAD, FIONBIO})
        is_allowed = is_allowed && allow_request(int_mask, static_cast<scmp_datum_t>(request));
    return is_allowed;
}

} // namespace

std::vector<std::string> install_syscall_filter() {
    install_sigsys_handler();
    const Filter filter(seccomp_init(SCMP_ACT_TRAP));
    bool is_installed = filter && seccomp_attr_set(filter.get(), SCMP_FLTATR_CTL_TSYNC, 1) == 0;
    for (const std::span<const char* const> group : std::initializer_list<std::span<const char* const>>{
             memory_syscalls, thread_syscalls, wait_syscalls, read_syscalls, write_syscalls, socket_syscalls,
             identity_syscalls})
        is_installed = is_installed && allow(filter.get(), group);
    is_installed = is_installed && allow_conditionally(filter.get()) && allow_open(filter.get()) &&
                   allow_ioctl(filter.get()) && seccomp_load(filter.get()) == 0;
    if (is_installed) return {};
    return {"system calls (this kernel has no seccomp filters)"};
}

} // namespace os
