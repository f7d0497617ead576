#include "speaker_protocol/reply.hpp"

#include "speaker_protocol/words.hpp"

namespace speaker_protocol {

namespace {

std::string encode_voices(const Voices& voices) {
    std::string packet = "voices";
    for (const std::string& language_code : voices.language_codes) packet += " " + language_code;
    return packet;
}

Voices parse_voices(std::string_view rest) {
    Voices voices;
    while (!rest.empty()) voices.language_codes.emplace_back(take_word(rest));
    return voices;
}

} // namespace

std::string encode(const Reply& reply) {
    if (const auto* voices = std::get_if<Voices>(&reply)) return encode_voices(*voices);
    if (const auto* headphones = std::get_if<Headphones>(&reply))
        return headphones->are_plugged_in ? "headphones in" : "headphones out";
    return "finished " + std::to_string(std::get<Finished>(reply).number);
}

std::optional<Reply> parse_reply(std::string_view packet) {
    if (packet == "headphones in") return Headphones{true};
    if (packet == "headphones out") return Headphones{false};
    const std::string_view word = take_word(packet);
    if (word == "voices") return parse_voices(packet);
    if (word != "finished") return std::nullopt;
    const auto number = parse_number<std::uint32_t>(packet);
    return number ? std::optional<Reply>(Finished{*number}) : std::nullopt;
}

} // namespace speaker_protocol
