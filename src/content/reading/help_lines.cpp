#include "content/reading/help_lines.hpp"

#include "content/reading/verified.hpp"
#include "content/reading/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace content::reading {

namespace {

bool is_word_to_send(std::string_view text) {
    constexpr std::size_t longest = 20;
    return text.size() <= longest && std::ranges::all_of(text, [](char letter) {
               return (letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'Z') ||
                      (letter >= 'a' && letter <= 'z');
           });
}

std::string read_word(Fields& fields, const Node& node) {
    const Reading& reading = fields.reading();
    std::string word = read_line(node, reading, "\"word\"", limit::tab);
    if (word.empty()) return word;
    if (!is_word_to_send(word)) {
        reading.source.error(node.where, fmt::format("{} is not a word to send", in_quotes(word)),
                             "write one word of letters and digits, like HOME");
        return {};
    }
    reading.said.push_back({.text = word, .limit = limit::tab, .audience = reading.audience, .optional = true});
    return word;
}

std::optional<TextTo> read_text_to(const Node& node, const Reading& reading) {
    Fields fields(node, reading, "\"text\"");
    const auto number = fields.number("to");
    const Node* const word = fields.find("word");
    std::string to_send = word == nullptr ? std::string() : read_word(fields, *word);
    fields.done();
    if (!number) return std::nullopt;
    // Without one, Crisis Text Line cannot tell which of its partners sent the person.
    if (number->digits() == "741741" && word == nullptr) {
        reading.source.error(fields.where(), "741741 needs a word to send", "add \"word: HOME\"");
    }
    return TextTo{*number, std::move(to_send)};
}

std::optional<FormerNumber> read_also(const Node& node, const Reading& reading) {
    Fields fields(node, reading, "\"also\"");
    const auto number = fields.number("number");
    std::string note = fields.text("note", limit::label);
    fields.done();
    if (!number) return std::nullopt;
    return FormerNumber{*number, std::move(note)};
}

void read_numbers(Fields& fields, HelpLine& line) {
    const Node* const text = fields.find("text");
    const Node* const also = fields.find("also");
    line.call = fields.number_if_given("call");
    if (text != nullptr) line.text = read_text_to(*text, fields.reading());
    if (also != nullptr) line.also = read_also(*also, fields.reading());
    if (text == nullptr && fields.find("call") == nullptr) {
        fields.reading().source.error(fields.where(), "a line of help needs \"call\" or \"text\"",
                                      "add \"call: ...\" with its number");
    }
}

// The memory hook must not keep the digits of a number that has changed.
void check_hook(Fields& fields, const HelpLine& line) {
    constexpr std::size_t shortest = 3; // two digits may count something else
    constexpr std::size_t whole = 7;    // of more than a part of a number
    std::string digits;
    if (line.call) digits += line.call->digits() + " ";
    if (line.text) digits += line.text->to.digits() + " ";
    if (line.also) digits += line.also->number.digits();
    if (digits.empty() || (fields.find("call") != nullptr && !line.call)) return; // which is reported already
    const auto is_in_digits = [&](std::string_view number) { return digits.find(number) != std::string::npos; };
    for (const std::string_view number : numbers_in(line.remember)) {
        const bool has_leading_1 =
            number.starts_with('1') && number.size() >= whole; // which `digits` leave out
        if (number.size() < shortest || is_in_digits(number.substr(has_leading_1 ? 1 : 0))) continue;
        fields.reading().source.error(fields.find("remember")->where,
                                      fmt::format("{} is in no number of this line", in_quotes(number)),
                                      "write what helps to remember the number as it is now");
    }
}

HelpLine read_help_line(const Node& node, const Reading& reading,
                        std::optional<std::chrono::year_month_day> today) {
    Fields fields(node, reading, "a line of help");
    HelpLine line;
    line.audience = fields.audience();
    line.id = fields.id("id");
    line.name = fields.text("name", limit::name);
    line.label = fields.text("label", limit::tab);
    read_numbers(fields, line);
    line.advice = fields.text_if_given("advice", limit::label);
    line.remember = fields.text("remember", limit::label);
    line.answers = fields.text("answers", limit::label);
    line.hours = fields.text("hours", limit::label);
    line.cost = fields.text("cost", limit::label);
    line.languages = fields.text("languages", limit::label);
    line.reports = fields.text("reports", limit::label);
    if (fields.find("remember") != nullptr) check_hook(fields, line);
    if (const Node* const verified = fields.need("verified")) {
        line.verified = read_verified(*verified, fields.reading(), today);
    }
    fields.done();
    return line;
}

} // namespace

void note_id(const std::string& id, Span where, const Reading& reading, std::vector<std::string>& seen) {
    if (id.empty()) return;
    if (std::ranges::find(seen, id) != seen.end()) {
        reading.source.error(where, fmt::format("the id {} is taken", in_quotes(id)),
                             "give each an id of its own");
    } else {
        seen.push_back(id);
    }
}

std::vector<HelpLine> read_help_lines(const Node& node, const Reading& reading,
                                      std::optional<std::chrono::year_month_day> today) {
    std::vector<HelpLine> lines;
    std::vector<std::string> ids;
    read_list(node, reading, "\"help_lines\"", 1, any_number, [&](const Node& item) {
        lines.push_back(read_help_line(item, reading, today));
        note_id(lines.back().id, item.where, reading, ids);
    });
    return lines;
}

std::vector<std::string> read_line_ids(const Node& node, const Reading& reading, std::string_view what,
                                       std::size_t most, std::span<const HelpLine> lines) {
    std::vector<std::string_view> known;
    for (const HelpLine& line : lines) {
        if (!line.id.empty()) known.push_back(line.id); // else it is reported already
    }
    std::vector<std::string> ids;
    read_list(node, reading, what, 1, most, [&](const Node& item) {
        if (!expect(Node::Kind::text, item, reading, "the id of a line of help")) return;
        const auto line = std::ranges::find(lines, item.text, &HelpLine::id);
        if (line == lines.end()) {
            reading.source.error(item.where, fmt::format("there is no line of help {}", in_quotes(item.text)),
                                 suggestion(item.text, known));
        } else if (line->audience == Audience::staff && reading.audience == Audience::everyone) {
            reading.source.error(item.where,
                                 fmt::format("{} is for staff, but this is for everyone", in_quotes(item.text)),
                                 "take it out, or add \"audience: staff\"");
        } else if (std::ranges::find(ids, item.text) != ids.end()) {
            reading.source.error(item.where, fmt::format("{} is listed twice", in_quotes(item.text)));
        } else {
            ids.push_back(item.text);
        }
    });
    return ids;
}

} // namespace content::reading
