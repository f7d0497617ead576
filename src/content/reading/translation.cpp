#include "content/reading/translation.hpp"

#include "content/reading/words.hpp"
#include "content/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace content::reading {

namespace {

constexpr Limit unlimited{1200, "in a translation"}; // characters, whatever the English is

// What is known of an English text: where it stands decides how long it may be and who reads it.
class Known {
public:
    explicit Known(const English& english) : interface_(english.interface) {
        for (const Said& said : english.content) texts_.try_emplace(said.text, &said);
    }

    const Said* find(std::string_view text) const {
        const auto found = texts_.find(text);
        return found == texts_.end() ? nullptr : found->second;
    }
    bool contains(std::string_view text) const {
        return texts_.contains(text) || std::ranges::find(interface_, text) != interface_.end();
    }

private:
    std::map<std::string_view, const Said*> texts_;
    std::span<const std::string_view> interface_;
};

struct Pair {
    std::string english;
    std::string target;
    Span english_where;
    Span target_where;
};

std::string joined(const std::set<std::string, std::less<>>& words) {
    std::string text;
    for (const std::string& word : words) text.append(text.empty() ? "" : ", ").append(word);
    return text;
}

std::set<std::string, std::less<>> without(const std::set<std::string, std::less<>>& all,
                                           const std::set<std::string, std::less<>>& some) {
    std::set<std::string, std::less<>> rest;
    std::ranges::set_difference(all, some, std::inserter(rest, rest.end()));
    return rest;
}

// "Text {number}" -> {"{number}"}
std::set<std::string, std::less<>> placeholders(std::string_view text) {
    std::set<std::string, std::less<>> found;
    for (auto at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
        const auto end = text.find('}', at);
        if (end != std::string_view::npos) found.emplace(text.substr(at, end - at + 1));
    }
    return found;
}

// A wrong digit in a translation sends somebody in need to a stranger.
void check_same(std::string_view things, const std::set<std::string, std::less<>>& english,
                const std::set<std::string, std::less<>>& target, const Pair& pair, const Reading& reading) {
    if (english == target) return;
    std::string difference;
    if (const auto missing = without(english, target); !missing.empty()) {
        difference += fmt::format(", {} missing", joined(missing));
    }
    if (const auto added = without(target, english); !added.empty()) {
        difference += fmt::format(", {} added", joined(added));
    }
    reading.source.error(pair.target_where,
                         fmt::format("{} differ from the English: {}", things, difference.substr(2)),
                         fmt::format("write them as on line {}", reading.source.line(pair.english_where.at)));
}

void check_pair(const Pair& pair, const Reading& reading, const Known& known) {
    check_same("numbers", numbers_in(pair.english), numbers_in(pair.target), pair, reading);
    check_same("places in braces", placeholders(pair.english), placeholders(pair.target), pair, reading);
    const Said* const said = known.find(pair.english);
    const Audience audience = said == nullptr ? Audience::everyone : said->audience;
    if (const auto wrong = objection(pair.target, audience)) {
        reading.source.error(pair.target_where, wrong->message, wrong->instead);
    }
    if (said == nullptr) return;
    const int most = said->limit.characters * 3 / 2; // most languages are longer than English
    const int length = count_characters(pair.target);
    if (length <= most) return;
    reading.source.error(pair.target_where,
                         fmt::format("this is {} characters long, at most {} fit {} in translation", length,
                                     most, said->limit.where));
}

Pair read_pair(const Node& node, const Reading& reading, std::string_view code) {
    Fields fields(node, reading, "a pair of texts");
    Pair pair;
    pair.english = fields.line("en", unlimited);
    pair.target = fields.line(code, unlimited);
    if (const Node* const english = fields.find("en")) pair.english_where = english->where;
    if (const Node* const target = fields.find(code)) pair.target_where = target->where;
    fields.done();
    return pair;
}

void read_pairs(const Node& node, const Reading& reading, const English& english, Translation& translation) {
    const Known known(english);
    std::map<std::string, Span, std::less<>> first;
    read_list(node, reading, "\"texts\"", 0, any_number, [&](const Node& item) {
        const Pair pair = read_pair(item, reading, translation.code);
        if (pair.english.empty() || pair.target.empty()) return;
        const auto [before, is_new] = first.try_emplace(pair.english, pair.english_where);
        if (!is_new) {
            reading.source.error(pair.english_where,
                                 fmt::format("this text is already translated on line {}",
                                             reading.source.line(before->second.at)),
                                 "keep one of the two");
            return;
        }
        check_pair(pair, reading, known);
        if (!english.interface.empty() && !known.contains(pair.english)) {
            reading.source.warn(pair.english_where, "this English text is nowhere on the screen",
                                "copy the text as it is now, or remove the pair");
        }
        translation.texts.emplace(pair.english, pair.target);
    });
}

std::vector<std::string_view> texts_to_translate(const English& english) {
    std::vector<std::string_view> texts;
    std::set<std::string_view> seen;
    const auto add = [&](std::string_view text) {
        if (seen.insert(text).second) texts.push_back(text);
    };
    for (const Said& said : english.content) {
        if (!said.optional) add(said.text);
    }
    for (const std::string_view text : english.interface) add(text);
    return texts;
}

Coverage measure_coverage(const English& english, const Translation& translation, Span where,
                          const Reading& reading) {
    std::string_view first_missing;
    Coverage coverage{.code = translation.code};
    for (const std::string_view text : texts_to_translate(english)) {
        ++coverage.texts;
        if (translation.texts.contains(text)) {
            ++coverage.translated;
        } else if (first_missing.empty()) {
            first_missing = text;
        }
    }
    const int missing = coverage.texts - coverage.translated;
    if (missing > 0) {
        reading.source.warn(where, fmt::format("not translated: {} of {} texts, the first is {}", missing,
                                               coverage.texts, in_quotes(first_missing)));
    }
    return coverage;
}

void read_language(const Node& node, const Reading& reading, Translation& translation) {
    static constexpr std::array<std::string_view, 2> directions{"ltr", "rtl"};
    Fields fields(node, reading, "\"language\"");
    const std::string code = fields.line("code", limit::tab);
    const Node* const code_node = fields.find("code");
    if (!code.empty() && code != translation.code) {
        reading.source.error(code_node->where, fmt::format("this file is for {}", in_quotes(translation.code)),
                             fmt::format("write \"{}\", or rename the file", translation.code));
    }
    translation.name = fields.line("name", limit::tab);
    fields.need("direction");
    translation.right_to_left = fields.choice_if_given("direction", directions) == 1;
    if (const Node* const font = fields.find("font")) {
        translation.font = read_line(*font, reading, "\"font\"", limit::name);
    }
    // Empty on purpose until somebody has reviewed it.
    const Node* const reviewer = fields.find("reviewed_by");
    const bool named = reviewer != nullptr && reviewer->kind != Node::Kind::nothing &&
                       !(reviewer->kind == Node::Kind::text && reviewer->text.empty());
    if (named) translation.reviewed_by = read_line(*reviewer, reading, "\"reviewed_by\"", limit::label);
    fields.done();
}

} // namespace

Translated read_translation(const Node& node, const Reading& reading, std::string_view code,
                            const English& english) {
    Fields fields(node, reading, "the file");
    Translated result;
    result.translation.code = code;
    if (const Node* const language = fields.need("language"))
        read_language(*language, reading, result.translation);
    if (const Node* const texts = fields.need("texts")) {
        read_pairs(*texts, reading, english, result.translation);
        result.coverage = measure_coverage(english, result.translation, texts->where, reading);
    }
    fields.done();
    return result;
}

} // namespace content::reading
