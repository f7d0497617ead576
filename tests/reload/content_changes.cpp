#include "reload/reloader_fixture.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <thread>

namespace {

using namespace test;
using namespace std::chrono_literals;
using reload::ContentUpdate;
using reload::SnapshotFile;

std::string error_position(const content::Problem& problem) {
    return problem.file + ":" + std::to_string(problem.line) + ":" +
           std::to_string(problem.column) + ": ";
}

} // namespace

TEST_CASE("a change is loaded in whichever way it is written" * doctest::test_suite("sweep")) {
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

TEST_CASE("a file that is cut off anywhere changes neither the screen nor the snapshot" *
          doctest::test_suite("sweep")) {
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

TEST_CASE("a site.yaml that is too large is reported, and the content is loaded after its removal" *
          doctest::test_suite("sweep")) {
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
