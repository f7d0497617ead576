// Reports whether visitors can listen. The kiosk reads aloud on headphones only, and has to notice
// when they are pulled out.
#include "commands/doctor/checks.hpp"

#include <fmt/format.h>

namespace commands::doctor {

namespace {

// `codec` is a file of the kernel with a part for each jack: "Pin Default 0x02214040: [Jack] HP Out
// at Ext Front", and "Misc = NO_PRESENCE" below it if the computer cannot tell what is plugged in.
// This information comes from the firmware of the computer.
bool has_headphone_jack(const std::string& codec) {
    bool is_in_jack = false, has_jack = false;
    for (const std::string& line : split_lines(codec)) {
        if (line.starts_with("Node ") || line.find("Pin Default") != std::string::npos) {
            has_jack = has_jack || is_in_jack;
            is_in_jack = line.find("[Jack] HP Out") != std::string::npos;
        } else if (line.find("NO_PRESENCE") != std::string::npos) {
            is_in_jack = false;
        }
    }
    return has_jack || is_in_jack;
}

std::string describe_headphones(const Machine& machine) {
    const std::string asound_folder = "/proc/asound";
    std::string missing = "the computer has no sound device";
    for (const std::string& card : machine.list_folder(asound_folder)) {
        if (!card.starts_with("card") || card == "cards") continue;
        missing = "the computer has a sound device, but reports no headphone jack that it watches";
        const std::string folder = fmt::format("{}/{}", asound_folder, card);
        for (const std::string& name : machine.list_folder(folder)) {
            if (name == "usbid")
                return "visitors can listen with headphones: a USB adapter is plugged in";
            if (name.starts_with("codec#") &&
                has_headphone_jack(machine.read(fmt::format("{}/{}", folder, name)).value_or("")))
                return "visitors can listen with headphones: the computer has a headphone jack";
        }
    }
    return "visitors can listen only with a USB adapter for headphones: " + missing;
}

} // namespace

Findings check_sound(const DoctorContext& context) {
    return {{Status::ok, "sound", describe_headphones(context.machine)}};
}

} // namespace commands::doctor
