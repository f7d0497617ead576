#include "content/parser/translation_pair.hpp"

#include "base/utf8.hpp"
#include "content/parser/comparison_form.hpp"
#include "content/parser/content_rules.hpp"
#include "content/parser/zawgyi.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace content::parser {

namespace {

using Words = std::set<std::string, std::less<>>;

std::string join(const Words& words) {
    std::string text;
    for (const std::string& word : words) text.append(text.empty() ? "" : ", ").append(word);
    return text;
}

Words subtract(const Words& all, const Words& some) {
    Words result;
    std::ranges::set_difference(all, some, std::inserter(result, result.end()));
    return result;
}

// Returns the placeholders of a text: "{number}" for "Text {number}".
Words placeholders_of(std::string_view text) {
    Words found;
    for (auto offset = text.find('{'); offset != std::string_view::npos;
         offset = text.find('{', offset + 1)) {
        const auto end = text.find('}', offset);
        if (end != std::string_view::npos) found.emplace(text.substr(offset, end - offset + 1));
    }
    return found;
}

// Reports numbers or placeholders that are missing or added in a translation. A wrong digit would
// connect a visitor with a stranger.
void report_difference(std::string_view things, const Words& missing, const Words& added,
                       const TextPair& pair, SourceText& source) {
    if (missing.empty() && added.empty()) return;
    std::string difference;
    if (!missing.empty()) difference += fmt::format(", {} missing", join(missing));
    if (!added.empty()) difference += fmt::format(", {} added", join(added));
    source.error(pair.target_range,
                 fmt::format("{} differ from the English: {}", things, difference.substr(2)),
                 fmt::format("copy them from line {}", source.line_at(pair.english_range.offset)));
}

void check_numbers_and_placeholders(const TextPair& pair, SourceText& source) {
    const NumberDifference numbers = compare_numbers(pair.english, pair.target);
    report_difference("numbers", numbers.missing, numbers.added, pair, source);
    const Words english = placeholders_of(pair.english);
    const Words target = placeholders_of(pair.target);
    report_difference("placeholders", subtract(english, target), subtract(target, english), pair,
                      source);
}

// Most languages need more characters than English.
void check_length(const TextPair& pair, const TranslatableText& translatable, SourceText& source) {
    const int max_length = translatable.limit.max_translated_characters();
    const int length = base::count_visible_characters(pair.target);
    if (length <= max_length) return;
    source.error(pair.target_range,
                 fmt::format("this is {} characters long, but at most {} fit {} in translation",
                             length, max_length, translatable.limit.where),
                 fmt::format("shorten it by {} or more{}", length - max_length,
                             translatable.screen.empty()
                                 ? ""
                                 : fmt::format("; it is on the screen {}", translatable.screen)));
}

} // namespace

KnownTexts::KnownTexts(const EnglishTexts& english) {
    for (const TranslatableText& translatable : english.content) {
        const auto [found, is_new] = texts_.try_emplace(translatable.text, &translatable);
        if (translatable.limit.max_characters < found->second->limit.max_characters)
            found->second = &translatable;
        spellings_[comparison_form(translatable.text)].insert(translatable.text);
        if (translatable.is_word_to_text) words_to_text_.insert(translatable.text);
    }
    for (const std::string_view text : english.ui_strings)
        spellings_[comparison_form(text)].insert(text);
}

const TranslatableText* KnownTexts::find(std::string_view text) const {
    const auto found = texts_.find(text);
    return found == texts_.end() ? nullptr : found->second;
}

std::set<std::string_view> KnownTexts::spellings_of(std::string_view text) const {
    const auto found = spellings_.find(comparison_form(text));
    return found == spellings_.end() ? std::set<std::string_view>() : found->second;
}

void check_pair(const TextPair& pair, SourceText& source, const KnownTexts& known) {
    const auto report = [&](const std::optional<RuleViolation>& violation) {
        if (violation) source.error(pair.target_range, violation->message, violation->suggestion);
    };
    check_numbers_and_placeholders(pair, source);
    // A word would be sent as it is, because it is a part of the QR code.
    if (known.is_word_to_text(pair.english) && !pair.has_no_word)
        report(find_word_violation(pair.target));
    const TranslatableText* const translatable = known.find(pair.english);
    report(find_violation(pair.target,
                          translatable == nullptr ? Audience::everyone : translatable->audience));
    if (looks_like_zawgyi(pair.target))
        source.warn(pair.target_range,
                    "this looks like Burmese in the old Zawgyi encoding, which is unreadable here",
                    "convert it to Unicode, and ask somebody who reads Burmese to look at it");
    if (translatable != nullptr) check_length(pair, *translatable, source);
}

} // namespace content::parser
