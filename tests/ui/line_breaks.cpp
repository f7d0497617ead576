// Checks where the lines of headings, labels and captions break on every screen.
#include "support/panels.hpp"
#include "support/test_visitor.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>

using namespace session;

namespace {

std::string line_text(const text::Line& line) {
    std::string text;
    for (const text::Run& run : line.runs) text += run.text;
    while (text.ends_with(' ')) text.pop_back();
    return text;
}

std::ptrdiff_t count_words(const std::string& text) {
    return 1 + std::ranges::count(text, ' ');
}

// Whether the last line has a single word although another could be beside it, which would not
// leave a single word between longer lines.
bool has_single_last_word(const text::Paragraph& paragraph) {
    if (paragraph.lines.size() < 2 || paragraph.has_split_word) return false;
    const text::Line &last = paragraph.lines.back(),
                     &before = paragraph.lines[paragraph.lines.size() - 2];
    const std::string above = line_text(before);
    const std::ptrdiff_t min_words = paragraph.lines.size() > 2 ? 3 : 2;
    if (count_words(line_text(last)) > 1 || count_words(above) < min_words) return false;
    const std::string word = above.substr(above.rfind(' ') + 1) + " " + line_text(last);
    text::TextSpec spec = paragraph.spec;
    spec.text = word;
    const int max_width = std::exchange(spec.max_width, 0);
    return test::typesetter().layout(spec)->width <= max_width;
}

} // namespace

TEST_CASE("no line on any screen ends with a middle dot, and no last line has a single word" *
          doctest::test_suite("sweep")) {
    const auto content = test::real_content({"en", "es"});
    for (const ui::Panel& panel :
         {test::panels[0], test::panels[2], test::panels[6], test::panels[9], test::panels[14]}) {
        for (const preview::Screen& screen : preview::visitor_screens(*content)) {
            for (const preview::ViewOptions& options :
                 {preview::ViewOptions{"en"}, preview::ViewOptions{"es"},
                  preview::ViewOptions{"en", ColorScheme::light, 4}}) {
                const auto kiosk =
                    preview::open_screen(content, screen, options, panel, test::typesetter());
                for (const ui::OutlineNode& node : kiosk->outline()) {
                    if (!node.layout || node.text.find('\n') != std::string::npos) continue;
                    const std::string where =
                        fmt::format("{} inches, {}, {}, text size {}: {}", panel.inches,
                                    screen.name, options.language, options.text_size, node.text);
                    CHECK_MESSAGE(!has_single_last_word(*node.layout), where);
                    for (const text::Line& line : node.layout->lines)
                        CHECK_MESSAGE(!line_text(line).ends_with("·"), where);
                }
            }
        }
    }
}
