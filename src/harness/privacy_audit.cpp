#include "harness/privacy_audit.hpp"

#include "harness/memory_scanner.hpp"
#include "harness/process_usage.hpp"
#include "harness/temporary_folder.hpp"
#include "harness/walkthrough.hpp"
#include "os/sandbox.hpp"
#include "os/wipe_on_free.hpp"
#include "preview/screen_list.hpp"
#include "reload/content_reloader.hpp"
#include "text/surface.hpp"
#include "ui/strings.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <fcntl.h>
#include <filesystem>
#include <numeric>
#include <set>
#include <stdexcept>
#include <string_view>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace harness {

namespace {

namespace fs = std::filesystem;

// Runs `work` in a child process, and appends to `output` what it writes to `out`. Returns false if
// `work` returns false or throws; the child prints the error on stderr.
bool run_in_child(const std::function<bool(std::FILE* out)>& work, std::string* output = nullptr) {
    int ends[2];
    if (pipe(ends) != 0) throw std::runtime_error("cannot create a pipe");
    std::fflush(stdout); // or else the child prints the buffer again
    const pid_t child = fork();
    if (child < 0) throw std::runtime_error("cannot create a child process");
    if (child == 0) {
        close(ends[0]);
        std::FILE* out = fdopen(ends[1], "w");
        bool has_succeeded = false;
        try {
            has_succeeded = work(out);
        } catch (const std::exception& error) {
            fmt::print(stderr, "help-kiosk: {}\n", error.what());
        }
        std::fclose(out);
        std::fflush(stdout);
        _exit(has_succeeded ? 0 : 1);
    }
    close(ends[1]);
    char buffer[4096];
    for (ssize_t got = 0; (got = read(ends[0], buffer, sizeof buffer)) > 0;)
        if (output != nullptr) output->append(buffer, static_cast<std::size_t>(got));
    close(ends[0]);
    int status = -1;
    waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

// Appends the length of a pattern and the inverted pattern.
void append_pattern(std::string& patterns, const void* data, std::size_t bytes) {
    patterns.append(reinterpret_cast<const char*>(&bytes), sizeof bytes);
    patterns += invert_bits({static_cast<const char*>(data), bytes});
}

// Appends parts of pixel rows with many colors, which do not occur by chance. They begin at an
// edge, because a scan is fast if few places in memory begin like a pattern.
void append_picture_patterns(std::string& patterns, const SDL_Surface& picture) {
    constexpr std::size_t width = 32; // pixels
    constexpr int row_step = 37;
    constexpr std::size_t min_colors = 12;
    for (int y = row_step; y < picture.h; y += row_step) {
        const auto row = text::pixel_row(picture, y);
        for (std::size_t x = 1; x + width <= row.size(); ++x) {
            if (row[x] == row[x - 1] || row[x] == row[x + 1]) continue;
            const auto piece = row.subspan(x, width);
            if (std::set(piece.begin(), piece.end()).size() < min_colors) continue;
            append_pattern(patterns, piece.data(), piece.size_bytes());
            break;
        }
    }
}

// Writes the length of a string and the string.
void write_string(std::FILE* out, const std::string& bytes) {
    const std::size_t size = bytes.size();
    std::fwrite(&size, sizeof size, 1, out);
    std::fwrite(bytes.data(), 1, size, out);
}

// Removes the first string from `bytes`, which must begin with its length, and returns it.
std::string_view take_first(std::string_view& bytes) {
    std::size_t size = 0;
    std::memcpy(&size, bytes.data(), sizeof size);
    const std::string_view first = bytes.substr(sizeof size, size);
    bytes.remove_prefix(sizeof size + size);
    return first;
}

bool write_visit_patterns(const std::shared_ptr<const content::Content>& content,
                          DisplayMode display_mode, std::FILE* out) {
    SimulatedKiosk simulation(content, std::nullopt, display_mode);
    simulation.run_pending();
    VisitPatterns patterns;
    visit_everything(simulation, [&] {
        for (const ui::OutlineNode& node : simulation.kiosk().outline())
            append_pattern(patterns.texts, node.text.data(), node.text.size());
        if (const auto picture = simulation.screenshot())
            append_picture_patterns(patterns.pictures, *picture);
    });
    write_string(out, patterns.texts);
    write_string(out, patterns.pictures);
    return true;
}

MemoryScanner make_scanner(std::string_view patterns) {
    MemoryScanner scanner;
    while (!patterns.empty()) scanner.add_inverted_pattern(take_first(patterns));
    return scanner;
}

// Reports results, and records whether all of them have passed.
class AuditReport {
public:
    explicit AuditReport(const ReportAuditResult& report_result) : report_result_(report_result) {}

    void add_result(bool has_passed, const std::string& claim, const std::string& evidence) {
        report_result_({has_passed, claim, evidence});
        has_passed_ = has_passed_ && has_passed;
    }
    // Adds the result of a system call that must fail with EPERM or EACCES. Must be called directly
    // after it, because it uses errno.
    void expect_refused(long result, const std::string& claim) {
        const int error_number = errno;
        add_result(result < 0 && (error_number == EPERM || error_number == EACCES), claim,
                   result < 0 ? std::string("tried: ") + std::strerror(error_number)
                              : "tried: succeeded");
    }
    // Returns whether all results so far have passed.
    bool has_passed() const { return has_passed_; }

private:
    const ReportAuditResult& report_result_;
    bool has_passed_ = true;
};

// Returns the regular files that are open for writing, except stdin, stdout and stderr, with a
// space before each.
std::string list_writable_files() {
    std::string all;
    for (const fs::directory_entry& entry : fs::directory_iterator("/proc/self/fd")) {
        const int fd = std::atoi(entry.path().filename().c_str());
        const int flags = fcntl(fd, F_GETFL);
        std::error_code gone; // for the descriptor that lists the folder, which is closed again
        const fs::path target = fs::read_symlink(entry.path(), gone);
        const bool is_file = !gone && target.is_absolute() && fs::is_regular_file(target, gone);
        if (fd > STDERR_FILENO && is_file && flags >= 0 && (flags & O_ACCMODE) != O_RDONLY)
            all += " " + target.string();
    }
    return all;
}

// Returns the number of open sockets, except stdin, stdout and stderr.
int open_socket_count() {
    int count = 0;
    for (const fs::directory_entry& entry : fs::directory_iterator("/proc/self/fd")) {
        std::error_code gone;
        const bool is_standard_stream = std::atoi(entry.path().filename().c_str()) <= STDERR_FILENO;
        if (!is_standard_stream &&
            fs::read_symlink(entry.path(), gone).string().starts_with("socket:"))
            ++count;
    }
    return count;
}

void check_restrictions(AuditReport& report) {
    report.expect_refused(open("/tmp/help-kiosk-trace", O_WRONLY | O_CREAT, 0600),
                          "cannot write a file elsewhere");
    report.expect_refused(socket(AF_INET, SOCK_STREAM, 0), "cannot reach a network (IPv4)");
    report.expect_refused(socket(AF_INET6, SOCK_STREAM, 0), "cannot reach a network (IPv6)");
    report.expect_refused(execl("/bin/true", "true", nullptr), "cannot start a program");
    report.expect_refused(fork(), "cannot start a child process");
    report.expect_refused(ptrace(PTRACE_ATTACH, getppid(), nullptr, nullptr),
                          "cannot trace another program");
    rlimit core{1, 1};
    getrlimit(RLIMIT_CORE, &core);
    report.add_result(core.rlim_max == 0, "leaves no core dump",
                      fmt::format("limit {}", core.rlim_max));
}

void check_open_files(AuditReport& report, int display_socket_count) {
    const std::string files = list_writable_files();
    report.add_result(files.empty(), "has no file open for writing",
                      files.empty() ? "none" : files);
    const int sockets = open_socket_count();
    report.add_result(
        sockets == display_socket_count, "has no connection but the display's",
        fmt::format("{} sockets, {} of them the display's", sockets, display_socket_count));
    report.add_result(!has_children(), "has no child process",
                      has_children() ? "there is one" : "none");
}

// How often each pattern is in memory.
struct MatchCounts {
    std::vector<int> texts;
    std::vector<int> pictures;
};

struct VisitScanners {
    MemoryScanner texts;
    MemoryScanner pictures;

    MatchCounts count_matches() const { return {texts.count_matches(), pictures.count_matches()}; }
};

int sum(const std::vector<int>& counts) {
    return std::accumulate(counts.begin(), counts.end(), 0);
}

// Counts the patterns that were not in memory before. Parts of pictures that home shows too are no
// traces of a visit, even if more copies of them are in memory.
std::size_t count_new(const std::vector<int>& before, const std::vector<int>& after) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < before.size(); ++i)
        if (before[i] == 0 && after[i] > 0) ++count;
    return count;
}

void check_memory(AuditReport& report, const VisitScanners& scanners, const MatchCounts& before,
                  const MatchCounts& during, const MatchCounts& after) {
    std::string leftovers;
    for (std::size_t i = 0; i < scanners.texts.pattern_count(); ++i)
        if (after.texts[i] > before.texts[i])
            leftovers += fmt::format("\n       {} more of: {}", after.texts[i] - before.texts[i],
                                     scanners.texts.pattern(i));
    report.add_result(
        sum(during.texts) > sum(before.texts), "a search of its memory finds the visit",
        fmt::format("{} texts: {} copies before, {} during", scanners.texts.pattern_count(),
                    sum(before.texts), sum(during.texts)));
    report.add_result(leftovers.empty(), "no text of the visit is left in its memory",
                      leftovers.empty() ? fmt::format("{} copies after", sum(after.texts))
                                        : leftovers);
    const std::size_t seen = count_new(before.pictures, during.pictures);
    report.add_result(
        seen > 0, "a search of its memory finds the page",
        fmt::format("{} of {} pieces of pictures", seen, scanners.pictures.pattern_count()));
    const std::size_t pieces = count_new(before.pictures, after.pictures);
    report.add_result(pieces == 0, "no picture of the visit is left in its memory",
                      fmt::format("{} pieces", pieces));
}

void check_screens(AuditReport& report, const content::Content& content,
                   const std::set<std::string>& seen) {
    std::string missed;
    for (const preview::Screen& screen : preview::visitor_screens(content)) {
        const bool is_excluded =
            screen.is_emergency || !screen.has_hide_button() || screen.state.warned_at;
        if (!is_excluded && !seen.contains(screen.name)) missed += " " + screen.name;
    }
    report.add_result(missed.empty(), "every screen was visited",
                      missed.empty() ? fmt::format("{} screens", seen.size()) : "but not" + missed);
}

// Loads the content as the viewer does. The ContentReloader is destroyed before this returns,
// because its buffers would look like traces of a visit.
std::optional<reload::ContentUpdate> wait_for_first_update(const content::ContentPaths& paths,
                                                           const fs::path& state_folder) {
    const auto print_problem = [](const std::string& text) { std::fputs(text.c_str(), stderr); };
    return reload::ContentReloader(paths, ui::ui_strings, reload::SnapshotFile(state_folder),
                                   print_problem)
        .wait_for_first(std::chrono::seconds{60});
}

// Visits every screen under the restrictions of the viewer. Returns whether all results have
// passed.
bool run_visit(AuditReport& report, const content::ContentPaths& paths,
               const fs::path& state_folder, DisplayMode display_mode,
               const VisitScanners& scanners) {
    os::restrict_process({state_folder});
    os::enable_wipe_on_free();
    const auto update = wait_for_first_update(paths, state_folder);
    if (!update || !update->content) return false;
    SimulatedKiosk simulation(update->content, std::nullopt, display_mode);
    simulation.run_pending();
    const int display_socket_count = open_socket_count();
    os::install_syscall_filter();

    const MatchCounts before = scanners.count_matches();
    visit_everything(simulation, [] {});
    const MatchCounts during = scanners.count_matches();
    simulation.leave_alone();
    const MatchCounts after = scanners.count_matches();

    check_restrictions(report);
    check_open_files(report, display_socket_count);
    check_memory(report, scanners, before, during, after);
    check_screens(report, *update->content, simulation.result().screens);
    return report.has_passed();
}

void check_written_files(AuditReport& report, const fs::path& state_folder) {
    std::string names;
    for (const fs::directory_entry& entry : fs::directory_iterator(state_folder))
        names += (names.empty() ? "" : " ") + entry.path().filename().string();
    report.add_result(names == "last-good.json",
                      "has written its content snapshot, and no other file", names);
}

} // namespace

std::optional<VisitPatterns>
collect_visit_patterns(const std::shared_ptr<const content::Content>& content,
                       DisplayMode display_mode) {
    std::string collected;
    const bool has_succeeded = run_in_child(
        [&](std::FILE* out) { return write_visit_patterns(content, display_mode, out); },
        &collected);
    if (!has_succeeded) return std::nullopt;
    std::string_view remaining = collected;
    VisitPatterns patterns;
    patterns.texts = take_first(remaining);
    patterns.pictures = take_first(remaining);
    return patterns;
}

bool audit_visit(const content::ContentPaths& paths, const VisitPatterns& patterns,
                 DisplayMode display_mode, const ReportAuditResult& report_result) {
    const VisitScanners scanners{make_scanner(patterns.texts), make_scanner(patterns.pictures)};
    const TemporaryFolder state_folder;
    const bool has_passed_visit = run_in_child([&](std::FILE*) {
        AuditReport report(report_result);
        return run_visit(report, paths, state_folder.path(), display_mode, scanners);
    });
    AuditReport report(report_result);
    check_written_files(report, state_folder.path());
    return has_passed_visit && report.has_passed();
}

} // namespace harness
