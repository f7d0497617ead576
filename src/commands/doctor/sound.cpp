// Reports whether the computer has a headphone jack. The kiosk plays no sound to visitors, because
// other people in the lobby would hear it, but the sound test of the staff screens needs the jack.
#include "commands/doctor/checks.hpp"

#include <fmt/format.h>

namespace commands::doctor {

namespace {

// `codec` is a file of the kernel, whose lines have the form "Pin Default 0x02214040: [Jack] HP Out
// at Ext Front". They come from the firmware of the computer.
bool has_headphone_jack(const std::string& codec) {
    for (const std::string& line : split_lines(codec))
        if (line.find("[Jack] HP Out") != std::string::npos) return true;
    return false;
}

std::string describe_audio_jacks(const Machine& machine) {
    const std::string asound_folder = "/proc/asound";
    bool has_card = false;
    for (const std::string& card : machine.list_folder(asound_folder)) {
        if (!card.starts_with("card") || card == "cards") continue;
        has_card = true;
        const std::string folder = fmt::format("{}/{}", asound_folder, card);
        for (const std::string& name : machine.list_folder(folder))
            if (name.starts_with("codec#") &&
                has_headphone_jack(machine.read(fmt::format("{}/{}", folder, name)).value_or("")))
                return "the computer has a headphone jack";
    }
    return has_card ? "the computer has a sound device, but reports no headphone jack"
                    : "the computer has no sound device";
}

} // namespace

Findings check_sound(const DoctorContext& context) {
    return {{Status::ok, "sound",
             "the kiosk plays none for visitors, so no speaker is needed; " +
                 describe_audio_jacks(context.machine)}};
}

} // namespace commands::doctor
