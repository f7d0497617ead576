// Tests of the content files that are shipped with the program.
#include "base/utf8.hpp"
#include "base/written_number.hpp"
#include "content/load.hpp"
#include "content/reading_grade.hpp"
#include "content/well_known_number.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <initializer_list>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

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

// Facts with consecutive numbers, for example F1 to F105.
struct FactRange {
    char letter;
    int first;
    int last;
};

// F are the facts of the district's web page, the others are additions: S is your own situation,
// O is online, J is jobs, and T is telling an adult.
constexpr auto required_facts = std::to_array<FactRange>({
    {'F', 1, 105},
    {'S', 1, 15},
    {'O', 1, 9},
    {'O', 13, 16},
    {'J', 1, 5},
    {'J', 8, 8},
    {'J', 10, 10},
    {'T', 1, 9},
});

// A student must not see these two, and does not need the others.
const std::set<std::string> staff_only_facts{"F62", "F65"};
const std::set<std::string> facts_for_staff{"F62", "F65", "F97", "S13", "O16", "J10"};

std::set<std::string> required_fact_names() {
    std::set<std::string> names;
    for (const FactRange& range : required_facts) {
        for (int number = range.first; number <= range.last; ++number)
            names.insert(range.letter + std::to_string(number));
    }
    return names;
}

// Returns the required facts that are not among `facts`, for a message.
std::string list_missing(const std::set<std::string>& facts) {
    std::string missing;
    for (const std::string& name : required_fact_names()) {
        if (!facts.contains(name)) missing += " " + name;
    }
    return missing;
}

// Adds the facts with this letter that a comment names: 4, 6, 7 and 8 for "# F4 F6-F8" and 'F'.
void add_facts(const std::string& comment, char letter, std::set<std::string>& facts) {
    constexpr int last_number = 105;
    int from = 0;
    for (std::size_t offset = 1; offset + 1 < comment.size(); ++offset) {
        const bool is_fact_start =
            comment[offset] == letter && base::is_digit(comment[offset + 1]) &&
            std::string_view(" #-,").find(comment[offset - 1]) != std::string_view::npos;
        if (!is_fact_start) continue;
        const int fact = std::stoi(comment.substr(offset + 1));
        const bool is_range = from > 0 && comment[offset - 1] == '-';
        for (int each = is_range ? from : fact; each <= std::min(fact, last_number); ++each)
            facts.insert(letter + std::to_string(each));
        from = fact;
    }
}

// The English texts that a visitor reads, by who may read them.
struct ShownTexts {
    std::vector<std::string> everyone;
    std::vector<std::string> staff;

    void add(Audience audience, std::initializer_list<std::string> texts) {
        for (const std::string& text : texts)
            (audience == Audience::staff ? staff : everyone).push_back(text);
    }
};

// Adds the texts of one block. Help lines are added on their own.
struct AddBlockTexts {
    ShownTexts& shown;
    Audience audience;

    void operator()(const content::HeadingBlock& block) const { shown.add(audience, {block.text}); }
    void operator()(const content::TextBlock& block) const { shown.add(audience, {block.text}); }
    void operator()(const content::CaptionBlock& block) const { shown.add(audience, {block.text}); }
    void operator()(const content::HelpLinesBlock&) const {}
    void operator()(const content::NoteBlock& note) const {
        shown.add(audience, {note.title, note.text});
    }
    void operator()(const content::ListBlock& list) const {
        for (const content::ListItem& item : list.items) shown.add(audience, {item.text});
    }
    void operator()(const content::StepsBlock& block) const {
        for (const std::string& step : block.steps) shown.add(audience, {step});
    }
    void operator()(const content::GroupBlock& group) const {
        shown.add(audience, {group.title});
        for (const std::string& text : group.texts) shown.add(audience, {text});
    }
};

void add_section(const content::Section& section, ShownTexts& shown) {
    shown.add(section.audience, {section.title, section.subtitle, section.lead});
    for (const content::SectionTab& tab : section.tabs) {
        shown.add(section.audience, {tab.title});
        for (const content::Block& block : tab.blocks)
            std::visit(AddBlockTexts{shown, block.audience}, block.body);
    }
}

void add_help_line(const content::HelpLine& help_line, ShownTexts& shown) {
    if (help_line.is_held()) return;
    const Audience audience = help_line.audience;
    shown.add(audience, {help_line.name, help_line.need, help_line.advice, help_line.remember,
                         help_line.remember_text, help_line.answers, help_line.hours,
                         help_line.cost, help_line.languages, help_line.reports});
    if (help_line.call) shown.add(audience, {help_line.call->display_text()});
    if (help_line.text)
        shown.add(audience, {help_line.text->to.display_text(), help_line.text->word});
    if (help_line.also)
        shown.add(audience, {help_line.also->number.display_text(), help_line.also->note});
}

ShownTexts shown_texts(const content::Content& content) {
    ShownTexts shown;
    shown.add(Audience::everyone, {content.home.headline, content.home.line, content.home.privacy});
    for (const content::StripTab& tab : content.strip)
        shown.add(Audience::everyone, {tab.label, tab.short_label});
    for (const content::Section& section : content.sections) add_section(section, shown);
    for (const content::HelpLine& help_line : content.help_lines) add_help_line(help_line, shown);
    return shown;
}

// A line of facts.txt.
struct FactFragment {
    std::string fact;
    std::string text; // a part of a text that conveys the fact
};

std::vector<FactFragment> read_fact_fragments() {
    constexpr std::string_view separator = " | ";
    std::ifstream file(root + "/tests/content/facts.txt");
    std::vector<FactFragment> fragments;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.front() == '#') continue;
        const auto end = line.find(separator);
        REQUIRE_MESSAGE(end != std::string::npos, line);
        fragments.push_back({line.substr(0, end), line.substr(end + separator.size())});
    }
    return fragments;
}

// A part of one or two words, such as "A friend", has to be a whole text, because it is likely to
// be a part of another text, too.
bool is_conveyed(const std::string& fragment, const std::vector<std::string>& texts) {
    const bool is_short = std::ranges::count(fragment, ' ') < 2;
    return std::ranges::any_of(texts, [&](const std::string& text) {
        return is_short ? text == fragment : text.find(fragment) != std::string::npos;
    });
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

TEST_CASE("comments say where each fact is") {
    std::set<std::string> facts;
    for (const std::string& line : shipped_lines()) {
        if (!is_comment(line)) continue;
        for (const char letter : std::string_view("FSOJT")) add_facts(line, letter, facts);
    }
    CHECK(list_missing(facts) == "");
}

TEST_CASE("a comment names facts one by one or as a range, and a word is not a fact") {
    std::set<std::string> facts;
    for (const char letter : std::string_view("FT"))
        add_facts("# F4 T6-T8, TXT2 IF9", letter, facts);
    CHECK(facts == std::set<std::string>{"F4", "T6", "T7", "T8"});
}

TEST_CASE("every fact is in the words of a text that its readers see") {
    const auto loaded = load_shipped();
    REQUIRE(loaded.content);
    const ShownTexts shown = shown_texts(*loaded.content);
    const std::set<std::string> required = required_fact_names();
    std::set<std::string> conveyed;
    for (const FactFragment& fragment : read_fact_fragments()) {
        CAPTURE(fragment.fact);
        CAPTURE(fragment.text);
        CHECK(required.contains(fragment.fact));
        const bool is_for_everyone = is_conveyed(fragment.text, shown.everyone);
        const bool is_for_staff = is_conveyed(fragment.text, shown.staff);
        CHECK((is_for_everyone || is_for_staff));
        if (staff_only_facts.contains(fragment.fact)) CHECK_FALSE(is_for_everyone);
        const bool can_be_for_staff = facts_for_staff.contains(fragment.fact);
        if (is_for_everyone || (is_for_staff && can_be_for_staff)) conveyed.insert(fragment.fact);
    }
    CHECK(list_missing(conveyed) == "");
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

TEST_CASE("no wrong digit in a number of a help line passes" * doctest::test_suite("sweep")) {
    std::string file;
    for (const std::string& line : shipped_lines()) file += line + "\n";
    const auto languages = file.find("[en, es]");
    if (languages != std::string::npos) file.replace(languages, 8, "[en]");
    // What is in the sections takes most of the time, and has none of the numbers.
    const auto sections = file.find("\nsections:\n"), help_lines = file.find("\nhelp_lines:\n");
    REQUIRE(sections < help_lines);
    REQUIRE(help_lines != std::string::npos);
    file.replace(sections, help_lines - sections, R"(
sections:
  - {id: what, title: What, icon: help_outline, lead: It helps., blocks: [{text: Two kinds.}]})");
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

TEST_CASE("a help line with two numbers helps to remember each of them") {
    const auto loaded = load_shipped();
    REQUIRE(loaded.content);
    int count = 0;
    for (const content::HelpLine& help_line : loaded.content->help_lines) {
        if (!help_line.has_two_numbers()) continue;
        ++count;
        CHECK_MESSAGE(!help_line.memory_hook(false).empty(), help_line.id);
        CHECK_MESSAGE(!help_line.memory_hook(true).empty(), help_line.id);
        CHECK_MESSAGE(help_line.memory_hook(false) != help_line.memory_hook(true), help_line.id);
    }
    CHECK(count >= 5);
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
        for (const std::string& text : {help_line.need, help_line.remember, help_line.remember_text,
                                        help_line.answers, help_line.languages, help_line.reports})
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

// Below grade 2, sentences are too short to be clear.
TEST_CASE("what students read in each section has a grade from 2 to 6 in both formulas") {
    const auto loaded = load_shipped();
    REQUIRE(loaded.content);
    int section_count = 0;
    for (const content::Section& section : loaded.content->sections) {
        const content::ReadingGrade grade = reading_grade(section, Audience::everyone);
        if (grade.word_count == 0) continue;
        ++section_count;
        CAPTURE(section.id);
        CHECK(grade.flesch_kincaid > 2);
        CHECK(grade.flesch_kincaid <= 6);
        CHECK(grade.smog > 2);
        CHECK(grade.smog <= 6);
    }
    CHECK(section_count >= 6);
}
