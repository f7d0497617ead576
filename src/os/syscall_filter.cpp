#include "os/syscall_filter.hpp"

#include <fmt/format.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <iconv.h>
#include <initializer_list>
#include <memory>
#include <sched.h>
#include <seccomp.h>
#include <span>
#include <string>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <ucontext.h>
#include <unistd.h>
#include <utility>

namespace os {

namespace {

// Memory, including memory shared with the display. allow_mapping() allows mmap(), mprotect() and
// shmat().
constexpr std::array memory_syscalls{"brk",    "madvise", "memfd_create", "mincore",
                                     "mlock",  "mlock2",  "mremap",       "munlock",
                                     "munmap", "shmctl",  "shmdt",        "shmget"};

// The program's own threads, including those of a GPU driver. allow_conditionally() allows starting
// a thread, but not a process.
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

// Waiting for an event or a deadline.
constexpr std::array wait_syscalls{
    "clock_getres", "clock_gettime", "clock_nanosleep", "epoll_create1",   "epoll_ctl",
    "epoll_pwait",  "epoll_wait",    "eventfd2",        "gettimeofday",    "nanosleep",
    "pipe2",        "poll",          "ppoll",           "pselect6",        "select",
    "signalfd4",    "time",          "timerfd_create",  "timerfd_gettime", "timerfd_settime"};

// Reading fonts, the content, the time zone and devices. allow_open() and allow_ioctl() allow
// opening files and ioctl().
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

// Writing the snapshot, to the display's socket and to stderr. Landlock decides which files can be
// opened for writing.
constexpr std::array write_syscalls{"fallocate", "fdatasync", "fsync",    "ftruncate",
                                    "pwrite64",  "rename",    "renameat", "renameat2",
                                    "unlink",    "unlinkat",  "write",    "writev"};

// Communication with the display, systemd and the speaker, over Unix sockets.
constexpr std::array socket_syscalls{"connect",  "getpeername", "getsockname", "getsockopt",
                                     "recvfrom", "recvmmsg",    "recvmsg",     "sendmmsg",
                                     "sendmsg",  "sendto",      "setsockopt",  "shutdown"};

// The identity and limits of the process, its children, the system's name, and random numbers for
// hash tables.
constexpr std::array identity_syscalls{"getegid",   "geteuid",   "getgid",    "getppid",
                                       "getrandom", "getrlimit", "getrusage", "getuid",
                                       "sysinfo",   "times",     "uname",     "waitid"};

constexpr int max_syscalls = 1024;
std::array<std::array<char, 24>, max_syscalls> syscall_names;
std::array<std::atomic_flag, max_syscalls> reported;

// Handles SIGSYS, which the filter raises instead of making the system call: returns EPERM to the
// caller, and reports the call on stderr the first time.
void handle_blocked_syscall(int, siginfo_t* info, void* context) {
    auto& registers = static_cast<ucontext_t*>(context)->uc_mcontext;
#if defined(__x86_64__)
    registers.gregs[REG_RAX] = -EPERM;
#elif defined(__aarch64__)
    registers.regs[0] = static_cast<unsigned long long>(-EPERM);
#else
#error "add the register in which this architecture returns the result of a system call"
#endif
    const int syscall_number = info->si_syscall;
    if (syscall_number < 0 || syscall_number >= max_syscalls ||
        reported[static_cast<std::size_t>(syscall_number)].test_and_set())
        return;
    const auto print = [](const char* text) {
        if (write(STDERR_FILENO, text, std::strlen(text)) < 0)
            return; // there is no other way to report it
    };
    print("help-kiosk: blocked system call: ");
    print(syscall_names[static_cast<std::size_t>(syscall_number)].data());
    print("\n");
}

void install_sigsys_handler() {
    for (int syscall_number = 0; syscall_number < max_syscalls; ++syscall_number) {
        char* name = seccomp_syscall_resolve_num_arch(SCMP_ARCH_NATIVE, syscall_number);
        const std::string known_name =
            name == nullptr ? fmt::format("system call {}", syscall_number) : name;
        std::free(name);
        auto& entry = syscall_names[static_cast<std::size_t>(syscall_number)];
        known_name.copy(entry.data(), entry.size() - 1);
    }
    struct sigaction action {};
    action.sa_sigaction = handle_blocked_syscall;
    action.sa_flags = SA_SIGINFO;
    sigaction(SIGSYS, &action, nullptr);
}

// The part of an argument that the kernel reads if the argument is an int.
constexpr scmp_datum_t int_mask = 0xffffffff;

struct FilterDeleter {
    void operator()(void* filter) const { seccomp_release(filter); }
};
using Filter = std::unique_ptr<void, FilterDeleter>;

bool allow(void* filter, std::span<const char* const> syscalls) {
    for (const char* name : syscalls) {
        const int syscall_number = seccomp_syscall_resolve_name(name);
        // Some architectures do not have every system call: arm64 has openat(), but no open().
        if (syscall_number >= 0 && seccomp_rule_add(filter, SCMP_ACT_ALLOW, syscall_number, 0) != 0)
            return false;
    }
    return true;
}

// Allows system calls for some values of their arguments only.
bool allow_conditionally(void* filter) {
    const auto add = [filter](std::uint32_t action, int syscall_number,
                              std::initializer_list<scmp_arg_cmp> conditions) {
        return seccomp_rule_add_array(filter, action, syscall_number,
                                      static_cast<unsigned>(conditions.size()),
                                      conditions.begin()) == 0;
    };
    // Each condition has the index of an argument, the comparison and its operands. The macros of
    // libseccomp for this are only valid in C.
    const scmp_arg_cmp is_thread{0, SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD};
    const scmp_arg_cmp is_process{0, SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0};
    const scmp_arg_cmp is_unix_socket{0, SCMP_CMP_EQ, AF_UNIX, 0};
    const scmp_arg_cmp is_calling_process{0, SCMP_CMP_EQ, 0, 0};
    // systemd's sockets are datagram sockets, and the speaker's socket keeps packets apart. The
    // socket of the display, which is neither, is open already.
    const scmp_arg_cmp is_datagram{1, SCMP_CMP_MASKED_EQ, 0xf, SOCK_DGRAM};
    const scmp_arg_cmp keeps_packets{1, SCMP_CMP_MASKED_EQ, 0xf, SOCK_SEQPACKET};
    const scmp_arg_cmp is_this_process{0, SCMP_CMP_EQ, static_cast<scmp_datum_t>(getpid()), 0};
    // Sets the name of a thread.
    const scmp_arg_cmp is_set_name{0, SCMP_CMP_MASKED_EQ, int_mask, PR_SET_NAME};
    return add(SCMP_ACT_ALLOW, SCMP_SYS(clone), {is_thread}) &&
           // Denied without raising SIGSYS: the C library may block all signals while it starts a
           // process, and the kernel ends a program whose SIGSYS is blocked.
           add(SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), {is_process}) &&
           // A filter cannot check the arguments of clone3(), because they are in memory. After
           // ENOSYS, the C library uses clone().
           add(SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), {}) &&
           add(SCMP_ACT_ALLOW, SCMP_SYS(socket), {is_unix_socket, is_datagram}) &&
           add(SCMP_ACT_ALLOW, SCMP_SYS(socket), {is_unix_socket, keeps_packets}) &&
           add(SCMP_ACT_ALLOW, SCMP_SYS(socketpair), {is_unix_socket}) &&
           add(SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), {is_calling_process}) &&
           add(SCMP_ACT_ALLOW, SCMP_SYS(tgkill), {is_this_process}) &&
           add(SCMP_ACT_ALLOW, SCMP_SYS(prctl), {is_set_name});
}

// Allows opening a file, but not for reading together with O_TRUNC, which would empty it. Landlock
// decides which files may be opened for writing.
bool allow_open(void* filter) {
    bool is_allowed = true;
    for (const auto& [name, flags] : {std::pair{"open", 1u}, {"openat", 2u}}) {
        const int syscall_number = seccomp_syscall_resolve_name(name);
        for (const auto& [mask, value] :
             {std::pair{O_TRUNC, 0}, {O_ACCMODE, O_WRONLY}, {O_ACCMODE, O_RDWR}}) {
            const scmp_arg_cmp condition{flags, SCMP_CMP_MASKED_EQ, static_cast<scmp_datum_t>(mask),
                                         static_cast<scmp_datum_t>(value)};
            is_allowed = is_allowed && (syscall_number < 0 ||
                                        seccomp_rule_add(filter, SCMP_ACT_ALLOW, syscall_number, 1,
                                                         condition) == 0);
        }
    }
    return is_allowed;
}

// Allows mapping memory, and making it executable only if that is allowed. The third argument of
// all three calls has the bit that decides.
bool allow_mapping(void* filter, ExecutableMemory executable_memory) {
    bool is_allowed = true;
    for (const auto& [syscall_number, bit] : {std::pair{SCMP_SYS(mmap), PROT_EXEC},
                                              {SCMP_SYS(mprotect), PROT_EXEC},
                                              {SCMP_SYS(shmat), SHM_EXEC}}) {
        const auto mask =
            static_cast<scmp_datum_t>(executable_memory == ExecutableMemory::denied ? bit : 0);
        const scmp_arg_cmp is_not_executable{2, SCMP_CMP_MASKED_EQ, mask, 0};
        is_allowed = is_allowed && seccomp_rule_add(filter, SCMP_ACT_ALLOW, syscall_number, 1,
                                                    is_not_executable) == 0;
    }
    return is_allowed;
}

// Allows the ioctl() requests for GPUs ('d'), input devices ('E'), GPU buffers ('b') and GPU fences
// ('>'), which are identified by the letter of their group. For terminals and sockets, only three
// requests are allowed: the terminal's attributes, the number of available bytes, and nonblocking
// mode. No request can insert input into the terminal that the viewer was started from.
bool allow_ioctl(void* filter) {
    const int syscall_number = SCMP_SYS(ioctl);
    const auto allow_request = [&](scmp_datum_t mask, scmp_datum_t value) {
        return seccomp_rule_add(filter, SCMP_ACT_ALLOW, syscall_number, 1,
                                scmp_arg_cmp{1, SCMP_CMP_MASKED_EQ, mask, value}) == 0;
    };
    bool is_allowed = true;
    for (const char group : {'d', 'E', 'b', '>'})
        is_allowed = is_allowed && allow_request(0xff00, static_cast<scmp_datum_t>(group) << 8);
    for (const int request : {TCGETS, FIONREAD, FIONBIO})
        is_allowed = is_allowed && allow_request(int_mask, static_cast<scmp_datum_t>(request));
    return is_allowed;
}

// Makes the C library load its converter for Latin-1, which is a shared library, while memory may
// still become executable. SDL converts the names of keys with it when the first key is pressed.
// The conversion stays open until the process exits, so that the library stays loaded.
void load_latin1_converter() {
    [[maybe_unused]] static const iconv_t conversion = iconv_open("UTF-8", "ISO-8859-1");
}

} // namespace

std::vector<std::string> install_syscall_filter(ExecutableMemory executable_memory) {
    load_latin1_converter();
    install_sigsys_handler();
    const Filter filter(seccomp_init(SCMP_ACT_TRAP));
    bool is_installed = filter && seccomp_attr_set(filter.get(), SCMP_FLTATR_CTL_TSYNC, 1) == 0;
    for (const std::span<const char* const> group :
         std::initializer_list<std::span<const char* const>>{
             memory_syscalls, thread_syscalls, wait_syscalls, read_syscalls, write_syscalls,
             socket_syscalls, identity_syscalls})
        is_installed = is_installed && allow(filter.get(), group);
    is_installed = is_installed && allow_conditionally(filter.get()) && allow_open(filter.get()) &&
                   allow_mapping(filter.get(), executable_memory) && allow_ioctl(filter.get()) &&
                   seccomp_load(filter.get()) == 0;
    if (is_installed) return {};
    return {"system calls (this kernel has no seccomp filters)"};
}

} // namespace os
