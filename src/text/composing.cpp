#include "text/composing.hpp"

#include "text/filling.hpp"
#include "text/passage.hpp"
#include "text/scripts.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace text {
namespace {

constexpr double leading = 1.3;        // em from line to line, where the font does not ask for more
constexpr double tight_leading = 1.12; // of Latin letters, whose fonts leave room for the marks of others

class Composer {
public:
    Composer(const Setting& setting, Fonts& fonts) : fonts_(fonts) { paragraph_.setting = setting; }

    Paragraph compose();

private:
    void add_lines(const Characters& characters);
    void add_line(std::vector<Run> runs);
    void stack_lines();
    bool may_be_tight() const;
    Metrics metrics() const;

    Fonts& fonts_;
    Paragraph paragraph_;
};

Paragraph Composer::compose() {
    const Characters characters = decode(paragraph_.setting.text);
    for (auto begin = characters.begin();; ++begin) {
        const auto end = std::find(begin, characters.end(), '\n');
        add_lines(Characters(begin, end));
        begin = end;
        if (end == characters.end()) break;
    }
    stack_lines();
    auto& missing = paragraph_.missing;
    const std::set<char32_t> each_once(missing.begin(), missing.end());
    missing.assign(each_once.begin(), each_once.end());
    return std::move(paragraph_);
}

void Composer::add_lines(const Characters& characters) {
    const Passage passage(characters, paragraph_.setting, fonts_, paragraph_.missing);
    Filling filling = fill(passage, paragraph_.setting);
    paragraph_.split_word = paragraph_.split_word || filling.split_word;
    for (std::vector<Run>& line : filling.lines) add_line(std::move(line));
}

void Composer::add_line(std::vector<Run> runs) {
    Line line;
    line.width = runs.empty() ? 0 : runs.back().x + runs.back().width;
    // Only a single letter wider than the limit gets here; paint() cuts it off.
    if (paragraph_.setting.max_width > 0) line.width = std::min(line.width, paragraph_.setting.max_width);
    line.runs = std::move(runs);
    paragraph_.width = std::max(paragraph_.width, line.width);
    paragraph_.lines.push_back(std::move(line));
}

// All lines are as high as the one that needs most: a paragraph reads better in even steps.
void Composer::stack_lines() {
    const Setting& setting = paragraph_.setting;
    const Metrics fonts = metrics();
    const int ink_height = fonts.ascent + fonts.descent;
    // An icon stands alone in its square, so that its middle is the line's.
    const int comfortable =
        setting.face == Face::icons ? 0 : static_cast<int>(std::lround(leading * setting.px));
    const int height = std::max({ink_height, fonts.line_skip, comfortable});
    const int step = may_be_tight() ? static_cast<int>(std::lround(tight_leading * setting.px)) : height;
    for (Line& line : paragraph_.lines) {
        line.y = static_cast<int>(&line - paragraph_.lines.data()) * step;
        line.height = height;
        line.baseline = fonts.ascent + (height - ink_height) / 2;
        paragraph_.height = line.y + height;
    }
}

bool Composer::may_be_tight() const {
    const auto is_latin = [](const Run& run) { return run.script == latin.code(); };
    return paragraph_.setting.tight && std::ranges::all_of(paragraph_.lines, [&](const Line& line) {
               return std::ranges::all_of(line.runs, is_latin);
           });
}

// Of all fonts in use; of the face's own when there is no text.
Metrics Composer::metrics() const {
    const Setting& setting = paragraph_.setting;
    std::set<int> in_use;
    for (const Line& line : paragraph_.lines)
        for (const Run& run : line.runs) in_use.insert(run.font);
    if (in_use.empty())
        in_use.insert(fonts_.font(fonts_.choice(setting.face, setting.family).files.front(), setting.px));
    Metrics all;
    for (const int font : in_use) {
        const Metrics one = fonts_.metrics(font);
        all.ascent = std::max(all.ascent, one.ascent);
        all.descent = std::max(all.descent, one.descent);
        all.line_skip = std::max(all.line_skip, one.line_skip);
    }
    return all;
}

} // namespace

Paragraph compose(const Setting& setting, Fonts& fonts) {
    return Composer(setting, fonts).compose();
}

} // namespace text
