#include "commands/healthy_station.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstring>

namespace {

using namespace test;

} // namespace

TEST_CASE("doctor: a size that a display reports counts only if it can be believed") {
    HealthyStation station;
    const std::string folder = "/sys/class/drm/card0-HDMI-A-1";
    const auto panel_finding = [&station] {
        const std::string report = station.report(commands::doctor::check_display);
        const std::size_t start = report.find(" panel ") - std::strlen("warning");
        return report.substr(start, report.find(" power saving") - std::strlen("warning") - start);
    };
    const auto unbelieved = [](const std::string& size) {
        return fmt::format(
            R"(warning panel         the display reports {} mm, which cannot be right, so the kiosk assumes 24 inches
                     = measure the diagonal of the picture, and type: sudo help-kiosk setup; until then, test the panel ruler of the staff screens
)",
            size);
    };
    station.fake_machine.add_file(folder + "/edid", edid(160, 90));
    CHECK(panel_finding() == "ok      panel         24 inches in the settings; the display reports "
                             "160 x 90 mm, which cannot be right\n");
    station.fake_machine.add_file("/etc/help-kiosk/site.yaml", "school: S\nplace: lobby\n");
    CHECK(panel_finding() == unbelieved("160 x 90"));
    for (const auto& [width_mm, height_mm] :
         {std::pair{160, 100}, {1600, 900}, {1600, 1000}, {30, 20}, {530, 400}}) {
        station.fake_machine.add_file(folder + "/edid", edid(width_mm, height_mm));
        CHECK(panel_finding() == unbelieved(fmt::format("{} x {}", width_mm, height_mm)));
    }
    // The kernel passes on the size in centimeters, so the kiosk does not know a better one.
    std::string aspect_in_centimeters = edid();
    aspect_in_centimeters[21] = 16;
    aspect_in_centimeters[22] = 9;
    station.fake_machine.add_file(folder + "/edid", aspect_in_centimeters);
    CHECK(panel_finding() == unbelieved("160 x 90"));
    std::string aspect_in_timing = edid(160, 90);
    aspect_in_timing[21] = 53;
    aspect_in_timing[22] = 30;
    station.fake_machine.add_file(folder + "/edid", aspect_in_timing);
    CHECK(panel_finding() == "ok      panel         24.0 inches, as the display reports\n");
    station.fake_machine.add_file(folder + "/edid", edid(477, 268));
    CHECK(panel_finding() == "ok      panel         21.5 inches, as the display reports\n");
}

TEST_CASE("doctor: missing information about the display is a warning") {
    HealthyStation station;
    const std::string folder = "/sys/class/drm/card0-HDMI-A-1";
    std::string edid_without_timing = edid();
    edid_without_timing[54] = 0;
    station.fake_machine.add_file(folder + "/edid", edid_without_timing);
    CHECK(station.report(commands::doctor::check_display).find("the display reports 24.0") !=
          std::string::npos);
    station.fake_machine.add_file(folder + "/edid", "");
    station.fake_machine.add_file(folder + "/modes", "");
    station.fake_machine.add_file(folder + "/dpms", "");
    CHECK(station.report(commands::doctor::check_display) ==
          R"(warning display       HDMI-A-1 is connected; could not determine its resolution
                     = check that the picture is sharp and fills the display
ok      panel         24 inches in the settings; the display does not report its size
warning power saving  could not determine whether the display turns itself off
                     = check the display after an hour without a touch
)");
    station.fake_machine.add_file("/etc/help-kiosk/site.yaml", "school: S\nplace: lobby\n");
    CHECK(station.report(commands::doctor::check_display)
              .find("the display does not report its size, so the kiosk assumes 24 inches") !=
          std::string::npos);
    station.fake_machine.add_file(folder + "/status", "disconnected\n");
    CHECK(station.report(commands::doctor::check_display) ==
          R"(error   display       no display is connected
                     = check the display's video cable and power
)");
}
