#include "content/file_name.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

namespace content {

namespace {

constexpr std::array<std::string_view, 2> text_endings{"txt", "text"};
constexpr std::array<std::string_view, 5> document_endings{"rtf", "doc", "docx", "odt", "pages"};
constexpr std::array<std::string_view, 11> copy_words{
    "copy", "of", "new", "final", "old", "kopie", "von", "copia", "copie", "duplicate", "v"};
// What editors, packages and this program leave beside a file.
constexpr std::array<std::string_view, 13> backup_endings{
    "~",    ".bak",  ".orig", ".old",      ".save",     ".swp",      ".new",
    ".tmp", ".next", ".rej",  ".dpkg-old", ".dpkg-new", ".dpkg-dist"};

template <std::size_t Size>
bool contains(const std::array<std::string_view, Size>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

bool is_backup(std::string_view name) {
    return name.empty() || name.front() == '.' || name.front() == '#' ||
           std::ranges::any_of(backup_endings,
                               [name](std::string_view ending) { return name.ends_with(ending); });
}

// Returns the words of a name in lowercase, without numbers: "Site (1).yaml" has "site" and "yaml".
// Letters outside of ASCII are left out; they may only look like the right ones.
std::vector<std::string> split_name(std::string_view name) {
    std::vector<std::string> words{""};
    for (const char letter : name) {
        const bool is_upper = letter >= 'A' && letter <= 'Z';
        const bool is_lower = letter >= 'a' && letter <= 'z';
        if (is_upper || is_lower)
            words.back() += is_upper ? static_cast<char>(letter - 'A' + 'a') : letter;
        else if (static_cast<unsigned char>(letter) < 0x80 && !base::is_digit(letter))
            words.emplace_back();
    }
    std::erase_if(
        words, [](const std::string& word) { return word.empty() || contains(copy_words, word); });
    return words;
}

// Returns whether a word is "yaml", "yml" or a typing error of it.
bool is_yaml_ending(std::string_view word) {
    constexpr std::string_view ending = "yaml";
    return word == ending || is_one_edit_apart(word, ending);
}

bool is_document_ending(std::string_view word) {
    return contains(document_endings, word);
}

bool is_ending(std::string_view word) {
    return is_yaml_ending(word) || contains(text_endings, word) || is_document_ending(word);
}

// Returns whether one of the words after the first is such an ending.
bool has_ending(std::string_view name, bool (*is_such_ending)(std::string_view)) {
    if (is_backup(name)) return false;
    std::vector<std::string> words = split_name(name);
    if (!words.empty()) words.erase(words.begin());
    return std::ranges::any_of(words, is_such_ending);
}

} // namespace

std::string plain_stem(std::string_view name) {
    if (is_backup(name)) return {};
    std::vector<std::string> words = split_name(name);
    while (words.size() > 1 && is_ending(words.back())) words.pop_back();
    return words.size() == 1 ? words.front() : std::string();
}

bool is_similar_name(std::string_view name, std::string_view stem) {
    const std::string found = plain_stem(name);
    if (found == stem) return true;
    // The period is missing, too.
    if (found.starts_with(stem) && is_ending(std::string_view(found).substr(stem.size())))
        return true;
    return is_yaml_name(name) && is_one_edit_apart(found, stem);
}

bool is_one_edit_apart(std::string_view one, std::string_view other) {
    const auto is_at_end = [&] { return one.empty() || other.empty(); };
    while (!is_at_end() && one.front() == other.front())
        one.remove_prefix(1), other.remove_prefix(1);
    while (!is_at_end() && one.back() == other.back()) one.remove_suffix(1), other.remove_suffix(1);
    const bool is_swap =
        one.size() == 2 && other.size() == 2 && one[0] == other[1] && one[1] == other[0];
    return is_swap || (one.size() <= 1 && other.size() <= 1 && one != other);
}

bool is_text_name(std::string_view name) {
    return has_ending(name, is_ending);
}

bool is_yaml_name(std::string_view name) {
    return has_ending(name, is_yaml_ending);
}

bool is_document_name(std::string_view name) {
    return has_ending(name, is_document_ending);
}

} // namespace content
