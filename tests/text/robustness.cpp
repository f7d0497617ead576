#include "text/rendered_page.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <random>
#include <vector>

namespace {

class Random {
public:
    unsigned below(unsigned limit) { return static_cast<unsigned>(random_() % limit); }

private:
    std::mt19937 random_{7};
};

void layout_and_render(const std::string& words, Random& random) {
    const auto face = static_cast<text::Face>(random.below(4));
    const int width = static_cast<int>(random.below(300));
    CAPTURE(words);
    CAPTURE(width);
    const auto paragraph = typesetter().layout({words, face, 24, width, random.below(2) == 0, ""});
    if (width > 0) CHECK(paragraph->width <= width);
    for (const text::Line& line : paragraph->lines) RenderedLine{line};
}

// Returns how often `part` is shown, or with an empty `part` how many bytes are shown.
std::size_t count_shown(const text::Paragraph& paragraph, const std::string& part) {
    std::size_t count = 0;
    for (const text::Line& line : paragraph.lines) {
        for (const text::Run& run : line.runs) {
            if (part.empty()) count += run.text.size();
            for (auto offset = run.text.find(part); !part.empty() && offset != std::string::npos;
                 offset = run.text.find(part, offset + part.size()))
                ++count;
        }
    }
    return count;
}

std::string encode_utf8(char32_t character) {
    std::string bytes;
    const auto add = [&](char32_t byte) { bytes += static_cast<char>(byte); };
    const auto add_tail = [&](int shift) { add(0x80 | (character >> shift & 0x3F)); };
    if (character < 0x80) {
        add(character);
        return bytes;
    }
    if (character < 0x800)
        add(0xC0 | character >> 6);
    else if (character < 0x10000)
        add(0xE0 | character >> 12);
    else
        add(0xF0 | character >> 18);
    if (character >= 0x10000) add_tail(12);
    if (character >= 0x800) add_tail(6);
    add_tail(0);
    return bytes;
}

} // namespace

TEST_CASE("each ill-formed UTF-8 sequence is drawn as one U+FFFD") {
    CHECK(shown_text(layout("a\xFFz")->lines[0]) == "a\uFFFDz");
    CHECK(shown_text(layout("\x80")->lines[0]) == "\uFFFD");
    CHECK(shown_text(layout("\xC3")->lines[0]) == "\uFFFD");
    CHECK(shown_text(layout("\xE2\x82z")->lines[0]) == "\uFFFDz");
    CHECK(shown_text(layout("\xC0\xAF")->lines[0]) == "\uFFFD\uFFFD"); // overlong form of a slash
    CHECK(shown_text(layout("\xED\xA0\x80")->lines[0]) ==
          "\uFFFD\uFFFD\uFFFD"); // one half of a surrogate pair
    CHECK(shown_text(layout("\xF4\x90\x80\x80")->lines[0]) ==
          "\uFFFD\uFFFD\uFFFD\uFFFD"); // beyond U+10FFFF
    CHECK(layout("\xFF")->missing.empty());
}

TEST_CASE("valid UTF-8 sequences of all lengths are decoded") {
    CHECK(shown_text(layout("aé€")->lines[0]) == "aé€");
    CHECK(layout("\U0001E900")->missing.empty()); // an Adlam letter
}

TEST_CASE("control characters are dropped, and a tab becomes a space") {
    CHECK(shown_text(layout(std::string("9\0"
                                        "8\1"
                                        "8\x7F",
                                        6) +
                            "\u0080\uFEFF\u00AD")
                         ->lines[0]) == "988");
    CHECK(shown_text(layout("call\t988")->lines[0]) == "call 988");
}

TEST_CASE("random bytes can be laid out and rendered") {
    Random random;
    for (int round = 0; round < 300; ++round) {
        std::string bytes;
        for (unsigned length = random.below(80); length > 0; --length)
            bytes += static_cast<char>(random.below(256));
        layout_and_render(bytes, random);
    }
}

TEST_CASE("random mixtures of scripts, marks and control characters can be laid out and rendered") {
    const std::vector<std::string> characters{
        "a",           "f",          " ",      "0",      "1",      "-",      ".",
        "(",           "]",          "/",      "\n",     "\t",     "\u00A0", "\u3000",
        "\u0301",      "\u0323",     "ل",      "ا",      "ب",      "\u064B", "\u0651",
        "،",           "١",          "א",      "က",      "ခ",      "\u1039", "\u103A",
        "\u1031",      "\u102B",     "\u1037", "။",      "क",      "\u094D", "\u093F",
        "ก",           "\u0E33",     "ក",      "\u17D2", "一",     "가",     "\U0001F600",
        "\U0001F1E6",  "\U00010D00", "\u200B", "\u200D", "\u202A", "\u202B", "\u202C",
        "\u202E",      "\u2066",     "\u2067", "\u2069", "\u200F", "\uFFFD", "\u0378",
        "\xEF\xBF\xBF"};
    Random random;
    for (int round = 0; round < 600; ++round) {
        std::string words;
        for (unsigned length = random.below(60); length > 0; --length)
            words += characters[random.below(static_cast<unsigned>(characters.size()))];
        layout_and_render(words, random);
    }
}

TEST_CASE("every character can be at the start, in the middle and at the end") {
    for (char32_t character = 0; character < 0x20000; character += 13) {
        if (character >= 0xD800 && character < 0xE000) continue;
        std::string between = encode_utf8(character);
        between.append("a")
            .append(encode_utf8(character))
            .append("a")
            .append(encode_utf8(character));
        CAPTURE(between);
        const auto paragraph = layout(between, 60);
        CHECK(paragraph->width <= 60);
        CHECK(count_shown(*paragraph, "a") == 2);
        std::string shown = shown_text(*paragraph);
        std::erase_if(shown, [](char byte) { return byte == '|' || byte == '\n'; });
        // Nothing is invented: each of the three is itself, one replacement, or nothing.
        CHECK(shown.size() <= 2 + 3 * std::max<std::size_t>(3, encode_utf8(character).size()));
    }
}

TEST_CASE("a text of 100 kB of any characters is laid out in less than 20 seconds" *
          doctest::test_suite("sweep")) {
    const auto repeated = [](const std::string& piece) {
        std::string text;
        while (text.size() < 100'000) text += piece;
        return text;
    };
    struct Case {
        std::string piece;
        std::string shown; // what each piece shows; empty for nothing
    };
    const std::string replacement = "\uFFFD";
    for (const Case& each :
         {Case{"word ", "word"}, Case{"m", "m"}, Case{"-", "-"}, Case{"\n", ""},
          Case{"e\u0301", "e"}, Case{"ب", "ب"}, Case{"988 إلى ", "988"}, Case{"က", "က"},
          Case{"\u202B", ""}, Case{"\xFF", replacement}, Case{"\u0378", replacement}}) {
        CAPTURE(each.piece);
        const std::string text = repeated(each.piece);
        const auto start = std::chrono::steady_clock::now();
        const auto paragraph = layout(text, 700);
        CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(20));
        CHECK(paragraph->width <= 700);
        if (each.shown.empty())
            CHECK(count_shown(*paragraph, "") == 0);
        else
            CHECK(count_shown(*paragraph, each.shown) == text.size() / each.piece.size());
    }
    CHECK(layout(repeated("\n"), 700)->lines.size() == 100'001);
    CHECK(layout(repeated("m"), 1)->lines.size() == 100'000);
}
