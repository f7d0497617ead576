#include "commands/doctor/checks.hpp"

#include <iterator>

namespace commands::doctor {

Findings run_all_checks(const DoctorContext& context) {
    Findings all;
    for (const auto check :
         {check_display, check_mounting, check_touch, check_fonts, check_content, check_permissions,
          check_station, check_lockdown, check_clock, check_free_space, check_sound}) {
        Findings findings = check(context);
        std::ranges::move(findings, std::back_inserter(all));
    }
    return all;
}

} // namespace commands::doctor
