#include "text/items.hpp"

#include <algorithm>
#include <optional>
#include <span>

namespace text {
namespace {

// Works through one stretch of characters of the same level after the other.
class Cutter {
public:
    Cutter(Characters& characters, const Setting& setting, Fonts& fonts, std::vector<char32_t>& missing)
        : characters_(characters), fonts_(fonts), choice_(fonts.choice(setting.face, setting.family)),
          px_(setting.px), missing_(missing) {}

    void cut(std::size_t begin, std::size_t end, Level level);
    std::vector<Item> items() && { return std::move(items_); }

private:
    std::span<Character> cluster_at(std::size_t begin, std::size_t end);
    void start_stretch(std::size_t begin, std::size_t end);
    std::optional<int> file_for(std::span<Character> cluster);
    void replace_missing(std::span<Character> cluster, std::optional<int>& file);
    void append(const Item& item);

    Characters& characters_;
    Fonts& fonts_;
    Choice choice_;
    int px_;
    std::vector<char32_t>& missing_;
    std::vector<Item> items_;
    const Script* script_ = &latin;  // of the last letter: spaces, digits and punctuation take it on
    std::optional<int> script_file_; // that it was set in
};

void Cutter::cut(std::size_t begin, std::size_t end, Level level) {
    start_stretch(begin, end);
    while (begin < end) {
        Item item{begin, begin + 1, level, no_font, 0};
        if (!is_formatting(characters_[begin])) {
            const auto cluster = cluster_at(begin, end);
            item.end = begin + cluster.size();
            auto file = file_for(cluster);
            replace_missing(cluster, file);
            if (file) item.font = fonts_.font(*file, px_);
            item.script = script_->code();
        }
        append(item);
        begin = item.end;
    }
}

std::span<Character> Cutter::cluster_at(std::size_t begin, std::size_t end) {
    std::size_t cluster_end = begin + 1;
    while (cluster_end < end && extends(characters_[cluster_end])) ++cluster_end;
    return std::span(characters_).subspan(begin, cluster_end - begin);
}

// What comes before the stretch's first letter is set like that letter. A number has none: all of it is set in
// one font.
void Cutter::start_stretch(std::size_t begin, std::size_t end) {
    script_ = &latin;
    script_file_.reset();
    const auto is_letter = [](Character character) { return script_of(character) != nullptr; };
    const auto stretch = std::span(characters_).subspan(begin, end - begin);
    const auto letter = std::find_if(stretch.begin(), stretch.end(), is_letter);
    if (letter == stretch.end())
        script_file_ = fonts_.file_for(stretch, nullptr, choice_);
    else
        file_for(cluster_at(begin + static_cast<std::size_t>(letter - stretch.begin()), end));
}

std::optional<int> Cutter::file_for(std::span<Character> cluster) {
    const Script* script = script_of(cluster.front());
    if (script == nullptr) {
        if (script_file_ && fonts_.covers(*script_file_, cluster)) return script_file_;
        return fonts_.file_for(cluster, nullptr, choice_);
    }
    script_ = script;
    script_file_ = fonts_.file_for(cluster, script, choice_);
    return script_file_;
}

void Cutter::replace_missing(std::span<Character> cluster, std::optional<int>& file) {
    if (!file) {
        missing_.push_back(cluster.front());
        cluster.front() = replacement;
        file = fonts_.file_for(cluster.first(1), nullptr, choice_);
    }
    for (Character& mark : cluster.subspan(1)) {
        if (file && fonts_.covers(*file, std::span(&mark, 1))) continue;
        missing_.push_back(mark);
        mark = nothing;
    }
}

void Cutter::append(const Item& item) {
    const bool continues =
        !items_.empty() && items_.back().level == item.level && items_.back().looks_like(item);
    if (continues)
        items_.back().end = item.end;
    else
        items_.push_back(item);
}

} // namespace

std::vector<Item> items(Characters& characters, const std::vector<Level>& levels, const Setting& setting,
                        Fonts& fonts, std::vector<char32_t>& missing) {
    Cutter cutter(characters, setting, fonts, missing);
    for (std::size_t begin = 0; begin < characters.size();) {
        std::size_t end = begin;
        while (end < characters.size() && levels[end] == levels[begin]) ++end;
        cutter.cut(begin, end, levels[begin]);
        begin = end;
    }
    return std::move(cutter).items();
}

} // namespace text
