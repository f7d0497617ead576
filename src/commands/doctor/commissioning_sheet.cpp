#include "commands/doctor/commissioning_sheet.hpp"

#include "commands/doctor/mounting_diagram.hpp"
#include "commands/printed_page.hpp"

#include <fmt/format.h>

namespace commands::doctor {

namespace {

constexpr const char* style = R"css(
@page { margin: 14mm 16mm }
.top { display: grid; grid-template-columns: 1fr 76mm; gap: 8mm; margin-top: 2mm;
  align-items: start }
table { border-collapse: collapse; width: 100% }
td, th { text-align: left; vertical-align: top; padding: 0.6mm 3mm 0.6mm 0;
  border-bottom: 0.2mm solid #ddd4c5 }
tr, li, .sign { break-inside: avoid }
th { font-weight: 600 }
.status { width: 19mm }
.status b { display: inline-block; width: 16mm; text-align: center; border-radius: 1mm;
  font-size: 8.5pt; border: 0.3mm solid #15222b }
.warning b { background: #fff6dc }
.error b { background: #15222b; color: #fff; print-color-adjust: exact;
  -webkit-print-color-adjust: exact }
.warning b { print-color-adjust: exact; -webkit-print-color-adjust: exact }
.topic { width: 27mm; white-space: nowrap }
.advice { display: block; color: #45525b }
.passed { font-size: 8.5pt }
.passed li { padding: 0.4mm 0 0.4mm 3mm; text-indent: -3mm }
.calls { break-before: page }
.calls + table td { padding: 1.3mm 3mm 1.3mm 0 }
.phone { white-space: nowrap; font-weight: 600 }
.called { white-space: nowrap; width: 68mm }
ul { columns: 2; column-gap: 8mm }
svg { width: 100%; max-height: 62mm; display: block }
svg path { stroke: #45525b; stroke-width: 6; fill: none }
svg path.floor { stroke: #15222b; stroke-width: 14 }
svg text { font-size: 62px; fill: #45525b }
svg text.mm { font-size: 74px; font-weight: 600; fill: #15222b }
svg .picture { fill: #fff; stroke: #15222b; stroke-width: 12 }
svg .touched { fill: #cfe3e5; stroke: none }
svg .student { fill: #e9e4da }
)css";

std::string details_list(const DoctorContext& context) {
    const content::Site& site = context.loaded.site;
    const auto display = first_connected_display(context.machine);
    std::string all =
        "<dl>\n" +
        detail_row("Place", site.place == content::Place::lobby ? "lobby" : "nurse's office");
    all += "<dt>Room</dt><dd>" + blank_line(38) + "</dd>\n";
    all +=
        detail_row("Date", fmt::format("{:04}-{:02}-{:02}", static_cast<int>(context.today.year()),
                                       static_cast<unsigned>(context.today.month()),
                                       static_cast<unsigned>(context.today.day())));
    all += detail_row("Program", "help-kiosk " HELP_KIOSK_VERSION);
    all += detail_row("Content", content::content_version(context.loaded.files));
    all += detail_row("Languages", join(site.languages));
    if (const auto panel = visible_panel(site, display)) {
        const bool is_assumed = !site.panel_inches && !display->inches();
        all += detail_row("Picture", fmt::format("{} x {} pixels, {:.1f} inches{}", panel->width_px,
                                                 panel->height_px, panel->inches,
                                                 is_assumed ? " (assumed)" : ""));
    }
    all += detail_row("Rotation", fmt::format("{} degrees", site.rotate));
    return all + "</dl>\n";
}

std::string heights_figure(const DoctorContext& context) {
    const auto panel = visible_panel(context.loaded.site, first_connected_display(context.machine));
    const auto zone = panel ? touch_zone(*panel) : std::nullopt;
    if (zone) return "<figure style=\"margin:0\">" + mounting_svg(*zone) + "</figure>\n";
    const char* reason = context.loaded.site.mounting
                             ? "No display reports its resolution."
                             : "The settings do not have the mounting height.";
    std::string all = fmt::format(
        "<div><p class=\"secondary\">{} Measure these heights above the floor, in mm:</p><dl>\n",
        reason);
    for (const char* label : {"upper edge", "highest touch", "lowest touch", "lower edge"})
        all += fmt::format("<dt>{}</dt><dd>{}</dd>\n", label, blank_line(30));
    return all + "</dl></div>\n";
}

std::string finding_row(const Finding& finding) {
    return fmt::format(
        "<tr class=\"{0}\"><td class=\"status\"><b>{0}</b></td><td class=\"topic\">{1}</td><td>{2}"
        "<span class=\"advice\">{3}</span></td></tr>\n",
        status_name(finding.status), escape_html(finding.topic), escape_html(finding.message),
        escape_html(finding.advice));
}

// Findings that are ok are in a compact list, so that all findings fit on the first page.
std::string findings_table(const Findings& findings) {
    std::string rows, ok_items;
    for (const Status status : {Status::error, Status::warning})
        for (const Finding& finding : findings)
            if (finding.status == status) rows += finding_row(finding);
    for (const Finding& finding : findings)
        if (finding.status == Status::ok)
            ok_items += fmt::format("<li><b>{}</b> {}</li>\n", escape_html(finding.topic),
                                    escape_html(finding.message));
    if (!rows.empty()) rows = "<h2>Needs attention</h2>\n<table>\n" + rows + "</table>\n";
    if (!ok_items.empty())
        ok_items = "<h2>Passed</h2>\n<ul class=\"passed\">\n" + ok_items + "</ul>\n";
    return rows + ok_items;
}

std::string phone_numbers(const content::HelpLine& help_line) {
    std::vector<std::string> all;
    if (help_line.call) all.push_back(help_line.call->display_text());
    if (help_line.text) {
        const std::string text_prefix =
            help_line.text->word.empty() ? "" : help_line.text->word + " to ";
        all.push_back("text " + text_prefix + help_line.text->to.display_text());
    }
    return join(all);
}

std::string calls_table(const content::LoadResult& loaded) {
    if (!loaded.content) return {};
    std::string all = "<h2 class=\"calls\">Call every number from a phone</h2>\n<table>\n";
    for (const content::HelpLine& help_line : loaded.content->help_lines) {
        all += fmt::format("<tr><td>{}</td><td class=\"phone\">{}</td><td class=\"called\"><i "
                           "class=\"box\"></i>called on {} by {}</td></tr>\n",
                           escape_html(help_line.name), escape_html(phone_numbers(help_line)),
                           blank_line(16), blank_line(22));
    }
    return all + "</table>\n"
                 "<p class=\"secondary\">911 is for emergencies only. To test it, first arrange a "
                 "test call with the dispatch center through its non-emergency number.</p>\n";
}

std::string manual_checks(const content::Site& site) {
    std::string all = "<h2>Check in person</h2>\n<ul>\n";
    // What a display reports about its size may be wrong even if it can be believed.
    if (!site.panel_inches)
        all += check_item("The bar of the panel ruler (staff screens) is exactly 100 mm long; if "
                          "it is not, measure the diagonal of the picture, and type: sudo "
                          "help-kiosk setup");
    for (const char* task : {
             "After a power failure the kiosk starts by itself (\"power on after AC loss\")",
             "The firmware setup (BIOS/UEFI) has a password, which is kept in the office",
             "Booting from USB and from the network is off in the firmware setup",
             "After a power failure the display turns on by itself",
             "The display does not go to standby (\"auto standby\" is off)",
             "Cables, ports and buttons are out of reach",
             "The picture is sharp, upright, and fills the display",
             "Touches register under the finger in all four corners",
             "No mouse pointer is visible",
             "A seated person can reach every button, and the floor in front is clear",
             "A phone that scans a QR code shows the right number",
             "\"Hide screen\" covers everything immediately",
             "Without touches, the kiosk returns to the home screen",
             "No keyboard, mouse or USB drive is plugged into the computer",
         })
        all += check_item(task);
    return all + "</ul>\n";
}

} // namespace

std::string commissioning_sheet(const DoctorContext& context, const Findings& findings) {
    const std::string school = escape_html(context.loaded.site.school);
    std::string all = fmt::format("<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n"
                                  "<title>Help kiosk commissioning sheet: {}</title>\n<style>",
                                  school);
    all += printed_style;
    all += style;
    all += fmt::format(
        "</style>\n<p class=\"secondary\">Help kiosk commissioning sheet</p>\n<h1>{}</h1>\n",
        school.empty() ? blank_line(100) : school);
    all += "<div class=\"top\">\n" + details_list(context) + heights_figure(context) + "</div>\n";
    all +=
        findings_table(findings) + calls_table(context.loaded) + manual_checks(context.loaded.site);
    return all + "<div class=\"sign\">"
                 "<span>Name</span><span>Signature</span><span>Date</span></div>\n"
                 "</html>\n";
}

} // namespace commands::doctor
