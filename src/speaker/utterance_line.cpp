#include "speaker/utterance_line.hpp"

#include <charconv>

namespace speaker {

namespace {

// Returns the text up to the next space, and removes both from `line`.
std::string_view take_word(std::string_view& line) {
    const std::size_t end = line.find(' ');
    const std::string_view word = line.substr(0, end);
    line.remove_prefix(end == std::string_view::npos ? line.size() : end + 1);
    return word;
}

} // namespace

std::optional<Utterance> parse_utterance_line(std::string_view line) {
    Utterance utterance;
    utterance.language_code = take_word(line);
    const std::string_view speed = take_word(line);
    const auto result =
        std::from_chars(speed.data(), speed.data() + speed.size(), utterance.words_per_minute);
    utterance.text = line;
    const bool is_number = result.ec == std::errc() && result.ptr == speed.data() + speed.size();
    if (!is_number || utterance.words_per_minute < min_words_per_minute ||
        utterance.words_per_minute > max_words_per_minute)
        return std::nullopt;
    return utterance.text.empty() ? std::nullopt : std::optional(utterance);
}

} // namespace speaker
