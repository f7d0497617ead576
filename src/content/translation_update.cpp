#include "content/translation_update.hpp"

#include "base/utf8.hpp"
#include "content/parser/comparison_form.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace content {

namespace {

using parser::comparison_form;
using parser::EnglishTexts;
using parser::KnownTexts;

// The order of the screens for translators.
int rank_of(const TranslatableText& text) {
    if (text.screen == "home") return 0;
    if (text.screen.starts_with("section/")) return 1;
    if (text.screen.starts_with("slip/")) return 2;
    return 3;
}

// Returns the heading of the group of a text in a new file.
std::string group_of(const TranslatableText& text) {
    const std::size_t first = text.screen.find('/');
    const std::size_t second = text.screen.find('/', first + 1);
    if (rank_of(text) == 1) return "section: " + text.screen.substr(first + 1, second - first - 1);
    if (rank_of(text) == 2)
        return "help line: " + text.screen.substr(first + 1, second - first - 1);
    return rank_of(text) == 0 ? "home" : "interface";
}

std::set<std::string> words_of(std::string_view text) {
    std::set<std::string> words;
    std::string word;
    for (const char letter : base::to_lower_ascii(text) + ' ') {
        const bool is_part = base::is_digit(letter) || (letter >= 'a' && letter <= 'z') ||
                             static_cast<unsigned char>(letter) >= 0x80;
        if (is_part) {
            word += letter;
        } else if (!word.empty()) {
            words.insert(std::exchange(word, {}));
        }
    }
    return words;
}

// Returns which part of the words of two texts both have, from 0 to 1.
double similarity(std::string_view one, std::string_view other) {
    const std::set<std::string> words = words_of(one);
    const std::set<std::string> others = words_of(other);
    if (words.empty() || others.empty()) return 0;
    const auto common = std::ranges::count_if(
        words, [&others](const std::string& word) { return others.contains(word); });
    return 2.0 * static_cast<double>(common) / static_cast<double>(words.size() + others.size());
}

// The pairs of a file by the comparison form of their English texts.
std::map<std::string, std::size_t> index_of_pairs(const TranslationFile& file) {
    std::map<std::string, std::size_t> index;
    for (std::size_t i = 0; i < file.pairs.size(); ++i)
        index.emplace(comparison_form(file.pairs[i].english), i);
    return index;
}

FilePair new_pair(const TranslatableText& text) {
    // Without a translation, the English word is sent. An empty one would mean that none is needed.
    return {text.text, text.is_word_to_text ? text.text : std::string(), std::nullopt};
}

// Brings the pairs of one file up to date.
class Updater {
public:
    Updater(TranslationFile& file, const EnglishTexts& english)
        : file_(&file), known_(english), texts_(list_translatable_texts(english)) {}

    UpdateReport run() {
        if (file_->pairs.empty()) {
            fill_new_file();
            return std::move(report_);
        }
        find_new_and_stale();
        reuse_similar();
        add_new();
        tidy();
        return std::move(report_);
    }

private:
    struct Match {
        double score;
        std::size_t text; // index in texts_
        std::size_t pair; // index in file_->pairs
    };

    void fill_new_file() {
        std::string group;
        for (const TranslatableText& text : texts_) {
            FilePair pair = new_pair(text);
            if (group != group_of(text)) {
                pair.above = fmt::format("{}{}# {}\n", group.empty() ? "" : "\n", file_->indent,
                                         group_of(text));
                group = group_of(text);
            }
            report_.added.push_back(text.text);
            file_->pairs.push_back(std::move(pair));
        }
    }

    void find_new_and_stale() {
        const auto index = index_of_pairs(*file_);
        for (std::size_t i = 0; i < texts_.size(); ++i) {
            const auto found = index.find(comparison_form(texts_[i].text));
            if (found == index.end()) {
                new_texts_.insert(i);
            } else if (const FilePair& pair = file_->pairs[found->second];
                       pair.target.empty() && !pair.old) {
                empty_pairs_.emplace(i, found->second);
            }
        }
        for (std::size_t i = 0; i < file_->pairs.size(); ++i) {
            if (known_.spellings_of(file_->pairs[i].english).empty())
                stale_pairs_.insert(i);
            else
                ++report_.kept_count;
        }
    }

    // A text that follows the same text as the old one did is likely to have replaced it.
    bool has_same_place(std::size_t text, std::size_t pair) const {
        return text > 0 && pair > 0 &&
               comparison_form(texts_[text - 1].text) ==
                   comparison_form(file_->pairs[pair - 1].english);
    }

    // Whether nobody has translated a text, and it has no old pair yet.
    bool is_untranslated(std::size_t text) const {
        return new_texts_.contains(text) || empty_pairs_.contains(text);
    }

    std::vector<Match> find_matches() const {
        constexpr double same_place_bonus = 0.3;
        constexpr double min_score = 0.5;
        std::vector<Match> matches;
        for (std::size_t text = 0; text < texts_.size(); ++text) {
            if (texts_[text].is_word_to_text || !is_untranslated(text)) continue;
            for (const std::size_t pair : stale_pairs_) {
                double score = similarity(texts_[text].text, file_->pairs[pair].english);
                if (score > 0 && has_same_place(text, pair)) score += same_place_bonus;
                if (score >= min_score) matches.push_back({score, text, pair});
            }
        }
        std::ranges::stable_sort(matches, std::ranges::greater(), &Match::score);
        return matches;
    }

    void reuse_similar() {
        for (const Match& match : find_matches()) {
            if (!is_untranslated(match.text) || !stale_pairs_.contains(match.pair)) continue;
            stale_pairs_.erase(match.pair);
            FilePair& pair = file_->pairs[match.pair];
            std::optional<OldPair> old = pair.old;
            if (!pair.target.empty()) old = OldPair{pair.english, pair.target};
            if (!old) continue; // it was never translated
            const auto empty = empty_pairs_.find(match.text);
            FilePair& reused = empty == empty_pairs_.end() ? pair : file_->pairs[empty->second];
            set_english(reused, texts_[match.text].text, std::move(old), *file_);
            report_.changed.push_back(reused);
            if (&reused != &pair) set_english(pair, pair.english, std::nullopt, *file_);
            new_texts_.erase(match.text);
            empty_pairs_.erase(match.text);
        }
    }

    // Adds each new text behind the text that visitors meet before it.
    void add_new() {
        auto index = index_of_pairs(*file_);
        for (const std::size_t text : new_texts_) {
            std::size_t place = 1; // the first pair may have the heading of its group above it
            for (std::size_t before = text; before-- > 0;) {
                const auto found = index.find(comparison_form(texts_[before].text));
                if (found == index.end()) continue;
                place = found->second + 1;
                break;
            }
            report_.added.push_back(texts_[text].text);
            file_->pairs.insert(file_->pairs.begin() + static_cast<std::ptrdiff_t>(place),
                                new_pair(texts_[text]));
            index = index_of_pairs(*file_);
        }
    }

    // Leaves out what nobody needs any more, and lists what is stale.
    void tidy() {
        std::vector<FilePair> pairs;
        std::string above; // of a pair that is left out
        for (FilePair& pair : file_->pairs) {
            const bool is_stale = known_.spellings_of(pair.english).empty();
            pair.above.insert(0, std::exchange(above, {}));
            if (is_stale && pair.target.empty() && !pair.old) {
                above = pair.above;
                continue;
            }
            if (is_stale) report_.stale.push_back(pair.english);
            if (pair.old && !pair.target.empty()) set_target(pair, pair.target, *file_);
            pairs.push_back(std::move(pair));
        }
        file_->pairs = std::move(pairs);
        file_->tail.insert(0, above);
    }

    TranslationFile* file_;
    KnownTexts known_;
    std::vector<TranslatableText> texts_;
    std::set<std::size_t> new_texts_;                // indexes in texts_
    std::map<std::size_t, std::size_t> empty_pairs_; // pairs without a translation, by their text
    std::set<std::size_t> stale_pairs_;              // indexes in file_->pairs
    UpdateReport report_;
};

} // namespace

std::vector<TranslatableText> list_translatable_texts(const EnglishTexts& english) {
    std::vector<TranslatableText> texts;
    std::map<std::string, std::size_t, std::less<>> index;
    const auto add = [&](const TranslatableText& text) {
        const auto [found, is_new] = index.try_emplace(comparison_form(text.text), texts.size());
        if (is_new) {
            texts.push_back(text);
            return;
        }
        TranslatableText& first = texts[found->second];
        if (text.limit.max_characters < first.limit.max_characters) first.limit = text.limit;
        first.is_optional = first.is_optional && text.is_optional;
        first.is_word_to_text = first.is_word_to_text || text.is_word_to_text;
    };
    for (const TranslatableText& text : english.content)
        if (text.audience == Audience::everyone) add(text);
    std::ranges::stable_sort(texts, {}, rank_of);
    index.clear();
    for (std::size_t i = 0; i < texts.size(); ++i) index[comparison_form(texts[i].text)] = i;
    for (const std::string_view text : english.ui_strings)
        if (!index.contains(comparison_form(text)))
            add({std::string(text), {0, "on the screen"}, Audience::everyone});
    return texts;
}

UpdateReport update_pairs(TranslationFile& file, const EnglishTexts& english) {
    return Updater(file, english).run();
}

} // namespace content
