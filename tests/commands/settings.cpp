#include "commands/settings.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

namespace {

namespace fs = std::filesystem;

// Combines the shipped content with its own site.yaml, in a folder that is deleted at the end of
// the test.
class SiteFolder {
public:
    explicit SiteFolder(const std::string& site) {
        fs::create_directories(path_);
        std::ofstream(path_ / "site.yaml") << site;
    }
    ~SiteFolder() { fs::remove_all(path_); }
    SiteFolder(const SiteFolder&) = delete;
    SiteFolder& operator=(const SiteFolder&) = delete;

    int print(std::ostream& out, std::ostream& err) const {
        const fs::path source = KIOSK_SOURCE;
        return commands::print_settings(
            {source / "content.yaml", path_ / "site.yaml", source / "assets/translations"},
            {std::chrono::sys_days(std::chrono::year(2026) / 11 / 23), {}}, out, err);
    }

private:
    fs::path path_ =
        fs::temp_directory_path() / ("kiosk-settings-" + std::to_string(std::random_device{}()));
};

} // namespace

TEST_CASE("settings: each one is printed as key=value") {
    std::ostringstream out, err;
    const SiteFolder site_folder(
        "updates: {from: \"23:05\", to: \"0:35\"}\nusb_storage: allowed\n");
    CHECK(site_folder.print(out, err) == 0);
    CHECK(out.str() ==
          "updates_from=23:05\nupdates_minutes=90\nusb_storage=allowed\npower_button=hold\n");
}

TEST_CASE("settings: with an error in site.yaml, only the error is printed") {
    std::ostringstream out, err;
    const SiteFolder site_folder("usb_storage: yes\n");
    CHECK(site_folder.print(out, err) == 1);
    CHECK(out.str().empty());
    CHECK(err.str().find(R"(site.yaml:1:14: error: "usb_storage" cannot be "yes"
    1 | usb_storage: yes
      |              ^~~
      = write "allowed"
)") != std::string::npos);
}
