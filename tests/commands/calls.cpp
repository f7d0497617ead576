// Checks the sheets for calling the help lines.
#include "commands/calls/call_sheet.hpp"
#include "commands/calls_content.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <vector>

namespace {

namespace fs = std::filesystem;
using namespace test::calls;

std::string text_of(const std::string& id) {
    const auto content = load_content(calls_yaml);
    return commands::calls::to_text(commands::calls::make_call_sheet(*content->find_help_line(id)));
}

std::string html_of(const content::Content& content) {
    std::vector<commands::calls::CallSheet> sheets;
    sheets.reserve(content.help_lines.size());
    for (const content::HelpLine& help_line : content.help_lines)
        sheets.push_back(commands::calls::make_call_sheet(help_line));
    return commands::calls::to_html(sheets);
}

// Returns the first mistake in the tags of a page, or an empty text if each one that is opened is
// closed in order.
std::string find_tag_mistake(const std::string& html) {
    std::vector<std::string> open;
    for (std::size_t offset = html.find('<'); offset != std::string::npos;
         offset = html.find('<', offset + 1)) {
        const std::size_t end = html.find('>', offset);
        if (end == std::string::npos) return "a tag has no end";
        std::string tag = html.substr(offset + 1, end - offset - 1);
        if (tag.find('<') != std::string::npos) return "a tag in a tag: " + tag;
        if (std::ranges::count(tag, '"') % 2 != 0) return "an open quote: " + tag;
        tag = tag.substr(0, tag.find(' '));
        if (tag == "!DOCTYPE" || tag == "meta") continue;
        if (!tag.starts_with('/')) {
            open.push_back(tag);
        } else if (open.empty() || "/" + open.back() != tag) {
            return "out of order: " + tag;
        } else {
            open.pop_back();
        }
    }
    return open.empty() ? "" : "never closed: " + open.back();
}

} // namespace

TEST_CASE("calls: a sheet has the numbers, what the screen says, and what to ask") {
    const std::string blank = "    " + std::string(76, '_') + "\n";
    CHECK(text_of("crisis") ==
          R"(Crisis Lifeline (crisis)
========================

Numbers
  Call         988
  Text         HELLO to 988
  Also         1-800-273-8255 (The older number.)

What the screen says
  Need         Crisis line
  Name         Crisis Lifeline
  Who answers  A person.
  Hours        Always.
  Cost         unknown
  Languages    unknown
  Reports      Little.
  Verified     Nobody has called yet. From 2026-09-14: a page

What to ask
  Who answers: a person, or a recording first?
)" + blank + "  Which languages can a student use, and how does a student choose one?\n" +
              blank + "  On which days and at which hours does somebody answer?\n" + blank +
              "  What does a call or a text cost a student?\n" + blank +
              "  What must you report about a student, and to whom?\n" + blank +
              "  May a school show this number to students?\n" + blank +
              R"(
What to tick
  [ ] Call 988: this help line answered
  [ ] Text HELLO to 988: this help line answered
  [ ] Also 1-800-273-8255: this help line answered
  [ ] Everything that the screen says is right
  [ ] Something differs, and is written above
  [ ] They agree that students see this number

Name ______________________________  Date ____________  Signature ______________
Afterward, type: help-kiosk calls --record crisis
)");
}

TEST_CASE("calls: no line of a sheet has more than 80 columns, whatever its name is") {
    content::HelpLine help_line = *load_content(calls_yaml)->find_help_line("crisis");
    help_line.name = "A help line with a name of sixty letters, which is the limit";
    help_line.id = "a-help-line-with-a-long-id";
    std::istringstream sheet(commands::calls::to_text(commands::calls::make_call_sheet(help_line)));
    for (std::string line; std::getline(sheet, line);) CHECK_MESSAGE(line.size() <= 80, line);
}

TEST_CASE("calls: the sheet of 911 says not to call, and asks the dispatch center") {
    const std::string sheet = text_of("emergency");
    CHECK(sheet.starts_with(R"(Emergency (emergency)
=====================
Do not call 911 to test it. First arrange a test call with the dispatch center
through its non-emergency number.

Numbers
  Call         911
)"));
    CHECK(has(sheet, "  When may we make a test call, and from which phone?\n"));
    CHECK(has(sheet, "  Hours        not on the screen\n"));
    CHECK_FALSE(has(sheet, "unknown"));
    CHECK_FALSE(has(sheet, "students"));
}

TEST_CASE("calls: a held help line and one for staff have a sheet that says so") {
    CHECK(text_of("hidden").starts_with(
        "Shelter (hidden)\n================\n"
        "Students do not see this help line until somebody has called it.\n\nNumbers\n"));
    CHECK(text_of("cps").starts_with("Child Protection (cps)\n======================\n"
                                     "This help line is for staff. Students do not see it.\n"));
    CHECK(has(text_of("cps"), "  Verified     Bob called on 2026-09-14. From: a call\n"));
}

TEST_CASE("calls: every sheet of the shipped content has at most 80 columns and all its numbers") {
    const fs::path source = KIOSK_SOURCE;
    const content::LoadResult loaded =
        content::load({source / "content.yaml", std::nullopt, source / "assets/translations"});
    REQUIRE(loaded.content);
    for (const content::HelpLine& help_line : loaded.content->help_lines) {
        const std::string sheet =
            commands::calls::to_text(commands::calls::make_call_sheet(help_line));
        CAPTURE(sheet);
        std::istringstream lines(sheet);
        for (std::string line; std::getline(lines, line);)
            CHECK_MESSAGE(
                std::ranges::count_if(line, [](char byte) { return (byte & 0xC0) != 0x80; }) <= 80,
                line);
        if (help_line.call) CHECK(has(sheet, help_line.call->display_text()));
        if (help_line.text) CHECK(has(sheet, help_line.text->to.display_text()));
        if (help_line.text) CHECK(has(sheet, help_line.text->word));
        if (help_line.also) CHECK(has(sheet, help_line.also->number.display_text()));
    }
    CHECK(find_tag_mistake(html_of(*loaded.content)) == "");
}

TEST_CASE("calls: the page has a section for each help line, and texts are escaped") {
    content::Content content = *load_content(calls_yaml);
    for (content::HelpLine& help_line : content.help_lines)
        for (std::string* const text :
             {&help_line.id, &help_line.name, &help_line.need, &help_line.answers, &help_line.hours,
              &help_line.cost, &help_line.languages, &help_line.reports, &help_line.advice,
              &help_line.verified.by, &help_line.verified.source})
            *text = "</dd><b a=\"'&amp;";
    content.help_lines[0].also->note = "</section>&\"";
    content.help_lines[0].text->word = "<p>";
    const std::string html = html_of(content);
    CHECK(find_tag_mistake(html) == "");
    CHECK_FALSE(has(html, "<b "));
    CHECK(has(html, "<h1>&lt;/dd&gt;&lt;b a=&quot;'&amp;amp;</h1>"));
    CHECK(has(html, "<dd>1-800-273-8255 (&lt;/section&gt;&amp;&quot;)</dd>"));
    CHECK(has(html, "<dt>Text</dt><dd>&lt;p&gt; to 988</dd>"));
    const std::string plain = html_of(*load_content(calls_yaml));
    std::size_t sections = 0;
    for (std::size_t offset = plain.find("<section>"); offset != std::string::npos;
         offset = plain.find("<section>", offset + 1))
        ++sections;
    CHECK(sections == 4);
    CHECK(has(plain, "section + section { break-before: page }"));
    CHECK(has(plain, "<p class=\"note\">Do not call 911 to test it."));
    CHECK(has(plain, "<dt>Cost</dt><dd>unknown</dd>"));
    CHECK_FALSE(has(plain, "size: A4"));
    CHECK_FALSE(has(plain, "http"));
}
