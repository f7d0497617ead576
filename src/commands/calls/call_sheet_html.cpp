// The sheets of the help lines as a web page to print.
#include "commands/calls/call_sheet.hpp"
#include "commands/printed_page.hpp"

#include <fmt/format.h>

namespace commands::calls {

namespace {

// Without a size, the page fits the paper of the printer.
constexpr const char* style = R"css(
@page { margin: 14mm 16mm }
section + section { break-before: page }
li, dd, .sign { break-inside: avoid }
.note { border: 0.4mm solid #15222b; padding: 1.5mm 3mm; font-weight: 600 }
.questions li { padding-left: 0; text-indent: 0 }
.questions .blank { width: 100%; height: 7mm }
@media screen { section { padding-bottom: 20mm } }
)css";

std::string details_list(const std::vector<SheetRow>& rows) {
    std::string all = "<dl>\n";
    for (const SheetRow& row : rows) all += detail_row(row.label, row.value);
    return all + "</dl>\n";
}

std::string section_of(const CallSheet& sheet) {
    std::string all =
        fmt::format("<section>\n<p class=\"secondary\">Help line to call: {}</p>\n<h1>{}</h1>\n",
                    escape_html(sheet.id), escape_html(sheet.title));
    for (const std::string& note : sheet.notes)
        all += fmt::format("<p class=\"note\">{}</p>\n", escape_html(note));
    all += "<h2>Numbers</h2>\n" + details_list(sheet.numbers);
    all += "<h2>What the screen says</h2>\n" + details_list(sheet.facts);
    all += "<h2>What to ask</h2>\n<ul class=\"questions\">\n";
    for (const std::string& question : sheet.questions)
        all += fmt::format("<li>{}<span class=\"blank\"></span></li>\n", escape_html(question));
    all += "</ul>\n<h2>What to tick</h2>\n<ul>\n";
    for (const std::string& box : sheet.boxes) all += check_item(box);
    return all + fmt::format("</ul>\n<div class=\"sign\"><span>Name</span><span>Signature</span>"
                             "<span>Date</span></div>\n<p class=\"secondary\">Afterward, type: "
                             "help-kiosk calls --record {}</p>\n</section>\n",
                             escape_html(sheet.id));
}

} // namespace

std::string to_html(const std::vector<CallSheet>& sheets) {
    std::string all = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                      "<title>Help lines to call</title>\n<style>";
    all += printed_style;
    all += style;
    all += "</style>\n</head>\n<body>\n";
    for (const CallSheet& sheet : sheets) all += section_of(sheet);
    return all + "</body>\n</html>\n";
}

} // namespace commands::calls
