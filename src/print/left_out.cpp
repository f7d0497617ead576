#include "print/left_out.hpp"

#include <fmt/format.h>

#include <utility>

namespace print {

namespace {

// All texts of a block.
class BlockTexts {
public:
    std::vector<std::string> texts;

    void operator()(const content::HeadingBlock& heading) { texts.push_back(heading.text); }
    void operator()(const content::TextBlock& text) { texts.push_back(text.text); }
    void operator()(const content::CaptionBlock& caption) { texts.push_back(caption.text); }
    void operator()(const content::ListBlock& list) {
        for (const content::ListItem& item : list.items) texts.push_back(item.text);
    }
    void operator()(const content::NoteBlock& note) {
        texts.push_back(note.title.empty() ? note.text : note.title + ": " + note.text);
        key = note.text;
    }
    void operator()(const content::StepsBlock& steps) { texts = steps.steps; }
    void operator()(const content::GroupBlock& group) {
        if (!group.title.empty()) texts.push_back(group.title);
        texts.insert(texts.end(), group.texts.begin(), group.texts.end());
    }
    void operator()(const content::HelpLinesBlock&) {}

    std::string key; // of a note, whose title and text are on the paper together
};

bool is_for(content::Audience audience, Kind kind) {
    return (audience == content::Audience::staff) == (kind == Kind::staff);
}

void list_section(const content::Section& section, Kind kind, const Words& words,
                  std::vector<std::string>& lines) {
    std::vector<std::string> missing;
    bool is_on_paper = words.has_used(section.lead);
    for (const content::SectionTab& tab : section.tabs) {
        for (const content::Block& block : tab.blocks) {
            const bool is_staff = section.audience == content::Audience::staff ||
                                  block.audience == content::Audience::staff;
            if (!is_for(is_staff ? content::Audience::staff : content::Audience::everyone, kind))
                continue;
            BlockTexts block_texts;
            std::visit(block_texts, block.body);
            for (const std::string& text : block_texts.texts) {
                if (words.has_used(block_texts.key.empty() ? text : block_texts.key))
                    is_on_paper = true;
                else
                    missing.push_back(fmt::format("section {}: {}", section.id, text));
            }
        }
    }
    if (is_on_paper)
        lines.insert(lines.end(), missing.begin(), missing.end());
    else if (!missing.empty())
        lines.push_back(fmt::format("section {}: all of it", section.id));
}

void list_help_line(const content::HelpLine& help_line, const Words& words,
                    std::vector<std::string>& lines) {
    if (!words.has_used(help_line.name) && !words.has_used(help_line.need) &&
        (help_line.paper.empty() || !words.has_used(help_line.paper))) {
        lines.push_back(fmt::format("help line {}: all of it", help_line.id));
        return;
    }
    const std::pair<const char*, const std::string*> texts[] = {
        {"name", &help_line.name},         {"advice", &help_line.advice},
        {"remember", &help_line.remember}, {"remember_text", &help_line.remember_text},
        {"answers", &help_line.answers},   {"hours", &help_line.hours},
        {"cost", &help_line.cost},         {"languages", &help_line.languages},
        {"reports", &help_line.reports}};
    for (const auto& [key, text] : texts)
        if (!text->empty() && !words.has_used(*text))
            lines.push_back(fmt::format("help line {}: {}: {}", help_line.id, key, *text));
    if (help_line.also && !words.has_used(help_line.also->note))
        lines.push_back(fmt::format("help line {}: also: {}", help_line.id,
                                    help_line.also->number.display_text()));
}

} // namespace

std::vector<std::string> list_left_out(const content::Content& content, Kind kind,
                                       const Words& words) {
    std::vector<std::string> lines;
    for (const content::Section& section : content.sections)
        list_section(section, kind, words, lines);
    for (const content::HelpLine& help_line : content.help_lines)
        if (kind == Kind::staff ||
            (help_line.audience == content::Audience::everyone && !help_line.is_held()))
            list_help_line(help_line, words, lines);
    return lines;
}

} // namespace print
