// The system calls that the kiosk may make once it runs, and why. See sandbox.hpp.
#include "platform/sandbox.hpp"

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

namespace platform {

namespace {

// Room to think in: memory, also shared with the display, and for libraries that are loaded late.
constexpr std::array memory{"brk",    "madvise", "memfd_create", "mincore", "mlock",
                            "mlock2", "mmap",    "mprotect",     "mremap",  "munlock",
                            "munmap", "shmat",   "shmctl",       "shmdt",   "shmget"};

// Its own threads, among them those of a GPU driver. A thread may be made, a process may not: see lock_calls().
constexpr std::array threads{"exit",
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
constexpr std::array waiting{"clock_getres", "clock_gettime",  "clock_nanosleep", "epoll_create1",
                             "epoll_ctl",    "epoll_pwait",    "epoll_wait",      "eventfd2",
                             "gettimeofday", "nanosleep",      "pipe2",           "poll",
                             "ppoll",        "pselect6",       "select",          "signalfd4",
                             "time",         "timerfd_create", "timerfd_gettime", "timerfd_settime"};

// Fonts, the content, the local time, and devices. How files are opened, and ioctl(): see lock_calls().
constexpr std::array reading{"access",
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
constexpr std::array writing{"fallocate", "fdatasync", "fsync",  "ftruncate", "pwrite64", "rename",
                             "renameat",  "renameat2", "unlink", "unlinkat",  "write",    "writev"};

// Talking to the display and to systemd, over sockets that are files.
constexpr std::array talking{"connect", "getpeername", "getsockname", "getsockopt", "recvfrom",   "recvmmsg",
                             "recvmsg", "sendmmsg",    "sendmsg",     "sendto",     "setsockopt", "shutdown"};

// Who and where it is, whether it has children, and randomness for hash tables.
constexpr std::array knowing{"getegid",   "geteuid", "getgid",  "getppid", "getrandom", "getrlimit",
                             "getrusage", "getuid",  "sysinfo", "times",   "uname",     "waitid"};

constexpr int most_calls = 1024;
std::array<std::array<char, 24>, most_calls> names;
std::array<std::atomic_flag, most_calls> reported;

// Instead of the call: EPERM, and a word to those who look after the kiosk.
void refuse(int, siginfo_t* info, void* context) {
    auto& machine = static_cast<ucontext_t*>(context)->uc_mcontext;
#if defined(__x86_64__)
    machine.gregs[REG_RAX] = -EPERM;
#elif defined(__aarch64__)
    machine.regs[0] = static_cast<unsigned long long>(-EPERM);
#else
#error "say in which register this machine returns the result of a system call"
#endif
    const int call = info->si_syscall;
    if (call < 0 || call >= most_calls || reported[static_cast<std::size_t>(call)].test_and_set()) return;
    const auto say = [](const char* text) {
        if (write(STDERR_FILENO, text, std::strlen(text)) < 0) return; // then nobody listens
    };
    say("help-kiosk: refused: ");
    say(names[static_cast<std::size_t>(call)].data());
    say("\n");
}

void catch_refusals() {
    for (int call = 0; call < most_calls; ++call) {
        char* name = seccomp_syscall_resolve_num_arch(SCMP_ARCH_NATIVE, call);
        const std::string known = name == nullptr ? fmt::format("system call {}", call) : name;
        std::free(name);
        auto& kept = names[static_cast<std::size_t>(call)];
        known.copy(kept.data(), kept.size() - 1);
    }
    struct sigaction action {};
    action.sa_sigaction = refuse;
    action.sa_flags = SA_SIGINFO;
    sigaction(SIGSYS, &action, nullptr);
}

constexpr scmp_datum_t low_half = 0xffffffff; // all that the kernel reads of an int

struct Release {
    void operator()(void* filter) const { seccomp_release(filter); }
};
using Filter = std::unique_ptr<void, Release>;

bool allow(void* filter, std::span<const char* const> calls) {
    for (const char* name : calls) {
        const int call = seccomp_syscall_resolve_name(name);
        // Not every machine has every call: arm64 has no open(), only openat().
        if (call >= 0 && seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0) != 0) return false;
    }
    return true;
}

// What depends on how it is called.
bool allow_with_care(void* filter) {
    const auto add = [filter](std::uint32_t action, int call, std::initializer_list<scmp_arg_cmp> when) {
        return seccomp_rule_add_array(filter, action, call, static_cast<unsigned>(when.size()), when.begin()) ==
               0;
    };
    // Which argument, and what about it. The library has macros for this, which are C.
    const scmp_arg_cmp is_thread{0, SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD};
    const scmp_arg_cmp is_process{0, SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0};
    const scmp_arg_cmp is_local{0, SCMP_CMP_EQ, AF_UNIX, 0};
    const scmp_arg_cmp is_own{0, SCMP_CMP_EQ, 0, 0};
    const scmp_arg_cmp is_notice{1, SCMP_CMP_MASKED_EQ, 0xf,
                                 SOCK_DGRAM}; // systemd's; the display's is open already
    const scmp_arg_cmp is_in_here{0, SCMP_CMP_EQ, static_cast<scmp_datum_t>(getpid()), 0};
    const scmp_arg_cmp is_name{0, SCMP_CMP_MASKED_EQ, low_half, PR_SET_NAME}; // of a thread
    return add(SCMP_ACT_ALLOW, SCMP_SYS(clone), {is_thread}) &&
           // Without a word: the C library may hold back all signals meanwhile, also the one that refuse()
           // waits for, and the kernel would end the program instead.
           add(SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), {is_process}) &&
           // Its arguments cannot be seen; without it glibc uses clone().
           add(SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), {}) &&
           add(SCMP_ACT_ALLOW, SCMP_SYS(socket), {is_local, is_notice}) &&
           add(SCMP_ACT_ALLOW, SCMP_SYS(socketpair), {is_local}) &&
           add(SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), {is_own}) &&
           add(SCMP_ACT_ALLOW, SCMP_SYS(tgkill), {is_in_here}) &&
           add(SCMP_ACT_ALLOW, SCMP_SYS(prctl), {is_name});
}

// Opening a file to read it may not empty it on the way; whether it may be opened to write, Landlock decides.
bool allow_opening(void* filter) {
    bool allowed = true;
    for (const auto& [name, flags] : {std::pair{"open", 1u}, {"openat", 2u}}) {
        const int call = seccomp_syscall_resolve_name(name);
        for (const auto& [mask, value] : {std::pair{O_TRUNC, 0}, {O_ACCMODE, O_WRONLY}, {O_ACCMODE, O_RDWR}}) {
            const scmp_arg_cmp when{flags, SCMP_CMP_MASKED_EQ, static_cast<scmp_datum_t>(mask),
                                    static_cast<scmp_datum_t>(value)};
            allowed = allowed && (call < 0 || seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 1, when) == 0);
        }
    }
    return allowed;
}

// What GPUs, their buffers and touch screens are asked, by the letter of its kind; of terminals and sockets
// only what they are and what waits there. Nothing types into the terminal that a kiosk on a desk was started
// from.
bool allow_asking(void* filter) {
    const int call = SCMP_SYS(ioctl);
    const auto ask = [&](scmp_datum_t mask, scmp_datum_t value) {
        return seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 1,
                                scmp_arg_cmp{1, SCMP_CMP_MASKED_EQ, mask, value}) == 0;
    };
    bool allowed = true;
    for (const char kind : {'d', 'E', 'b', '>'})
        allowed = allowed && ask(0xff00, static_cast<scmp_datum_t>(kind) << 8);
    for (const int question : {TCGETS, FIONREAD, FIONBIO})
        allowed = allowed && ask(low_half, static_cast<scmp_datum_t>(question));
    return allowed;
}

} // namespace

std::vector<std::string> lock_calls() {
    catch_refusals();
    const Filter filter(seccomp_init(SCMP_ACT_TRAP));
    bool locked = filter && seccomp_attr_set(filter.get(), SCMP_FLTATR_CTL_TSYNC, 1) == 0;
    for (const std::span<const char* const> group : std::initializer_list<std::span<const char* const>>{
             memory, threads, waiting, reading, writing, talking, knowing})
        locked = locked && allow(filter.get(), group);
    locked = locked && allow_with_care(filter.get()) && allow_opening(filter.get()) &&
             allow_asking(filter.get()) && seccomp_load(filter.get()) == 0;
    if (locked) return {};
    return {"system calls (this kernel has no seccomp filters)"};
}

} // namespace platform
