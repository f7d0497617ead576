#include "speaker/mixer.hpp"

#include "base/contains.hpp"

#include <algorithm>
#include <alsa/asoundlib.h>
#include <cmath>
#include <string>
#include <string_view>

namespace speaker {

namespace {

// Controls that everyone in the room, or another device, would hear.
constexpr std::string_view other_outputs[] = {"Speaker", "Front", "Line Out", "Surround", "Center",
                                              "LFE",     "Side",  "Mono",     "IEC958",   "Mic",
                                              "Line",    "Beep",  "HDMI"};

bool is_for_headphones(std::string_view name) {
    return base::contains(name, "Headphone") || base::contains(name, "Headset");
}

bool is_other_output(std::string_view name) {
    return !is_for_headphones(name) && std::ranges::any_of(other_outputs, [&](auto output) {
        return base::contains(name, output);
    });
}

void set_level(snd_mixer_elem_t* control, double decibels_below_max) {
    long min = 0, max = 0;
    if (snd_mixer_selem_get_playback_dB_range(control, &min, &max) == 0 && min < max) {
        const long below = std::lround(100 * decibels_below_max); // in hundredths of a decibel
        snd_mixer_selem_set_playback_dB_all(control, std::max(min, max - below), 0);
    } else if (snd_mixer_selem_get_playback_volume_range(control, &min, &max) == 0) {
        const double fraction = std::pow(10, -decibels_below_max / 60);
        snd_mixer_selem_set_playback_volume_all(
            control, min + std::lround(fraction * static_cast<double>(max - min)));
    }
    snd_mixer_selem_set_playback_switch_all(control, 1); // fails if there is no switch
}

bool has_headphone_control(snd_mixer_t* mixer) {
    for (auto* control = snd_mixer_first_elem(mixer); control != nullptr;
         control = snd_mixer_elem_next(control))
        if (is_for_headphones(snd_mixer_selem_get_name(control))) return true;
    return false;
}

// The only control of a USB adapter is often called Speaker, and is that of the headphones.
void set_control(snd_mixer_elem_t* control, bool is_speaker_for_headphones) {
    constexpr double soft = 9; // decibels; Master and Headphone together: 18
    const std::string_view name = snd_mixer_selem_get_name(control);
    if (name == "PCM")
        set_level(control, 0);
    else if (name == "Master" || is_for_headphones(name) ||
             (is_speaker_for_headphones && base::contains(name, "Speaker")))
        set_level(control, soft);
    else if (is_other_output(name))
        snd_mixer_selem_set_playback_switch_all(control, 0);
}

} // namespace

void set_mixer(int card_index, bool is_usb) {
    snd_mixer_t* mixer = nullptr;
    if (snd_mixer_open(&mixer, 0) < 0) return;
    if (snd_mixer_attach(mixer, ("hw:" + std::to_string(card_index)).c_str()) == 0 &&
        snd_mixer_selem_register(mixer, nullptr, nullptr) == 0 && snd_mixer_load(mixer) == 0) {
        const bool is_speaker_for_headphones = is_usb && !has_headphone_control(mixer);
        for (auto* control = snd_mixer_first_elem(mixer); control != nullptr;
             control = snd_mixer_elem_next(control))
            if (snd_mixer_selem_is_active(control) != 0)
                set_control(control, is_speaker_for_headphones);
    }
    snd_mixer_close(mixer);
}

} // namespace speaker
