// Each test runs in a child process, because restrictions cannot be removed.
#include "os/sandbox.hpp"

#include "os/syscall_filter.hpp"
#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <cerrno>
#include <fcntl.h>
#include <functional>
#include <netinet/in.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace {

// Returns whether `claim` is true in a restricted child process that may write to `folder`. The
// child's stderr is stored in `stderr_text`.
bool holds_when_restricted(const test::TemporaryFolder& folder, const std::function<bool()>& claim,
                           std::string* stderr_text = nullptr,
                           os::ExecutableMemory executable_memory = os::ExecutableMemory::denied) {
    const auto log = folder / "stderr";
    const pid_t child = fork();
    if (child == 0) {
        dup2(open(log.c_str(), O_WRONLY | O_CREAT, 0600), STDERR_FILENO);
        os::restrict_process({folder.path()});
        os::install_syscall_filter(executable_memory);
        _exit(claim() ? 0 : 1);
    }
    int status = -1;
    waitpid(child, &status, 0);
    if (stderr_text != nullptr) *stderr_text = test::read_file(log);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool fails_with(int expected, long result) {
    return result < 0 && errno == expected;
}

struct Mapping {
    std::string name;
    // Makes the memory of `file`, or of a page that is writable, readable and executable if
    // `protection` says so.
    std::function<bool(int file, void* page, int protection)> map;
};

bool is_mapped(const void* address) {
    return address != MAP_FAILED || errno != EPERM;
}

// Every way to get executable memory.
const std::vector<Mapping>& mappings() {
    static const std::vector<Mapping> list{
        {"mmap, no file",
         [](int, void*, int protection) {
             return is_mapped(mmap(nullptr, 4096, protection, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
         }},
        {"mmap, writable",
         [](int, void*, int protection) {
             return is_mapped(
                 mmap(nullptr, 4096, protection | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
         }},
        {"mmap, a file",
         [](int file, void*, int protection) {
             return is_mapped(mmap(nullptr, 4096, protection, MAP_PRIVATE, file, 0));
         }},
        {"mmap, a shared file",
         [](int file, void*, int protection) {
             return is_mapped(mmap(nullptr, 4096, protection, MAP_SHARED, file, 0));
         }},
        {"mmap, memory as a file",
         [](int, void*, int protection) {
             const int memory = memfd_create("memory", 0);
             return ftruncate(memory, 4096) == 0 &&
                    is_mapped(mmap(nullptr, 4096, protection, MAP_SHARED, memory, 0));
         }},
        {"mprotect",
         [](int, void* page, int protection) { return mprotect(page, 4096, protection) == 0; }},
        {"shmat", [](int, void*, int protection) {
             const int id = shmget(IPC_PRIVATE, 4096, IPC_CREAT | 0700);
             const void* address = shmat(id, nullptr, protection & PROT_EXEC ? SHM_EXEC : 0);
             shmctl(id, IPC_RMID, nullptr);
             return is_mapped(address);
         }}};
    return list;
}

} // namespace

TEST_CASE("a restricted process cannot make memory executable") {
    const test::TemporaryFolder folder;
    const int file = open("/proc/self/exe", O_RDONLY);
    void* page = mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    const auto succeeds = [&](const Mapping& mapping, int protection,
                              os::ExecutableMemory executable_memory) {
        return holds_when_restricted(
            folder, [&] { return mapping.map(file, page, protection); }, nullptr,
            executable_memory);
    };
    for (const Mapping& mapping : mappings()) {
        CAPTURE(mapping.name);
        CHECK(succeeds(mapping, PROT_READ, os::ExecutableMemory::denied));
        CHECK_FALSE(succeeds(mapping, PROT_READ | PROT_EXEC, os::ExecutableMemory::denied));
        CHECK_FALSE(succeeds(mapping, PROT_EXEC, os::ExecutableMemory::denied));
        CHECK(succeeds(mapping, PROT_READ | PROT_EXEC, os::ExecutableMemory::allowed));
    }
    // Memory protection keys are another way to change the protection.
    CHECK(holds_when_restricted(folder, [&] {
        return fails_with(EPERM, syscall(SYS_pkey_mprotect, page, 4096, PROT_READ, -1));
    }));
    munmap(page, 4096);
    close(file);
}

TEST_CASE("a restricted process cannot open a network socket") {
    const test::TemporaryFolder folder;
    for (const int family : {AF_INET, AF_INET6, AF_NETLINK, AF_PACKET})
        CHECK(holds_when_restricted(
            folder, [=] { return fails_with(EPERM, socket(family, SOCK_DGRAM, 0)); }));
    // Notifications to systemd and the connection to the speaker still work, but no connection to
    // other local programs.
    CHECK(holds_when_restricted(folder,
                                [] { return socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0) >= 0; }));
    CHECK(holds_when_restricted(
        folder, [] { return socket(AF_UNIX, SOCK_SEQPACKET | SOCK_NONBLOCK, 0) >= 0; }));
    CHECK(holds_when_restricted(
        folder, [] { return fails_with(EPERM, socket(AF_INET, SOCK_SEQPACKET, 0)); }));
    CHECK(holds_when_restricted(folder,
                                [] { return fails_with(EPERM, socket(AF_UNIX, SOCK_STREAM, 0)); }));
}

TEST_CASE("a restricted process cannot fork or start another program") {
    const test::TemporaryFolder folder;
    CHECK(holds_when_restricted(folder, [] { return fails_with(EPERM, fork()); }));
    CHECK(holds_when_restricted(
        folder, [] { return fails_with(EPERM, execl("/bin/true", "true", nullptr)); }));
}

TEST_CASE("a restricted process can start a thread") {
    const test::TemporaryFolder folder;
    CHECK(holds_when_restricted(folder, [] {
        bool ran = false;
        std::thread([&ran] { ran = true; }).join();
        return ran;
    }));
}

TEST_CASE("a restricted process cannot trace other programs") {
    const test::TemporaryFolder folder;
    CHECK(holds_when_restricted(folder, [] {
        return fails_with(EPERM, ptrace(PTRACE_ATTACH, getppid(), nullptr, nullptr));
    }));
}

TEST_CASE("a restricted process can write files in its writable folder only") {
    const test::TemporaryFolder folder, other;
    const std::string inside = folder / "inside", outside = other / "outside";
    CHECK(holds_when_restricted(
        folder, [&] { return open(inside.c_str(), O_WRONLY | O_CREAT, 0600) >= 0; }));
    CHECK(holds_when_restricted(
        folder, [&] { return rename(inside.c_str(), (inside + "2").c_str()) == 0; }));
    CHECK(holds_when_restricted(folder, [&] {
        return fails_with(EACCES, open(outside.c_str(), O_WRONLY | O_CREAT, 0600));
    }));
    test::write_file(outside, "kept");
    CHECK(holds_when_restricted(
        folder, [&] { return fails_with(EACCES, open(outside.c_str(), O_WRONLY)); }));
    CHECK(
        holds_when_restricted(folder, [&] { return fails_with(EACCES, unlink(outside.c_str())); }));
    CHECK(holds_when_restricted(folder, [&] { return open(outside.c_str(), O_RDONLY) >= 0; }));
    CHECK(holds_when_restricted(folder,
                                [&] { return open(outside.c_str(), O_RDONLY | O_TRUNC) < 0; }));
    CHECK(holds_when_restricted(folder,
                                [&] { return fails_with(EPERM, truncate(outside.c_str(), 0)); }));
    CHECK(test::read_file(outside) == "kept");
}

TEST_CASE("a restricted process cannot insert input into its terminal") {
    const test::TemporaryFolder folder;
    for (const unsigned long request :
         {0x5412UL, 0x5412UL | 1UL << 32, 0x541cUL}) // TIOCSTI, TIOCLINUX
        CHECK(holds_when_restricted(folder, [=] {
            char letter = 'x';
            return fails_with(EPERM, syscall(SYS_ioctl, 0, request, &letter));
        }));
    CHECK(holds_when_restricted(folder, [] { return isatty(0) == 1 || errno != EPERM; }));
}

TEST_CASE("a restricted process cannot signal other programs, and they cannot read its memory") {
    const test::TemporaryFolder folder;
    CHECK(holds_when_restricted(
        folder, [] { return fails_with(EPERM, syscall(SYS_tgkill, getppid(), getppid(), 0)); }));
    CHECK(
        holds_when_restricted(folder, [] { return fails_with(EPERM, prctl(PR_SET_DUMPABLE, 1)); }));
    const pid_t child = fork();
    if (child == 0) {
        os::restrict_process({});
        _exit(prctl(PR_GET_DUMPABLE));
    }
    int status = -1;
    waitpid(child, &status, 0);
    CHECK(WEXITSTATUS(status) == 0);
}

TEST_CASE("a restricted process leaves no core dump") {
    const test::TemporaryFolder folder;
    CHECK(holds_when_restricted(folder, [] {
        rlimit limit{1, 1};
        getrlimit(RLIMIT_CORE, &limit);
        return limit.rlim_max == 0;
    }));
}

TEST_CASE("a blocked system call is reported once, by name") {
    const test::TemporaryFolder folder;
    std::string stderr_text;
    CHECK(holds_when_restricted(
        folder,
        [] {
            for (int i = 0; i < 3; ++i) socket(AF_INET, SOCK_STREAM, 0);
            return true;
        },
        &stderr_text));
    CHECK(stderr_text == "help-kiosk: blocked system call: socket\n");
}
