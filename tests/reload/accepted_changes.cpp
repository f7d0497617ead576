#include "reload/reloader_fixture.hpp"

#include <doctest/doctest.h>

namespace {

using namespace test;
using reload::ContentUpdate;
using reload::SnapshotFile;

// Returns the content without the part from the line that starts with `from` to that with `to`.
std::string without_part(const std::string& from, const std::string& to) {
    std::string text = ReloaderFixture::valid_content("Roosevelt");
    const std::size_t start = text.find("\n" + from);
    const std::size_t end = text.find("\n" + to, start + 1);
    REQUIRE(end != std::string::npos);
    return text.erase(start, end - start);
}

} // namespace

TEST_CASE("a change that removes something visitors need waits until somebody accepts it" *
          doctest::test_suite("sweep")) {
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
