#include "content/parser/strip.hpp"

#include "base/written_number.hpp"
#include "content/parser/help_lines.hpp"
#include "content/parser/spoken_number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace content::parser {

namespace {

constexpr std::array<std::string_view, 2> show_choices{"call", "text"};

// Reports a tab that shows a number which its help line does not have.
void check_number(const StripTab& tab, const HelpLine& help_line, SourceRange range,
                  const ParseContext& context) {
    const bool has_number =
        tab.shows_text ? help_line.text.has_value() : help_line.call.has_value();
    if (has_number || (!help_line.call && !help_line.text))
        return; // the latter is reported already
    const std::string_view missing = tab.shows_text ? "text" : "call";
    const std::string_view other = tab.shows_text ? "call" : "text";
    context.source.error(
        range, fmt::format("{} has no number to {}", quote(help_line.id), missing),
        fmt::format("write \"show: {}\", or add \"{}: ...\" to the help line", other, missing));
}

// Returns the word to text that a label tells to send: the HOME of "In crisis? Text HOME".
std::string_view told_word(std::string_view label) {
    constexpr std::string_view verb = "Text ";
    constexpr std::string_view capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const std::size_t verb_offset = label.find(verb);
    if (verb_offset == std::string_view::npos) return {};
    const std::string_view rest = label.substr(verb_offset + verb.size());
    return rest.substr(0, std::min(rest.find_first_not_of(capitals), rest.size()));
}

// Reports a label that says another number, or another word to text, than its help line has.
void check_label(const YamlNode* node, const HelpLine& help_line, const ParseContext& context) {
    if (node == nullptr || node->kind != YamlNode::Kind::scalar) return;
    std::vector<std::string> digits;
    if (help_line.call) digits.push_back(help_line.call->digits());
    if (help_line.text) digits.push_back(help_line.text->to.digits());
    const std::string word = help_line.text ? help_line.text->word : std::string();
    const SpokenNumbers spoken(std::move(digits), word);
    for (const base::WrittenNumber& number : base::find_numbers(node->text)) {
        if (number.digits().size() < min_spoken_digits || spoken.is_part(number.digits())) continue;
        context.source.error(
            node->range,
            fmt::format("{} is no number of {}", quote(number.digits()), quote(help_line.id)),
            "the tab shows the number by itself: write only when to use it");
    }
    const std::string_view told = told_word(node->text);
    if (told.size() > 1 && !word.empty() && told != word)
        context.source.error(
            node->range,
            fmt::format("{} is not the word to text of {}", quote(told), quote(help_line.id)),
            fmt::format("write \"Text {}\"", word));
}

std::optional<StripTab> read_strip_tab(const YamlNode& node, const ParseContext& context,
                                       std::span<const HelpLine> help_lines) {
    StripTab tab;
    if (node.kind != YamlNode::Kind::mapping) {
        const HelpLine* const help_line = read_help_line_id(node, context, help_lines, "\"strip\"");
        if (help_line == nullptr) return std::nullopt;
        add_screen(context, help_line->need);
        return StripTab{help_line->id, !help_line->call.has_value(), help_line->need,
                        help_line->need};
    }
    MapReader reader(node, context, "a tab of the strip", "{line: %}");
    const YamlNode* const line = reader.require("line");
    const auto show = reader.optional_choice("show", show_choices);
    tab.label = reader.optional_text("label", limit::tab);
    tab.short_label = reader.optional_text("short", limit::short_label);
    reader.report_unknown_keys();
    const HelpLine* const help_line =
        line == nullptr ? nullptr : read_help_line_id(*line, context, help_lines, "\"strip\"");
    if (help_line == nullptr) return std::nullopt;
    tab.line = help_line->id;
    tab.shows_text = show ? *show == 1 : !help_line->call.has_value();
    if (tab.label.empty()) {
        tab.label = help_line->need;
        add_screen(context, tab.label);
    }
    if (tab.short_label.empty()) tab.short_label = tab.label;
    for (const std::string_view key : {"label", "short"})
        check_label(reader.find(key), *help_line, context);
    if (show) check_number(tab, *help_line, reader.find("show")->range, context);
    return tab;
}

} // namespace

std::vector<StripTab> read_strip(const YamlNode& node, const ParseContext& context,
                                 std::span<const HelpLine> help_lines) {
    std::vector<StripTab> tabs;
    ParseContext home_context = context;
    home_context.screen = "home";
    read_list(node, context, "\"strip\"", 1, max_strip_tabs, [&](const YamlNode& item) {
        const auto tab = read_strip_tab(item, home_context, help_lines);
        if (!tab) return;
        if (std::ranges::find(tabs, tab->line, &StripTab::line) != tabs.end())
            context.source.error(item.range, fmt::format("{} is listed twice", quote(tab->line)),
                                 "remove one of the two");
        else
            tabs.push_back(*tab);
    });
    return tabs;
}

} // namespace content::parser
