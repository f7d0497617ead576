#include "base/replace_all.hpp"
#include "reload/reloader_fixture.hpp"

#include <doctest/doctest.h>

namespace {

using namespace test;
using namespace std::chrono_literals;
using reload::SnapshotFile;

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
    "with invalid files at startup, the last good content is shown and the error is reported" *
    doctest::test_suite("sweep")) {
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
