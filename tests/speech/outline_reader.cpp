// Tests what is read aloud of each screen, in each language.
#include "speech/outline_reader.hpp"

#include "base/decimal_digit.hpp"
#include "base/utf8.hpp"
#include "speech/text_normalizer.hpp"
#include "support/test_visitor.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <map>

namespace {

using ui::OutlineNode;
using ui::Role;
using ui::ScreenPart;

OutlineNode node(Role role, std::string text, int parent = -1) {
    OutlineNode node;
    node.role = role;
    node.text = std::move(text);
    node.parent = parent;
    return node;
}

std::vector<std::string> texts_read(const ui::Outline& outline) {
    std::vector<std::string> texts;
    for (const auto& utterance : speech::read_outline(outline, *test::real_content(), "en"))
        texts.push_back(utterance.text);
    return texts;
}

bool turns_page(const OutlineNode& node) {
    return node.event && std::holds_alternative<session::ScrollTo>(*node.event);
}

std::string digits_of(std::string_view text) {
    std::string digits;
    for (std::size_t offset = 0; offset < text.size();)
        if (const auto digit = base::decimal_digit(base::decode_next(text, offset)))
            digits += static_cast<char>('0' + *digit);
    return digits;
}

// Returns the digits of all texts that are shown in a part of the screen, in their order.
std::string shown_digits(const ui::Outline& outline, ScreenPart screen_part) {
    std::string digits;
    for (std::size_t i = 0; i < outline.size(); ++i) {
        const bool has_texts = std::ranges::any_of(outline, [&](const OutlineNode& other) {
            return other.parent == static_cast<int>(i) && other.role != Role::qr_code;
        });
        const OutlineNode& each = outline[i];
        if (each.screen_part == screen_part && each.role != Role::qr_code && !has_texts)
            digits += digits_of(each.text);
    }
    return digits;
}

struct ScreenInLanguage {
    std::string screen;
    std::string language;
    const ui::Kiosk& kiosk;
    std::vector<speech::Utterance> utterances;
};

// Returns "Up" in this language, which is on the dimmed button of a first page.
std::string dimmed_label(const ScreenInLanguage& each) {
    const auto& translations = each.kiosk.content().translations;
    const auto language =
        std::ranges::find(translations, each.language, &content::Translation::code);
    // The emergency card has no languages, and no pages.
    return language == translations.end() ? "Up" : std::string(language->translate("Up"));
}

bool should_be_read(const ui::OutlineNode& node, const std::string& dimmed) {
    const bool is_dimmed = !node.event && node.text == dimmed;
    return node.parent < 0 && node.role != Role::qr_code && !turns_page(node) && !is_dimmed;
}

// Calls `check` for every screen that visitors can open, in every language.
void for_each_screen(const std::function<void(const ScreenInLanguage&)>& check) {
    const auto content = test::real_content();
    for (const char* language : {"en", "es", "ar", "my"}) {
        for (const preview::Screen& screen : preview::visitor_screens(*content)) {
            const auto kiosk =
                preview::open_screen(content, screen, {language}, {}, test::typesetter());
            check({screen.name, language, *kiosk,
                   speech::read_outline(kiosk->outline(), kiosk->content(), language)});
        }
    }
}

} // namespace

TEST_CASE("the page is read first, then the strip and then the bar") {
    ui::Outline outline{node(Role::button, "Home"), node(Role::button, "Danger now"),
                        node(Role::heading, "Get help"), node(Role::text, "You choose.")};
    outline[0].screen_part = ScreenPart::bar;
    outline[1].screen_part = ScreenPart::strip;
    CHECK(texts_read(outline) ==
          std::vector<std::string>{"Get help", "You choose.", "Danger now", "Home"});
}

TEST_CASE("a button is read with the texts on it, or else with its name") {
    const ui::Outline outline{node(Role::button, "Open Emergency"),
                              node(Role::text, "Danger right now", 0),
                              node(Role::digits, "911", 0),
                              node(Role::qr_code, "tel:911", 0),
                              node(Role::text, "Is it now? Call.", 0),
                              node(Role::text, "Tell an adult.\nStay.", 0),
                              node(Role::text, "خطر؟", 0),
                              node(Role::text, "Now", 0),
                              node(Role::button, "Done")};
    CHECK(texts_read(outline) ==
          std::vector<std::string>{
              "Danger right now. 9 1 1. Is it now? Call. Tell an adult. Stay. خطر؟ Now", "Done"});
}

TEST_CASE("a dot between two texts is read as a pause") {
    CHECK(texts_read({node(Role::text, "Numbers that help · Números que ayudan"),
                      node(Role::text, "Call 911. · Llama.")}) ==
          std::vector<std::string>{"Numbers that help. Números que ayudan", "Call 9 1 1. Llama."});
}

TEST_CASE("a QR code and an empty text are not read") {
    CHECK(texts_read({node(Role::qr_code, "tel:988"), node(Role::text, "")}).empty());
}

TEST_CASE("the name of another language is read in that language") {
    const ui::Outline outline{node(Role::button, "Español"), node(Role::text, "Español", 0),
                              node(Role::text, "Text")};
    const auto utterances = speech::read_outline(outline, *test::real_content(), "en");
    REQUIRE(utterances.size() == 2);
    CHECK(utterances[0] == speech::Utterance{"Español", "es", 0});
    CHECK(utterances[1] == speech::Utterance{"Text", "en", 2});
}

TEST_CASE("on every screen, in every language, exactly the digits that are shown are read" *
          doctest::test_suite("sweep")) {
    int screen_count = 0;
    for_each_screen([&](const ScreenInLanguage& each) {
        CAPTURE(each.screen);
        CAPTURE(each.language);
        std::string shown, read;
        for (const auto part : {ScreenPart::page, ScreenPart::strip, ScreenPart::bar})
            shown += shown_digits(each.kiosk.outline(), part);
        for (const speech::Utterance& utterance : each.utterances)
            read += digits_of(utterance.text);
        CHECK(read == shown);
        screen_count += 1;
    });
    CHECK(screen_count > 100);
}

TEST_CASE("on every screen, in every language, no number of a help line is read as a count" *
          doctest::test_suite("sweep")) {
    int number_count = 0;
    for_each_screen([&](const ScreenInLanguage& each) {
        CAPTURE(each.screen);
        CAPTURE(each.language);
        for (const speech::Utterance& utterance : each.utterances) {
            CAPTURE(utterance.text);
            for (const content::HelpLine& help_line : each.kiosk.content().help_lines) {
                if (!help_line.call) continue;
                const std::string& digits = help_line.call->digits();
                CHECK(utterance.text.find(digits) == std::string::npos);
                if (!help_line.call->is_short_code()) // 200 languages are a count
                    CHECK(utterance.text.find(digits.substr(6)) == std::string::npos);
                number_count += digits_of(utterance.text).find(digits) != std::string::npos;
            }
        }
    });
    CHECK(number_count > 200);
}

TEST_CASE("each sentence of a text is said by itself, and a button at once") {
    ui::Outline outline{node(Role::text, "Call 911. Tell an adult."),
                        node(Role::button, "Get help. Now.")};
    outline[1].event = session::GoHome{};
    CHECK(speech::read_outline(outline, *test::real_content(), "en") ==
          std::vector<speech::Utterance>{{"Call 9 1 1.", "en", 0, 0},
                                         {"Tell an adult.", "en", 0, 1},
                                         {"Get help. Now.", "en", 1, 0}});
}

TEST_CASE("on every screen, in every language, sentences are said as in the whole text" *
          doctest::test_suite("sweep")) {
    int divided_count = 0;
    for_each_screen([&](const ScreenInLanguage& each) {
        CAPTURE(each.screen);
        CAPTURE(each.language);
        const speech::TextNormalizer normalizer(each.kiosk.content(), each.language);
        std::map<int, std::vector<std::string>> sentences;
        for (const speech::Utterance& utterance : each.utterances) {
            std::vector<std::string>& of_node = sentences[utterance.node];
            CHECK(utterance.sentence == static_cast<int>(of_node.size()));
            of_node.push_back(utterance.text);
        }
        for (const auto& [index, texts] : sentences) {
            if (texts.size() < 2) continue;
            std::string said;
            for (const std::string& text : texts) said += (said.empty() ? "" : " ") + text;
            CHECK(said ==
                  normalizer.normalize(each.kiosk.outline()[static_cast<std::size_t>(index)].text));
            ++divided_count;
        }
    });
    CHECK(divided_count > 100);
}

TEST_CASE("on every screen, in every language, everything that is shown is read once" *
          doctest::test_suite("sweep")) {
    for_each_screen([](const ScreenInLanguage& each) {
        CAPTURE(each.screen);
        CAPTURE(each.language);
        const ui::Outline& outline = each.kiosk.outline();
        const std::string dimmed = dimmed_label(each);
        std::vector<int> read_nodes, shown_nodes;
        for (const speech::Utterance& utterance : each.utterances) {
            CHECK(utterance.text != "");
            CHECK(utterance.text.find('\n') == std::string::npos);
            if (utterance.sentence == 0) read_nodes.push_back(utterance.node);
        }
        for (int i = 0; i < static_cast<int>(outline.size()); ++i)
            if (should_be_read(outline[static_cast<std::size_t>(i)], dimmed))
                shown_nodes.push_back(i);
        std::ranges::sort(read_nodes);
        CHECK(read_nodes == shown_nodes);
    });
}

TEST_CASE("the slip of a help line is read with its number, its word and how to remember them") {
    const auto content = test::real_content();
    const auto screen = preview::find_screen(*content, "slip/hotline/text");
    REQUIRE(screen);
    const auto kiosk = preview::open_screen(content, *screen, {"en"}, {}, test::typesetter());
    const auto utterances = speech::read_outline(kiosk->outline(), *content, "en");
    std::vector<std::string> first;
    for (std::size_t i = 0; i < 6; ++i) first.push_back(utterances.at(i).text);
    CHECK(first == std::vector<std::string>{"National Human Trafficking Hotline", "2 3 3, 7 3 3",
                                            "Call", "Text help, H E L P", "Point your camera here",
                                            "Keep it in your head"});
}
