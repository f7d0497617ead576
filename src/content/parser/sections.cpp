#include "content/parser/sections.hpp"

#include "content/parser/blocks.hpp"
#include "content/parser/help_lines.hpp"
#include "content/reading_grade.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace content::parser {

namespace {

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

bool is_held(const std::string& id, std::span<const HelpLine> help_lines) {
    return std::ranges::any_of(
        help_lines, [&id](const HelpLine& each) { return each.id == id && each.is_held(); });
}

// Whether students see more of a block than a heading. A block with an error counts as seen, so
// that the error is reported alone.
bool is_seen_by_students(const Block& block, std::span<const HelpLine> help_lines) {
    if (const auto* const heading = std::get_if<HeadingBlock>(&block.body))
        return heading->text.empty();
    if (block.audience == Audience::staff) return false;
    const auto* const lines = std::get_if<HelpLinesBlock>(&block.body);
    return lines == nullptr || lines->ids.empty() ||
           !std::ranges::all_of(lines->ids,
                                [&](const std::string& id) { return is_held(id, help_lines); });
}

bool has_block_for_students(const std::vector<Block>& blocks,
                            std::span<const HelpLine> help_lines) {
    return std::ranges::any_of(
        blocks, [&](const Block& block) { return is_seen_by_students(block, help_lines); });
}

void warn_if_empty_for_students(const std::vector<Block>& blocks, bool is_tab, SourceRange range,
                                const ParseContext& context, std::span<const HelpLine> help_lines) {
    if (context.audience == Audience::staff || blocks.empty() ||
        has_block_for_students(blocks, help_lines))
        return;
    context.source.warn(
        range,
        fmt::format("students see nothing {}, because its blocks are for staff or are help lines "
                    "that are hidden",
                    is_tab ? "in this tab" : "below the lead of this section"),
        is_tab ? "add a block for students, or move these blocks into another tab"
               : "add a block for students, or \"audience: staff\" to the section");
}

std::vector<Block> read_blocks(MapReader& reader, std::span<const HelpLine> help_lines) {
    std::vector<Block> blocks;
    reader.list(
        "blocks", 1, max_items,
        [&](const YamlNode& block) {
            blocks.push_back(read_block(block, reader.context(), help_lines));
        },
        block_shape);
    return blocks;
}

SectionTab read_tab(const YamlNode& node, const ParseContext& context,
                    std::span<const HelpLine> help_lines) {
    MapReader reader(node, context, "a tab");
    SectionTab tab;
    tab.title = reader.text("title", limit::tab);
    tab.icon = read_icon(reader);
    tab.blocks = read_blocks(reader, help_lines);
    warn_if_empty_for_students(tab.blocks, true, reader.range(), reader.context(), help_lines);
    reader.report_unknown_keys();
    return tab;
}

// Reads "tabs", or "blocks" as one tab without a title.
std::vector<SectionTab> read_tabs(MapReader& reader, std::span<const HelpLine> help_lines) {
    constexpr std::size_t min_tabs = 2, max_tabs = 4; // more do not fit beside each other
    const YamlNode* const node = reader.find("tabs");
    if (node == nullptr) {
        std::vector<Block> blocks = read_blocks(reader, help_lines);
        warn_if_empty_for_students(blocks, false, reader.range(), reader.context(), help_lines);
        return {SectionTab{{}, {}, std::move(blocks)}};
    }
    if (const YamlNode* const blocks = reader.find("blocks"))
        reader.context().source.error(blocks->range,
                                      "a section cannot have both \"tabs\" and \"blocks\"",
                                      "move these blocks into one of the tabs");
    std::vector<SectionTab> tabs;
    read_list(*node, reader.context(), "\"tabs\"", min_tabs, max_tabs, [&](const YamlNode& tab) {
        ParseContext context = reader.context();
        if (!tabs.empty()) context.screen += fmt::format("/{}", tabs.size() + 1);
        tabs.push_back(read_tab(tab, context, help_lines));
    });
    if (tabs.empty()) tabs.emplace_back(); // reported already
    return tabs;
}

Section read_section(const YamlNode& node, const ParseContext& context,
                     std::span<const HelpLine> help_lines) {
    MapReader reader(node, context, "a section");
    reader.accept_renamed("hint", "subtitle");
    Section section;
    section.audience = reader.audience();
    section.id = reader.id("id");
    reader.set_screen("home");
    section.title = reader.text("title", limit::title);
    section.subtitle = reader.optional_text("subtitle", limit::subtitle);
    section.icon = read_icon(reader);
    section.prominent = reader.optional_boolean("prominent").value_or(false);
    reader.set_screen("section/" + section.id);
    section.lead = reader.text("lead", limit::lead);
    section.tabs = read_tabs(reader, help_lines);
    reader.report_unknown_keys();
    if (context.should_check_reading_grade) check_reading_grade(section, reader.range(), context);
    return section;
}

} // namespace

Home read_home(const YamlNode& node, const ParseContext& context) {
    MapReader reader(node, context, "\"home\"");
    reader.set_screen("home");
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
