#include "content/parser/help_lines.hpp"

#include "content/parser/content_rules.hpp"
#include "content/parser/date_time.hpp"
#include "content/parser/help_line_numbers.hpp"
#include "content/parser/unseen_characters.hpp"
#include "content/parser/written_date.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace content::parser {

namespace {

std::string read_word(MapReader& reader, const YamlNode& node) {
    const ParseContext& context = reader.context();
    if (node.kind == YamlNode::Kind::scalar && !check_value(node, context.source, "\"word\""))
        return {};
    std::string word = read_line(node, context, "\"word\"", limit::tab);
    if (word.empty()) return word;
    if (const auto violation = find_word_violation(word)) {
        context.source.error(node.range, violation->message, violation->suggestion);
        return {};
    }
    context.texts.push_back({.text = word,
                             .limit = limit::tab,
                             .audience = context.audience,
                             .screen = context.screen,
                             .is_optional = true,
                             .is_word_to_text = true});
    return word;
}

std::optional<TextContact> read_text_contact(const YamlNode& node, const ParseContext& context) {
    MapReader reader(node, context, "\"text\"", "{to: %}");
    const auto phone_number = reader.phone_number("to");
    const YamlNode* const word = reader.find("word");
    std::string word_text = word == nullptr ? std::string() : read_word(reader, *word);
    reader.report_unknown_keys();
    if (!phone_number) return std::nullopt;
    // Crisis Text Line uses the word to tell which of its partners referred the person.
    if (phone_number->digits() == "741741" && word == nullptr) {
        context.source.error(reader.range(), "741741 needs a word to text", "add \"word: HOME\"");
    }
    return TextContact{*phone_number, std::move(word_text)};
}

std::optional<AlternateNumber> read_also(const YamlNode& node, const ParseContext& context) {
    MapReader reader(node, context, "\"also\"", "{number: %, note: ...}");
    const auto phone_number = reader.phone_number("number");
    std::string note = reader.text("note", limit::label);
    reader.report_unknown_keys();
    if (!phone_number) return std::nullopt;
    return AlternateNumber{*phone_number, std::move(note)};
}

void read_numbers(MapReader& reader, HelpLine& help_line) {
    const YamlNode* const text = reader.find("text");
    const YamlNode* const also = reader.find("also");
    help_line.call = reader.optional_phone_number("call");
    if (text != nullptr) {
        ParseContext context = reader.context();
        if (help_line.call) context.screen += "/text";
        help_line.text = read_text_contact(*text, context);
    }
    if (also != nullptr) help_line.also = read_also(*also, reader.context());
    if (text == nullptr && reader.find("call") == nullptr && !reader.is_incomplete()) {
        reader.context().source.error(reader.range(), "a help line needs \"call\" or \"text\"",
                                      "add \"call: ...\" with its number");
    }
}

// Warns about a verification date that is in the future or too long ago.
void check_verification_date(std::chrono::year_month_day date, SourceRange range,
                             const ParseContext& context, std::chrono::year_month_day today) {
    if (date > today) {
        context.source.warn(range, "this date is in the future, by the clock of this computer",
                            "write the date of the call, or set the clock");
    } else if (date + verification_valid_for < today) {
        context.source.warn(range, "this was verified more than 12 months ago",
                            "call the number, and write the new date");
    }
}

Verification read_verification(const YamlNode& node, const ParseContext& context,
                               std::optional<std::chrono::year_month_day> today) {
    MapReader reader(node, context, "\"verified\"", "{on: %, source: ...}");
    Verification verification;
    const YamlNode* const on = reader.require("on");
    if (on != nullptr && expect_kind(YamlNode::Kind::scalar, *on, context, "\"on\"")) {
        const auto date = parse_date(on->text);
        if (date) {
            verification.on = *date;
            if (today) check_verification_date(*date, on->range, context, *today);
        } else {
            context.source.error(on->range, fmt::format("{} is not a date", quote(on->text)),
                                 advice_for_date(on->text));
        }
    }
    if (const YamlNode* const by = reader.find("by"))
        verification.by = read_line(*by, context, "\"by\"", limit::name);
    verification.source = reader.line("source", limit::paragraph);
    reader.report_unknown_keys();
    return verification;
}

// Reads the texts of the slip. An emergency number is known to everybody, so its slip says less. A
// number that could not be read may be one.
void read_slip_texts(MapReader& reader, HelpLine& help_line) {
    const bool may_be_emergency =
        help_line.call ? help_line.call->is_emergency() : reader.find("call") != nullptr;
    const auto read_unless_emergency = [&](std::string_view key) {
        return may_be_emergency ? reader.optional_text(key, limit::label)
                                : reader.text(key, limit::label);
    };
    help_line.advice = reader.optional_text("advice", limit::label);
    help_line.remember = read_unless_emergency("remember");
    help_line.remember_text = reader.optional_text("remember_text", limit::label);
    const bool has_valid_numbers = (help_line.call || reader.find("call") == nullptr) &&
                                   (help_line.text || reader.find("text") == nullptr);
    if (!help_line.remember_text.empty() && has_valid_numbers && !help_line.has_two_numbers())
        reader.context().source.error(
            reader.find("remember_text")->range, "this help line has no number only to text",
            "remove \"remember_text\", and say in \"remember\" what helps to remember the number");
    help_line.answers = read_unless_emergency("answers");
    help_line.hours = reader.optional_text("hours", limit::label);
    help_line.cost = reader.optional_text("cost", limit::label);
    help_line.languages = reader.optional_text("languages", limit::label);
    help_line.reports = reader.text("reports", limit::label);
}

HelpLine read_help_line(const YamlNode& node, const ParseContext& context,
                        std::optional<std::chrono::year_month_day> today) {
    MapReader reader(node, context, "a help line");
    reader.accept_renamed("label", "need");
    HelpLine help_line;
    help_line.audience = reader.audience();
    help_line.id = reader.id("id");
    const std::string slip = "slip/" + help_line.id;
    reader.set_screen(slip);
    help_line.name = reader.text("name", limit::name);
    reader.set_screen({}); // add_screen() sets it, for the strip or a section
    help_line.need = reader.text("need", limit::need);
    help_line.paper = reader.optional_text("paper", limit::need);
    reader.set_screen(slip);
    read_numbers(reader, help_line);
    read_slip_texts(reader, help_line);
    help_line.prominent = reader.optional_boolean("prominent").value_or(false);
    help_line.hold_until_verified = reader.optional_boolean("hold_until_verified").value_or(false);
    if (const YamlNode* const verified = reader.require("verified")) {
        help_line.verified = read_verification(*verified, reader.context(), today);
    }
    reader.report_unknown_keys();
    return help_line;
}

} // namespace

void check_unique_id(const std::string& id, SourceRange range, const ParseContext& context,
                     std::vector<std::string>& seen) {
    if (id.empty()) return;
    if (std::ranges::find(seen, id) != seen.end()) {
        context.source.error(range, fmt::format("the id {} is already used", quote(id)),
                             "choose a unique id");
    } else {
        seen.push_back(id);
    }
}

std::vector<HelpLine> read_help_lines(const YamlNode& node, const ParseContext& context,
                                      std::optional<std::chrono::year_month_day> today) {
    std::vector<HelpLine> help_lines;
    std::vector<std::string> ids;
    ParseContext line_context = context;
    line_context.is_in_help_line = true;
    read_list(
        node, context, "\"help_lines\"", 1, max_items,
        [&](const YamlNode& item) {
            help_lines.push_back(read_help_line(item, line_context, today));
            check_unique_id(help_lines.back().id, item.range, context, ids);
        },
        "{id: ..., name: ...}");
    check_help_line_numbers(node, context);
    return help_lines;
}

const HelpLine* read_help_line_id(const YamlNode& node, const ParseContext& context,
                                  std::span<const HelpLine> help_lines, std::string_view what) {
    if (!expect_kind(YamlNode::Kind::scalar, node, context, "the id of a help line"))
        return nullptr;
    const auto help_line = std::ranges::find(help_lines, node.text, &HelpLine::id);
    if (help_line == help_lines.end()) {
        std::vector<std::string_view> known;
        for (const HelpLine& each : help_lines) {
            if (!each.id.empty()) known.push_back(each.id);
        }
        // It may be the one whose id is invalid, which is reported already.
        if (known.size() < help_lines.size()) return nullptr;
        context.source.error(node.range, fmt::format("there is no help line {}", quote(node.text)),
                             suggest(node.text, known));
        return nullptr;
    }
    if (help_line->audience == Audience::staff && context.audience == Audience::everyone) {
        context.source.error(
            node.range, fmt::format("{} is for staff, but this is for everyone", quote(node.text)),
            what == "\"strip\"" ? "write the id of a help line for everyone instead"
                                : "remove it, or add \"audience: staff\" to this block");
        return nullptr;
    }
    return &*help_line;
}

std::vector<std::string> read_help_line_ids(const YamlNode& node, const ParseContext& context,
                                            std::string_view what, std::size_t max_count,
                                            std::span<const HelpLine> help_lines) {
    std::vector<std::string> ids;
    read_list(node, context, what, 1, max_count, [&](const YamlNode& item) {
        const HelpLine* const help_line = read_help_line_id(item, context, help_lines, what);
        if (help_line == nullptr) return;
        if (std::ranges::find(ids, help_line->id) != ids.end())
            context.source.error(item.range, fmt::format("{} is listed twice", quote(item.text)),
                                 "remove one of the two");
        else
            ids.push_back(help_line->id);
    });
    return ids;
}

} // namespace content::parser
