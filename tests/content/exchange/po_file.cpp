#include "content/exchange/po_file.hpp"

#include "content/sample_content.hpp"

#include <doctest/doctest.h>

namespace {

using content::exchange::ExchangeTable;

ExchangeTable po_sample_table() {
    ExchangeTable table{"es", {}};
    table.texts.push_back({.english = "Text {word}", .target = "Envía {word}", .old = {}});
    table.texts.back().screen = "slip/crisis/text";
    table.texts.back().max_characters = 36;
    table.texts.push_back({.english = "You are \"safe\".",
                           .target = "",
                           .old = {{"You're safe.", "Estás \\ bien."}}});
    table.texts.push_back({.english = "HELP", .target = "-", .old = {}});
    table.texts.back().is_word_to_text = true;
    table.texts.push_back({.english = "Gone", .target = "Ido", .old = {}, .is_stale = true});
    return table;
}

const std::string sample_entries = R"(
#. Place: slip/crisis/text
#. Picture: slip_crisis_text.png
#. Room: at most 36 characters
#. Note: keep what is in {braces}
#, python-brace-format
msgid "Text {word}"
msgstr "Envía {word}"

#. Room: short; the English has 15 characters
#, fuzzy
#| msgid "You're safe."
msgid "You are \"safe\"."
msgstr "Estás \\ bien."

#. Room: short; the English has 4 characters
#. Note: a word to send; copy it unless the help line answers to another word; write - if no word is needed
msgid "HELP"
msgstr "-"

#~ msgid "Gone"
#~ msgstr "Ido"
)";

std::string sample_po() {
    return content::exchange::write_po(po_sample_table());
}

struct PoResult {
    std::optional<ExchangeTable> table;
    std::string problems;
};

PoResult read_po_text(const std::string& text, const std::string& code = "es") {
    std::vector<content::Problem> problems;
    content::parser::SourceText source({"es.po", text}, problems);
    PoResult result{content::exchange::read_po(source, code), {}};
    for (const auto& problem : problems) result.problems += to_string(problem);
    return result;
}

std::string po_problems_with(const std::string& old_text, const std::string& new_text) {
    const PoResult result = read_po_text(sample::with(old_text, new_text, sample_po()));
    CHECK_FALSE(result.table.has_value());
    return result.problems;
}

} // namespace

TEST_CASE("PO: an entry has its place, picture, room and note, and an old pair is fuzzy") {
    const std::string po = sample_po();
    CHECK(po.substr(po.find("\n\n") + 1) == sample_entries);
    CHECK(po.find("\"Language: es\\n\"\n") != std::string::npos);
    CHECK(po.find("\"X-Text-Count: 3\\n\"\n") != std::string::npos);
}

TEST_CASE("PO: what is written is read") {
    const PoResult result = read_po_text(sample_po());
    CHECK(result.problems == "");
    REQUIRE(result.table);
    REQUIRE(result.table->texts.size() == 4);
    const auto expected = po_sample_table().texts;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        CHECK(result.table->texts[i].english == expected[i].english);
        CHECK(result.table->texts[i].target == expected[i].target);
        CHECK(result.table->texts[i].old == expected[i].old);
        CHECK(result.table->texts[i].is_stale == expected[i].is_stale);
    }
}

TEST_CASE("PO: wrapped texts, CRLF, a byte order mark and lost comments make no difference") {
    std::string po =
        sample::with("msgstr \"Envía {word}\"", "msgstr \"\"\n\"Envía \"\n\"{word}\"", sample_po());
    for (std::size_t at = po.find("#. "); at != std::string::npos; at = po.find("#. "))
        po.erase(at, po.find('\n', at) + 1 - at);
    for (std::size_t at = 0; (at = po.find('\n', at)) != std::string::npos; at += 2)
        po.insert(at, "\r");
    const PoResult result = read_po_text("\xEF\xBB\xBF" + po);
    CHECK(result.problems == "");
    REQUIRE(result.table);
    CHECK(result.table->texts[0].target == "Envía {word}");
}

TEST_CASE("PO: a line break that a translator typed is a space") {
    const PoResult result =
        read_po_text(sample::with("\"Envía {word}\"", "\"Envía\\n {word}\\n\"", sample_po()));
    REQUIRE(result.table);
    CHECK(result.table->texts[0].target == "Envía {word}");
}

TEST_CASE("PO: a translation that is marked as fuzzy needs work, and is kept") {
    const PoResult result = read_po_text(
        sample::with("#, python-brace-format", "#, fuzzy, python-brace-format", sample_po()));
    REQUIRE(result.table);
    CHECK(result.table->texts[0].target == "");
    CHECK(result.table->texts[0].old == content::OldPair{"Text {word}", "Envía {word}"});
}

TEST_CASE("PO: a file that is cut off is refused, wherever it was cut") {
    const std::string po = sample_po();
    const std::size_t end_of_header = po.find("\n\n");
    const std::size_t last_text = po.find("msgstr \"-\"");
    for (std::size_t size = 0; size < last_text; ++size) {
        const PoResult result = read_po_text(po.substr(0, size));
        CHECK_FALSE(result.table.has_value());
        CHECK(result.problems.starts_with("es.po:"));
    }
    CHECK(read_po_text(po.substr(0, end_of_header + 1)).problems ==
          R"(es.po:14:1: error: the file had 3 texts when it was written, but now has 0
   14 | "X-Text-Count: 3\n"
      | ^~~~~~~~~~~~~~~~~~~
      = get the whole file again: a part is missing, or something was added
)");
    CHECK(read_po_text(po.substr(0, po.find("{word}\"") + 3))
              .problems.find("error: this text has no closing quotation mark\n") !=
          std::string::npos);
    CHECK(read_po_text(po.substr(0, po.find("\nmsgstr \"Env")))
              .problems.find("error: the file ends after this msgid, without its msgstr\n") !=
          std::string::npos);
}

TEST_CASE("PO: an entry that is there twice is an error with both lines") {
    const std::string po = sample_po() + "\nmsgid \"HELP\"\nmsgstr \"X\"\n";
    CHECK(read_po_text(sample::with("Count: 3", "Count: 4", po)).problems ==
          R"(es.po:38:7: error: this text is already on line 32
   38 | msgid "HELP"
      |       ^~~~~~
      = keep one of the two
)");
}

TEST_CASE("PO: wrong files, languages and encodings are told apart") {
    CHECK(read_po_text("en,es\nFree.,Gratis.\n").problems ==
          R"(es.po:1:1: error: this is not a line of a PO file
    1 | en,es
      | ^~~~~
      = give a file that was written by help-kiosk translate --po
)");
    CHECK(read_po_text(std::string("PK\x03\x04", 4))
              .problems.find("this is a spreadsheet or another packed file, not a PO file") !=
          std::string::npos);
    CHECK(read_po_text("\xDE\x12\x04\x95").problems.find("this is a compiled translation (MO)") !=
          std::string::npos);
    CHECK(read_po_text(std::string("\xFF\xFE", 2) + "m").problems.find("this is in UTF-16") !=
          std::string::npos);
    CHECK(read_po_text("").problems.find("this file has no PO header") != std::string::npos);
    CHECK(po_problems_with("Envía", std::string("Env\xED") + "a")
              .find("is not UTF-8: invalid byte 0xed") != std::string::npos);
    CHECK(po_problems_with("Ido", std::string("I\x15") + "do")
              .find(":36:13: error: this is not a text: it has the byte 0x15\n") !=
          std::string::npos);
    CHECK(po_problems_with("charset=UTF-8", "charset=ISO-8859-1")
              .find("the header does not say \"charset=UTF-8\"") != std::string::npos);
    CHECK(read_po_text(sample_po(), "so")
              .problems.find("the header says \"Language: es\", but this is for \"so\"\n") !=
          std::string::npos);
    CHECK(po_problems_with("\"X-Text-Count: 3\\n\"\n", "")
              .find("the header has no \"X-Text-Count\"") != std::string::npos);
    CHECK(po_problems_with("msgid \"HELP\"", "msgctxt \"x\"\nmsgid \"HELP\"")
              .find("\"msgctxt\" is not used by this program") != std::string::npos);
}

TEST_CASE("PO: mistakes of a text editor are reported at their line") {
    CHECK(po_problems_with("msgstr \"-\"", "msgstr \"-") ==
          R"(es.po:33:8: error: this text has no closing quotation mark
   33 | msgstr "-
      |        ^~
      = write " at its end; if a part of the file is missing, get the whole file again
)");
    CHECK(po_problems_with("\"Envía {word}\"", "\"Envía \"{word}\"\"")
              .find(":22:16: error: this comes after the closing quotation mark\n") !=
          std::string::npos);
    CHECK(po_problems_with("Estás \\\\ bien", "Estás \\ bien")
              .find(":28:15: error: this backslash has no meaning here\n") != std::string::npos);
    CHECK(
        po_problems_with("msgid \"HELP\"\n", "").find("this msgstr has no msgid in front of it") !=
        std::string::npos);
}
