// Visitors hear nothing, so that nobody else in a lobby does. What the computer could play the staff page's
// sound test with is told for whoever buys or commissions it.
#include "cli/doctor/probes.hpp"

#include <fmt/format.h>

namespace cli::doctor {

namespace {

// "Pin Default 0x02214040: [Jack] HP Out at Ext Front", as the kernel describes what the board's maker said.
bool tells_of_headphones(const std::string& codec) {
    for (const std::string& line : platform::lines_of(codec))
        if (line.find("[Jack] HP Out") != std::string::npos) return true;
    return false;
}

std::string sockets(const platform::Machine& machine) {
    const std::string all = "/proc/asound";
    bool any = false;
    for (const std::string& card : machine.names(all)) {
        if (!card.starts_with("card") || card == "cards") continue;
        any = true;
        const std::string folder = fmt::format("{}/{}", all, card);
        for (const std::string& name : machine.names(folder))
            if (name.starts_with("codec#") &&
                tells_of_headphones(machine.read(fmt::format("{}/{}", folder, name)).value_or("")))
                return "the computer has an audio jack for headphones";
    }
    return any ? "the computer has sound, but no audio jack that it knows of" : "the computer has no sound";
}

} // namespace

Findings look_at_sound(const Subject& subject) {
    return {
        {Mark::ok, "sound", "visitors hear none, and no loudspeaker is needed; " + sockets(subject.machine)}};
}

} // namespace cli::doctor
