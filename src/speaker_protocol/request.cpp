#include "speaker_protocol/request.hpp"

#include "speaker_protocol/words.hpp"

namespace speaker_protocol {

namespace {

bool is_in_range(const Say& say) {
    return say.words_per_minute >= min_words_per_minute &&
           say.words_per_minute <= max_words_per_minute && say.volume >= min_volume &&
           say.volume <= max_volume;
}

std::optional<Request> parse_say(std::string_view rest) {
    const auto number = parse_number<std::uint32_t>(take_word(rest));
    const std::string_view language_code = take_word(rest);
    const auto words_per_minute = parse_number<int>(take_word(rest));
    const auto volume = parse_number<int>(take_word(rest));
    if (!number || language_code.empty() || !words_per_minute || !volume) return std::nullopt;
    if (rest.empty() || rest.size() > max_text_bytes) return std::nullopt;
    const Say say{*number, std::string(language_code), *words_per_minute, *volume,
                  std::string(rest)};
    return is_in_range(say) ? std::optional<Request>(say) : std::nullopt;
}

} // namespace

std::string encode(const Request& request) {
    if (std::holds_alternative<Stop>(request)) return "stop";
    if (std::holds_alternative<PlayTone>(request)) return "tone";
    const Say& say = std::get<Say>(request);
    return "say " + std::to_string(say.number) + " " + say.language_code + " " +
           std::to_string(say.words_per_minute) + " " + std::to_string(say.volume) + " " + say.text;
}

std::optional<Request> parse_request(std::string_view packet) {
    if (packet == "stop") return Stop{};
    if (packet == "tone") return PlayTone{};
    return take_word(packet) == "say" ? parse_say(packet) : std::nullopt;
}

} // namespace speaker_protocol
