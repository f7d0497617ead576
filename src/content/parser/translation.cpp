#include "content/parser/translation.hpp"

#include "base/utf8.hpp"
#include "content/parser/comparison_form.hpp"
#include "content/parser/file_end.hpp"
#include "content/parser/reviewer.hpp"
#include "content/special_character.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

namespace content::parser {

namespace {

// An empty text in quotes is a pair that nobody has translated yet. A key without a value may be a
// mistake, so it is reported.
bool is_untranslated(const YamlNode* target) {
    return target != nullptr && target->kind == YamlNode::Kind::scalar && target->text.empty();
}

// Reads the pair of an earlier English text, which `help-kiosk translate` puts beside the new one.
void read_old_pair(MapReader& reader, std::string_view key) {
    if (const YamlNode* const node = reader.find(key))
        read_line(*node, reader.context(), quote(key), limit::translation);
}

// Returns nullopt after reporting a pair that cannot be read.
std::optional<TextPair> read_pair(const YamlNode& node, const ParseContext& context,
                                  std::string_view language_code, const KnownTexts& known) {
    const std::string old_key = fmt::format("old_{}", language_code);
    MapReader reader(node, context, "a pair of texts");
    TextPair pair;
    pair.english = reader.line("en", limit::translation);
    const YamlNode* const target = reader.find(language_code);
    // A help line may need no word in a language: then the translation of the word is empty.
    pair.has_no_word = is_untranslated(target) && known.is_word_to_text(pair.english);
    if (!is_untranslated(target)) pair.target = reader.line(language_code, limit::translation);
    if (const YamlNode* const english = reader.find("en")) pair.english_range = english->range;
    if (target != nullptr) pair.target_range = target->range;
    read_old_pair(reader, "old_en");
    read_old_pair(reader, old_key);
    reader.report_unknown_keys();
    if (pair.english.empty() || (pair.target.empty() && !is_untranslated(target)))
        return std::nullopt;
    return pair;
}

std::vector<std::string_view> texts_to_translate(const EnglishTexts& english) {
    std::vector<std::string_view> texts;
    std::set<std::string_view> seen;
    const auto add = [&](std::string_view text) {
        if (seen.insert(text).second) texts.push_back(text);
    };
    for (const TranslatableText& translatable : english.content) {
        if (!translatable.is_optional && translatable.audience == Audience::everyone)
            add(translatable.text);
    }
    for (const std::string_view text : english.ui_strings) add(text);
    return texts;
}

// Reads the pairs of a file into a translation.
class PairsReader {
public:
    PairsReader(const ParseContext& context, const EnglishTexts& english, Translation& translation)
        : context_(&context), english_(&english), known_(english), translation_(&translation) {}

    void read(const YamlNode& texts) {
        texts_range_ = texts.range;
        read_list(texts, *context_, "\"texts\"", 0, max_items,
                  [&](const YamlNode& item) { read_item(item); });
    }

    // Counts the texts, and warns about those that are missing.
    TranslationCoverage measure_coverage() const {
        std::string_view first_missing;
        TranslationCoverage coverage{.language_code = translation_->code,
                                     .stale_count = stale_count_};
        for (const std::string_view text : texts_to_translate(*english_)) {
            ++coverage.text_count;
            if (translation_->texts.contains(text)) {
                ++coverage.translated_count;
            } else if (first_missing.empty()) {
                first_missing = text;
            }
        }
        // A pair with a mistake may be the one that seems to be missing.
        if (!coverage.is_complete() && !has_mistake_) warn_of_missing(coverage, first_missing);
        return coverage;
    }

private:
    void read_item(const YamlNode& item) {
        std::optional<TextPair> read = read_pair(item, *context_, translation_->code, known_);
        if (!read) {
            has_mistake_ = true;
            return;
        }
        TextPair& pair = *read;
        const std::string form = comparison_form(pair.english);
        const auto [before, is_new] = first_.try_emplace(form, pair.english_range);
        if (!is_new) {
            context_->source.error(pair.english_range,
                                   fmt::format("this text is already translated on line {}",
                                               context_->source.line_at(before->second.offset)),
                                   "keep one of the two");
            return;
        }
        const std::set<std::string_view> spellings = known_.spellings_of(pair.english);
        if (!english_->ui_strings.empty() && spellings.empty()) warn_of_stale(pair);
        if (pair.target.empty() && !pair.has_no_word) {
            untranslated_.emplace(form, pair.target_range);
            return;
        }
        translation_->texts.emplace(pair.english, pair.target);
        for (const std::string_view spelling : spellings)
            translation_->texts.emplace(spelling, pair.target);
        if (!spellings.empty()) pair.english = *spellings.begin();
        check_pair(pair, context_->source, known_);
    }

    void warn_of_stale(const TextPair& pair) {
        ++stale_count_;
        context_->source.warn(pair.english_range, "this English text is not used on any screen",
                              "copy the current text, or remove the pair");
    }

    // The warning is at the pair of the first text if there is one without a translation.
    void warn_of_missing(const TranslationCoverage& coverage, std::string_view first) const {
        const auto pair = untranslated_.find(comparison_form(first));
        context_->source.warn(
            pair == untranslated_.end() ? texts_range_ : pair->second,
            fmt::format("not translated: {} of {} texts, so this language is not offered; the "
                        "first is {}",
                        coverage.missing_count(), coverage.text_count, quote(first)));
    }

    const ParseContext* context_;
    const EnglishTexts* english_;
    KnownTexts known_;
    Translation* translation_;
    SourceRange texts_range_;
    std::map<std::string, SourceRange, std::less<>> first_; // pairs by their comparison form
    std::map<std::string, SourceRange, std::less<>> untranslated_;
    int stale_count_ = 0;
    bool has_mistake_ = false; // a pair could not be read
};

constexpr auto direction_synonyms = std::to_array<Synonym>({{"left-to-right", "ltr"},
                                                            {"left to right", "ltr"},
                                                            {"left", "ltr"},
                                                            {"right-to-left", "rtl"},
                                                            {"right to left", "rtl"},
                                                            {"right", "rtl"}});

// An empty value is valid and means that nobody has reviewed the translation. Words that mean the
// same must not end the notice that the translation is a draft.
void read_reviewer(MapReader& reader, Translation& translation) {
    const YamlNode* const node = reader.find("reviewed_by");
    if (node == nullptr || node->kind == YamlNode::Kind::null) return;
    if (node->kind == YamlNode::Kind::scalar && is_blank(node->text)) return;
    std::string reviewer = read_line(*node, reader.context(), "\"reviewed_by\"", limit::label);
    if (reviewer.empty()) return; // reported
    if (is_no_reviewer(reviewer)) {
        reader.context().source.warn(
            node->range,
            fmt::format("{} is no name, so the translation is still shown as a draft",
                        quote(reviewer)),
            "write the name of the person who reviewed it, or \"\"");
    } else {
        translation.reviewed_by = std::move(reviewer);
    }
}

void read_language(const YamlNode& node, const ParseContext& context, Translation& translation) {
    static constexpr std::array<std::string_view, 2> directions{"ltr", "rtl"};
    MapReader reader(node, context, "\"language\"");
    const YamlNode* const code_node = reader.require("code");
    const bool has_code = code_node != nullptr &&
                          expect_kind(YamlNode::Kind::scalar, *code_node, context, "\"code\"");
    const std::string language_code = has_code ? code_node->text : std::string();
    if (!language_code.empty() && language_code != translation.code) {
        context.source.error(code_node->range,
                             fmt::format("this file is for {}", quote(translation.code)),
                             fmt::format("write \"{}\", or rename the file", translation.code));
    }
    translation.name = reader.line("name", limit::tab);
    reader.require("direction");
    translation.is_right_to_left =
        reader.optional_choice("direction", directions, direction_synonyms) == 1;
    if (const YamlNode* const font = reader.find("font")) {
        translation.font = read_line(*font, context, "\"font\"", limit::name);
    }
    read_reviewer(reader, translation);
    reader.report_unknown_keys();
}

// Reports a direction that does not fit the letters of the texts: the whole layout would be
// mirrored, with the lines starting at the wrong side. Some texts are names, which keep their Latin
// letters.
void check_direction(const YamlNode& direction, const ParseContext& context,
                     const Translation& translation) {
    std::size_t right_to_left_count = is_right_to_left(translation.name) ? 1 : 0;
    for (const auto& [english, target] : translation.texts)
        right_to_left_count += is_right_to_left(target) ? 1 : 0;
    const bool is_wrong = translation.is_right_to_left
                              ? right_to_left_count == 0
                              : right_to_left_count > translation.texts.size() / 2;
    if (!is_wrong) return;
    context.source.error(direction.range,
                         fmt::format("the texts are written from {}", translation.is_right_to_left
                                                                          ? "left to right"
                                                                          : "right to left"),
                         fmt::format("write \"{}\"", translation.is_right_to_left ? "ltr" : "rtl"));
}

// Returns the value of "direction" if it is valid, or nullptr.
const YamlNode* find_direction(const YamlNode& file) {
    const auto language = std::ranges::find(file.entries, "language", &YamlEntry::key);
    if (language == file.entries.end()) return nullptr;
    const auto& keys = language->value.entries;
    const auto direction = std::ranges::find(keys, "direction", &YamlEntry::key);
    if (direction == keys.end()) return nullptr;
    const bool is_valid = direction->value.text == "ltr" || direction->value.text == "rtl";
    return is_valid ? &direction->value : nullptr;
}

// A new version of the program may have texts of the user interface that a school's own file does
// not have yet.
void add_shipped_texts(const EnglishTexts& english, Translation& translation) {
    if (english.shipped == nullptr) return;
    for (const std::string_view text : english.ui_strings) {
        const auto shipped = english.shipped->find(text);
        if (shipped != english.shipped->end()) translation.texts.insert(*shipped);
    }
}

} // namespace

bool is_right_to_left(std::string_view text) {
    int balance = 0;
    for (std::size_t offset = 0; offset < text.size();) {
        const char32_t character = base::decode_next(text, offset);
        const bool is_latin = base::to_lower_ascii(static_cast<char>(character & 0x7F)) >= 'a' &&
                              character < 0x80 &&
                              base::to_lower_ascii(static_cast<char>(character)) <= 'z';
        if (is_right_to_left_letter(character))
            ++balance;
        else if (is_latin || character >= 0x00C0)
            --balance;
    }
    return balance > 0;
}

ParsedTranslation read_translation(const YamlNode& node, const ParseContext& context,
                                   std::string_view language_code, const EnglishTexts& english) {
    MapReader reader(node, context, "the file");
    ParsedTranslation result;
    result.translation.code = language_code;
    if (const YamlNode* const language = reader.require("language"))
        read_language(*language, context, result.translation);
    if (const YamlNode* const texts = reader.require("texts")) {
        PairsReader pairs(context, english, result.translation);
        pairs.read(*texts);
        add_shipped_texts(english, result.translation);
        result.coverage = pairs.measure_coverage();
    }
    if (const YamlNode* const direction = find_direction(node))
        check_direction(*direction, context, result.translation);
    check_file_end(node, reader);
    reader.report_unknown_keys();
    return result;
}

} // namespace content::parser
