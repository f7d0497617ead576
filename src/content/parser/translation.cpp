#include "content/parser/translation.hpp"

#include "base/utf8.hpp"
#include "content/parser/comparison_form.hpp"
#include "content/parser/content_rules.hpp"
#include "content/parser/file_end.hpp"
#include "content/parser/reviewer.hpp"
#include "content/special_character.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace content::parser {

namespace {

// The limit for all pairs. check_pair() applies the limit of the English text as well.
constexpr TextLimit translation_limit{1200, "in a translation"};

// Finds English texts of the content and of the user interface. Where a text is used decides how
// long its translation may be and which rules apply to it.
class KnownTexts {
public:
    explicit KnownTexts(const EnglishTexts& english) : ui_strings_(english.ui_strings) {
        for (const TranslatableText& translatable : english.content) {
            texts_.try_emplace(translatable.text, &translatable);
            spellings_[comparison_form(translatable.text)].insert(translatable.text);
            if (translatable.is_word_to_text) words_to_text_.insert(translatable.text);
        }
        for (const std::string_view text : ui_strings_)
            spellings_[comparison_form(text)].insert(text);
    }

    const TranslatableText* find(std::string_view text) const {
        const auto found = texts_.find(text);
        return found == texts_.end() ? nullptr : found->second;
    }

    // A word may be used as another text, too, so this is asked of all uses.
    bool is_word_to_text(std::string_view text) const { return words_to_text_.contains(text); }

    // Returns all known texts that look the same as `text`. A reader sees no difference between a
    // space and a no-break space, or between "é" as one character and as two.
    std::set<std::string_view> spellings_of(std::string_view text) const {
        const auto found = spellings_.find(comparison_form(text));
        return found == spellings_.end() ? std::set<std::string_view>() : found->second;
    }

private:
    std::map<std::string_view, const TranslatableText*> texts_;
    std::map<std::string, std::set<std::string_view>> spellings_; // by their comparison form
    std::set<std::string_view> words_to_text_;
    std::span<const std::string_view> ui_strings_;
};

// An English text and its translation.
struct TextPair {
    std::string english;
    std::string target;
    SourceRange english_range;
    SourceRange target_range;
    bool has_no_word = false; // of a word to text: a text message in this language needs no word
};

std::string join(const std::set<std::string, std::less<>>& words) {
    std::string text;
    for (const std::string& word : words) text.append(text.empty() ? "" : ", ").append(word);
    return text;
}

std::set<std::string, std::less<>> subtract(const std::set<std::string, std::less<>>& all,
                                            const std::set<std::string, std::less<>>& some) {
    std::set<std::string, std::less<>> result;
    std::ranges::set_difference(all, some, std::inserter(result, result.end()));
    return result;
}

// Returns the placeholders of a text: "{number}" for "Text {number}".
std::set<std::string, std::less<>> placeholders(std::string_view text) {
    std::set<std::string, std::less<>> found;
    for (auto offset = text.find('{'); offset != std::string_view::npos;
         offset = text.find('{', offset + 1)) {
        const auto end = text.find('}', offset);
        if (end != std::string_view::npos) found.emplace(text.substr(offset, end - offset + 1));
    }
    return found;
}

// Reports numbers or placeholders that are missing or added in a translation. A wrong digit would
// connect a visitor with a stranger.
void report_difference(std::string_view things, const std::set<std::string, std::less<>>& missing,
                       const std::set<std::string, std::less<>>& added, const TextPair& pair,
                       const ParseContext& context) {
    if (missing.empty() && added.empty()) return;
    std::string difference;
    if (!missing.empty()) difference += fmt::format(", {} missing", join(missing));
    if (!added.empty()) difference += fmt::format(", {} added", join(added));
    context.source.error(
        pair.target_range,
        fmt::format("{} differ from the English: {}", things, difference.substr(2)),
        fmt::format("copy them from line {}", context.source.line_at(pair.english_range.offset)));
}

void check_numbers_and_placeholders(const TextPair& pair, const ParseContext& context) {
    const NumberDifference numbers = compare_numbers(pair.english, pair.target);
    report_difference("numbers", numbers.missing, numbers.added, pair, context);
    const auto english = placeholders(pair.english);
    const auto target = placeholders(pair.target);
    report_difference("placeholders", subtract(english, target), subtract(target, english), pair,
                      context);
}

// Reports a translation of a word to text that is no such word. It would be sent as it is, because
// it is a part of the QR code.
void check_word_to_text(const TextPair& pair, const ParseContext& context) {
    if (const auto violation = find_word_violation(pair.target))
        context.source.error(pair.target_range, violation->message, violation->suggestion);
}

void check_pair(const TextPair& pair, const ParseContext& context, const KnownTexts& known) {
    check_numbers_and_placeholders(pair, context);
    if (known.is_word_to_text(pair.english) && !pair.has_no_word) check_word_to_text(pair, context);
    const TranslatableText* const translatable = known.find(pair.english);
    const Audience audience = translatable == nullptr ? Audience::everyone : translatable->audience;
    if (const auto violation = find_violation(pair.target, audience)) {
        context.source.error(pair.target_range, violation->message, violation->suggestion);
    }
    if (translatable == nullptr) return;
    // Most languages need more characters than English.
    const int max_length = translatable->limit.max_characters * 3 / 2;
    const int length = base::count_visible_characters(pair.target);
    if (length <= max_length) return;
    context.source.error(
        pair.target_range,
        fmt::format("this is {} characters long, but at most {} fit {} in translation", length,
                    max_length, translatable->limit.where),
        fmt::format("shorten it by {} or more", length - max_length));
}

// A help line may need no word in a language: then the translation of the word is empty.
bool is_empty_word(std::string_view english, const YamlNode* target, const KnownTexts& known) {
    return target != nullptr && target->kind == YamlNode::Kind::scalar && target->text.empty() &&
           known.is_word_to_text(english);
}

TextPair read_pair(const YamlNode& node, const ParseContext& context,
                   std::string_view language_code, const KnownTexts& known) {
    MapReader reader(node, context, "a pair of texts");
    TextPair pair;
    pair.english = reader.line("en", translation_limit);
    const YamlNode* const target = reader.find(language_code);
    pair.has_no_word = is_empty_word(pair.english, target, known);
    if (!pair.has_no_word) pair.target = reader.line(language_code, translation_limit);
    if (const YamlNode* const english = reader.find("en")) pair.english_range = english->range;
    if (target != nullptr) pair.target_range = target->range;
    reader.report_unknown_keys();
    return pair;
}

// Returns whether all pairs could be read.
bool read_pairs(const YamlNode& node, const ParseContext& context, const EnglishTexts& english,
                Translation& translation) {
    const KnownTexts known(english);
    std::map<std::string, SourceRange, std::less<>> first;
    bool is_complete = true;
    read_list(node, context, "\"texts\"", 0, max_items, [&](const YamlNode& item) {
        TextPair pair = read_pair(item, context, translation.code, known);
        if (pair.english.empty() || (pair.target.empty() && !pair.has_no_word)) {
            is_complete = false;
            return;
        }
        const auto [before, is_new] =
            first.try_emplace(comparison_form(pair.english), pair.english_range);
        if (!is_new) {
            context.source.error(pair.english_range,
                                 fmt::format("this text is already translated on line {}",
                                             context.source.line_at(before->second.offset)),
                                 "keep one of the two");
            return;
        }
        const std::set<std::string_view> spellings = known.spellings_of(pair.english);
        translation.texts.emplace(pair.english, pair.target);
        for (const std::string_view spelling : spellings)
            translation.texts.emplace(spelling, pair.target);
        if (!spellings.empty()) pair.english = *spellings.begin();
        check_pair(pair, context, known);
        if (!english.ui_strings.empty() && spellings.empty()) {
            context.source.warn(pair.english_range, "this English text is not used on any screen",
                                "copy the current text, or remove the pair");
        }
    });
    return is_complete;
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

TranslationCoverage measure_coverage(const EnglishTexts& english, const Translation& translation,
                                     SourceRange range, bool is_complete,
                                     const ParseContext& context) {
    std::string_view first_missing;
    TranslationCoverage coverage{.language_code = translation.code};
    for (const std::string_view text : texts_to_translate(english)) {
        ++coverage.text_count;
        if (translation.texts.contains(text)) {
            ++coverage.translated_count;
        } else if (first_missing.empty()) {
            first_missing = text;
        }
    }
    const int missing_count = coverage.text_count - coverage.translated_count;
    // A pair with a mistake may be the one that seems to be missing.
    if (missing_count > 0 && is_complete) {
        context.source.warn(
            range,
            fmt::format("not translated: {} of {} texts, so this language is not offered; the "
                        "first is {}",
                        missing_count, coverage.text_count, quote(first_missing)));
    }
    return coverage;
}

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

// Returns whether a text has more letters that are written from right to left than others.
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

} // namespace

ParsedTranslation read_translation(const YamlNode& node, const ParseContext& context,
                                   std::string_view language_code, const EnglishTexts& english) {
    MapReader reader(node, context, "the file");
    ParsedTranslation result;
    result.translation.code = language_code;
    if (const YamlNode* const language = reader.require("language"))
        read_language(*language, context, result.translation);
    if (const YamlNode* const texts = reader.require("texts")) {
        const bool is_complete = read_pairs(*texts, context, english, result.translation);
        result.coverage =
            measure_coverage(english, result.translation, texts->range, is_complete, context);
    }
    if (const YamlNode* const direction = find_direction(node))
        check_direction(*direction, context, result.translation);
    check_file_end(node, reader);
    reader.report_unknown_keys();
    return result;
}

} // namespace content::parser
