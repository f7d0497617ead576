// Any digit of any number is changed, and no place on the screen, in a code or on paper still has
// the old one, in any language.
#include "preview/offscreen_canvas.hpp"
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

void remove_digits(std::string& text) {
    std::erase_if(text, [](char letter) { return letter >= '0' && letter <= '9'; });
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
        if (help_line.has_two_numbers()) help_line.remember_text = "Remember the other one.";
        for (std::string* const text :
             {&help_line.need, &help_line.advice, &help_line.answers, &help_line.hours,
              &help_line.cost, &help_line.languages, &help_line.reports})
            remove_digits(*text);
        if (help_line.also) help_line.also->note = "An older one.";
    }
    for (content::StripTab& tab : content.strip) {
        remove_digits(tab.label);
        remove_digits(tab.short_label);
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

std::string payload_of(const content::HelpLine& line, bool is_text, const std::string& language,
                       const content::Content& content) {
    const auto address = [](const content::PhoneNumber& number) {
        return number.digits().size() == 10 ? "+1" + number.digits() : number.digits();
    };
    if (!is_text) return "tel:" + address(*line.call);
    const std::string payload = "SMSTO:" + address(line.text->to);
    if (line.text->word.empty()) return payload;
    const std::string_view word =
        content.translation_or_default(language).translate(line.text->word);
    return word.empty() ? payload : payload + ":" + std::string(word);
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
        result.payloads.push_back(payload_of(line, tab.shows_text, language, content));
    }
    std::ranges::sort(result.payloads);
    return result;
}

void check_paper(const content::Content& content, print::Kind kind, const std::string& language,
                 const std::set<std::string>& old_numbers, const Expected& wanted) {
    print::PrintOptions options;
    options.kind = kind;
    const test::PdfReader paper(test::make_paper(content, language, options));
    check_numbers(paper.text(), old_numbers, wanted.numbers);
    if (kind != print::Kind::poster) return;
    const test::GrayPicture picture = paper.picture();
    for (std::vector<std::string> codes :
         {test::read_with_zbar(picture), test::read_with_zxing(picture)}) {
        CHECK(codes.size() >= 8); // of 12; a whole page confuses some readers
        codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
        CHECK(codes == wanted.payloads);
    }
}

// Both readers read the code of each slip from the picture of the screen.
void check_slip(const std::shared_ptr<const content::Content>& content,
                const content::HelpLine& line, bool is_text, const std::string& language) {
    constexpr ui::Panel panel{480, 800, 7, {}};
    preview::Screen screen{"slip/" + line.id, {}, false};
    screen.state.slip = session::Slip{line.id, is_text, {}};
    screen.state.is_staff_unlocked = line.audience == content::Audience::staff;
    const auto kiosk = preview::open_screen(content, screen, {language}, panel, test::typesetter());
    preview::OffscreenCanvas canvas(panel.width_px, panel.height_px);
    canvas.draw(*kiosk);
    test::GrayPicture picture{panel.width_px, panel.height_px, {}};
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x) picture.pixels.push_back(canvas.pixel(x, y).g);
    const std::vector wanted{payload_of(line, is_text, language, *content)};
    CAPTURE(line.id);
    CHECK(test::read_with_zbar(picture) == wanted);
    CHECK(test::read_with_zxing(picture) == wanted);
}

void check_screens(const std::shared_ptr<const content::Content>& content,
                   const std::string& language, const std::set<std::string>& old_numbers,
                   const Expected& wanted) {
    std::string texts;
    for (const preview::Screen& screen : preview::content_screens(*content)) {
        if (screen.is_emergency) continue; // its numbers are not those of the content
        const auto kiosk =
            preview::open_screen(content, screen, {language}, {}, test::typesetter());
        for (const ui::OutlineNode& node : kiosk->outline()) texts += node.text + "\n";
    }
    check_numbers(texts, old_numbers, wanted.numbers);
    for (const content::HelpLine& line : content->help_lines) {
        if (line.is_held() || line.id == "emergency") continue;
        if (line.call) check_slip(content, line, false, language);
        if (line.text) check_slip(content, line, true, language);
    }
}

} // namespace

TEST_CASE("after any digit is changed, paper, codes and screen have the new numbers only" *
          doctest::test_suite("sweep")) {
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
        for (const print::Kind kind : {print::Kind::poster, others[index / 3 % 3]})
            check_paper(*content, kind, language, old_numbers, wanted);
        check_screens(content, language, old_numbers, wanted);
    }
}
