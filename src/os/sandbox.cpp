#include "os/sandbox.hpp"

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace os {

namespace {

namespace fs = std::filesystem;

// Everything that changes the file system, and starting programs. Reading is not restricted,
// because fonts may be in any folder.
constexpr std::uint64_t write_access =
    LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR |
    LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_DIR |
    LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO |
    LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM;
constexpr std::uint64_t snapshot_access =
    LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_REG;

// Returns the access right of truncating a file, or 0 if the kernel does not have it. The system
// call filter also denies truncate(), and O_TRUNC when a file is opened for reading.
std::uint64_t truncate_access() {
    // LANDLOCK_ACCESS_FS_TRUNCATE, which the headers of older systems do not define.
    constexpr std::uint64_t access_right = 1u << 14;
    constexpr int min_abi_version = 3;
    return syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION) >=
                   min_abi_version
               ? access_right
               : 0;
}

void allow(int ruleset, const fs::path& path, std::uint64_t access) {
    landlock_path_beneath_attr rule{};
    rule.allowed_access = access;
    rule.parent_fd = open(path.c_str(), O_PATH | O_CLOEXEC);
    if (rule.parent_fd < 0) return; // a missing file cannot be written
    syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    close(rule.parent_fd);
}

bool restrict_file_writes(const std::vector<fs::path>& writable) {
    landlock_ruleset_attr attributes{};
    attributes.handled_access_fs = write_access | truncate_access();
    const auto ruleset =
        static_cast<int>(syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0));
    if (ruleset < 0) return false;
    for (const fs::path& folder : writable)
        allow(ruleset, folder, snapshot_access | truncate_access());
    // GPUs are in /dev/dri, touch screens in /dev/input.
    for (const char* device : {"/dev/null", "/dev/dri", "/dev/input"})
        allow(ruleset, device, LANDLOCK_ACCESS_FS_WRITE_FILE | truncate_access());
    const bool is_restricted = syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
    close(ruleset);
    return is_restricted;
}

// Locks the memory only if the limit is unlimited, as it is on the station. With a small limit, a
// later allocation would fail.
bool lock_memory() {
    rlimit limit{};
    getrlimit(RLIMIT_MEMLOCK, &limit);
    return limit.rlim_cur == RLIM_INFINITY && mlockall(MCL_CURRENT | MCL_FUTURE | MCL_ONFAULT) == 0;
}

} // namespace

std::vector<std::string> restrict_process(const std::vector<fs::path>& writable) {
    std::vector<std::string> failures;
    const auto record = [&failures](bool has_succeeded, const char* restriction) {
        if (!has_succeeded) failures.emplace_back(restriction);
    };
    const rlimit no_core_dump{0, 0};
    rlimit core{};
    // systemd may have set the limit already, and may then deny setting it again.
    getrlimit(RLIMIT_CORE, &core);
    record(core.rlim_max == 0 || setrlimit(RLIMIT_CORE, &no_core_dump) == 0, "core dumps");
    record(prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0, "access to its memory by other programs");
    record(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0, "new privileges");
    record(restrict_file_writes(writable), "file writes (this kernel has no Landlock)");
    record(lock_memory(), "swapping its memory");
    return failures;
}

} // namespace os
