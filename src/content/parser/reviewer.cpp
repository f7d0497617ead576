#include "content/parser/reviewer.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace content::parser {

namespace {

// Words that stand alone, without the punctuation between them.
constexpr auto placeholders = std::to_array<std::string_view>({
    "none",        "no",
    "nobody",      "no one",
    "noone",       "nil",
    "null",        "na",
    "n n",         "nn",
    "t b d",       "t b a",
    "n a",         "not applicable",
    "tbd",         "tba",
    "tbc",         "todo",
    "to do",       "pending",
    "unknown",     "unreviewed",
    "draft",       "yes",
    "true",        "false",
    "me",          "myself",
    "name",        "your name",
    "name here",   "reviewer",
    "someone",     "somebody",
    "anonymous",   "x",
    "xx",          "xxx",
    "ai",          "machine",
    "auto",        "automatic",
    "computer",    "bot",
    "google",      "llm",
    "gpt",         "self",
    "test",        "empty",
    "blank",       "missing",
    "ninguno",     "ninguna",
    "nadie",       "pendiente",
    "sin revisar", "no revisado",
    "por definir", "desconocido",
    "niemand",     "keine",
    "keiner",      "personne",
    "aucun",
});

// What the name of a reviewer does not contain.
constexpr auto telling_words = std::to_array<std::string_view>({
    "translate",
    "chatgpt",
    "deepl",
    "copilot",
    "gemini",
    "claude ai",
    "machine translat",
    "to be done",
    "to be determined",
    "to be announced",
    "to be confirmed",
    "not yet",
    "not reviewed",
    "needs review",
    "needs a review",
    "no review",
    "nobody",
    "no one yet",
    "tbd",
    "todo",
});

// Returns the letters of a text in lowercase, with one space in place of everything else.
std::string words_of(std::string_view text) {
    std::string words;
    for (const char each : text) {
        const char letter = base::to_lower_ascii(each);
        const bool is_letter = (letter >= 'a' && letter <= 'z') ||
                               static_cast<unsigned char>(letter) >= 0x80; // of another script
        if (is_letter)
            words += letter;
        else if (!words.empty() && words.back() != ' ')
            words += ' ';
    }
    if (words.ends_with(' ')) words.pop_back();
    return words;
}

} // namespace

bool is_no_reviewer(std::string_view written) {
    const std::string words = words_of(written);
    if (words.empty() ||
        std::ranges::find(placeholders, std::string_view(words)) != placeholders.end())
        return true;
    const std::string padded = " " + words + " ";
    return std::ranges::any_of(telling_words, [&](std::string_view telling) {
        return padded.find(" " + std::string(telling)) != std::string::npos;
    });
}

} // namespace content::parser
