// Tests of the content files that are shipped with the program.
#include "base/utf8.hpp"
#include "base/written_number.hpp"
#include "content/load.hpp"
#include "content/reading_grade.hpp"
#include "content/well_known_number.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

using content::Audience;

namespace {

const std::string root = KIOSK_SOURCE;

content::LoadResult load_shipped() {
    return content::load({root + "/content.yaml", {}, root + "/assets/translations"},
                         {std::nullopt, {}, true});
}

std::vector<std::string> shipped_lines() {
    std::ifstream file(root + "/content.yaml");
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);) lines.push_back(line);
    return lines;
}

bool is_comment(const std::string& line) {
    const auto first = line.find_first_not_of(' ');
    return first != std::string::npos && line[first] == '#';
}

// The facts of the district's web page are numbered from 1.
constexpr int last_fact = 105;

// Adds the facts that a comment names: 4, 6, 7 and 8 for "# F4 F6-F8".
void add_facts(const std::string& comment, std::set<int>& facts) {
    int from = 0;
    for (std::size_t offset = 0; offset + 1 < comment.size(); ++offset) {
        const bool is_fact_start =
            comment[offset] == 'F' && comment[offset + 1] >= '0' && comment[offset + 1] <= '9';
        if (!is_fact_start) continue;
        const int fact = std::stoi(comment.substr(offset + 1));
        const bool is_range = from > 0 && comment[offset - 1] == '-';
        for (int each = is_range ? from : fact; each <= std::min(fact, last_fact); ++each)
            facts.insert(each);
        from = fact;
    }
}

// Returns the digits of all phone numbers and text codes of a line: ten digits, or five or six
// that are not a part of a date.
std::vector<std::string> find_numbers(const std::string& line) {
    std::vector<std::string> numbers;
    for (const base::WrittenNumber& number : base::find_numbers(line)) {
        const std::string digits = number.digits();
        if (digits.size() == 5 || digits.size() == 6 || digits.size() == 10)
            numbers.push_back(digits);
    }
    return numbers;
}

// Calls `visit` with the offset of each digit of each number of a help line in the file: of the
// keys "call", "to" and "number".
template <class Visit>
void for_each_dialed_digit(const std::string& file, const Visit& visit) {
    for (const std::string_view key : {"call: \"", "to: \"", "number: \""}) {
        for (auto start = file.find(key); start != std::string::npos;
             start = file.find(key, start + 1))
            for (auto offset = start + key.size(); file[offset] != '"'; ++offset)
                if (base::is_digit(file[offset])) visit(offset);
    }
}

bool is_valid(std::string text) {
    const auto loaded = content::parse({"content.yaml", std::move(text)}, {},
                                       [](std::string_view) { return std::nullopt; });
    return !content::has_error(loaded.problems);
}

bool is_known(std::string_view digits) {
    return content::find_well_known_number(digits) != nullptr;
}

} // namespace

TEST_CASE("the shipped content has no error") {
    for (const auto& problem : load_shipped().problems) {
        CHECK_MESSAGE(problem.severity == content::Severity::warning, to_string(problem));
    }
    CHECK(load_shipped().content != nullptr);
}

TEST_CASE("a nurse's office has longer idle timeouts than a lobby") {
    using namespace std::chrono_literals;
    const content::LoadResult nurse =
        content::load({root + "/content.yaml", {}, root + "/assets/translations"},
                      content::SourceFile{"site.yaml", "place: nurse"});
    REQUIRE(nurse.content);
    CHECK(nurse.content->site.idle.ask_after == 300s);
    CHECK(nurse.content->site.idle.leave_after == 30s);
    CHECK(load_shipped().content->site.idle.ask_after == 60s);
}

TEST_CASE("every fact of the district's page is covered somewhere") {
    std::set<int> facts;
    for (const std::string& line : shipped_lines()) {
        if (is_comment(line)) add_facts(line, facts);
    }
    std::string missing;
    for (int fact = 1; fact <= last_fact; ++fact) {
        if (!facts.contains(fact)) missing += " F" + std::to_string(fact);
    }
    CHECK(missing == "");
}

TEST_CASE("every phone number is in the list of known numbers") {
    const auto loaded = load_shipped();
    REQUIRE(loaded.content);
    for (const content::HelpLine& help_line : loaded.content->help_lines) {
        if (help_line.call) CHECK_MESSAGE(is_known(help_line.call->digits()), help_line.id);
        if (help_line.text) CHECK_MESSAGE(is_known(help_line.text->to.digits()), help_line.id);
        if (help_line.also) CHECK_MESSAGE(is_known(help_line.also->number.digits()), help_line.id);
    }
    for (const std::string& line : shipped_lines()) {
        for (const std::string& number : find_numbers(line)) CHECK_MESSAGE(is_known(number), line);
    }
}

TEST_CASE("no wrong digit in a number of a help line passes") {
    std::string file;
    for (const std::string& line : shipped_lines()) file += line + "\n";
    const auto languages = file.find("[en, es]");
    if (languages != std::string::npos) file.replace(languages, 8, "[en]");
    REQUIRE(is_valid(file));
    int tried_count = 0;
    std::string accepted;
    for_each_dialed_digit(file, [&](std::size_t offset) {
        for (char digit = '0'; digit <= '9'; ++digit) {
            if (digit == file[offset]) continue;
            std::string wrong = file;
            wrong[offset] = digit;
            ++tried_count;
            if (is_valid(wrong)) accepted += wrong.substr(offset - 12, 24) + "\n";
        }
    });
    CHECK(accepted == "");
    CHECK(tried_count > 1500);
}

TEST_CASE("every text is translated to Spanish") {
    const auto loaded = load_shipped();
    const auto spanish =
        std::ranges::find(loaded.coverage, "es", &content::TranslationCoverage::language_code);
    REQUIRE(spanish != loaded.coverage.end());
    CHECK(spanish->translated_count == spanish->text_count);
    CHECK(spanish->text_count > 100);
}

TEST_CASE("a help line with a translated word to text does not mention the English word in that "
          "language") {
    const auto loaded = load_shipped();
    REQUIRE(loaded.content);
    const content::Translation& spanish = loaded.content->translation_or_default("es");
    int word_count = 0;
    for (const content::HelpLine& help_line : loaded.content->help_lines) {
        if (!help_line.text || help_line.text->word.empty() ||
            spanish.translate(help_line.text->word) == help_line.text->word)
            continue;
        ++word_count;
        for (const std::string& text : {help_line.label, help_line.remember, help_line.answers,
                                        help_line.languages, help_line.reports})
            CHECK_MESSAGE(spanish.translate(text).find(help_line.text->word) ==
                              std::string_view::npos,
                          spanish.translate(text));
    }
    CHECK(word_count > 0);
}

TEST_CASE("each section has at most grade 6 for students and grade 8 for staff") {
    const auto loaded = load_shipped();
    REQUIRE(loaded.content);
    for (const content::Section& section : loaded.content->sections) {
        CHECK_MESSAGE(reading_grade(section, Audience::everyone).mean() <= 6, section.id);
        CHECK_MESSAGE(reading_grade(section, Audience::staff).mean() <= 8, section.id);
    }
}
