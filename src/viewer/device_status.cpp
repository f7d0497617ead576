#include "viewer/device_status.hpp"

#include "os/clock.hpp"

#include <fmt/format.h>

namespace viewer {

namespace {

std::string problem_line(const content::Problem& problem) {
    const std::string file = std::filesystem::path(problem.file).filename().string();
    std::string text = problem.line > 0
                           ? fmt::format("{}, line {}: {}", file, problem.line, problem.message)
                           : fmt::format("{}: {}", file, problem.message);
    if (!problem.suggestion.empty()) text += ": " + problem.suggestion;
    return text;
}

} // namespace

ui::DeviceStatus with_content(ui::DeviceStatus device_status, const reload::ContentUpdate& update) {
    device_status.content_version = update.status_line.substr(0, update.status_line.find(';'));
    if (update.content)
        device_status.content_version += ", of " + os::local_date_of(update.modified_at);
    device_status.problems.clear();
    for (const content::Problem& problem : update.problems)
        device_status.problems.push_back(problem_line(problem));
    return device_status;
}

} // namespace viewer
