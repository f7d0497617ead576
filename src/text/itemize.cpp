#include "text/itemize.hpp"

#include <algorithm>
#include <optional>
#include <span>

namespace text {
namespace {

// Splits one level run after the other. A level run is a part of the text with one embedding level
// (UAX #9).
class Itemizer {
public:
    Itemizer(CodePoints& code_points, const TextSpec& spec, FontManager& fonts,
             std::vector<char32_t>& missing)
        : code_points_(code_points), fonts_(fonts),
          chain_(fonts.fallback_chain(spec.face, spec.family)), em_px_(spec.em_px),
          missing_(missing) {}

    void itemize_level_run(std::size_t begin, std::size_t end, BidiLevel level);
    std::vector<Item> items() && { return std::move(items_); }

private:
    std::span<CodePoint> cluster_at(std::size_t begin, std::size_t end);
    void start_level_run(std::size_t begin, std::size_t end);
    std::optional<int> find_file(std::span<CodePoint> cluster);
    void replace_missing(std::span<CodePoint> cluster, std::optional<int>& file);
    void append(const Item& item);

    CodePoints& code_points_;
    FontManager& fonts_;
    FallbackChain chain_;
    int em_px_;
    std::vector<char32_t>& missing_;
    std::vector<Item> items_;

    // Script and font file of the last letter in this level run. Spaces, digits and punctuation
    // take them over.
    Script script_ = latin;
    std::optional<int> script_file_;
};

void Itemizer::itemize_level_run(std::size_t begin, std::size_t end, BidiLevel level) {
    start_level_run(begin, end);
    while (begin < end) {
        Item item{begin, begin + 1, level, no_font, 0};
        if (!is_formatting(code_points_[begin])) {
            const auto cluster = cluster_at(begin, end);
            item.end = begin + cluster.size();
            auto file = find_file(cluster);
            replace_missing(cluster, file);
            if (file) item.font = fonts_.font(*file, em_px_);
            item.script = script_.tag;
        }
        append(item);
        begin = item.end;
    }
}

std::span<CodePoint> Itemizer::cluster_at(std::size_t begin, std::size_t end) {
    std::size_t cluster_end = begin + 1;
    while (cluster_end < end && is_combining(code_points_[cluster_end])) ++cluster_end;
    return std::span(code_points_).subspan(begin, cluster_end - begin);
}

// Characters before the first letter of the level run take over the script and font of that letter.
// A number has no letter, so all of it gets one font.
void Itemizer::start_level_run(std::size_t begin, std::size_t end) {
    script_ = latin;
    script_file_.reset();
    const auto is_letter = [](CodePoint code_point) { return script_of(code_point).has_value(); };
    const auto level_run = std::span(code_points_).subspan(begin, end - begin);
    const auto letter = std::find_if(level_run.begin(), level_run.end(), is_letter);
    if (letter == level_run.end())
        script_file_ = fonts_.find_file(level_run, std::nullopt, chain_);
    else
        find_file(cluster_at(begin + static_cast<std::size_t>(letter - level_run.begin()), end));
}

std::optional<int> Itemizer::find_file(std::span<CodePoint> cluster) {
    const std::optional<Script> script = script_of(cluster.front());
    if (!script) {
        if (script_file_ && fonts_.has_glyphs(*script_file_, cluster)) return script_file_;
        return fonts_.find_file(cluster, std::nullopt, chain_);
    }
    script_ = *script;
    script_file_ = fonts_.find_file(cluster, script, chain_);
    return script_file_;
}

void Itemizer::replace_missing(std::span<CodePoint> cluster, std::optional<int>& file) {
    if (!file) {
        missing_.push_back(cluster.front());
        cluster.front() = replacement;
        file = fonts_.find_file(cluster.first(1), std::nullopt, chain_);
    }
    for (CodePoint& mark : cluster.subspan(1)) {
        if (file && fonts_.has_glyphs(*file, std::span(&mark, 1))) continue;
        missing_.push_back(mark);
        mark = word_joiner;
    }
}

void Itemizer::append(const Item& item) {
    const bool can_merge =
        !items_.empty() && items_.back().level == item.level && items_.back().has_same_font(item);
    if (can_merge)
        items_.back().end = item.end;
    else
        items_.push_back(item);
}

} // namespace

std::vector<Item> itemize(CodePoints& code_points, const std::vector<BidiLevel>& levels,
                          const TextSpec& spec, FontManager& fonts,
                          std::vector<char32_t>& missing) {
    Itemizer itemizer(code_points, spec, fonts, missing);
    for (std::size_t begin = 0; begin < code_points.size();) {
        std::size_t end = begin;
        while (end < code_points.size() && levels[end] == levels[begin]) ++end;
        itemizer.itemize_level_run(begin, end, levels[begin]);
        begin = end;
    }
    return std::move(itemizer).items();
}

} // namespace text
