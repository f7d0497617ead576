#include "content/well_known_number.hpp"

#include "content/phone_number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace content {

namespace {

constexpr auto well_known_numbers = std::to_array<WellKnownNumber>({
    {"211", "help near you", "Federal Communications Commission, N11 codes"},
    {"311", "city services", "Federal Communications Commission, N11 codes"},
    {"411", "directory assistance", "Federal Communications Commission, N11 codes"},
    {"511", "traffic information", "Federal Communications Commission, N11 codes"},
    {"611", "phone companies", "Federal Communications Commission, N11 codes"},
    {"711", "relay for people who are deaf or hard of hearing",
     "Federal Communications Commission, N11 codes"},
    {"811", "call before you dig", "Federal Communications Commission, N11 codes"},
    {"911", "Emergency", "dcf.wisconsin.gov"},
    {"988", "988 Suicide & Crisis Lifeline", "988lifeline.org"},
    {"8002738255", "988 Suicide & Crisis Lifeline, its older number", "988nm.org (2022)"},
    {"741741", "Crisis Text Line", "crisistextline.org (2021)"},
    {"4422983263", "Crisis Text Line, WhatsApp in Spanish", "crisistextline.org (2021)"},
    {"8883737888", "National Human Trafficking Hotline", "hhs.gov (2025)"},
    {"233733", "National Human Trafficking Hotline, texts", "dhs.gov (2020)"},
    {"8007862929", "National Runaway Safeline", "nationalrunawaysafeline.org"},
    {"66008", "National Runaway Safeline, texts", "1800runaway.org"},
    {"8004224453", "Childhelp National Child Abuse Hotline", "childhelphotline.org"},
    {"8006564673", "RAINN National Sexual Assault Hotline", "rainn.org"},
    {"64673", "RAINN National Sexual Assault Hotline, texts", "an audit of 2026-09-14"},
    {"8008435678", "missing or exploited children, NCMEC", "takeitdown.ncmec.org"},
    {"8664887386", "The Trevor Project", "an audit of 2026-07-19"},
    {"678678", "The Trevor Project, texts", "an audit of 2026-07-19"},
    {"8663319474", "love is respect", "whitehouse.gov (2012)"},
    {"22522", "love is respect, texts", "an audit of 2026-07-19"},
    {"8007997233", "National Domestic Violence Hotline", "fox6now.com (2021)"},
    {"88788", "National Domestic Violence Hotline, texts", "an audit of 2026-07-19"},
    {"8558121001", "National Deaf Domestic Violence Hotline", "an audit of 2026-07-19"},
    {"8662113380", "IMPACT 211", "waukeshacounty.gov"},
    {"898211", "211 Wisconsin, texts", "urbanmilwaukee.com (2020)"},
    {"8006978761", "Speak Up, Speak Out", "speakup.widoj.gov"},
    {"4142207233", "Milwaukee County Child Protection", "dcf.wisconsin.gov (2013)"},
    {"4145872553", "Pathfinders New Paths", "Audubon school, Milwaukee"},
    {"4142711560", "Pathfinders crisis line", "Audubon school, Milwaukee"},
    {"4149642565", "Pathfinders", "Audubon school, Milwaukee"},
    {"4146478200", "Walker’s Point Youth & Family Center", "Audubon school, Milwaukee"},
    {"4149332722", "Sojourner Family Peace Center", "fox6now.com (2022)"},
    {"4148778100", "Sojourner Family Peace Center, texts", "jsonline.com (2021)"},
    {"4142577222", "MKE Mobile Crisis", "tmj4.com (2023)"},
    {"4142195555", "Aurora Healing & Advocacy Services", "shepherdexpress.com (2010)"},
    {"4146716140", "Milwaukee Women’s Center", "jsonline.com (2020)"},
    {"4142520075", "The Asha Project", "jsonline.com (2020)"},
});

bool is_missing_one_of(std::string_view shorter, std::string_view longer) {
    const auto [in_shorter, in_longer] = std::ranges::mismatch(shorter, longer);
    return std::string_view(in_shorter, shorter.end()) ==
           std::string_view(in_longer + 1, longer.end());
}

} // namespace

const WellKnownNumber* find_well_known_number(std::string_view digits) {
    const auto* const found =
        std::ranges::find(well_known_numbers, digits, &WellKnownNumber::digits);
    return found == well_known_numbers.end() ? nullptr : found;
}

const WellKnownNumber* find_one_digit_away(std::string_view digits) {
    const auto* const found =
        std::ranges::find_if(well_known_numbers, [digits](const WellKnownNumber& number) {
            return is_one_digit_away(digits, number.digits);
        });
    return found == well_known_numbers.end() ? nullptr : found;
}

std::string to_string(const WellKnownNumber& number) {
    return fmt::format("{} ({})", PhoneNumber::parse(number.digits)->display_text(),
                       number.service);
}

bool is_one_digit_away(std::string_view digits, std::string_view other) {
    if (digits.size() + 1 == other.size()) return is_missing_one_of(digits, other);
    if (other.size() + 1 == digits.size()) return is_missing_one_of(other, digits);
    if (digits.size() != other.size()) return false;
    const auto at =
        static_cast<std::size_t>(std::ranges::mismatch(digits, other).in1 - digits.begin());
    if (at == digits.size()) return false;
    if (digits.substr(at + 1) == other.substr(at + 1)) return true;
    return at + 1 < digits.size() && digits[at] == other[at + 1] && digits[at + 1] == other[at] &&
           digits.substr(at + 2) == other.substr(at + 2);
}

} // namespace content
