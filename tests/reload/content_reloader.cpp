// These tests use real files and real time. A test waits for the update or the report that it
// expects. To show that there is none, it waits for the next one.
#include "reload/content_reloader.hpp"

#include "support/temporary_folder.hpp"
#include "ui/strings.hpp"

#include <doctest/doctest.h>

#include <condition_variable>
#include <deque>
#include <fstream>

using namespace std::chrono_literals;
using reload::ContentUpdate;
using reload::SnapshotFile;

namespace {

constexpr auto max_wait = 20s; // more than needed, for computers under load

class ReloaderFixture {
public:
    ReloaderFixture() {
        std::filesystem::create_directory(folder / "translations");
        std::filesystem::create_directory(folder / "state");
        write(valid_content("Lincoln"));
        test::write_file(folder / "translations/es.yaml",
                         test::read_file(KIOSK_SOURCE "/assets/translations/es.yaml"));
    }

    static std::string valid_content(const std::string& school_name) {
        std::string text = test::read_file(KIOSK_SOURCE "/content.yaml");
        const std::string name = "Your School Name";
        return text.replace(text.find(name), name.size(), school_name);
    }
    static std::string invalid_content(const std::string& school_name) {
        return valid_content(school_name) + "tittle: nothing\n";
    }

    void write(const std::string& text) const { test::write_file(folder / "content.yaml", text); }

    void start_reloader(bool has_snapshot = true, std::chrono::milliseconds retry_interval = 1h) {
        const auto snapshot =
            has_snapshot ? std::optional(SnapshotFile(folder / "state")) : std::nullopt;
        reloader.emplace(
            content::ContentPaths{folder / "content.yaml", std::nullopt, folder / "translations"},
            ui::ui_strings, snapshot, [this](const std::string& text) { push(reports, text); },
            retry_interval);
        first_update = reloader->wait_for_first(max_wait);
        reloader->set_on_update([this] { push(wakes, ""); });
    }

    ContentUpdate next_update() {
        wait_for(wakes);
        return reloader->take_update().value();
    }
    std::string next_report() { return wait_for(reports); }

    test::TemporaryFolder folder;
    std::optional<ContentUpdate> first_update;

private:
    using Queue = std::deque<std::string>;

    void push(Queue& queue, const std::string& text) {
        const std::lock_guard lock(mutex);
        queue.push_back(text);
        changed.notify_all();
    }
    std::string wait_for(Queue& queue) {
        std::unique_lock lock(mutex);
        if (!changed.wait_for(lock, max_wait, [&] { return !queue.empty(); }))
            FAIL("no update or report arrived in time");
        const std::string text = queue.front();
        queue.pop_front();
        return text;
    }

    std::mutex mutex;
    std::condition_variable changed;
    Queue reports, wakes;

public:
    std::optional<reload::ContentReloader>
        reloader; // last, because it calls functions that use the other members
};

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::string loaded_message(const std::string& version) {
    return "content " + version + " loaded; it is shown as soon as the kiosk is idle\n";
}

std::string error_position(const content::Problem& problem) {
    return problem.file + ":" + std::to_string(problem.line) + ":" +
           std::to_string(problem.column) + ": ";
}

} // namespace

TEST_CASE("valid content is published and saved") {
    ReloaderFixture fixture;
    fixture.start_reloader();
    REQUIRE(fixture.first_update->content);
    CHECK(fixture.first_update->content->site.school == "Lincoln");
    CHECK(fixture.first_update->status_line == "content " + fixture.first_update->version);
    CHECK(fixture.first_update->modified_at ==
          std::filesystem::last_write_time(fixture.folder / "translations/es.yaml"));
    CHECK(fixture.first_update->problems.empty());
    fixture.reloader.reset(); // waits until it is saved
    const auto saved = SnapshotFile(fixture.folder / "state").load();
    REQUIRE(saved.has_value());
    CHECK(saved->content->text == ReloaderFixture::valid_content("Lincoln"));
    CHECK(saved->translations.contains("es"));
}

TEST_CASE("a failure to save is reported once, and saving is retried") {
    ReloaderFixture fixture;
    std::filesystem::remove(fixture.folder / "state");
    fixture.start_reloader(true, 1ms);
    CHECK(fixture.next_report() == "cannot save the last good content to " +
                                       (fixture.folder / "state/last-good.json").string() +
                                       ": No such file or directory\n");
    std::filesystem::create_directory(fixture.folder / "state");
    const SnapshotFile snapshot(fixture.folder / "state");
    for (const auto end = std::chrono::steady_clock::now() + max_wait; !snapshot.load();)
        REQUIRE(std::chrono::steady_clock::now() < end);
    fixture.write(ReloaderFixture::valid_content("Truman"));
    // The next report is not a second one of the failure.
    CHECK(fixture.next_report() == loaded_message(fixture.next_update().version));
}

TEST_CASE(
    "with invalid files at startup, the last good content is shown and the error is reported") {
    ReloaderFixture fixture;
    fixture.start_reloader();
    fixture.reloader.reset();
    const auto file = fixture.folder / "content.yaml";
    SUBCASE("missing") {
        std::filesystem::remove(file);
    }
    SUBCASE("empty") {
        fixture.write("");
    }
    SUBCASE("truncated") {
        fixture.write(ReloaderFixture::valid_content("x").substr(0, 9000));
    }
    SUBCASE("an unknown key") {
        fixture.write(ReloaderFixture::invalid_content("x"));
    }
    SUBCASE("too large") {
        std::filesystem::resize_file(file, 50'000'000);
    }
    SUBCASE("a folder") {
        std::filesystem::remove(file);
        std::filesystem::create_directory(file);
    }
    SUBCASE("a translation is missing") {
        std::filesystem::remove(fixture.folder / "translations/es.yaml");
    }
    SUBCASE("site.yaml is invalid") {
        test::write_file(fixture.folder / "site.yaml", "place: moon\n");
    }
    const auto start = std::chrono::steady_clock::now();
    fixture.start_reloader();
    CHECK(std::chrono::steady_clock::now() - start < 2s);
    REQUIRE(fixture.first_update->content);
    CHECK(fixture.first_update->content->site.school == "Lincoln");
    CHECK(contains(fixture.first_update->status_line,
                   "last good content " + fixture.first_update->version + "; "));
    CHECK(contains(fixture.next_report(), ": error: "));
    CHECK(fixture.next_report() ==
          "the last good content, " + fixture.first_update->version + ", is shown instead\n");
}

TEST_CASE("without valid files and without a snapshot, only the error is published") {
    ReloaderFixture fixture;
    fixture.write("nothing\n");
    SUBCASE("there is no snapshot") {
        fixture.start_reloader();
    }
    SUBCASE("the snapshot is damaged") {
        test::write_file(fixture.folder / "state/last-good.json", "{");
        fixture.start_reloader();
    }
    SUBCASE("snapshots are disabled") {
        fixture.start_reloader(false);
    }
    CHECK(fixture.first_update->content == nullptr);
    CHECK(contains(fixture.first_update->status_line, "emergency card; "));
    CHECK(contains(fixture.next_report(), "content.yaml:1:1: error: "));
}

TEST_CASE("without content, the panel settings of site.yaml still apply") {
    ReloaderFixture fixture;
    test::write_file(fixture.folder / "content.yaml", "nonsense: [");
    test::write_file(fixture.folder / "site.yaml", "{rotate: 90, panel: 32}");
    fixture.start_reloader();
    REQUIRE(fixture.first_update);
    CHECK(fixture.first_update->content == nullptr);
    CHECK(fixture.first_update->site.rotate == 90);
    CHECK(fixture.first_update->site.panel_inches == 32);
}

TEST_CASE("a change is loaded in whichever way it is written") {
    ReloaderFixture fixture;
    fixture.start_reloader();
    const auto file = fixture.folder / "content.yaml";
    SUBCASE("in place") {
        fixture.write(ReloaderFixture::valid_content("Roosevelt"));
    }
    SUBCASE("by renaming, as editors and rsync do") {
        test::write_file(fixture.folder / ".content.yaml.Xy12",
                         ReloaderFixture::valid_content("Roosevelt"));
        std::filesystem::rename(fixture.folder / ".content.yaml.Xy12", file);
    }
    SUBCASE("by removing the file and writing it again") {
        std::filesystem::remove(file);
        fixture.write(ReloaderFixture::valid_content("Roosevelt"));
    }
    SUBCASE("slowly, through one open file") {
        const std::string text = ReloaderFixture::valid_content("Roosevelt");
        std::ofstream slow(file, std::ios::binary | std::ios::trunc);
        slow << text.substr(0, text.size() / 2) << std::flush;
        std::this_thread::sleep_for(600ms); // longer than a closed file needs to count as complete
        slow << text.substr(text.size() / 2) << std::flush;
    }
    SUBCASE("as a link to another file") {
        test::write_file(fixture.folder / "translations/elsewhere.txt",
                         ReloaderFixture::valid_content("Roosevelt"));
        std::filesystem::create_symlink(fixture.folder / "translations/elsewhere.txt",
                                        fixture.folder / "link");
        std::filesystem::rename(fixture.folder / "link", file);
    }
    const ContentUpdate update = fixture.next_update();
    REQUIRE(update.content);
    CHECK(update.content->site.school == "Roosevelt");
    CHECK(update.version != fixture.first_update->version);
    CHECK(fixture.next_report() == loaded_message(update.version));
}

TEST_CASE("a change to the target of a link is loaded") {
    ReloaderFixture fixture;
    const auto file = fixture.folder / "content.yaml";
    std::filesystem::create_directory(fixture.folder / "real");
    std::filesystem::rename(file, fixture.folder / "real/content.txt");
    std::filesystem::create_symlink(fixture.folder / "real/content.txt", file);
    fixture.start_reloader();
    REQUIRE(fixture.first_update->content);
    test::write_file(fixture.folder / "real/content.txt",
                     ReloaderFixture::valid_content("Roosevelt"));
    CHECK(fixture.next_update().content->site.school == "Roosevelt");
}

TEST_CASE("an invalid change keeps the current content and is reported once") {
    ReloaderFixture fixture;
    fixture.start_reloader();
    fixture.write(ReloaderFixture::invalid_content("Roosevelt"));
    const ContentUpdate update = fixture.next_update();
    CHECK(update.content == fixture.first_update->content);
    REQUIRE(update.problems.size() == 1);
    CHECK(update.problems.front().message == "unknown key \"tittle\"");
    CHECK(update.status_line ==
          "content " + fixture.first_update->version + "; the current files have 1 error: " +
              error_position(update.problems.front()) + "unknown key \"tittle\"");
    CHECK(contains(fixture.next_report(), "error: unknown key \"tittle\""));
    // The same error again is not reported a second time.
    fixture.write(ReloaderFixture::invalid_content("Roosevelt"));
    fixture.write(ReloaderFixture::valid_content("Truman"));
    ContentUpdate repaired = fixture.next_update();
    if (repaired.content == fixture.first_update->content) repaired = fixture.next_update();
    CHECK(repaired.content->site.school == "Truman");
    CHECK(fixture.next_report() == loaded_message(repaired.version));
}

TEST_CASE(
    "a site.yaml that is too large is reported, and the content is loaded after its removal") {
    constexpr std::size_t too_many_bytes = 2'000'000;
    ReloaderFixture fixture;
    const auto site = fixture.folder / "site.yaml";
    SUBCASE("it is present at startup") {
        test::write_file(site, std::string(too_many_bytes, '#'));
        fixture.start_reloader(false);
        CHECK(fixture.first_update->content == nullptr);
        CHECK(contains(fixture.next_report(), "site.yaml"));
    }
    SUBCASE("it is created later") {
        fixture.start_reloader(false);
        test::write_file(site, std::string(too_many_bytes, '#'));
        CHECK(contains(fixture.next_report(), "site.yaml"));
        CHECK(contains(fixture.next_update().status_line, "; the current files have 1 error: "));
    }
    std::filesystem::remove(site);
    const ContentUpdate update = fixture.next_update();
    REQUIRE(update.content);
    CHECK(update.problems.empty());
}

TEST_CASE("of very many problems only the first 50 are reported") {
    ReloaderFixture fixture;
    std::string nonsense;
    for (int i = 0; i < 70; ++i) nonsense += "nonsense" + std::to_string(i) + ": true\n";
    fixture.write(ReloaderFixture::valid_content("Lincoln") + nonsense);
    fixture.start_reloader();
    const std::string report = fixture.next_report();
    CHECK(contains(report, "nonsense49"));
    CHECK_FALSE(contains(report, "nonsense50"));
    CHECK(report.ends_with("and 20 more; \"help-kiosk check\" lists them all\n"));
}

TEST_CASE("a folder that is created later is watched") {
    ReloaderFixture fixture;
    std::filesystem::rename(fixture.folder / "translations", fixture.folder / "away");
    std::filesystem::remove(fixture.folder / "content.yaml");
    fixture.start_reloader();
    CHECK(fixture.first_update->content == nullptr);
    fixture.write(ReloaderFixture::valid_content("Lincoln"));
    std::filesystem::rename(fixture.folder / "away", fixture.folder / "translations");
    ContentUpdate update = fixture.next_update();
    while (!update.content) update = fixture.next_update();
    CHECK(update.content->translations.size() == 2);
}
