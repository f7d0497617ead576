// These tests use real files and real time. A test waits for the update or the report that it
// expects. To show that there is none, it waits for the next one.
#include "reload/content_reloader.hpp"

#include "base/replace_all.hpp"
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
            reload::ReloadTiming{{quiet_duration, 1h}, retry_interval});
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
    std::chrono::milliseconds quiet_duration{100}; // for start_reloader()

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

TEST_CASE("a file with nearly the right name is reported once, with and without other errors") {
    ReloaderFixture fixture;
    test::write_file(fixture.folder / "Site.yaml", "rotate: 90\n");
    fixture.start_reloader();
    REQUIRE(fixture.first_update->content);
    CHECK(fixture.first_update->problems.empty());
    CHECK(fixture.next_report() ==
          (fixture.folder / "Site.yaml").string() +
              ": warning: the kiosk does not read this file: its name is \"Site.yaml\", not "
              "\"site.yaml\"\n      = rename it to site.yaml\n");
    fixture.write(ReloaderFixture::valid_content("Truman"));
    // The next report is not a second one of the name.
    CHECK(fixture.next_report() == loaded_message(fixture.next_update().version));
    fixture.write(ReloaderFixture::invalid_content("Truman"));
    CHECK(contains(fixture.next_report(), "error: unknown key \"tittle\""));
    CHECK(fixture.next_update().problems.size() == 1);
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

TEST_CASE(
    "a text of the interface that the school's translation lacks is taken from the shipped one") {
    ReloaderFixture fixture;
    std::string spanish = test::read_file(KIOSK_SOURCE "/assets/translations/es.yaml");
    const std::string hide = "  - en: \"Hide screen\"\n    es: \"Ocultar pantalla\"\n";
    REQUIRE(spanish.find(hide) != std::string::npos);
    test::write_file(fixture.folder / "translations/es.yaml", base::replace_all(spanish, hide, ""));
    content::ContentPaths paths{fixture.folder / "content.yaml", std::nullopt,
                                fixture.folder / "translations"};
    CHECK(content::load(paths, {std::nullopt, ui::ui_strings}).content->site.languages ==
          std::vector<std::string>{"en"});
    paths.shipped_translations = KIOSK_SOURCE "/assets/translations";
    const auto loaded = content::load(paths, {std::nullopt, ui::ui_strings});
    CHECK(loaded.content->site.languages == std::vector<std::string>{"en", "es"});
    CHECK(loaded.content->translation_or_default("es").translate("Hide screen") ==
          "Ocultar pantalla");
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
    fixture.quiet_duration = 1s;
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
        std::this_thread::sleep_for(600ms); // shorter than the duration without changes
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

TEST_CASE("a file that is cut off anywhere changes neither the screen nor the snapshot") {
    ReloaderFixture fixture;
    fixture.quiet_duration = 10ms;
    fixture.start_reloader();
    const std::string whole = ReloaderFixture::valid_content("Roosevelt");
    const SnapshotFile snapshot(fixture.folder / "state");
    constexpr std::size_t cut_count = 25;
    for (std::size_t index = 1; index <= cut_count; ++index) {
        // The last cut is directly before the line that marks the end.
        const std::size_t size = whole.rfind("end: true") * index / cut_count;
        fixture.write(whole.substr(0, size));
        const ContentUpdate update = fixture.next_update();
        CHECK(update.content == fixture.first_update->content);
        CHECK(has_error(update.problems));
        CHECK(snapshot.load()->content->text == ReloaderFixture::valid_content("Lincoln"));
    }
    fixture.write(whole);
    CHECK(fixture.next_update().content->site.school == "Roosevelt");
}

namespace {

// Returns the content without the part from the line that starts with `from` to that with `to`.
std::string without_part(const std::string& from, const std::string& to) {
    std::string text = ReloaderFixture::valid_content("Roosevelt");
    const std::size_t start = text.find("\n" + from);
    const std::size_t end = text.find("\n" + to, start + 1);
    REQUIRE(end != std::string::npos);
    return text.erase(start, end - start);
}

} // namespace

TEST_CASE("a change that removes something visitors need waits until somebody accepts it") {
    struct Change {
        std::string content, site, lost_part;
    };
    const std::string hours = "hours: [{days: [mon], from: \"7:00\", to: \"17:00\"}]\n";
    const std::string lincoln = ReloaderFixture::valid_content("Lincoln");
    std::string for_staff = lincoln;
    for_staff.insert(for_staff.find("    title:", for_staff.find("  - id: signs")),
                     "    audience: staff\n");
    const std::initializer_list<Change> changes{
        {for_staff, hours, "the section \"signs\""},
        {without_part("  - id: signs", "  - id: "), hours, "the section \"signs\""},
        {lincoln, "languages: [en]\n" + hours, "the language \"es\""},
        {lincoln, "# cut off\n", "the setting \"hours\""},
    };
    for (const Change& change : changes) {
        for (const bool is_restarted : {false, true}) {
            CAPTURE(change.lost_part);
            CAPTURE(is_restarted);
            ReloaderFixture fixture;
            const auto file = fixture.folder / "content.yaml";
            test::write_file(fixture.folder / "site.yaml", "motion: none\n" + hours);
            fixture.start_reloader();
            test::write_file(fixture.folder / "site.yaml", "motion: none\n" + change.site);
            if (change.content != lincoln) fixture.write(change.content);
            const ContentUpdate waiting = fixture.next_update();
            CHECK(waiting.content == fixture.first_update->content);
            REQUIRE(waiting.problems.size() == 1);
            const std::string message = file.string() +
                                        ": error: the change waits, because it removes " +
                                        change.lost_part +
                                        "\n      = if that is right, type: help-kiosk check "
                                        "--accept; a restart of the kiosk accepts it, too\n";
            CHECK(to_string(waiting.problems.front()) == message);
            CHECK(waiting.status_line == "content " + fixture.first_update->version +
                                             "; the current files have 1 error: " + file.string() +
                                             ": " + waiting.problems.front().message);
            CHECK(fixture.next_report() == message);
            CHECK(SnapshotFile(fixture.folder / "state").load()->content->text == lincoln);

            const auto files =
                content::load({file, std::nullopt, fixture.folder / "translations"}).files;
            const std::string version = content::content_version(files);
            if (is_restarted) {
                fixture.reloader.reset();
                fixture.start_reloader();
                CHECK(fixture.first_update->version == version);
                CHECK(fixture.next_report() ==
                      file.string() + ": since the last good content, it no longer has " +
                          change.lost_part + "\n");
            } else {
                reload::AcceptanceFile(file).accept(version);
                CHECK(fixture.next_update().version == version);
                CHECK(fixture.next_report() == loaded_message(version));
            }
            fixture.reloader.reset(); // waits until it is saved
            CHECK(SnapshotFile(fixture.folder / "state").load() == files);
        }
    }
}

TEST_CASE("another version than the accepted one still waits") {
    ReloaderFixture fixture;
    fixture.start_reloader();
    const reload::AcceptanceFile acceptance_file(fixture.folder / "content.yaml");
    CHECK_FALSE(acceptance_file.is_accepted("12345678"));
    acceptance_file.accept("12345678");
    CHECK(acceptance_file.is_accepted("12345678"));
    CHECK_FALSE(acceptance_file.is_accepted("1234567"));
    fixture.write(without_part("  - id: signs", "  - id: "));
    CHECK(fixture.next_update().content == fixture.first_update->content);
}

TEST_CASE("if loading fails unexpectedly, the last good content is shown") {
    ReloaderFixture fixture;
    fixture.start_reloader();
    fixture.reloader.reset();
    fixture.write(ReloaderFixture::invalid_content("x"));
    bool has_failed = false;
    reload::ContentReloader reloader(
        {fixture.folder / "content.yaml", std::nullopt, fixture.folder / "translations"},
        ui::ui_strings, SnapshotFile(fixture.folder / "state"), [&](const std::string&) {
            if (!std::exchange(has_failed, true)) throw std::runtime_error("out of memory");
        });
    const auto update = reloader.wait_for_first(max_wait);
    REQUIRE(update->content);
    CHECK(update->content->site.school == "Lincoln");
    CHECK(update->status_line == "last good content " + update->version);
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
