// Words of a packet, each followed by a space or the end.
#pragma once

#include <charconv>
#include <optional>
#include <string_view>

namespace speaker_protocol {

// Returns the text up to the next space, and removes both from `text`.
inline std::string_view take_word(std::string_view& text) {
    const std::size_t end = text.find(' ');
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return word;
}

// Returns nullopt if the word is not a whole number of this type.
template <typename Number>
std::optional<Number> parse_number(std::string_view word) {
    Number number{};
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (error != std::errc() || end != word.data() + word.size()) return std::nullopt;
    return number;
}

} // namespace speaker_protocol
