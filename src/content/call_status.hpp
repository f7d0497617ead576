// What somebody should find out by calling the help lines: which ones nobody has called lately, and
// which facts are unknown.
#pragma once

#include "content/content.hpp"

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace content {

// Returns whether a verification is too old on this day.
bool is_outdated(const Verification& verification, std::chrono::year_month_day today);

// Help lines, in the order of the content.
struct UncalledHelpLines {
    std::vector<const HelpLine*> never;    // nobody has called them yet
    std::vector<const HelpLine*> long_ago; // the call is outdated
};

// Without `today`, no call is outdated. The result is valid as long as `help_lines`.
UncalledHelpLines find_uncalled(std::span<const HelpLine> help_lines,
                                std::optional<std::chrono::year_month_day> today);

// Returns the keys of the facts that the screen does not say: "hours", "cost" or "languages". An
// emergency number needs none of them.
std::vector<std::string_view> find_unknown_facts(const HelpLine& help_line);

// Returns the help lines whose screen does not say a fact: "hours", "cost" or "languages". The
// result is valid as long as `help_lines`.
std::vector<const HelpLine*> find_lines_without(std::string_view fact,
                                                std::span<const HelpLine> help_lines);

} // namespace content
