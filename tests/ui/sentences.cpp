// Tests where sentences end, and where they are on the screen.
#include "ui/sentences.hpp"

#include "support/test_visitor.hpp"

#include <doctest/doctest.h>

#include <string>

using ui::split_sentences;

namespace {

using Sentences = std::vector<std::string_view>;

// A text as it is on the screen, in lines of at most this width in pixels.
ui::OutlineNode text_node(const std::string& text, int max_width) {
    ui::OutlineNode node;
    node.text = text;
    node.layout = test::typesetter().layout({text, text::Face::regular, 30, max_width, false, ""});
    node.rect = {100, 200, static_cast<double>(node.layout->width),
                 static_cast<double>(node.layout->height)};
    return node;
}

} // namespace

TEST_CASE("a text is split after each sentence, and nothing of it is lost") {
    CHECK(split_sentences("One. Two?  Three!") == Sentences{"One. ", "Two?  ", "Three!"});
    CHECK(split_sentences("Call 911. 988 is for a crisis.") ==
          Sentences{"Call 911. ", "988 is for a crisis."});
    CHECK(split_sentences("“It’s me.” Say that. ¿Dónde? Aquí.") ==
          Sentences{"“It’s me.” ", "Say that. ", "¿Dónde? ", "Aquí."});
    CHECK(split_sentences("خطر؟ اتصل. الآن") == Sentences{"خطر؟ ", "اتصل. ", "الآن"});
    CHECK(split_sentences("") == Sentences{""});
}

TEST_CASE("an abbreviation, a number and a text with parts of its own are not split") {
    for (const char* text : {"The U.S. Department", "en EE. UU. y fuera", "St. Charles County",
                             "8 a.m. to 5 p.m. every day", "414.220.7233", "Wait … then call",
                             "One.\nTwo. Three.", "Call 911. · Llama. Ya."}) {
        CAPTURE(text);
        CHECK(split_sentences(text) == Sentences{text});
    }
}

TEST_CASE("a sentence is where its lines are, and the only one is where the text is") {
    const int width = text_node("One two three.", 0).layout->width;
    const ui::OutlineNode node = text_node("One two three. Four five six.", width + 10);
    const auto& lines = node.layout->lines;
    REQUIRE(lines.size() == 2);
    const double line_height = lines[0].height;
    CHECK(ui::sentence_rect(node, 0) == render::Rect{100, 200, node.rect.w, line_height});
    CHECK(ui::sentence_rect(node, 1) ==
          render::Rect{100, 200.0 + lines[1].y, node.rect.w, line_height});
    CHECK(ui::sentence_rect(node, 2) == node.rect);
    const ui::OutlineNode only = text_node("One two three four five six", 200);
    CHECK(ui::sentence_rect(only, 0) == only.rect);
}

TEST_CASE("a sentence that begins in the middle of a line is on that line, too") {
    const ui::OutlineNode node = text_node("One. Two three four five six seven eight.", 200);
    REQUIRE(node.layout->lines.size() > 2);
    CHECK(ui::sentence_rect(node, 0).h == node.layout->lines[0].height);
    CHECK(ui::sentence_rect(node, 1) == node.rect);
}
