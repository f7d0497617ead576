// What the viewer asks help-kiosk-speaker to do. Each request is one packet of a Unix socket that
// keeps packets apart (SOCK_SEQPACKET).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace speaker_protocol {

inline constexpr int min_volume = 1;
inline constexpr int max_volume = 10;

inline constexpr int min_words_per_minute = 80;
inline constexpr int max_words_per_minute = 450;

// A longer text is not said. The longest paragraph of the content has about 500 bytes.
inline constexpr std::size_t max_text_bytes = 4000;

// Say a text. What is still being said is stopped. The reply is Finished, with the same number.
struct Say {
    std::uint32_t number = 0;  // chosen by the viewer, different for each text
    std::string language_code; // such as "es"
    int words_per_minute = min_words_per_minute;
    int volume = min_volume;
    std::string text; // UTF-8, on one line

    bool operator==(const Say&) const = default;
};

// Be silent at once. There is no reply, and the text that is being said gets none either.
struct Stop {
    bool operator==(const Stop&) const = default;
};

// Play the tone of the sound test, first on the left, then on the right.
struct PlayTone {
    bool operator==(const PlayTone&) const = default;
};

using Request = std::variant<Say, Stop, PlayTone>;

// Returns the packet: "say 12 es 120 3 Hola.", "stop" or "tone".
std::string encode(const Request& request);

// Returns nullopt if the packet is none of these, or if a number is out of its range.
std::optional<Request> parse_request(std::string_view packet);

} // namespace speaker_protocol
