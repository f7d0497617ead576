#include "content/parser/comparison_form.hpp"
#include "content/parser/map_reader.hpp"
#include "content/translation_update.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace content {

namespace {

using exchange::ExchangedText;
using exchange::ExchangeTable;
using parser::comparison_form;
using parser::EnglishTexts;
using parser::KnownTexts;
using parser::SourceText;

ExchangedText describe(const TranslatableText& text) {
    ExchangedText result{.english = text.text, .target = {}, .old = std::nullopt};
    result.screen = text.screen;
    result.max_characters = text.limit.max_translated_characters();
    result.is_word_to_text = text.is_word_to_text;
    result.is_optional = text.is_optional;
    return result;
}

// Applies the texts of a table to the pairs of a file.
class Importer {
public:
    Importer(SourceText& source, const EnglishTexts& english, TranslationFile& file)
        : source_(&source), known_(english), file_(&file) {
        for (std::size_t i = 0; i < file.pairs.size(); ++i)
            pairs_.emplace(comparison_form(file.pairs[i].english), i);
    }

    int apply(const ExchangeTable& table) {
        if (!check_is_of_this_content(table)) return 0;
        for (const ExchangedText& text : table.texts) apply(text);
        return change_count_;
    }

private:
    // A few texts may have changed since the file was written, but not most of them.
    bool check_is_of_this_content(const ExchangeTable& table) {
        const auto is_unknown = [this](const ExchangedText& text) {
            return !text.is_stale && known_.spellings_of(text.english).empty();
        };
        const auto unknown_count = std::ranges::count_if(table.texts, is_unknown);
        if (unknown_count * 2 <= static_cast<std::ptrdiff_t>(table.texts.size())) return true;
        source_->error(std::ranges::find_if(table.texts, is_unknown)->english_range,
                       fmt::format("{} of {} English texts are not in the content; this is the "
                                   "first",
                                   unknown_count, table.texts.size()),
                       "give a file that was written for this content");
        return false;
    }

    FilePair* find_pair(const std::string& english) {
        const auto found = pairs_.find(comparison_form(english));
        return found == pairs_.end() ? nullptr : &file_->pairs[found->second];
    }

    void apply(const ExchangedText& text) {
        FilePair* const pair = find_pair(text.english);
        if (text.target.empty()) {
            if (pair != nullptr && text.old) set_old(*pair, text);
            return;
        }
        const bool has_no_word =
            known_.is_word_to_text(text.english) && text.target == exchange::no_word;
        const std::string target = has_no_word ? std::string() : text.target;
        if (pair == nullptr) {
            add_stale(text);
        } else if (pair->target != target) {
            set(*pair, has_no_word ? std::optional(target) : check(text));
        }
    }

    void set(FilePair& pair, const std::optional<std::string>& target) {
        if (!target || pair.target == *target) return;
        ++change_count_;
        set_target(pair, *target, *file_);
    }

    // A translator has put a translation back among those that need work.
    void set_old(FilePair& pair, const ExchangedText& text) {
        if (pair.old == text.old || known_.is_word_to_text(pair.english)) return;
        const auto english =
            read(text.old->english, text.english_range, "the earlier English text");
        const auto target = read(text.old->target, text.target_range, "the earlier translation");
        if (!english || !target) return;
        ++change_count_;
        set_english(pair, pair.english, OldPair{*english, *target}, *file_);
    }

    // The English text was changed while the file was away. The work on it must not be lost.
    void add_stale(const ExchangedText& text) {
        if (text.is_stale) return; // it has been removed since
        source_->warn(
            text.english_range,
            "this English text is not in the content any more, so its translation is kept "
            "as an old one",
            "if the English was changed in this file, restore it");
        const auto english = read(text.english, text.english_range, "the English text");
        const auto target = check(text);
        if (!english || !target) return;
        ++change_count_;
        pairs_.emplace(comparison_form(*english), file_->pairs.size());
        file_->pairs.push_back({*english, *target, std::nullopt});
    }

    // Returns a text as it is to be written into the file, or nullopt after reporting why it cannot
    // be.
    std::optional<std::string> read(const std::string& text, parser::SourceRange range,
                                    std::string_view what) {
        parser::YamlNode node;
        node.kind = parser::YamlNode::Kind::scalar;
        node.range = range;
        node.text = text;
        std::string line =
            parser::read_line(node, {*source_, unused_texts_}, what, parser::limit::translation);
        return line.empty() ? std::nullopt : std::optional(std::move(line));
    }

    // Returns a new translation as it is to be written into the file, or nullopt after reporting
    // that it cannot be read. check_pair() reports what else is wrong with it.
    std::optional<std::string> check(const ExchangedText& text) {
        auto target = read(text.target, text.target_range, "the translation");
        if (!target) return std::nullopt;
        const auto spellings = known_.spellings_of(text.english);
        parser::TextPair pair{spellings.empty() ? text.english : std::string(*spellings.begin()),
                              *target, text.english_range, text.target_range};
        parser::check_pair(pair, *source_, known_);
        return target;
    }

    SourceText* source_;
    KnownTexts known_;
    TranslationFile* file_;
    std::map<std::string, std::size_t> pairs_; // indexes by the comparison form
    std::vector<TranslatableText> unused_texts_;
    int change_count_ = 0;
};

} // namespace

ExchangeTable make_exchange_table(const TranslationFile& file, const EnglishTexts& english) {
    const KnownTexts known(english);
    std::map<std::string, const FilePair*> pairs;
    for (const FilePair& pair : file.pairs) pairs.emplace(comparison_form(pair.english), &pair);
    ExchangeTable table{file.language_code, {}};
    for (const TranslatableText& translatable : list_translatable_texts(english)) {
        ExchangedText text = describe(translatable);
        if (const auto found = pairs.find(comparison_form(text.english)); found != pairs.end()) {
            const FilePair& pair = *found->second;
            const bool has_no_word = text.is_word_to_text && pair.target.empty();
            text.target = has_no_word ? exchange::no_word : pair.target;
            if (text.target.empty()) text.old = pair.old;
        }
        table.texts.push_back(std::move(text));
    }
    for (const FilePair& pair : file.pairs) {
        if (!known.spellings_of(pair.english).empty() || pair.target.empty()) continue;
        table.texts.push_back(
            {.english = pair.english, .target = pair.target, .old = std::nullopt});
        table.texts.back().is_stale = true;
    }
    return table;
}

int apply_exchange_table(const ExchangeTable& table, SourceText& source,
                         const EnglishTexts& english, TranslationFile& file) {
    return Importer(source, english, file).apply(table);
}

} // namespace content
