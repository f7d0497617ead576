#include "text/paragraph_layout.hpp"

#include "text/itemized_text.hpp"
#include "text/line_layout.hpp"
#include "text/script.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <set>

namespace text {
namespace {

// Distances from line to line in em. A font may require more than `leading`. Latin and Arabic
// letters can be closer, because their fonts leave space for the marks of other scripts, and for
// marks above and below that few texts have.
constexpr double leading = 1.3;
constexpr double tight_leading = 1.12;
constexpr double tight_arabic_leading = 1.25;

class ParagraphBuilder {
public:
    ParagraphBuilder(const TextSpec& spec, FontManager& fonts) : fonts_(fonts) {
        paragraph_.spec = spec;
    }

    Paragraph build();

private:
    // `offset` is that of the code points in the text.
    void add_lines(const CodePoints& code_points, std::size_t offset);
    void add_line(LaidOutLine laid_out, std::size_t offset);
    void position_lines();
    bool has_only_scripts(std::initializer_list<std::uint32_t> tags) const;
    int line_step(int height) const;
    FontMetrics metrics() const;

    FontManager& fonts_;
    Paragraph paragraph_;
};

Paragraph ParagraphBuilder::build() {
    const CodePoints code_points = decode_text(paragraph_.spec.text);
    for (auto begin = code_points.begin();; ++begin) {
        const auto end = std::find(begin, code_points.end(), '\n');
        add_lines(CodePoints(begin, end), static_cast<std::size_t>(begin - code_points.begin()));
        begin = end;
        if (end == code_points.end()) break;
    }
    position_lines();
    auto& missing = paragraph_.missing;
    const std::set<char32_t> distinct(missing.begin(), missing.end());
    missing.assign(distinct.begin(), distinct.end());
    return std::move(paragraph_);
}

void ParagraphBuilder::add_lines(const CodePoints& code_points, std::size_t offset) {
    const ItemizedText itemized_text(code_points, paragraph_.spec, fonts_, paragraph_.missing);
    LineLayout layout = layout_lines(itemized_text, paragraph_.spec);
    paragraph_.has_split_word = paragraph_.has_split_word || layout.has_split_word;
    for (LaidOutLine& line : layout.lines) add_line(std::move(line), offset);
}

void ParagraphBuilder::add_line(LaidOutLine laid_out, std::size_t offset) {
    std::vector<Run>& runs = laid_out.runs;
    Line line;
    line.begin = offset + laid_out.begin;
    line.end = offset + laid_out.end;
    line.width = runs.empty() ? 0 : runs.back().x + runs.back().width;
    // Only a single letter can be wider than the limit. render_line() cuts it off.
    if (paragraph_.spec.max_width > 0) line.width = std::min(line.width, paragraph_.spec.max_width);
    line.runs = std::move(runs);
    paragraph_.width = std::max(paragraph_.width, line.width);
    paragraph_.lines.push_back(std::move(line));
}

// All lines have the height of the tallest one, because a paragraph with even line spacing is
// easier to read.
void ParagraphBuilder::position_lines() {
    const TextSpec& spec = paragraph_.spec;
    const FontMetrics font_metrics = metrics();
    const int ink_height = font_metrics.ascent + font_metrics.descent;
    // An icon fills its square, so that the middle of the icon is the middle of the line.
    const int default_height =
        spec.face == Face::icons ? 0 : static_cast<int>(std::lround(leading * spec.em_px));
    const int height = std::max({ink_height, font_metrics.line_skip, default_height});
    const int step = line_step(height);
    for (Line& line : paragraph_.lines) {
        line.y = static_cast<int>(&line - paragraph_.lines.data()) * step;
        line.height = height;
        line.baseline = font_metrics.ascent + (height - ink_height) / 2;
        paragraph_.height = line.y + height;
    }
}

bool ParagraphBuilder::has_only_scripts(std::initializer_list<std::uint32_t> tags) const {
    const auto is_one = [&](const Run& run) { return std::ranges::count(tags, run.script) > 0; };
    return std::ranges::all_of(
        paragraph_.lines, [&](const Line& line) { return std::ranges::all_of(line.runs, is_one); });
}

// Returns the distance from line to line of lines that are `height` high.
int ParagraphBuilder::line_step(int height) const {
    const auto in_px = [&](double em) {
        return std::min(height, static_cast<int>(std::lround(em * paragraph_.spec.em_px)));
    };
    if (!paragraph_.spec.has_tight_leading) return height;
    if (has_only_scripts({latin.tag})) return in_px(tight_leading);
    return has_only_scripts({latin.tag, arabic.tag}) ? in_px(tight_arabic_leading) : height;
}

// Returns the largest metrics of all fonts in use, or those of the face if there is no text.
FontMetrics ParagraphBuilder::metrics() const {
    const TextSpec& spec = paragraph_.spec;
    std::set<int> in_use;
    for (const Line& line : paragraph_.lines)
        for (const Run& run : line.runs) in_use.insert(run.font);
    if (in_use.empty())
        in_use.insert(
            fonts_.font(fonts_.fallback_chain(spec.face, spec.family).files.front(), spec.em_px));
    FontMetrics all;
    for (const int font : in_use) {
        const FontMetrics one = fonts_.metrics(font);
        all.ascent = std::max(all.ascent, one.ascent);
        all.descent = std::max(all.descent, one.descent);
        all.line_skip = std::max(all.line_skip, one.line_skip);
    }
    return all;
}

} // namespace

Paragraph layout_paragraph(const TextSpec& spec, FontManager& fonts) {
    return ParagraphBuilder(spec, fonts).build();
}

} // namespace text
