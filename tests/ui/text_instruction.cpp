// Checks that the word to text is shown with the number, because the number is useless without it.
#include "support/panels.hpp"
#include "support/test_visitor.hpp"

#include <doctest/doctest.h>

TEST_CASE("wherever a number to text is shown, the word to text is shown too" *
          doctest::test_suite("sweep")) {
    const auto content = test::real_content();
    const content::HelpLine& help_line = *content->find_help_line("crisis-text");
    int shown_count = 0;
    for (const ui::Panel& panel : {test::panels[0], test::panels[9], test::panels[10]}) {
        for (const char* language : {"en", "es", "ar", "my"}) {
            for (const preview::Screen& screen : preview::content_screens(*content)) {
                CAPTURE(screen.name);
                CAPTURE(language);
                const auto kiosk =
                    preview::open_screen(content, screen, {language}, panel, test::typesetter());
                // The emergency card is in English whatever the language.
                const std::string word(kiosk->content().translation_or_default(language).translate(
                    help_line.text->word));
                bool has_number = false, has_word = false;
                for (const ui::OutlineNode& node : kiosk->outline()) {
                    has_number = has_number || node.text == help_line.text->to.display_text();
                    has_word = has_word || (node.role != ui::Role::qr_code &&
                                            node.text.find(word) != std::string::npos);
                }
                CHECK(has_word >= has_number);
                shown_count += has_number;
            }
        }
    }
    CHECK(shown_count > 100);
}
