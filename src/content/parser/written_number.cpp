#include "content/parser/written_number.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>

namespace content::parser {

namespace {

struct UnitName {
    std::string_view name;
    std::string_view unit;
    double factor; // from the named unit to `unit`
};

constexpr auto unit_names = std::to_array<UnitName>({
    {"inches", "inches", 1},    {"inch", "inches", 1},      {"in", "inches", 1},
    {"\"", "inches", 1},        {"''", "inches", 1},        {"”", "inches", 1},
    {"″", "inches", 1},         {"zoll", "inches", 1},      {"pulgadas", "inches", 1},
    {"cm", "inches", 1 / 2.54}, {"mm", "inches", 1 / 25.4}, {"mm", "mm", 1},
    {"millimeters", "mm", 1},   {"millimeter", "mm", 1},    {"millimetres", "mm", 1},
    {"cm", "mm", 10},           {"centimeters", "mm", 10},  {"m", "mm", 1000},
    {"meters", "mm", 1000},     {"meter", "mm", 1000},      {"inches", "mm", 25.4},
    {"inch", "mm", 25.4},       {"in", "mm", 25.4},         {"\"", "mm", 25.4},
    {"''", "mm", 25.4},         {"”", "mm", 25.4},          {"″", "mm", 25.4},
    {"feet", "mm", 304.8},      {"foot", "mm", 304.8},      {"ft", "mm", 304.8},
    {"'", "mm", 304.8},         {"s", "seconds", 1},        {"sec", "seconds", 1},
    {"secs", "seconds", 1},     {"second", "seconds", 1},   {"seconds", "seconds", 1},
    {"segundos", "seconds", 1}, {"m", "seconds", 60},       {"min", "seconds", 60},
    {"mins", "seconds", 60},    {"minute", "seconds", 60},  {"minutes", "seconds", 60},
    {"minutos", "seconds", 60}, {"h", "seconds", 3600},     {"hr", "seconds", 3600},
    {"hour", "seconds", 3600},  {"hours", "seconds", 3600},
});

// Returns the digits with a period as the decimal separator. A comma before three digits separates
// thousands: "1,220" is 1220 and "21,5" is 21.5.
std::string normalize_separators(std::string_view number) {
    constexpr std::size_t digits_of_thousands = 3;
    std::string result(number);
    const std::size_t comma = result.find(',');
    if (comma == std::string::npos) return result;
    if (result.size() - comma - 1 == digits_of_thousands)
        result.erase(comma, 1);
    else
        result[comma] = '.';
    return result;
}

std::string unit_of(std::string_view text) {
    std::string unit;
    for (const char letter : text)
        if (letter != ' ' && letter != '-' && letter != '.') unit += base::to_lower_ascii(letter);
    return unit;
}

} // namespace

std::optional<double> to_unit(std::string_view written, std::string_view unit) {
    const std::size_t length = std::min(written.find_first_not_of("0123456789.,"), written.size());
    const std::string number = normalize_separators(written.substr(0, length));
    double value = 0;
    const char* const end = number.data() + number.size();
    const auto [stopped, error] = std::from_chars(number.data(), end, value);
    if (error != std::errc() || stopped != end) return std::nullopt;
    const std::string name = unit_of(written.substr(length));
    if (name.empty()) return value;
    const auto* const found = std::ranges::find_if(
        unit_names, [&](const UnitName& each) { return each.name == name && each.unit == unit; });
    if (found == unit_names.end()) return std::nullopt;
    constexpr double tenths = 10; // finer than any ruler that measures a panel or a height
    return std::round(value * found->factor * tenths) / tenths;
}

} // namespace content::parser
