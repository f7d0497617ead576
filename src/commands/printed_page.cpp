#include "commands/printed_page.hpp"

#include <fmt/format.h>

namespace commands {

const char* const printed_style = R"css(
* { box-sizing: border-box }
body { font: 9.5pt/1.3 "Open Sans", "Noto Sans", "Segoe UI", sans-serif; color: #15222b;
  margin: 0 auto; max-width: 178mm }
h1 { font-size: 21pt; line-height: 1.15; margin: 0 0 1mm }
h2 { font-size: 12pt; margin: 5mm 0 1mm; color: #0a4f5c; break-after: avoid }
p { margin: 0 0 1.5mm }
.secondary { color: #45525b }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 1.2mm 5mm; margin: 0 }
dt { color: #45525b }
dd { margin: 0; font-weight: 600; overflow-wrap: anywhere }
.box { display: inline-block; width: 3.6mm; height: 3.6mm; border: 0.35mm solid #15222b;
  margin-right: 2.5mm; vertical-align: -0.5mm }
.blank { display: inline-block; border-bottom: 0.25mm solid #15222b; height: 3.6mm }
ul { list-style: none; margin: 0; padding: 0 }
li { padding: 0.9mm 0 0.9mm 6.1mm; text-indent: -6.1mm }
.sign { display: grid; grid-template-columns: 2fr 2fr 1fr; gap: 8mm; margin-top: 14mm }
.sign span { border-top: 0.25mm solid #15222b; padding-top: 1mm; color: #45525b }
@media screen { body { padding: 10mm 4mm } }
)css";

std::string escape_html(const std::string& text) {
    std::string all;
    for (const char letter : text) {
        if (letter == '&')
            all += "&amp;";
        else if (letter == '<')
            all += "&lt;";
        else if (letter == '>')
            all += "&gt;";
        else if (letter == '"')
            all += "&quot;";
        else
            all += letter;
    }
    return all;
}

std::string blank_line(int mm) {
    return fmt::format("<span class=\"blank\" style=\"width:{}mm\"></span>", mm);
}

std::string detail_row(const std::string& label, const std::string& value) {
    return fmt::format("<dt>{}</dt><dd>{}</dd>\n", escape_html(label), escape_html(value));
}

std::string check_item(const std::string& task) {
    return fmt::format("<li><i class=\"box\"></i>{}</li>\n", escape_html(task));
}

} // namespace commands
