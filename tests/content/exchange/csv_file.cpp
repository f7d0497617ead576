#include "content/exchange/csv_file.hpp"

#include "content/sample_content.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace {

using content::exchange::ExchangeTable;

ExchangeTable sample_table() {
    ExchangeTable table{"es", {}};
    table.texts.push_back({.english = "Text, or call", .target = "Escribe \"ya\"", .old = {}});
    table.texts.back().screen = "home";
    table.texts.back().max_characters = 36;
    table.texts.push_back({.english = "988", .target = "9-8-8", .old = {}});
    table.texts.push_back({.english = "New", .target = "", .old = {{"Old", "=Viejo"}}});
    return table;
}

const std::string sample_rows =
    "\"en\",\"es\",\"room\",\"place\",\"picture\",\"note\",\"old_en\",\"old_es\"\r\n"
    "\"Text, or call\",\"Escribe \"\"ya\"\"\",\"at most 36 characters\",\"home\",\"home.png\",\"\","
    "\"\",\"\"\r\n"
    "\"'988\",\"'9-8-8\",\"short; the English has 3 characters\",\"\",\"\",\"\",\"\",\"\"\r\n"
    "\"New\",\"\",\"short; the English has 3 characters\",\"\",\"\",\"\",\"Old\",\"'=Viejo\"\r\n"
    "\"(end of the file: 3 texts)\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"\r\n";

struct ReadResult {
    std::optional<ExchangeTable> table;
    std::string problems;
};

ReadResult read(const std::string& text, const std::string& code = "es") {
    std::vector<content::Problem> problems;
    content::parser::SourceText source({"es.csv", text}, problems);
    ReadResult result{content::exchange::read_csv(source, code), {}};
    for (const auto& problem : problems) result.problems += to_string(problem);
    return result;
}

void check_is_sample(const ReadResult& result) {
    CHECK(result.problems == "");
    REQUIRE(result.table);
    const auto expected = sample_table().texts;
    REQUIRE(result.table->texts.size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        CHECK(result.table->texts[i].english == expected[i].english);
        CHECK(result.table->texts[i].target == expected[i].target);
        CHECK(result.table->texts[i].old == expected[i].old);
    }
}

} // namespace

TEST_CASE(
    "CSV: all fields are quoted, and what looks like a number or a formula is marked as text") {
    CHECK(content::exchange::write_csv(sample_table()) == "\xEF\xBB\xBF" + sample_rows);
}

TEST_CASE("CSV: what is written is read, also as a spreadsheet of another country saves it") {
    check_is_sample(read("\xEF\xBB\xBF" + sample_rows));
    check_is_sample(read("en,es,old_en,old_es\n\"Text, or call\",\"Escribe \"\"ya\"\"\",,\n"
                         "988,9-8-8,,\nNew,,Old,=Viejo\n(end of the file: 3 texts),,,\n"));
    check_is_sample(read("es;old_es;en;mine;old_en\n\"Escribe \"\"ya\"\"\";;Text, or call;1;\n"
                         "'9-8-8;;'988;;\n;=Viejo;New;;Old\n;;;;\n;;(end of the file: 3 texts);;"));
    check_is_sample(read("en\tes\told_en\told_es\nText, or call\t\"Escribe\n\"\"ya\"\"\"\n"
                         "988\t9-8-8\nNew\t\tOld\t=Viejo\n(end of the file: 3 texts)\n"));
}

TEST_CASE("CSV: every text comes back as it was") {
    ExchangeTable table{"es", {}};
    for (const char* text :
         {"1E5", "'", "''quoted'", "-", "+1 888", "=A1", "@home", "9/8/8", "O’Neill", "a;b", "a,b",
          "\"", "٩٨٨", "12:30", "Call 988", "May", "TRUE", "(414) 555-0123", "100%"})
        table.texts.push_back({.english = text, .target = text, .old = {}});
    const ReadResult result = read(content::exchange::write_csv(table));
    CHECK(result.problems == "");
    REQUIRE(result.table);
    REQUIRE(result.table->texts.size() == table.texts.size());
    for (std::size_t i = 0; i < table.texts.size(); ++i) {
        CHECK(result.table->texts[i].english == table.texts[i].english);
        CHECK(result.table->texts[i].target == table.texts[i].target);
    }
}

TEST_CASE("CSV: a file that is cut off is refused, wherever it was cut") {
    for (std::size_t size = 0; size + 30 < sample_rows.size(); ++size)
        CHECK_FALSE(read(sample_rows.substr(0, size)).table.has_value());
    CHECK(read(sample_rows.substr(0, sample_rows.find("\"New\"")))
              .problems.find(":3:68: error: the file ends here, without its last row\n") !=
          std::string::npos);
    CHECK(
        read(sample::with("Escribe \"\"ya\"\"\"", "Escribe", sample_rows)).problems.find("error") !=
        std::string::npos);
    CHECK(read(sample::with(
                   sample_rows.substr(sample_rows.find("\"New"),
                                      sample_rows.find("\"(end") - sample_rows.find("\"New")),
                   "", sample_rows))
              .problems.find("the file had 3 texts when it was written, but now has 2") !=
          std::string::npos);
}

TEST_CASE("CSV: wrong files, languages and encodings are told apart") {
    CHECK(read("msgid \"\"\nmsgstr \"\"\n").problems ==
          R"(es.csv:1:1: error: the first row has no column "en"
    1 | msgid ""
      | ^
      = give a file that was written by help-kiosk translate --csv, and keep its first row
)");
    CHECK(read(sample_rows, "so").problems.find("the first row has no column \"so\"") !=
          std::string::npos);
    CHECK(read(std::string("PK\x03\x04\0", 5))
              .problems.find("= in LibreOffice, save it as \"Text CSV\"") != std::string::npos);
    CHECK(read(sample::with("ya", "a\xF1o", sample_rows))
              .problems.find("= save it with the character set \"Unicode (UTF-8)\"") !=
          std::string::npos);
    CHECK(read("").problems.find("error") != std::string::npos);
    CHECK(read("en,es\na,b,c\n(end of the file: 1 texts),\n")
              .problems.find(":2:5: error: this row has 3 columns, but the first one has 2\n") !=
          std::string::npos);
    CHECK(read("en,es\n,b\n(end of the file: 1 texts),\n")
              .problems.find(":2:1: error: this row has no English text\n") != std::string::npos);
    CHECK(read("en,es\na,b\na,c\n(end of the file: 2 texts),\n")
              .problems.find(":3:1: error: this text is already on line 2\n") != std::string::npos);
}
