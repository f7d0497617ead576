#include "content/call_status.hpp"

#include <doctest/doctest.h>

using namespace std::chrono_literals;
using content::HelpLine;

namespace {

HelpLine help_line(const std::string& by, std::chrono::year_month_day on) {
    HelpLine line;
    line.verified = {on, by, "a page"};
    line.hours = line.cost = line.languages = "Known.";
    return line;
}

} // namespace

TEST_CASE("a call is outdated after twelve months, and a page is never a call") {
    const std::chrono::year_month_day today{2026y, std::chrono::November, 28d};
    const std::vector<HelpLine> help_lines{
        help_line("", today), help_line("Ana", today), help_line("Ana", 2025y / 11 / 28),
        help_line("Ana", 2025y / 11 / 27), help_line("", 2020y / 1 / 1)};
    const auto uncalled = content::find_uncalled(help_lines, today);
    CHECK(uncalled.never == std::vector{&help_lines[0], &help_lines[4]});
    CHECK(uncalled.long_ago == std::vector{&help_lines[3]});
    CHECK(content::find_uncalled(help_lines, std::nullopt).long_ago.empty());
}

TEST_CASE("facts that a screen does not say are unknown, except those of an emergency number") {
    using Keys = std::vector<std::string_view>;
    HelpLine line = help_line("", 2026y / 1 / 1);
    CHECK(content::find_unknown_facts(line) == Keys{});
    line.cost.clear();
    CHECK(content::find_unknown_facts(line) == Keys{"cost"});
    line.hours.clear();
    line.languages.clear();
    CHECK(content::find_unknown_facts(line) == Keys{"hours", "cost", "languages"});
    const std::vector<HelpLine> help_lines{help_line("", 2026y / 1 / 1), line};
    CHECK(content::find_lines_without("hours", help_lines) == std::vector{&help_lines[1]});
    line.call = content::PhoneNumber::parse("911");
    CHECK(content::find_unknown_facts(line) == Keys{});
}
