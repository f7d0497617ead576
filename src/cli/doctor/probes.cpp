#include "cli/doctor/probes.hpp"

#include <iterator>

namespace cli::doctor {

Findings look_at_all(const Subject& subject) {
    Findings all;
    for (const auto look :
         {look_at_display, look_at_mounting, look_at_touch, look_at_fonts, look_at_content, look_at_files,
          look_at_station, look_at_locks, look_at_clock, look_at_room, look_at_sound}) {
        Findings found = look(subject);
        std::ranges::move(found, std::back_inserter(all));
    }
    return all;
}

} // namespace cli::doctor
