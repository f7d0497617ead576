#include "speaker/headphone_rules.hpp"

#include "base/contains.hpp"

namespace speaker {

using base::contains;

bool is_headphone_jack(std::string_view control_name, bool is_usb) {
    if (!control_name.ends_with("Jack") || contains(control_name, "Phantom") ||
        contains(control_name, "Mic") || contains(control_name, "HDMI"))
        return false;
    // The names of USB cards say what the plug is for: "Speaker - Output Jack" is a jack, too.
    return contains(control_name, "Headphone") || contains(control_name, "Headset") ||
           (is_usb && contains(control_name, "Output"));
}

bool has_headphones(const SoundCard& card) {
    return card.has_playback && card.is_jack_in_use.value_or(card.is_usb);
}

} // namespace speaker
