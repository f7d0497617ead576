#include "content/call_status.hpp"

#include <algorithm>

namespace content {

bool is_outdated(const Verification& verification, std::chrono::year_month_day today) {
    return verification.on + verification_valid_for < today;
}

UncalledHelpLines find_uncalled(std::span<const HelpLine> help_lines,
                                std::optional<std::chrono::year_month_day> today) {
    UncalledHelpLines uncalled;
    for (const HelpLine& help_line : help_lines) {
        if (!help_line.verified.is_by_phone())
            uncalled.never.push_back(&help_line);
        else if (today && is_outdated(help_line.verified, *today))
            uncalled.long_ago.push_back(&help_line);
    }
    return uncalled;
}

std::vector<std::string_view> find_unknown_facts(const HelpLine& help_line) {
    std::vector<std::string_view> unknown;
    if (help_line.call && help_line.call->is_emergency()) return unknown;
    if (help_line.hours.empty()) unknown.emplace_back("hours");
    if (help_line.cost.empty()) unknown.emplace_back("cost");
    if (help_line.languages.empty()) unknown.emplace_back("languages");
    return unknown;
}

std::vector<const HelpLine*> find_lines_without(std::string_view fact,
                                                std::span<const HelpLine> help_lines) {
    std::vector<const HelpLine*> found;
    for (const HelpLine& help_line : help_lines) {
        const auto unknown = find_unknown_facts(help_line);
        if (std::ranges::find(unknown, fact) != unknown.end()) found.push_back(&help_line);
    }
    return found;
}

} // namespace content
