#include "cli/privacy_report.hpp"

#include "cli/options.hpp"
#include "cli/places.hpp"
#include "cli/rehearsal/walk.hpp"
#include "platform/librarian.hpp"
#include "platform/memory_scan.hpp"
#include "platform/process.hpp"
#include "platform/sandbox.hpp"
#include "platform/wiping.hpp"
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
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

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

// What a visit shows and home does not, inverted, one text after the other, each ended by a byte that none has.
constexpr char end_of_text = '\0'; // inverted it would be 0xff, which UTF-8 never has

bool collect_texts(const std::shared_ptr<const content::Content>& content, std::FILE* out) {
    Station station(content, std::nullopt);
    station.turn();
    walk(station, [out](const ui::Outline& outline) {
        for (const ui::Node& node : outline) {
            const std::string text = platform::inverted(node.text);
            std::fwrite(text.data(), 1, text.size(), out);
            std::fputc(end_of_text, out);
        }
    });
    return true;
}

platform::MemoryScan scan_for(const std::string& texts) {
    platform::MemoryScan scan;
    for (std::size_t at = 0; at < texts.size();) {
        const std::size_t end = texts.find(end_of_text, at);
        scan.look_for_inverted(std::string_view(texts).substr(at, end - at));
        at = end + 1;
    }
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

void report_memory(Report& report, const platform::MemoryScan& scan, const std::vector<int>& before,
                   const std::vector<int>& during, const std::vector<int>& after) {
    const auto sum = [](const std::vector<int>& counts) {
        return std::accumulate(counts.begin(), counts.end(), 0);
    };
    std::string left;
    for (std::size_t i = 0; i < scan.size(); ++i)
        if (after[i] > before[i])
            left += fmt::format("\n       {} more of: {}", after[i] - before[i], scan.text(i));
    report.line(sum(during) > sum(before), "a search of its memory sees the visit",
                fmt::format("{} texts: {} copies before, {} during", scan.size(), sum(before), sum(during)));
    report.line(left.empty(), "nothing of the visit is left in its memory",
                left.empty() ? fmt::format("{} copies after", sum(after)) : left);
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

bool visit(const content::Sources& sources, const fs::path& state, const platform::MemoryScan& scan) {
    platform::lock_process({state});
    platform::wipe_what_is_freed();
    const auto edition = first_edition(sources, state);
    if (!edition || !edition->content) return false;
    Station station(edition->content, std::nullopt);
    station.turn();
    const int sockets_of_display = open_sockets();
    platform::lock_calls();

    const std::vector<int> before = scan.counts();
    walk(station, [](const ui::Outline&) {});
    const std::vector<int> during = scan.counts();
    station.leave();
    const std::vector<int> after = scan.counts();

    Report report;
    report_locks(report);
    report_traces(report, sockets_of_display);
    report_memory(report, scan, before, during, after);
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

int privacy_report(const SourceOptions& options) {
    close_range(STDERR_FILENO + 1, ~0U, 0); // what the caller had open is nothing of the kiosk's
    const content::Sources sources = find_sources(options);
    const content::Loaded loaded = content::load(sources, {std::nullopt, ui::words});
    if (!loaded.content) throw std::runtime_error("the content has mistakes: see `help-kiosk check`");
    std::string texts;
    if (!in_child([&](std::FILE* out) { return collect_texts(loaded.content, out); }, &texts)) return 1;
    const platform::MemoryScan scan = scan_for(texts);
    std::string folder = (fs::temp_directory_path() / "help-kiosk-XXXXXX").string();
    if (mkdtemp(folder.data()) == nullptr) throw std::runtime_error("cannot make a folder in /tmp");
    fmt::print("A visit to every screen, without a display, under the locks that `run` puts on:\n");
    std::fflush(stdout);
    const bool visited = in_child([&](std::FILE*) { return visit(sources, folder, scan); });
    const bool kept = report_files(folder);
    fs::remove_all(folder);
    fmt::print("{}\n", visited && kept ? "All of it holds." : "Not all of it holds.");
    return visited && kept ? 0 : 1;
}

} // namespace

void add_privacy_report(CommandLine& line) {
    auto sources = std::make_shared<SourceOptions>();
    Command command = line.add("privacy-report", "Prove that a visit leaves no trace");
    add_source_options(command, *sources);
    command.does([sources] { return privacy_report(*sources); });
}

} // namespace cli
