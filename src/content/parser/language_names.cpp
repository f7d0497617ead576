#include "content/parser/language_names.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace content::parser {

namespace {

struct LanguageName {
    std::string_view name;
    std::string_view code;
};

// The languages that American schools most often ask for. The wrong codes are those of countries
// and of ISO 639-2.
constexpr auto language_names = std::to_array<LanguageName>({
    {"english", "en"},    {"eng", "en"},         {"us", "en"},        {"en-us", "en"},
    {"en_us", "en"},      {"inglés", "en"},      {"spanish", "es"},   {"español", "es"},
    {"espanol", "es"},    {"castellano", "es"},  {"sp", "es"},        {"spa", "es"},
    {"es-us", "es"},      {"es_us", "es"},       {"es-mx", "es"},     {"es_mx", "es"},
    {"mx", "es"},         {"arabic", "ar"},      {"العربية", "ar"},   {"عربي", "ar"},
    {"ara", "ar"},        {"burmese", "my"},     {"myanmar", "my"},   {"မြန်မာ", "my"},
    {"bur", "my"},        {"mm", "my"},          {"mya", "my"},       {"somali", "so"},
    {"soomaali", "so"},   {"som", "so"},         {"hmong", "hmn"},    {"hmoob", "hmn"},
    {"karen", "ksw"},     {"rohingya", "rhg"},   {"swahili", "sw"},   {"kiswahili", "sw"},
    {"french", "fr"},     {"français", "fr"},    {"francais", "fr"},  {"german", "de"},
    {"deutsch", "de"},    {"chinese", "zh"},     {"中文", "zh"},      {"vietnamese", "vi"},
    {"tiếng việt", "vi"}, {"russian", "ru"},     {"русский", "ru"},   {"ukrainian", "uk"},
    {"українська", "uk"}, {"portuguese", "pt"},  {"português", "pt"}, {"haitian creole", "ht"},
    {"kreyòl", "ht"},     {"persian", "fa"},     {"farsi", "fa"},     {"فارسی", "fa"},
    {"dari", "prs"},      {"pashto", "ps"},      {"پښتو", "ps"},      {"urdu", "ur"},
    {"اردو", "ur"},       {"hindi", "hi"},       {"हिन्दी", "hi"},     {"nepali", "ne"},
    {"नेपाली", "ne"},      {"korean", "ko"},      {"한국어", "ko"},    {"japanese", "ja"},
    {"日本語", "ja"},     {"tagalog", "tl"},     {"filipino", "tl"},  {"amharic", "am"},
    {"tigrinya", "ti"},   {"kinyarwanda", "rw"}, {"polish", "pl"},    {"polski", "pl"},
});

} // namespace

std::optional<std::string_view> find_language_code(std::string_view written) {
    const std::string lower = base::to_lower_ascii(written);
    const auto* const found =
        std::ranges::find(language_names, std::string_view(lower), &LanguageName::name);
    return found == language_names.end() ? std::nullopt : std::optional(found->code);
}

} // namespace content::parser
