// Visitors hear nothing, so that nobody else in a lobby does. What the computer could play the staff page's
// sound test with is told for whoever buys or commissions it.
#include "commands/doctor/checks.hpp"

#include <fmt/format.h>

namespace commands::doctor {

namespace {

// "Pin Default 0x02214040: [Jack] HP Out at Ext Front", as the kernel describes what the board's maker said.
bool has_headphone_jack(const std::string& codec) {
    for (const std::string& line : split_lines(codec))
        if (line.find("[Jack] HP Out") != std::string::npos) return true;
    return false;
}

std::string describe_audio_jacks(const Machine& machine) {
    const std::string all = "/proc/asound";
    bool has_card = false;
    for (const std::string& card : machine.list_folder(all)) {
        if (!card.starts_with("card") || card == "cards") continue;
        has_card = true;
        const std::string folder = fmt::format("{}/{}", all, card);
        for (const std::string& name : machine.list_folder(folder))
            if (name.starts_with("codec#") &&
                has_headphone_jack(machine.read(fmt::format("{}/{}", folder, name)).value_or("")))
                return "the computer has an audio jack for headphones";
    }
    return has_card ? "the computer has sound, but no audio jack that it knows of"
                    : "the computer has no sound";
}

} // namespace

Findings check_sound(const DoctorContext& context) {
    return {{Status::ok, "sound",
             "visitors hear none, and no loudspeaker is needed; " + describe_audio_jacks(context.machine)}};
}

} // namespace commands::doctor
