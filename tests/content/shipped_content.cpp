// Tests of the content files that are shipped with the program.
#include "content/load.hpp"
#include "content/reading_grade.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
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
// without hyphens.
std::vector<std::string> find_numbers(const std::string& line) {
    std::vector<std::string> numbers;
    std::string digits;
    bool is_hyphenated = false;
    for (const char letter : line + " ") {
        if (letter >= '0' && letter <= '9') {
            digits += letter;
        } else if (letter == '-') {
            is_hyphenated = !digits.empty();
        } else {
            if (digits.size() == 11 && digits.front() == '1') digits.erase(0, 1);
            const bool is_short_code = (digits.size() == 5 || digits.size() == 6) && !is_hyphenated;
            if (is_short_code || digits.size() == 10) numbers.push_back(digits);
            digits.clear();
            is_hyphenated = false;
        }
    }
    return numbers;
}

// Numbers that were verified on a page of the operator or of a government agency, or at least in a
// dated secondary source.
constexpr auto known_numbers = std::to_array<std::string_view>({
    "911",        "988",   "211",    "711",   "741741", "233733",
    "66008",      "64673", "678678", "22522", "88788",
    "8883737888", // National Human Trafficking Hotline
    "8007862929", // National Runaway Safeline
    "8004224453", // Childhelp
    "8006564673", // RAINN
    "8008435678", // missing or exploited children
    "8664887386", // Trevor Project
    "8663319474", // love is respect
    "8007997233", // National Domestic Violence Hotline
    "8558121001", // its videophone
    "8662113380", // IMPACT 211
    "4142207233", // Milwaukee child protection
    "4145872553", // Pathfinders New Paths
    "4142711560", // Pathfinders crisis line
    "4149642565", // Pathfinders
    "4146478200", // Walker's Point
    "4149332722", // Sojourner
    "4148778100", // Sojourner, for texts
    "4142577222", // MKE Mobile Crisis
    "8006978761", // Speak Up, Speak Out
    "4142195555", // Aurora Healing & Advocacy
    "4146716140", // Milwaukee Women's Center
    "4142520075", // The Asha Project
});

bool is_known(std::string_view digits) {
    return std::ranges::find(known_numbers, digits) != known_numbers.end();
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
