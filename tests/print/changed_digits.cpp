// Any digit of any number is changed, and no place on the screen, in a code or on paper still has
// the old one, in any language.
#include "preview/screen_list.hpp"
#include "print/pdf_reader.hpp"
#include "print/shipped_papers.hpp"
#include "support/test_visitor.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <set>

namespace {

// Replaces the digit at an index, unless the number is shorter.
content::PhoneNumber with_changed_digit(const content::PhoneNumber& number, std::size_t index) {
    std::string digits = number.digits();
    if (number.is_emergency() || index >= digits.size()) return number;
    // Not 0 or 1, with which some parts of a number may not begin, and not another short number.
    digits[index] = digits[index] == '7' ? '6' : '7';
    return content::PhoneNumber::parse(digits).value();
}

// Returns the content with the digit at an index of every number changed. `old_numbers` receives
// the numbers as they were displayed. The texts that repeat a number are replaced, because `check`
// asks for a change in them.
content::Content change_digits(std::size_t index, std::set<std::string>& old_numbers) {
    content::Content content = test::shipped_content();
    std::set<std::string> new_numbers;
    const auto change = [&](content::PhoneNumber& number) {
        old_numbers.insert(number.display_text());
        number = with_changed_digit(number, index);
        new_numbers.insert(number.display_text());
    };
    for (content::HelpLine& help_line : content.help_lines) {
        if (help_line.call) change(*help_line.call);
        if (help_line.text) change(help_line.text->to);
        if (help_line.also) change(help_line.also->number);
        help_line.name = "Name of " + help_line.id;
        help_line.remember = "Remember it.";
    }
    for (const std::string& number : new_numbers) old_numbers.erase(number);
    content.sections.erase(content.sections.begin() + 1, content.sections.end());
    content.sections.front().tabs.clear();
    return content;
}

// The words of a text without the punctuation around them.
std::set<std::string> words_of(const std::string& text) {
    std::set<std::string> words{""};
    std::string word;
    for (const char letter : text + " ") {
        if ((letter >= '0' && letter <= '9') || letter == '-') {
            word += letter;
        } else {
            words.insert(word);
            word.clear();
        }
    }
    return words;
}

void check_numbers(const std::string& text, const std::set<std::string>& old_numbers,
                   const std::vector<std::string>& expected) {
    const std::set<std::string> words = words_of(text);
    for (const std::string& number : old_numbers) CHECK_MESSAGE(!words.contains(number), number);
    for (const std::string& number : expected) CHECK_MESSAGE(words.contains(number), number);
}

// The numbers and the codes of the four help lines of the strip.
struct Expected {
    std::vector<std::string> numbers;
    std::vector<std::string> payloads;
};

Expected expected(const content::Content& content, const std::string& language) {
    Expected result;
    for (const content::StripTab& tab : content.strip) {
        const content::HelpLine& line = *content.find_help_line(tab.line);
        if (tab.line == "emergency") continue;
        const content::PhoneNumber& number = tab.shows_text ? line.text->to : *line.call;
        result.numbers.push_back(number.display_text());
        std::string payload = (tab.shows_text ? "SMSTO:" : "tel:") + number.digits();
        const auto word = tab.shows_text
                              ? content.translation_or_default(language).translate(line.text->word)
                              : std::string_view();
        if (!word.empty()) payload += ":" + std::string(word);
        result.payloads.push_back(payload);
    }
    std::ranges::sort(result.payloads);
    return result;
}

} // namespace

TEST_CASE("after any digit is changed, paper, codes and screen have the new numbers only") {
    constexpr const char* languages[] = {"en", "es", "ar"};
    // Each paper has the numbers from the same place, so one more beside the poster is enough.
    constexpr print::Kind others[] = {print::Kind::cards, print::Kind::stickers,
                                      print::Kind::handout};
    for (std::size_t index = 0; index < 10; ++index) {
        const std::string language = languages[index % 3];
        CAPTURE(index);
        CAPTURE(language);
        std::set<std::string> old_numbers;
        const auto content =
            std::make_shared<const content::Content>(change_digits(index, old_numbers));
        CHECK(!old_numbers.empty());
        const Expected wanted = expected(*content, language);
        for (const print::Kind kind : {print::Kind::poster, others[index / 3 % 3]}) {
            print::PrintOptions options;
            options.kind = kind;
            const test::PdfReader paper(test::make_paper(*content, language, options));
            check_numbers(paper.text(), old_numbers, wanted.numbers);
            if (kind != print::Kind::poster) continue;
            std::vector<std::string> codes = test::read_codes(paper.picture());
            codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
            CHECK(codes == wanted.payloads);
        }
        std::string screen_texts;
        for (const content::StripTab& tab : content->strip) {
            preview::Screen screen{"slip/" + tab.line, {}, false};
            screen.state.slip = session::Slip{tab.line, tab.shows_text, {}};
            const auto kiosk =
                preview::open_screen(content, screen, {language}, {}, test::typesetter());
            for (const ui::OutlineNode& node : kiosk->outline()) screen_texts += node.text + "\n";
        }
        check_numbers(screen_texts, old_numbers, wanted.numbers);
        for (const std::string& payload : wanted.payloads)
            CHECK_MESSAGE(screen_texts.find(payload) != std::string::npos, payload);
    }
}
