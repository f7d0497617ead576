#include "content/reading/sections.hpp"

#include "content/grade.hpp"
#include "content/icon.hpp"
#include "content/reading/help_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace content::reading {

namespace {

std::string read_icon(Fields& fields) {
    const Node* const node = fields.need("icon");
    if (node == nullptr || !expect(Node::Kind::text, *node, fields.reading(), "\"icon\"")) return {};
    if (icon(node->text)) return node->text;
    fields.reading().source.error(node->where, fmt::format("unknown icon {}", in_quotes(node->text)),
                                  suggestion(node->text, icon_names()));
    return {};
}

List read_icon_list(const Node& node, const Reading& reading) {
    List list;
    read_list(node, reading, "\"list\"", 1, any_number, [&](const Node& item) {
        Fields fields(item, reading, "an item of a list");
        std::string icon_name = read_icon(fields);
        list.items.push_back({std::move(icon_name), fields.text("text", limit::paragraph)});
        fields.done();
    });
    return list;
}

Note read_note(const Node& node, const Reading& reading) {
    Fields fields(node, reading, "\"note\"");
    Note note;
    note.title = fields.text_if_given("title", limit::title);
    note.text = fields.text("text", limit::paragraph);
    fields.done();
    return note;
}

Steps read_steps(const Node& node, const Reading& reading) {
    Steps steps;
    read_list(node, reading, "\"steps\"", 1, any_number, [&](const Node& item) {
        steps.steps.push_back(read_text(item, reading, "a step", limit::paragraph));
    });
    return steps;
}

using Body = decltype(Block::body);

constexpr std::array<std::string_view, 6> bodies{"text", "heading", "list", "note", "steps", "lines"};

Body read_body(std::string_view key, const Node& node, const Reading& reading,
               std::span<const HelpLine> lines) {
    if (key == "heading") return Heading{read_text(node, reading, "\"heading\"", limit::title)};
    if (key == "list") return read_icon_list(node, reading);
    if (key == "note") return read_note(node, reading);
    if (key == "steps") return read_steps(node, reading);
    if (key == "lines") return Lines{read_line_ids(node, reading, "\"lines\"", any_number, lines)};
    return Text{read_text(node, reading, "\"text\"", limit::paragraph)};
}

Block read_block(const Node& node, const Reading& reading, std::span<const HelpLine> lines) {
    Fields fields(node, reading, "a block");
    Block block;
    block.audience = fields.audience();
    std::string_view first;
    for (const std::string_view key : bodies) {
        const Node* const body = fields.find(key);
        if (body == nullptr) continue;
        if (first.empty()) {
            block.body = read_body(key, *body, fields.reading(), lines);
            first = key;
        } else {
            reading.source.error(body->where,
                                 fmt::format("a block cannot be both \"{}\" and \"{}\"", first, key),
                                 "start a block of its own with \"- \"");
        }
    }
    fields.done();
    const bool has_other_key =
        std::ranges::any_of(node.entries, [](const Entry& entry) { return entry.key != "audience"; });
    if (node.kind == Node::Kind::map && !has_other_key) {
        reading.source.error(node.where, "this block says nothing", suggestion("", bodies));
    }
    return block;
}

void check_grade(const Section& section, Span where, const Reading& reading) {
    for (const Audience audience : {Audience::everyone, Audience::staff}) {
        const Grade reached = grade(section, audience);
        const double rounded = std::round(reached.mean() * 10) / 10;
        if (reached.words < fewest_graded_words || rounded <= hardest_grade(audience)) continue;
        const std::string_view readers = audience == Audience::staff ? "staff" : "students and families";
        reading.source.warn(where,
                            fmt::format("{} takes reading grade {:.1f}, at most {} is right for {}",
                                        in_quotes(section.id), rounded, hardest_grade(audience), readers),
                            "use shorter sentences and shorter words");
    }
}

bool read_prominent(Fields& fields) {
    static constexpr std::array<std::string_view, 2> words{"false", "true"};
    return fields.choice_if_given("prominent", words) == 1;
}

Section read_section(const Node& node, const Reading& reading, std::span<const HelpLine> lines) {
    Fields fields(node, reading, "a section");
    Section section;
    section.audience = fields.audience();
    section.id = fields.id("id");
    section.title = fields.text("title", limit::title);
    section.icon = read_icon(fields);
    section.hint = fields.text_if_given("hint", limit::hint);
    section.prominent = read_prominent(fields);
    section.lead = fields.text("lead", limit::lead);
    fields.list("blocks", 1, any_number, [&](const Node& block) {
        section.blocks.push_back(read_block(block, fields.reading(), lines));
    });
    fields.done();
    check_grade(section, fields.where(), reading);
    return section;
}

} // namespace

Home read_home(const Node& node, const Reading& reading) {
    Fields fields(node, reading, "\"home\"");
    Home home;
    home.headline = fields.text("headline", limit::headline);
    home.line = fields.text("line", limit::lead);
    home.privacy = fields.text("privacy", limit::lead);
    fields.done();
    return home;
}

std::vector<Section> read_sections(const Node& node, const Reading& reading, std::span<const HelpLine> lines) {
    std::vector<Section> sections;
    std::vector<std::string> ids;
    read_list(node, reading, "\"sections\"", 1, any_number, [&](const Node& item) {
        sections.push_back(read_section(item, reading, lines));
        note_id(sections.back().id, item.where, reading, ids);
    });
    return sections;
}

} // namespace content::reading
