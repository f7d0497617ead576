// Looks for texts for staff on every screen.
#include "support/test_visitor.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <variant>

namespace {

// Returns the texts that only staff may read.
std::set<std::string> texts_for_staff(const content::Content& content) {
    std::set<std::string> texts;
    for (const content::HelpLine& help_line : content.help_lines)
        if (help_line.audience == content::Audience::staff)
            texts.insert(
                {help_line.name, help_line.need, help_line.remember, help_line.remember_text});
    for (const content::Section& section : content.sections) {
        const bool is_staff_section = section.audience == content::Audience::staff;
        if (is_staff_section) texts.insert({section.title, section.lead});
        for (const content::SectionTab& tab : section.tabs) {
            for (const content::Block& block : tab.blocks) {
                if (!is_staff_section && block.audience != content::Audience::staff) continue;
                if (const auto* text = std::get_if<content::TextBlock>(&block.body))
                    texts.insert(text->text);
                if (const auto* heading = std::get_if<content::HeadingBlock>(&block.body))
                    texts.insert(heading->text);
                if (const auto* note = std::get_if<content::NoteBlock>(&block.body))
                    texts.insert(note->text);
            }
        }
    }
    texts.erase("");
    return texts;
}

int count_texts_for_staff(const std::vector<preview::Screen>& screens) {
    const auto content = test::real_content();
    const std::set<std::string> staff_texts = texts_for_staff(*content);
    int count = 0;
    for (const preview::Screen& screen : screens) {
        CAPTURE(screen.name);
        const auto kiosk = preview::open_screen(content, screen, {}, {}, test::typesetter());
        for (const ui::OutlineNode& node : kiosk->outline())
            count += staff_texts.contains(node.text);
    }
    return count;
}

} // namespace

TEST_CASE("texts for staff are on the screens after the PIN, and on no other") {
    const auto content = test::real_content();
    CHECK(count_texts_for_staff(preview::visitor_screens(*content)) == 0);
    CHECK(count_texts_for_staff(preview::unlocked_screens(*content)) > 10);
}
