// Checks what the commissioning sheet shows.
#include "commands/doctor/commissioning_sheet.hpp"

#include "commands/healthy_station.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace {

using test::HealthyStation;

} // namespace

TEST_CASE("commissioning sheet: a healthy station has its details, heights, phone numbers and "
          "passed checks") {
    const HealthyStation station;
    const std::string html =
        station.with_context([](const commands::doctor::DoctorContext& context) {
            return commands::doctor::commissioning_sheet(context,
                                                         commands::doctor::run_all_checks(context));
        });
    const auto has = [&html](const std::string& part) {
        return html.find(part) != std::string::npos;
    };
    CHECK(has("<h1>Sample School</h1>"));
    CHECK(has("<dt>Place</dt><dd>nurse's office</dd>"));
    CHECK(has("<dt>Date</dt><dd>2026-11-24</dd>"));
    CHECK(has(fmt::format("<dt>Content</dt><dd>{}</dd>", station.version())));
    for (const char* height : {">1291 mm<", ">1220 mm<", ">760 mm<"})
        CHECK_MESSAGE(has(height), height);
    CHECK(
        has("<td>Local &lt;&amp; near&gt;</td><td class=\"phone\">211, text HELP to 898211</td>"));
    CHECK(has("<li><b>touch</b> touchscreen: ILITEK ILITEK-TP</li>"));
    CHECK_FALSE(has("Needs attention"));
    CHECK_FALSE(has("http"));
}

TEST_CASE("commissioning sheet: without a mounting height, it has blanks for the heights") {
    HealthyStation station;
    station.fake_machine.add_file("/etc/help-kiosk/site.yaml", "school: S\nplace: lobby\n");
    const std::string html =
        station.with_context([](const commands::doctor::DoctorContext& context) {
            return commands::doctor::commissioning_sheet(context, {});
        });
    CHECK(html.find("The settings do not have the mounting height.") != std::string::npos);
    CHECK(html.find("<svg") == std::string::npos);
}

TEST_CASE("commissioning sheet: findings with a warning or an error come with their advice") {
    const HealthyStation station;
    const commands::doctor::Findings findings{
        {commands::doctor::Status::warning, "touch", "a mouse", "unplug it"},
        {commands::doctor::Status::error, "disk", "full", "free space"}};
    const std::string html =
        station.with_context([&](const commands::doctor::DoctorContext& context) {
            return commands::doctor::commissioning_sheet(context, findings);
        });
    const std::string error_row =
        "<tr class=\"error\"><td class=\"status\"><b>error</b></td><td class=\"topic\">disk</td>"
        "<td>full<span class=\"advice\">free space</span></td></tr>\n";
    const std::string warning_row =
        "<tr class=\"warning\"><td class=\"status\"><b>warning</b></td><td "
        "class=\"topic\">touch</td>"
        "<td>a mouse<span class=\"advice\">unplug it</span></td></tr>\n";
    CHECK(html.find("<h2>Needs attention</h2>\n<table>\n" + error_row + warning_row +
                    "</table>\n") != std::string::npos);
}

TEST_CASE("commissioning sheet: until the panel size is set, the panel ruler must be tested") {
    HealthyStation station;
    const auto sheet = [&station] {
        return station.with_context([](const commands::doctor::DoctorContext& context) {
            return commands::doctor::commissioning_sheet(context, {});
        });
    };
    const std::string picture = "<dt>Picture</dt><dd>1920 x 1080 pixels, ";
    const std::string site = "school: S\nplace: lobby\n";
    station.fake_machine.add_file("/etc/help-kiosk/site.yaml", site + "panel: 24\n");
    const std::string ruler =
        "<li><i class=\"box\"></i>The bar of the panel ruler (staff screens) is exactly 100 mm "
        "long; "
        "if it is not, measure the diagonal of the picture, and type: sudo help-kiosk setup</li>";
    CHECK(sheet().find(picture + "24.0 inches</dd>") != std::string::npos);
    CHECK(sheet().find(ruler) == std::string::npos);
    station.fake_machine.add_file("/etc/help-kiosk/site.yaml", site);
    CHECK(sheet().find(picture + "23.8 inches</dd>") != std::string::npos);
    CHECK(sheet().find(ruler) != std::string::npos);
    station.fake_machine.add_file("/sys/class/drm/card0-HDMI-A-1/edid", test::edid(160, 90));
    CHECK(sheet().find(picture + "24.0 inches (assumed)</dd>") != std::string::npos);
    CHECK(sheet().find(ruler) != std::string::npos);
}
