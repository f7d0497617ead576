// What help-kiosk-speaker tells the viewer. Each reply is one packet of the socket on which the
// viewer sends its requests. When the viewer connects, it gets Voices and Headphones at once.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace speaker_protocol {

// The languages that the speaker has a voice for.
struct Voices {
    std::vector<std::string> language_codes;
    bool operator==(const Voices&) const = default;
};

// Whether headphones are plugged in. Sent whenever it changes.
struct Headphones {
    bool are_plugged_in = false;
    bool operator==(const Headphones&) const = default;
};

// A text was said to its end, or could not be said.
struct Finished {
    std::uint32_t number = 0; // of the request
    bool operator==(const Finished&) const = default;
};

using Reply = std::variant<Voices, Headphones, Finished>;

// Returns the packet: "voices en es", "headphones in", "headphones out" or "finished 12".
std::string encode(const Reply& reply);

// Returns nullopt if the packet is none of these.
std::optional<Reply> parse_reply(std::string_view packet);

} // namespace speaker_protocol
