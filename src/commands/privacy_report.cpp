#include "commands/privacy_report.hpp"

#include "cli/options.hpp"
#include "cli/content_paths.hpp"
#include "harness/walkthrough.hpp"
#include "reload/content_reloader.hpp"
#include "harness/memory_scanner.hpp"
#include "harness/process_usage.hpp"
#include "os/sandbox.hpp"
#include "os/wipe_on_free.hpp"
#include "text/surface.hpp"
#include "preview/screen_list.hpp"
#include "ui/strings.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <functional>
#include <memory>
#include <numeric>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace commands {

namespace {

namespace fs = std::filesystem;

// Runs `work` in a child process; what it writes into its pipe comes back. False: it failed.
bool run_in_child(const std::function<bool(std::FILE* out)>& work, std::string* output = nullptr) {
    int ends[2];
    if (pipe(ends) != 0) throw std::runtime_error("cannot make a pipe");
    const pid_t child = fork();
    if (child < 0) throw std::runtime_error("cannot start a child");
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

// What a visit shows, collected in another process: each piece inverted, so that a search does not find it, and
// after its length.
struct VisitPatterns {
    std::string texts, pictures;
};

void append_pattern(std::string& patterns, const void* data, std::size_t bytes) {
    const std::string piece = harness::invert_bits({static_cast<const char*>(data), bytes});
    patterns.append(reinterpret_cast<const char*>(&bytes), sizeof bytes);
    patterns += piece;
}

// Pieces of rows that look like nothing else: they start in the middle of an edge, which makes them quick to
// find.
void append_picture_patterns(std::string& patterns, const SDL_Surface& picture) {
    constexpr std::size_t width = 32; // pixels
    constexpr int rows_apart = 37;
    constexpr std::size_t min_colors = 12;
    for (int y = rows_apart; y < picture.h; y += rows_apart) {
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

// A string after its length.
void write_string(std::FILE* out, const std::string& bytes) {
    const std::size_t size = bytes.size();
    std::fwrite(&size, sizeof size, 1, out);
    std::fwrite(bytes.data(), 1, size, out);
}

// Takes the first string off `bytes`, which must start with its length.
std::string_view take_first(std::string_view& bytes) {
    std::size_t size = 0;
    std::memcpy(&size, bytes.data(), sizeof size);
    const std::string_view first = bytes.substr(sizeof size, size);
    bytes.remove_prefix(sizeof size + size);
    return first;
}

bool collect_patterns(const std::shared_ptr<const content::Content>& content, harness::DisplayMode display_mode,
                      std::FILE* out) {
    harness::SimulatedKiosk simulation(content, std::nullopt, display_mode);
    simulation.run_pending();
    VisitPatterns patterns;
    harness::visit_everything(simulation, [&] {
        for (const ui::OutlineNode& node : simulation.kiosk().outline())
            append_pattern(patterns.texts, node.text.data(), node.text.size());
        if (const auto picture = simulation.screenshot()) append_picture_patterns(patterns.pictures, *picture);
    });
    write_string(out, patterns.texts);
    write_string(out, patterns.pictures);
    return true;
}

harness::MemoryScanner make_scanner(std::string_view patterns) {
    harness::MemoryScanner scanner;
    while (!patterns.empty()) scanner.add_inverted_pattern(take_first(patterns));
    return scanner;
}

class AuditReport {
public:
    void add_result(bool is_passed, const std::string& claim, const std::string& evidence) {
        fmt::print("{:6} {:44} {}\n", is_passed ? "yes" : "NO", claim, evidence);
        has_passed_ = has_passed_ && is_passed;
    }
    void expect_refused(long result, const std::string& claim) {
        const int error_number = errno;
        add_result(result < 0 && (error_number == EPERM || error_number == EACCES), claim,
                   result < 0 ? std::string("tried: ") + std::strerror(error_number) : "tried: it worked");
    }
    bool has_passed() const { return has_passed_; }

private:
    bool has_passed_ = true;
};

std::string list_writable_files() {
    std::string all;
    for (const fs::directory_entry& entry : fs::directory_iterator("/proc/self/fd")) {
        const int fd = std::atoi(entry.path().filename().c_str());
        const int flags = fcntl(fd, F_GETFL);
        std::error_code gone; // the one that lists them
        const fs::path target = fs::read_symlink(entry.path(), gone);
        const bool is_file = !gone && target.is_absolute() && fs::is_regular_file(target, gone);
        if (fd > STDERR_FILENO && is_file && flags >= 0 && (flags & O_ACCMODE) != O_RDONLY)
            all += " " + target.string();
    }
    return all;
}

int open_socket_count() {
    int count = 0;
    for (const fs::directory_entry& entry : fs::directory_iterator("/proc/self/fd")) {
        std::error_code gone;
        const bool is_standard_stream = std::atoi(entry.path().filename().c_str()) <= STDERR_FILENO;
        if (!is_standard_stream && fs::read_symlink(entry.path(), gone).string().starts_with("socket:"))
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
    report.expect_refused(fork(), "cannot split in two");
    report.expect_refused(ptrace(PTRACE_ATTACH, getppid(), nullptr, nullptr),
                          "cannot look into another program");
    rlimit core{1, 1};
    getrlimit(RLIMIT_CORE, &core);
    report.add_result(core.rlim_max == 0, "leaves no core dump", fmt::format("limit {}", core.rlim_max));
}

void check_open_files(AuditReport& report, int display_socket_count) {
    const std::string files = list_writable_files();
    report.add_result(files.empty(), "has no file open for writing", files.empty() ? "none" : files);
    const int sockets = open_socket_count();
    report.add_result(sockets == display_socket_count, "has no connection but the display's",
                      fmt::format("{} sockets, {} of them the display's", sockets, display_socket_count));
    report.add_result(!harness::has_children(), "has no child process",
                      harness::has_children() ? "there is one" : "none");
}

// How often each thing that a visit shows is in memory.
struct MatchCounts {
    std::vector<int> texts, pictures;
};

struct VisitScanners {
    harness::MemoryScanner texts, pictures;

    MatchCounts count_matches() const { return {texts.count_matches(), pictures.count_matches()}; }
};

int sum(const std::vector<int>& counts) {
    return std::accumulate(counts.begin(), counts.end(), 0);
}

// What home shows as well is no trace, however many pictures of home there are.
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
    report.add_result(sum(during.texts) > sum(before.texts), "a search of its memory sees the visit",
                      fmt::format("{} texts: {} copies before, {} during", scanners.texts.pattern_count(),
                                  sum(before.texts), sum(during.texts)));
    report.add_result(leftovers.empty(), "no text of the visit is left in its memory",
                      leftovers.empty() ? fmt::format("{} copies after", sum(after.texts)) : leftovers);
    const std::size_t seen = count_new(before.pictures, during.pictures);
    report.add_result(seen > 0, "a search of its memory sees the page",
                      fmt::format("{} of {} pieces of pictures", seen, scanners.pictures.pattern_count()));
    const std::size_t pieces = count_new(before.pictures, after.pictures);
    report.add_result(pieces == 0, "no picture of the visit is left in its memory",
                      fmt::format("{} pieces", pieces));
}

void check_screens(AuditReport& report, const content::Content& content, const std::set<std::string>& seen) {
    std::string missed;
    for (const preview::Screen& screen : preview::visitor_screens(content)) {
        const bool is_excluded = screen.is_emergency || !screen.has_hide_button() || screen.state.warned_at;
        if (!is_excluded && !seen.contains(screen.name)) missed += " " + screen.name;
    }
    report.add_result(missed.empty(), "every screen was visited",
                      missed.empty() ? fmt::format("{} screens", seen.size()) : "but not" + missed);
}

// The librarian has left when this returns: what it read with would look like something of the visit.
std::optional<reload::ContentUpdate> wait_for_first_update(const content::ContentPaths& paths,
                                                             const fs::path& state_folder) {
    const auto print_problem = [](const std::string& text) { std::fputs(text.c_str(), stderr); };
    return reload::ContentReloader(paths, ui::ui_strings, reload::SnapshotFile(state_folder), print_problem)
        .wait_for_first(std::chrono::seconds{60});
}

bool run_visit(const content::ContentPaths& paths, const fs::path& state_folder, harness::DisplayMode display_mode,
               const VisitScanners& scanners) {
    os::restrict_process({state_folder});
    os::enable_wipe_on_free();
    const auto update = wait_for_first_update(paths, state_folder);
    if (!update || !update->content) return false;
    harness::SimulatedKiosk simulation(update->content, std::nullopt, display_mode);
    simulation.run_pending();
    const int display_socket_count = open_socket_count();
    os::install_syscall_filter();

    const MatchCounts before = scanners.count_matches();
    harness::visit_everything(simulation, [] {});
    const MatchCounts during = scanners.count_matches();
    simulation.leave_alone();
    const MatchCounts after = scanners.count_matches();

    AuditReport report;
    check_restrictions(report);
    check_open_files(report, display_socket_count);
    check_memory(report, scanners, before, during, after);
    check_screens(report, *update->content, simulation.result().screens);
    return report.has_passed();
}

bool check_written_files(const fs::path& state_folder) {
    AuditReport report;
    std::string names;
    for (const fs::directory_entry& entry : fs::directory_iterator(state_folder))
        names += (names.empty() ? "" : " ") + entry.path().filename().string();
    report.add_result(names == "last-good.json", "has written the words it shows, and no other file", names);
    return report.has_passed();
}

int run_privacy_report(const cli::ContentOptions& options, harness::DisplayMode display_mode) {
    close_range(STDERR_FILENO + 1, ~0U, 0); // what the caller had open is nothing of the kiosk's
    const content::ContentPaths paths = cli::find_content_paths(options);
    const content::LoadResult loaded = content::load(paths, {std::nullopt, ui::ui_strings});
    if (!loaded.content) throw std::runtime_error("the content has mistakes: see `help-kiosk check`");
    std::string collected;
    if (!run_in_child([&](std::FILE* out) { return collect_patterns(loaded.content, display_mode, out); },
                      &collected))
        return 1;
    std::string_view remaining = collected;
    const harness::MemoryScanner text_scanner = make_scanner(take_first(remaining));
    const VisitScanners scanners{text_scanner, make_scanner(take_first(remaining))};
    std::string folder = (fs::temp_directory_path() / "help-kiosk-XXXXXX").string();
    if (mkdtemp(folder.data()) == nullptr) throw std::runtime_error("cannot make a folder in /tmp");
    fmt::print("A visit to every screen, {}, under the locks that `run` puts on:\n",
               display_mode == harness::DisplayMode::no_display ? "without a display" : "on this display");
    std::fflush(stdout);
    const bool has_passed_visit =
        run_in_child([&](std::FILE*) { return run_visit(paths, folder, display_mode, scanners); });
    const bool has_clean_files = check_written_files(folder);
    fs::remove_all(folder);
    fmt::print("{}\n", has_passed_visit && has_clean_files ? "All of it holds." : "Not all of it holds.");
    return has_passed_visit && has_clean_files ? 0 : 1;
}

} // namespace

void add_privacy_report_command(cli::CommandLine& command_line) {
    auto content_options = std::make_shared<cli::ContentOptions>();
    cli::Command command = command_line.add_command("privacy-report", "Prove that a visit leaves no trace");
    auto is_on_display = std::make_shared<bool>(false);
    cli::add_content_options(command, *content_options);
    command.add_flag("--on-display", *is_on_display, "Make the visit on this display instead of without one");
    command.set_action([=] {
        return run_privacy_report(*content_options,
                                  *is_on_display ? harness::DisplayMode::this_display : harness::DisplayMode::no_display);
    });
}

} // namespace commands
