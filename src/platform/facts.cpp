#include "platform/facts.hpp"

#include "platform/clock.hpp"

#include <fmt/format.h>

namespace platform {

namespace {

std::string line(const content::Problem& problem) {
    const std::string file = std::filesystem::path(problem.file).filename().string();
    std::string text = problem.line > 0 ? fmt::format("{}, line {}: {}", file, problem.line, problem.message)
                                        : fmt::format("{}: {}", file, problem.message);
    if (!problem.instead.empty()) text += ": " + problem.instead;
    return text;
}

} // namespace

ui::Facts with(ui::Facts facts, const Edition& edition) {
    facts.content = edition.status.substr(0, edition.status.find(';'));
    if (edition.content) facts.content += ", of " + day_of(edition.changed);
    facts.problems.clear();
    for (const content::Problem& problem : edition.problems) facts.problems.push_back(line(problem));
    return facts;
}

} // namespace platform
