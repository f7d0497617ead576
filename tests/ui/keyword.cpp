// A line that wants a word is of no use without it.
#include "support/panels.hpp"
#include "support/visitor.hpp"

#include <doctest/doctest.h>

TEST_CASE("wherever a text line's number is shown, so is the word to send there") {
    const auto content = test::real_content();
    const content::HelpLine& line = *content->line("crisis-text");
    int shown = 0;
    for (const ui::Panel& panel : {test::panels[0], test::panels[9], test::panels[10]}) {
        for (const char* language : {"en", "es", "ar", "my"}) {
            for (const ui::Scene& scene : ui::scenes(*content)) {
                CAPTURE(scene.name);
                CAPTURE(language);
                const auto kiosk = ui::stage(content, scene, {language}, panel, test::typesetter());
                const std::string word(
                    kiosk->content().language(language)(line.text->word)); // the emergency card's: English
                bool has_number = false, has_word = false;
                for (const ui::Node& node : kiosk->outline()) {
                    has_number = has_number || node.text == line.text->to.shown();
                    has_word =
                        has_word || (node.role != ui::Role::code && node.text.find(word) != std::string::npos);
                }
                CHECK(has_word >= has_number);
                shown += has_number;
            }
        }
    }
    CHECK(shown > 100);
}

TEST_CASE("where a card tells the number to text beside the one to call, it tells the word too") {
    const auto content = test::real_content();
    for (const char* language : {"en", "es", "ar", "my"}) {
        const auto kiosk =
            ui::stage(content, *ui::scene(*content, "section/help"), {language}, {}, test::typesetter());
        CAPTURE(language);
        int told = 0;
        for (const content::HelpLine& line : content->help_lines) {
            if (!line.call || !line.text || line.text->word.empty() || *line.call == line.text->to) continue;
            CAPTURE(line.id);
            const std::string number = line.text->to.shown();
            const std::string word(content->language(language)(line.text->word));
            for (const ui::Node& node : kiosk->outline()) {
                if (node.role == ui::Role::code || node.text.find(number) == std::string::npos) continue;
                CHECK(node.text.find(word) != std::string::npos);
                ++told;
            }
        }
        CHECK(told >= 4);
    }
}
