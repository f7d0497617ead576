#include "cli/privacy_report.hpp"

#include "cli/options.hpp"
#include "cli/places.hpp"
#include "cli/rehearsal/walk.hpp"
#include "platform/librarian.hpp"
#include "platform/memory_scan.hpp"
#include "platform/process.hpp"
#include "platform/sandbox.hpp"
#include "platform/wiping.hpp"
#include "text/surface.hpp"
#include "ui/scene.hpp"
#include "ui/words.hpp"

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

namespace cli {

namespace {

namespace fs = std::filesystem;

// Runs `work` in a child process; what it writes into its pipe comes back. False: it failed.
bool in_child(const std::function<bool(std::FILE* out)>& work, std::string* said = nullptr) {
    int ends[2];
    if (pipe(ends) != 0) throw std::runtime_error("cannot make a pipe");
    const pid_t child = fork();
    if (child < 0) throw std::runtime_error("cannot start a child");
    if (child == 0) {
        close(ends[0]);
        std::FILE* out = fdopen(ends[1], "w");
        bool good = false;
        try {
            good = work(out);
        } catch (const std::exception& error) {
            fmt::print(stderr, "help-kiosk: {}\n", error.what());
        }
        std::fclose(out);
        std::fflush(stdout);
        _exit(good ? 0 : 1);
    }
    close(ends[1]);
    char buffer[4096];
    for (ssize_t got = 0; (got = read(ends[0], buffer, sizeof buffer)) > 0;)
        if (said != nullptr) said->append(buffer, static_cast<std::size_t>(got));
    close(ends[0]);
    int status = -1;
    waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

// What a visit shows, collected in another process: each piece inverted, so that a search does not find it, and
// after its length.
struct Shown {
    std::string texts, pictures;
};

void append(std::string& pieces, const void* data, std::size_t bytes) {
    const std::string piece = platform::inverted({static_cast<const char*>(data), bytes});
    pieces.append(reinterpret_cast<const char*>(&bytes), sizeof bytes);
    pieces += piece;
}

// Pieces of rows that look like nothing else: they start in the middle of an edge, which makes them quick to
// find.
void append_picture(std::string& pieces, const SDL_Surface& picture) {
    constexpr std::size_t width = 32; // pixels
    constexpr int rows_apart = 37;
    constexpr std::size_t min_colors = 12;
    for (int y = rows_apart; y < picture.h; y += rows_apart) {
        const auto row = text::row_of(picture, y);
        for (std::size_t x = 1; x + width <= row.size(); ++x) {
            if (row[x] == row[x - 1] || row[x] == row[x + 1]) continue;
            const auto piece = row.subspan(x, width);
            if (std::set(piece.begin(), piece.end()).size() < min_colors) continue;
            append(pieces, piece.data(), piece.size_bytes());
            break;
        }
    }
}

// A string after its length.
void write_to(std::FILE* out, const std::string& bytes) {
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

bool collect(const std::shared_ptr<const content::Content>& content, Stage stage, std::FILE* out) {
    Station station(content, std::nullopt, stage);
    station.turn();
    Shown shown;
    walk(station, [&] {
        for (const ui::Node& node : station.kiosk().outline())
            append(shown.texts, node.text.data(), node.text.size());
        if (const auto picture = station.picture()) append_picture(shown.pictures, *picture);
    });
    write_to(out, shown.texts);
    write_to(out, shown.pictures);
    return true;
}

platform::MemoryScan scan_for(std::string_view pieces) {
    platform::MemoryScan scan;
    while (!pieces.empty()) scan.look_for_inverted(take_first(pieces));
    return scan;
}

class Report {
public:
    void line(bool holds, const std::string& what, const std::string& found) {
        fmt::print("{:6} {:44} {}\n", holds ? "yes" : "NO", what, found);
        holds_ = holds_ && holds;
    }
    void refused(long result, const std::string& what) {
        const int why = errno;
        line(result < 0 && (why == EPERM || why == EACCES), what,
             result < 0 ? std::string("tried: ") + std::strerror(why) : "tried: it worked");
    }
    bool holds() const { return holds_; }

private:
    bool holds_ = true;
};

std::string open_for_writing() {
    std::string all;
    for (const fs::directory_entry& entry : fs::directory_iterator("/proc/self/fd")) {
        const int number = std::atoi(entry.path().filename().c_str());
        const int flags = fcntl(number, F_GETFL);
        std::error_code gone; // the one that lists them
        const fs::path target = fs::read_symlink(entry.path(), gone);
        const bool is_file = !gone && target.is_absolute() && fs::is_regular_file(target, gone);
        if (number > STDERR_FILENO && is_file && flags >= 0 && (flags & O_ACCMODE) != O_RDONLY)
            all += " " + target.string();
    }
    return all;
}

int open_sockets() {
    int count = 0;
    for (const fs::directory_entry& entry : fs::directory_iterator("/proc/self/fd")) {
        std::error_code gone;
        const bool is_given = std::atoi(entry.path().filename().c_str()) <= STDERR_FILENO;
        if (!is_given && fs::read_symlink(entry.path(), gone).string().starts_with("socket:")) ++count;
    }
    return count;
}

void report_locks(Report& report) {
    report.refused(open("/tmp/help-kiosk-trace", O_WRONLY | O_CREAT, 0600), "cannot write a file elsewhere");
    report.refused(socket(AF_INET, SOCK_STREAM, 0), "cannot reach a network (IPv4)");
    report.refused(socket(AF_INET6, SOCK_STREAM, 0), "cannot reach a network (IPv6)");
    report.refused(execl("/bin/true", "true", nullptr), "cannot start a program");
    report.refused(fork(), "cannot split in two");
    report.refused(ptrace(PTRACE_ATTACH, getppid(), nullptr, nullptr), "cannot look into another program");
    rlimit core{1, 1};
    getrlimit(RLIMIT_CORE, &core);
    report.line(core.rlim_max == 0, "leaves no core dump", fmt::format("limit {}", core.rlim_max));
}

void report_traces(Report& report, int sockets_of_display) {
    const std::string files = open_for_writing();
    report.line(files.empty(), "has no file open for writing", files.empty() ? "none" : files);
    const int sockets = open_sockets();
    report.line(sockets == sockets_of_display, "has no connection but the display's",
                fmt::format("{} sockets, {} of them the display's", sockets, sockets_of_display));
    report.line(!platform::has_children(), "has no child process",
                platform::has_children() ? "there is one" : "none");
}

// How often each thing that a visit shows is in memory.
struct Counts {
    std::vector<int> texts, pictures;
};

struct Scans {
    platform::MemoryScan texts, pictures;

    Counts counts() const { return {texts.counts(), pictures.counts()}; }
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

void report_memory(Report& report, const Scans& scans, const Counts& before, const Counts& during,
                   const Counts& after) {
    std::string left;
    for (std::size_t i = 0; i < scans.texts.size(); ++i)
        if (after.texts[i] > before.texts[i])
            left +=
                fmt::format("\n       {} more of: {}", after.texts[i] - before.texts[i], scans.texts.text(i));
    report.line(sum(during.texts) > sum(before.texts), "a search of its memory sees the visit",
                fmt::format("{} texts: {} copies before, {} during", scans.texts.size(), sum(before.texts),
                            sum(during.texts)));
    report.line(left.empty(), "no text of the visit is left in its memory",
                left.empty() ? fmt::format("{} copies after", sum(after.texts)) : left);
    const std::size_t seen = count_new(before.pictures, during.pictures);
    report.line(seen > 0, "a search of its memory sees the page",
                fmt::format("{} of {} pieces of pictures", seen, scans.pictures.size()));
    const std::size_t pieces = count_new(before.pictures, after.pictures);
    report.line(pieces == 0, "no picture of the visit is left in its memory", fmt::format("{} pieces", pieces));
}

void report_screens(Report& report, const content::Content& content, const std::set<std::string>& seen) {
    std::string missed;
    for (const ui::Scene& scene : ui::scenes(content)) {
        const bool is_nobodys = scene.emergency || !scene.has_hide() || scene.state.asked;
        if (!is_nobodys && !seen.contains(scene.name)) missed += " " + scene.name;
    }
    report.line(missed.empty(), "every screen was visited",
                missed.empty() ? fmt::format("{} screens", seen.size()) : "but not" + missed);
}

// The librarian has left when this returns: what it read with would look like something of the visit.
std::optional<platform::Edition> first_edition(const content::Sources& sources, const fs::path& state) {
    const auto report = [](const std::string& text) { std::fputs(text.c_str(), stderr); };
    return platform::Librarian(sources, ui::words, platform::Snapshot(state), report)
        .first(std::chrono::seconds{60});
}

bool visit(const content::Sources& sources, const fs::path& state, Stage stage, const Scans& scans) {
    platform::lock_process({state});
    platform::wipe_what_is_freed();
    const auto edition = first_edition(sources, state);
    if (!edition || !edition->content) return false;
    Station station(edition->content, std::nullopt, stage);
    station.turn();
    const int sockets_of_display = open_sockets();
    platform::lock_calls();

    const Counts before = scans.counts();
    walk(station, [] {});
    const Counts during = scans.counts();
    station.leave();
    const Counts after = scans.counts();

    Report report;
    report_locks(report);
    report_traces(report, sockets_of_display);
    report_memory(report, scans, before, during, after);
    report_screens(report, *edition->content, station.outcome().screens);
    return report.holds();
}

bool report_files(const fs::path& state) {
    Report report;
    std::string names;
    for (const fs::directory_entry& entry : fs::directory_iterator(state))
        names += (names.empty() ? "" : " ") + entry.path().filename().string();
    report.line(names == "last-good.json", "has written the words it shows, and no other file", names);
    return report.holds();
}

int privacy_report(const SourceOptions& options, Stage stage) {
    close_range(STDERR_FILENO + 1, ~0U, 0); // what the caller had open is nothing of the kiosk's
    const content::Sources sources = find_sources(options);
    const content::Loaded loaded = content::load(sources, {std::nullopt, ui::words});
    if (!loaded.content) throw std::runtime_error("the content has mistakes: see `help-kiosk check`");
    std::string collected;
    if (!in_child([&](std::FILE* out) { return collect(loaded.content, stage, out); }, &collected)) return 1;
    std::string_view shown = collected;
    const platform::MemoryScan texts = scan_for(take_first(shown));
    const Scans scans{texts, scan_for(take_first(shown))};
    std::string folder = (fs::temp_directory_path() / "help-kiosk-XXXXXX").string();
    if (mkdtemp(folder.data()) == nullptr) throw std::runtime_error("cannot make a folder in /tmp");
    fmt::print("A visit to every screen, {}, under the locks that `run` puts on:\n",
               stage == Stage::no_display ? "without a display" : "on this display");
    std::fflush(stdout);
    const bool visited = in_child([&](std::FILE*) { return visit(sources, folder, stage, scans); });
    const bool kept = report_files(folder);
    fs::remove_all(folder);
    fmt::print("{}\n", visited && kept ? "All of it holds." : "Not all of it holds.");
    return visited && kept ? 0 : 1;
}

} // namespace

void add_privacy_report(CommandLine& line) {
    auto sources = std::make_shared<SourceOptions>();
    Command command = line.add("privacy-report", "Prove that a visit leaves no trace");
    auto on_display = std::make_shared<bool>(false);
    add_source_options(command, *sources);
    command.flag("--on-display", *on_display, "Make the visit on this display instead of without one");
    command.does(
        [=] { return privacy_report(*sources, *on_display ? Stage::this_display : Stage::no_display); });
}

} // namespace cli
