// Which sound cards have headphones. When in doubt, a card has none, so that nobody else in the
// room ever hears anything.
#pragma once

#include <optional>
#include <string_view>

namespace speaker {

struct SoundCard {
    int index = 0;
    bool is_usb = false;
    bool has_playback = false; // on the first device, which plughw:INDEX,0 plays on

    // Whether something is plugged into one of its headphone jacks. Unset if the card cannot tell.
    std::optional<bool> is_jack_in_use;
};

// Returns whether an ALSA control with this name tells if headphones are plugged in. Phantom jacks
// do not: their value is always the same.
bool is_headphone_jack(std::string_view control_name, bool is_usb);

// A USB card that does not know its jacks counts as headphones: it is the adapter of a cable, or is
// built into the headphones. Any other card that does not know its jacks has none.
bool has_headphones(const SoundCard& card);

} // namespace speaker
