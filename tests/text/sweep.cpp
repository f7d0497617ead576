#include "text/rendered_page.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace {

// Returns the lines of a content file without their indentation. They need not be valid texts.
std::vector<std::string> read_lines(const std::filesystem::path& path) {
    std::vector<std::string> lines;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);)
        if (line.find_first_not_of(" -") != std::string::npos)
            lines.push_back(line.substr(line.find_first_not_of(' ')));
    return lines;
}

struct Sample {
    std::string name;
    bool is_right_to_left;
    std::vector<std::string> texts;
};

std::vector<Sample> samples() {
    std::vector<Sample> all{{"built in",
                             false,
                             {"Call 1-888-373-7888, text HOME to 741741 or dial 988 (24/7).",
                              "¿Varias juntas? Llama al 1-888-373-7888 o envía HOME al 741741.",
                              "اتصل على 1-888-373-7888 أو أرسل HOME إلى 741741 (الآن).",
                              "988 သို့ ဖုန်းခေါ်ပါ သို့မဟုတ် HOME ကို 741741 သို့ စာပို့ပါ။"}}};
    const std::filesystem::path source = KIOSK_SOURCE;
    all.push_back({"content.yaml", false, read_lines(source / "content.yaml")});
    const std::filesystem::path translations = source / "assets/translations";
    if (std::filesystem::exists(translations))
        for (const auto& entry : std::filesystem::directory_iterator(translations))
            all.push_back(
                {entry.path().filename(), entry.path().stem() == "ar", read_lines(entry.path())});
    return all;
}

// Returns the visible bytes in sorted order, because the visual order of a text may differ from its
// logical order.
std::string letters(const std::string& words) {
    std::string sorted;
    std::copy_if(words.begin(), words.end(), std::back_inserter(sorted),
                 [](char byte) { return byte != ' ' && byte != '|'; });
    std::sort(sorted.begin(), sorted.end());
    return sorted;
}

void check_layout(const text::TextSpec& spec) {
    CAPTURE(spec.text);
    CAPTURE(spec.em_px);
    CAPTURE(spec.max_width);
    const auto paragraph = typesetter().layout(spec);
    std::string shown;
    bool is_within_width = true;
    for (const text::Line& line : paragraph->lines) {
        int width = 0;
        for (const text::Run& run : line.runs) width += run.width;
        is_within_width = is_within_width && width <= spec.max_width;
        shown += shown_text(line);
    }
    CHECK(is_within_width);
    CHECK(paragraph->width <= spec.max_width);
    CHECK(letters(shown) == letters(spec.text));
    CHECK(paragraph->missing.empty());
}

} // namespace

TEST_CASE("all texts of the kiosk fit and keep their letters at all sizes and widths" *
          doctest::test_suite("sweep")) {
    for (const Sample& sample : samples()) {
        CAPTURE(sample.name);
        for (const std::string& words : sample.texts) {
            for (const auto& [px, face] :
                 {std::pair(20, text::Face::regular), std::pair(38, text::Face::light),
                  std::pair(80, text::Face::bold)})
                for (const int em : {3, 9, 17})
                    check_layout({words, face, px, em * px, sample.is_right_to_left, ""});
        }
    }
}

TEST_CASE("mixed text fits at all widths from a few letters to the whole line") {
    for (const Sample& sample : {samples().front()})
        for (const std::string& words : sample.texts)
            for (const bool is_right_to_left : {false, true})
                for (int width = 120; width < 1400; width += 13)
                    check_layout({words, text::Face::regular, 38, width, is_right_to_left, ""});
}
