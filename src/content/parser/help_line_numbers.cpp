#include "content/parser/help_line_numbers.hpp"

#include "base/written_number.hpp"
#include "content/parser/content_rules.hpp"
#include "content/parser/spoken_number.hpp"
#include "content/well_known_number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace content::parser {

namespace {

using base::WrittenNumber;

struct LineNumber {
    PhoneNumber number;
    SourceRange range;
};

struct LineText {
    std::string_view key;
    const YamlNode* node;
};

// The numbers and the texts of one help line.
struct Line {
    SourceRange range;
    std::vector<LineNumber> numbers;
    std::vector<LineText> texts;
    std::string_view word_to_text;
    bool has_invalid_number = false;

    std::vector<std::string> digits() const {
        std::vector<std::string> digits;
        digits.reserve(numbers.size());
        for (const LineNumber& each : numbers) digits.push_back(each.number.digits());
        return digits;
    }
};

bool is_key_of_number(std::string_view key) {
    return key == "call" || key == "to" || key == "number";
}

bool is_key_without_text(std::string_view key) {
    return key == "id" || key == "audience" || key == "verified";
}

void collect_line(const YamlNode& node, std::string_view key, Line& line) {
    for (const YamlNode& item : node.items) collect_line(item, key, line);
    for (const YamlEntry& entry : node.entries)
        if (!is_key_without_text(entry.key)) collect_line(entry.value, entry.key, line);
    if (node.kind != YamlNode::Kind::scalar) {
        line.has_invalid_number = line.has_invalid_number || node.kind == YamlNode::Kind::invalid;
    } else if (is_key_of_number(key)) {
        const auto number = PhoneNumber::parse(node.text);
        if (number && !find_violation(*number))
            line.numbers.push_back({*number, node.range});
        else
            line.has_invalid_number = true;
    } else if (key == "word") {
        line.word_to_text = node.text;
    } else {
        line.texts.push_back({key, &node});
    }
}

// Checks one help line after the other.
class LineChecker {
public:
    LineChecker(const std::vector<Line>& lines, const ParseContext& context) : context_(context) {
        for (const Line& line : lines)
            for (std::string& digits : line.digits()) all_digits_.push_back(std::move(digits));
    }

    void check(const Line& line) {
        const SpokenNumbers spoken(line.digits(), line.word_to_text);
        for (const LineNumber& each : line.numbers) check_number(each, line);
        if (line.has_invalid_number || line.numbers.empty()) return;
        for (const LineText& text : line.texts) {
            if (text.key == "remember" || text.key == "remember_text")
                check_hook(text, spoken);
            else if (text.key == "name" || text.key == "need" || text.key == "label")
                check_name(text, spoken);
            else
                check_text(text, spoken);
        }
        check_repetition(line, spoken);
    }

private:
    void check_number(const LineNumber& each, const Line& line);
    void check_hook(const LineText& text, const SpokenNumbers& spoken);
    void check_name(const LineText& text, const SpokenNumbers& spoken);
    void check_text(const LineText& text, const SpokenNumbers& spoken);
    void check_repetition(const Line& line, const SpokenNumbers& spoken);
    bool is_known(const std::string& digits) const {
        return find_well_known_number(digits) != nullptr ||
               std::ranges::find(all_digits_, digits) != all_digits_.end();
    }

    ParseContext context_;
    std::vector<std::string> all_digits_; // of all help lines
};

// A number that a text of the help line repeats was not mistyped by accident, unless it is a short
// code: the national ones are all known.
void LineChecker::check_number(const LineNumber& each, const Line& line) {
    constexpr std::size_t short_code_digits = 3; // 988
    const std::string& digits = each.number.digits();
    const WellKnownNumber* const known = find_one_digit_away(digits);
    if (known == nullptr || find_well_known_number(digits) != nullptr) return;
    const std::string known_text = PhoneNumber::parse(known->digits)->display_text();
    const std::string message = fmt::format("{} is one digit away from {}",
                                            quote(each.number.display_text()), to_string(*known));
    const SpokenNumbers spoken({digits}, line.word_to_text);
    const bool is_unread = std::ranges::any_of(
        line.texts, [&](const LineText& text) { return spoken.is_said_in_full(text.node->text); });
    if (digits.size() == short_code_digits)
        context_.source.error(each.range, message, fmt::format("write {}", quote(known_text)));
    else if (is_unread)
        context_.source.warn(each.range, message, "call it, to be sure that it is another number");
    else
        context_.source.error(
            each.range, message,
            fmt::format("write {}, or if it is another number, say all of it in \"remember\"",
                        quote(known_text)));
}

void LineChecker::check_hook(const LineText& text, const SpokenNumbers& spoken) {
    for (const std::string& wrong : spoken.find_wrong(text.node->text)) {
        context_.source.error(
            text.node->range,
            fmt::format("{} is not part of any number of this help line", quote(wrong)),
            "write a text that helps to remember the current number");
    }
}

// A name may contain a number: IMPACT 211.
void LineChecker::check_name(const LineText& text, const SpokenNumbers& spoken) {
    for (const WrittenNumber& number : base::find_numbers(text.node->text)) {
        const std::string digits = number.digits();
        const std::string* const close = spoken.find_mistaken(digits, text.node->text);
        if (digits.size() < min_spoken_digits || close == nullptr) continue;
        context_.source.error(
            text.node->range,
            fmt::format("{} is one digit away from {}, a number of this help line", quote(digits),
                        *close),
            "find out which one is right, and write it in both places");
    }
}

// Other texts may say the numbers of other help lines, and counts: "180 languages".
void LineChecker::check_text(const LineText& text, const SpokenNumbers& spoken) {
    for (const WrittenNumber& number : base::find_numbers(text.node->text)) {
        const std::string digits = number.digits();
        if (digits.size() < min_spoken_digits || spoken.is_part(digits) || is_known(digits))
            continue;
        const std::string* const close = spoken.find_one_digit_away(digits);
        if (number.kind == WrittenNumber::Kind::phone) {
            context_.source.error(
                text.node->range,
                fmt::format("{} is not a number of this help line, nor of another one",
                            quote(digits)),
                "write the right number, or give this one a help line of its own");
        } else if (close != nullptr && !is_count(number, text.node->text)) {
            context_.source.warn(
                text.node->range,
                fmt::format("{} is one digit away from {}, a number of this help line",
                            quote(digits), *close),
                "correct it if it is meant to be that number");
        }
    }
}

void LineChecker::check_repetition(const Line& line, const SpokenNumbers& spoken) {
    const auto is_new = [](const LineNumber& each) {
        return find_well_known_number(each.number.digits()) == nullptr;
    };
    const auto first_new = std::ranges::find_if(line.numbers, is_new);
    const bool is_unread = std::ranges::any_of(
        line.texts, [&](const LineText& text) { return spoken.is_said_in_part(text.node->text); });
    if (first_new == line.numbers.end() || is_unread) return;
    const auto hook = std::ranges::find(line.texts, "remember", &LineText::key);
    context_.source.warn(
        hook == line.texts.end() ? line.range : hook->node->range,
        fmt::format("no text says a part of {}, so a wrong digit would not be noticed",
                    first_new->number.display_text()),
        fmt::format("help to remember it, for example {}", quote(example_hook(first_new->number))));
}

} // namespace

void check_help_line_numbers(const YamlNode& node, const ParseContext& context) {
    std::vector<Line> lines;
    lines.reserve(node.items.size());
    for (const YamlNode& item : node.items) {
        Line& line = lines.emplace_back();
        line.range = item.range;
        collect_line(item, {}, line);
    }
    LineChecker checker(lines, context);
    for (const Line& line : lines) checker.check(line);
}

} // namespace content::parser
