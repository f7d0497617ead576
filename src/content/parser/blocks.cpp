#include "content/parser/blocks.hpp"

#include "content/icon.hpp"
#include "content/parser/help_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace content::parser {

namespace {

using Body = decltype(Block::body);
using HelpLines = std::span<const HelpLine>;

constexpr std::string_view list_item_shape = "{icon: ..., text: %}";

Body read_text_block(const YamlNode& node, const ParseContext& context, HelpLines) {
    return TextBlock{read_text(node, context, "\"text\"", limit::paragraph)};
}

Body read_heading(const YamlNode& node, const ParseContext& context, HelpLines) {
    return HeadingBlock{read_text(node, context, "\"heading\"", limit::title)};
}

Body read_icon_list(const YamlNode& node, const ParseContext& context, HelpLines) {
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

Body read_note(const YamlNode& node, const ParseContext& context, HelpLines) {
    MapReader reader(node, context, "\"note\"", "{text: %}");
    NoteBlock note;
    note.title = reader.optional_text("title", limit::title);
    note.text = reader.text("text", limit::paragraph);
    reader.report_unknown_keys();
    return note;
}

std::vector<std::string> read_texts(const YamlNode& node, const ParseContext& context,
                                    std::string_view what, std::string_view item_name) {
    std::vector<std::string> texts;
    read_list(node, context, what, 1, max_items, [&](const YamlNode& item) {
        texts.push_back(read_text(item, context, item_name, limit::paragraph));
    });
    return texts;
}

Body read_steps(const YamlNode& node, const ParseContext& context, HelpLines) {
    return StepsBlock{read_texts(node, context, "\"steps\"", "a step")};
}

Body read_group(const YamlNode& node, const ParseContext& context, HelpLines) {
    MapReader reader(node, context, "\"group\"");
    GroupBlock group;
    group.title = reader.text("title", limit::title);
    if (const YamlNode* const texts = reader.require("texts"))
        group.texts = read_texts(*texts, reader.context(), "\"texts\"", "a text");
    reader.report_unknown_keys();
    return group;
}

Body read_lines(const YamlNode& node, const ParseContext& context, HelpLines help_lines) {
    HelpLinesBlock lines{read_help_line_ids(node, context, "\"lines\"", max_items, help_lines)};
    for (const std::string& id : lines.ids)
        add_screen(context, std::ranges::find(help_lines, id, &HelpLine::id)->need);
    return lines;
}

Body read_caption(const YamlNode& node, const ParseContext& context, HelpLines) {
    return CaptionBlock{read_text(node, context, "\"caption\"", limit::paragraph)};
}

// The key of each kind of block, and what reads its value. A kind that is not in this table does
// not exist.
struct BlockKind {
    std::string_view key;
    Body (*read)(const YamlNode& node, const ParseContext& context, HelpLines help_lines);
};
constexpr auto block_kinds = std::to_array<BlockKind>({{"text", read_text_block},
                                                       {"heading", read_heading},
                                                       {"list", read_icon_list},
                                                       {"note", read_note},
                                                       {"steps", read_steps},
                                                       {"group", read_group},
                                                       {"lines", read_lines},
                                                       {"caption", read_caption}});
static_assert(block_kinds.size() == std::variant_size_v<Body>);

std::vector<std::string_view> block_keys() {
    std::vector<std::string_view> keys;
    keys.reserve(block_kinds.size());
    for (const BlockKind& kind : block_kinds) keys.push_back(kind.key);
    return keys;
}

} // namespace

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

Block read_block(const YamlNode& node, const ParseContext& context,
                 std::span<const HelpLine> help_lines) {
    MapReader reader(node, context, "a block", block_shape);
    Block block;
    block.audience = reader.audience();
    std::string_view first;
    for (const BlockKind& kind : block_kinds) {
        const YamlNode* const body = reader.find(kind.key);
        if (body == nullptr) continue;
        if (first.empty()) {
            block.body = kind.read(*body, reader.context(), help_lines);
            first = kind.key;
        } else {
            context.source.error(
                body->range,
                fmt::format("a block cannot be both \"{}\" and \"{}\"", first, kind.key),
                "start a separate block with \"- \"");
        }
    }
    reader.report_unknown_keys();
    const bool has_other_key = std::ranges::any_of(
        node.entries, [](const YamlEntry& entry) { return entry.key != "audience"; });
    if (node.kind == YamlNode::Kind::mapping && !has_other_key) {
        context.source.error(node.range, "this block has no content", suggest("", block_keys()));
    }
    return block;
}

} // namespace content::parser
