// Tests what the staff overview shows about the content.
#include "viewer/device_status.hpp"

#include "os/clock.hpp"

#include <doctest/doctest.h>

using namespace std::chrono_literals;

namespace {

// Returns an update that was modified at noon UTC, which is the same date in nearly all time zones.
reload::ContentUpdate make_update(const std::string& status_line) {
    const std::chrono::sys_seconds noon =
        std::chrono::sys_days(std::chrono::year(2026) / 9 / 14) + 12h;
    const auto content = std::make_shared<const content::Content>();
    return {content, "1a2b3c4d", status_line, std::chrono::file_clock::from_sys(noon), {}};
}

} // namespace

TEST_CASE("the content version on the staff overview has the date of the content") {
    CHECK(os::local_date_of(make_update("").modified_at) == "2026-09-14");
    CHECK(viewer::with_content({}, make_update("content 1a2b3c4d")).content_version ==
          "content 1a2b3c4d, of 2026-09-14");
    CHECK(viewer::with_content({},
                               make_update("last good content 1a2b3c4d; 1 problem in the files: x"))
              .content_version == "last good content 1a2b3c4d, of 2026-09-14");
    CHECK(viewer::with_content({}, {nullptr, "", "emergency card; 1 problem", {}, {}})
              .content_version == "emergency card");
}

TEST_CASE("the staff overview has one line for each problem until the next valid content") {
    reload::ContentUpdate update = make_update("content 1a2b3c4d; 2 problems");
    update.problems = {
        {content::Severity::error, "/etc/help-kiosk/content.yaml", 12, 5, "unknown key \"tittle\"",
         "    tittle: x", 6, "write \"title\""},
        {content::Severity::error, "site.yaml", 0, 0, "there is no such file", "", 1, ""}};
    ui::DeviceStatus device_status;
    device_status.program_version = "help-kiosk 0.1.0";
    device_status.can_restart = true;
    device_status = viewer::with_content(device_status, update);
    CHECK(device_status.problems ==
          std::vector<std::string>{"content.yaml, line 12: unknown key \"tittle\": write \"title\"",
                                   "site.yaml: there is no such file"});
    device_status = viewer::with_content(device_status, make_update("content 1a2b3c4d"));
    CHECK(device_status.problems.empty());
    CHECK(device_status.program_version == "help-kiosk 0.1.0");
    CHECK(device_status.can_restart);
}
