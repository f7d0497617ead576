// The sheet to print, sign and keep.
#include "commands/doctor/commissioning_sheet.hpp"

#include "commands/healthy_station.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace {

using test::HealthyStation;

} // namespace

TEST_CASE("the sheet to sign") {
    const HealthyStation station;
    const std::string html = station.with_context([](const commands::doctor::DoctorContext& context) {
        return commands::doctor::commissioning_sheet(context, commands::doctor::run_all_checks(context));
    });
    const auto has = [&html](const std::string& part) { return html.find(part) != std::string::npos; };
    CHECK(has("<h1>Sample School</h1>"));
    CHECK(has("<dt>Place</dt><dd>nurse's office</dd>"));
    CHECK(has("<dt>Date</dt><dd>2026-11-24</dd>"));
    CHECK(has(fmt::format("<dt>Content</dt><dd>{}</dd>", station.version())));
    for (const char* height : {">1291 mm<", ">1220 mm<", ">760 mm<"}) CHECK_MESSAGE(has(height), height);
    CHECK(has("<td>Local &lt;&amp; near&gt;</td><td class=\"number\">211, text HELP to 898211</td>"));
    CHECK(has("<li><b>touch</b> touch screen: ILITEK ILITEK-TP</li>"));
    CHECK_FALSE(has("To be put right"));
    CHECK_FALSE(has("http"));
}

TEST_CASE("the sheet of a panel whose heights nobody knows has room to write them") {
    HealthyStation station;
    station.fake_machine.add_file("/etc/help-kiosk/site.yaml", "school: S\nplace: lobby\n");
    const std::string html = station.with_context([](const commands::doctor::DoctorContext& context) {
        return commands::doctor::commissioning_sheet(context, {});
    });
    CHECK(html.find("The settings do not say how high the picture hangs.") != std::string::npos);
    CHECK(html.find("<svg") == std::string::npos);
}
