// The files are real, and so is the waiting: a test waits for the edition or the report that must come, and
// where nothing may come, for the one after it.
#include "platform/librarian.hpp"

#include "support/folder.hpp"
#include "ui/words.hpp"

#include <doctest/doctest.h>

#include <condition_variable>
#include <deque>
#include <fstream>

using namespace std::chrono_literals;
using platform::Edition;
using platform::Snapshot;

namespace {

constexpr auto patience = 20s; // far more than it takes, for machines under load

class School {
public:
    School() {
        std::filesystem::create_directory(folder / "translations");
        std::filesystem::create_directory(folder / "state");
        write(good("Lincoln"));
        test::write_file(folder / "translations/es.yaml",
                         test::read_file(KIOSK_SOURCE "/assets/translations/es.yaml"));
    }

    static std::string good(const std::string& school) {
        std::string text = test::read_file(KIOSK_SOURCE "/content.yaml");
        const std::string name = "Your School Name";
        return text.replace(text.find(name), name.size(), school);
    }
    static std::string bad(const std::string& school) { return good(school) + "tittle: nothing\n"; }

    void write(const std::string& text) const { test::write_file(folder / "content.yaml", text); }

    void open(bool keeps = true, std::chrono::milliseconds next_try = 1h) {
        const auto snapshot = keeps ? std::optional(Snapshot(folder / "state")) : std::nullopt;
        librarian.emplace(
            content::Sources{folder / "content.yaml", std::nullopt, folder / "translations"}, ui::words,
            snapshot, [this](const std::string& text) { note(reports, text); }, next_try);
        first = librarian->first(patience);
        librarian->on_news([this] { note(wakes, ""); });
    }

    Edition next() {
        wait_for(wakes);
        return librarian->take().value();
    }
    std::string report() { return wait_for(reports); }

    test::Folder folder;
    std::optional<Edition> first;

private:
    using Notes = std::deque<std::string>;

    void note(Notes& notes, const std::string& text) {
        const std::lock_guard lock(mutex);
        notes.push_back(text);
        changed.notify_all();
    }
    std::string wait_for(Notes& notes) {
        std::unique_lock lock(mutex);
        if (!changed.wait_for(lock, patience, [&] { return !notes.empty(); })) FAIL("nothing came");
        const std::string text = notes.front();
        notes.pop_front();
        return text;
    }

    std::mutex mutex;
    std::condition_variable changed;
    Notes reports, wakes;

public:
    std::optional<platform::Librarian> librarian; // last: it calls the others
};

bool says(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("a good file is shown, and kept") {
    School school;
    school.open();
    REQUIRE(school.first->content);
    CHECK(school.first->content->site.school == "Lincoln");
    CHECK(school.first->status == "content " + school.first->version);
    CHECK(school.first->changed == std::filesystem::last_write_time(school.folder / "translations/es.yaml"));
    CHECK(school.first->problems.empty());
    school.librarian.reset(); // has kept it by then
    const auto kept = Snapshot(school.folder / "state").read();
    REQUIRE(kept.has_value());
    CHECK(kept->content->text == School::good("Lincoln"));
    CHECK(kept->translations.contains("es"));
}

TEST_CASE("what could not be kept is said once, and kept as soon as it can be") {
    School school;
    std::filesystem::remove(school.folder / "state");
    school.open(true, 1ms);
    CHECK(says(school.report(), "cannot keep the content in "));
    std::filesystem::create_directory(school.folder / "state");
    const Snapshot snapshot(school.folder / "state");
    for (const auto end = std::chrono::steady_clock::now() + patience; !snapshot.read();)
        REQUIRE(std::chrono::steady_clock::now() < end);
    school.write(School::good("Truman"));
    CHECK(says(school.report(), " is shown from now on")); // and not once more that it cannot
}

TEST_CASE("whatever is wrong with the file at start, the last good content is shown and the problem said") {
    School school;
    school.open();
    school.librarian.reset();
    const auto file = school.folder / "content.yaml";
    SUBCASE("missing") {
        std::filesystem::remove(file);
    }
    SUBCASE("empty") {
        school.write("");
    }
    SUBCASE("half written") {
        school.write(School::good("x").substr(0, 9000));
    }
    SUBCASE("wrong") {
        school.write(School::bad("x"));
    }
    SUBCASE("enormous") {
        std::filesystem::resize_file(file, 50'000'000);
    }
    SUBCASE("a folder") {
        std::filesystem::remove(file);
        std::filesystem::create_directory(file);
    }
    SUBCASE("a translation is gone") {
        std::filesystem::remove(school.folder / "translations/es.yaml");
    }
    SUBCASE("site.yaml is wrong") {
        test::write_file(school.folder / "site.yaml", "place: moon\n");
    }
    const auto start = std::chrono::steady_clock::now();
    school.open();
    CHECK(std::chrono::steady_clock::now() - start < 2s);
    REQUIRE(school.first->content);
    CHECK(school.first->content->site.school == "Lincoln");
    CHECK(says(school.first->status, "last good content " + school.first->version + "; "));
    CHECK(says(school.report(), ": error: "));
    CHECK(school.report() == "the last good content, " + school.first->version + ", is shown instead\n");
}

TEST_CASE("without anything good there is no content, only the problem") {
    School school;
    school.write("nothing\n");
    SUBCASE("nothing is kept") {
        school.open();
    }
    SUBCASE("what is kept is damaged") {
        test::write_file(school.folder / "state/last-good.json", "{");
        school.open();
    }
    SUBCASE("nothing may be kept") {
        school.open(false);
    }
    CHECK(school.first->content == nullptr);
    CHECK(says(school.first->status, "emergency card; "));
    CHECK(says(school.report(), "content.yaml:1:1: error: "));
}

TEST_CASE("without any content the panel still hangs as the site says") {
    School school;
    test::write_file(school.folder / "content.yaml", "nonsense: [");
    test::write_file(school.folder / "site.yaml", "{rotate: 90, panel: 32}");
    school.open();
    REQUIRE(school.first);
    CHECK(school.first->content == nullptr);
    CHECK(school.first->site.rotate == 90);
    CHECK(school.first->site.panel_inches == 32);
}

TEST_CASE("a change is noticed however it is written") {
    School school;
    school.open();
    const auto file = school.folder / "content.yaml";
    SUBCASE("in place") {
        school.write(School::good("Roosevelt"));
    }
    SUBCASE("by renaming, as editors and rsync do") {
        test::write_file(school.folder / ".content.yaml.Xy12", School::good("Roosevelt"));
        std::filesystem::rename(school.folder / ".content.yaml.Xy12", file);
    }
    SUBCASE("removed and written again") {
        std::filesystem::remove(file);
        school.write(School::good("Roosevelt"));
    }
    SUBCASE("slowly, through one open file") {
        const std::string text = School::good("Roosevelt");
        std::ofstream slow(file, std::ios::binary | std::ios::trunc);
        slow << text.substr(0, text.size() / 2) << std::flush;
        std::this_thread::sleep_for(600ms); // longer than a file that is written needs to have settled
        slow << text.substr(text.size() / 2) << std::flush;
    }
    SUBCASE("as a link to a file elsewhere") {
        test::write_file(school.folder / "translations/elsewhere.txt", School::good("Roosevelt"));
        std::filesystem::create_symlink(school.folder / "translations/elsewhere.txt", school.folder / "link");
        std::filesystem::rename(school.folder / "link", file);
    }
    const Edition edition = school.next();
    REQUIRE(edition.content);
    CHECK(edition.content->site.school == "Roosevelt");
    CHECK(edition.version != school.first->version);
    CHECK(school.report() == "content " + edition.version + " is shown from now on\n");
}

TEST_CASE("a file behind a link is followed to where it is") {
    School school;
    const auto file = school.folder / "content.yaml";
    std::filesystem::create_directory(school.folder / "real");
    std::filesystem::rename(file, school.folder / "real/words.txt");
    std::filesystem::create_symlink(school.folder / "real/words.txt", file);
    school.open();
    REQUIRE(school.first->content);
    test::write_file(school.folder / "real/words.txt", School::good("Roosevelt"));
    CHECK(school.next().content->site.school == "Roosevelt");
}

TEST_CASE("a bad change changes nothing, and is said once") {
    School school;
    school.open();
    school.write(School::bad("Roosevelt"));
    const Edition bad = school.next();
    CHECK(bad.content == school.first->content);
    REQUIRE(bad.problems.size() == 1);
    CHECK(bad.problems.front().message == "unknown key \"tittle\"");
    CHECK(says(bad.status, "content " + school.first->version + "; 1 problem in the files"));
    CHECK(says(school.report(), "error: unknown key \"tittle\""));
    school.write(School::bad("Roosevelt")); // the same again: saying it twice helps nobody
    school.write(School::good("Truman"));
    Edition edition = school.next();
    if (edition.content == school.first->content) edition = school.next();
    CHECK(edition.content->site.school == "Truman");
    CHECK(school.report() == "content " + edition.version + " is shown from now on\n");
}

TEST_CASE("a site file that cannot be read is said, and once it is gone the content is shown") {
    constexpr std::size_t too_much = 2'000'000; // bytes
    School school;
    const auto site = school.folder / "site.yaml";
    SUBCASE("it was there at the start") {
        test::write_file(site, std::string(too_much, '#'));
        school.open(false);
        CHECK(school.first->content == nullptr);
        CHECK(says(school.report(), "site.yaml"));
    }
    SUBCASE("it came later") {
        school.open(false);
        test::write_file(site, std::string(too_much, '#'));
        CHECK(says(school.report(), "site.yaml"));
        CHECK(says(school.next().status, "1 problem"));
    }
    std::filesystem::remove(site);
    const Edition edition = school.next();
    REQUIRE(edition.content);
    CHECK(edition.problems.empty());
}

TEST_CASE("of a file of nonsense not everything is said") {
    School school;
    std::string nonsense;
    for (int i = 0; i < 70; ++i) nonsense += "nonsense" + std::to_string(i) + ": true\n";
    school.write(School::good("Lincoln") + nonsense);
    school.open();
    const std::string report = school.report();
    CHECK(says(report, "nonsense49"));
    CHECK_FALSE(says(report, "nonsense50"));
    CHECK(report.ends_with("and 20 more: help-kiosk check lists them all\n"));
}

TEST_CASE("a folder that comes later is found") {
    School school;
    std::filesystem::rename(school.folder / "translations", school.folder / "away");
    std::filesystem::remove(school.folder / "content.yaml");
    school.open();
    CHECK(school.first->content == nullptr);
    school.write(School::good("Lincoln"));
    std::filesystem::rename(school.folder / "away", school.folder / "translations");
    Edition edition = school.next();
    while (!edition.content) edition = school.next();
    CHECK(edition.content->languages.size() == 2);
}
