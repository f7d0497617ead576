#include "content/parser/sections.hpp"

#include "content/icon.hpp"
#include "content/parser/help_lines.hpp"
#include "content/reading_grade.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace content::parser {

namespace {

std::string read_icon(MapReader& reader) {
    const YamlNode* const node = reader.require("icon");
    if (node == nullptr ||
        !expect_kind(YamlNode::Kind::scalar, *node, reader.context(), "\"icon\""))
        return {};
    if (icon_code_point(node->text)) return node->text;
    reader.context().source.error(node->range, fmt::format("unknown icon {}", quote(node->text)),
                                  suggest(node->text, icon_names()));
    return {};
}

constexpr std::string_view list_item_shape = "{icon: ..., text: %}";

ListBlock read_icon_list(const YamlNode& node, const ParseContext& context) {
    ListBlock list;
    read_list(
        node, context, "\"list\"", 1, max_items,
        [&](const YamlNode& item) {
            MapReader reader(item, context, "a list item", list_item_shape);
            std::string icon_name = read_icon(reader);
            list.items.push_back({std::move(icon_name), reader.text("text", limit::paragraph)});
            reader.report_unknown_keys();
        },
        list_item_shape);
    return list;
}

NoteBlock read_note(const YamlNode& node, const ParseContext& context) {
    MapReader reader(node, context, "\"note\"", "{text: %}");
    NoteBlock note;
    note.title = reader.optional_text("title", limit::title);
    note.text = reader.text("text", limit::paragraph);
    reader.report_unknown_keys();
    return note;
}

StepsBlock read_steps(const YamlNode& node, const ParseContext& context) {
    StepsBlock steps;
    read_list(node, context, "\"steps\"", 1, max_items, [&](const YamlNode& item) {
        steps.steps.push_back(read_text(item, context, "a step", limit::paragraph));
    });
    return steps;
}

using Body = decltype(Block::body);

constexpr std::string_view block_shape = "{text: %}";

constexpr std::array<std::string_view, 6> block_keys{"text", "heading", "list",
                                                     "note", "steps",   "lines"};

Body read_body(std::string_view key, const YamlNode& node, const ParseContext& context,
               std::span<const HelpLine> help_lines) {
    if (key == "heading")
        return HeadingBlock{read_text(node, context, "\"heading\"", limit::title)};
    if (key == "list") return read_icon_list(node, context);
    if (key == "note") return read_note(node, context);
    if (key == "steps") return read_steps(node, context);
    if (key == "lines")
        return HelpLinesBlock{
            read_help_line_ids(node, context, "\"lines\"", max_items, help_lines)};
    return TextBlock{read_text(node, context, "\"text\"", limit::paragraph)};
}

Block read_block(const YamlNode& node, const ParseContext& context,
                 std::span<const HelpLine> help_lines) {
    MapReader reader(node, context, "a block", block_shape);
    Block block;
    block.audience = reader.audience();
    std::string_view first;
    for (const std::string_view key : block_keys) {
        const YamlNode* const body = reader.find(key);
        if (body == nullptr) continue;
        if (first.empty()) {
            block.body = read_body(key, *body, reader.context(), help_lines);
            first = key;
        } else {
            context.source.error(
                body->range, fmt::format("a block cannot be both \"{}\" and \"{}\"", first, key),
                "start a separate block with \"- \"");
        }
    }
    reader.report_unknown_keys();
    const bool has_other_key = std::ranges::any_of(
        node.entries, [](const YamlEntry& entry) { return entry.key != "audience"; });
    if (node.kind == YamlNode::Kind::mapping && !has_other_key) {
        context.source.error(node.range, "this block has no content", suggest("", block_keys));
    }
    return block;
}

void check_reading_grade(const Section& section, SourceRange range, const ParseContext& context) {
    for (const Audience audience : {Audience::everyone, Audience::staff}) {
        const ReadingGrade grade = reading_grade(section, audience);
        const double rounded = std::round(grade.mean() * 10) / 10;
        if (grade.word_count < min_graded_words || rounded <= max_reading_grade(audience)) continue;
        const std::string_view readers =
            audience == Audience::staff ? "staff" : "students and families";
        context.source.warn(
            range,
            fmt::format("{} has reading grade {:.1f}, but should have at most {} for {}",
                        quote(section.id), rounded, max_reading_grade(audience), readers),
            "use shorter sentences and shorter words");
    }
}

bool read_prominent(MapReader& reader) {
    static constexpr std::array<std::string_view, 2> choices{"false", "true"};
    static constexpr auto synonyms = std::to_array<Synonym>({{"no", "false"},
                                                             {"off", "false"},
                                                             {"n", "false"},
                                                             {"0", "false"},
                                                             {"yes", "true"},
                                                             {"on", "true"},
                                                             {"y", "true"},
                                                             {"1", "true"},
                                                             {"sí", "true"},
                                                             {"si", "true"}});
    return reader.optional_choice("prominent", choices, synonyms) == 1;
}

Section read_section(const YamlNode& node, const ParseContext& context,
                     std::span<const HelpLine> help_lines) {
    MapReader reader(node, context, "a section");
    Section section;
    section.audience = reader.audience();
    section.id = reader.id("id");
    section.title = reader.text("title", limit::title);
    section.icon = read_icon(reader);
    section.hint = reader.optional_text("hint", limit::hint);
    section.prominent = read_prominent(reader);
    section.lead = reader.text("lead", limit::lead);
    reader.list(
        "blocks", 1, max_items,
        [&](const YamlNode& block) {
            section.blocks.push_back(read_block(block, reader.context(), help_lines));
        },
        block_shape);
    reader.report_unknown_keys();
    if (context.should_check_reading_grade) check_reading_grade(section, reader.range(), context);
    return section;
}

} // namespace

Home read_home(const YamlNode& node, const ParseContext& context) {
    MapReader reader(node, context, "\"home\"");
    Home home;
    home.headline = reader.text("headline", limit::headline);
    home.line = reader.text("line", limit::lead);
    home.privacy = reader.text("privacy", limit::lead);
    reader.report_unknown_keys();
    return home;
}

std::vector<Section> read_sections(const YamlNode& node, const ParseContext& context,
                                   std::span<const HelpLine> help_lines) {
    std::vector<Section> sections;
    std::vector<std::string> ids;
    read_list(
        node, context, "\"sections\"", 1, max_items,
        [&](const YamlNode& item) {
            sections.push_back(read_section(item, context, help_lines));
            check_unique_id(sections.back().id, item.range, context, ids);
        },
        "{id: ..., title: ...}");
    return sections;
}

} // namespace content::parser
