// Numbers with units, as people write them.
#pragma once

#include <optional>
#include <string_view>

namespace content::parser {

// Returns the number that was meant, in `unit`, which is "inches", "mm" or "seconds": 24 for
// "24 inches", 700 for "70 cm" and 90 for "1.5 min". A number without a unit is in `unit`. Returns
// nullopt for anything else.
std::optional<double> to_unit(std::string_view written, std::string_view unit);

} // namespace content::parser
