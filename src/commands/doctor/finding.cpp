#include "commands/doctor/finding.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace commands::doctor {

const char* status_name(Status status) {
    switch (status) {
    case Status::ok:
        return "ok";
    case Status::warning:
        return "warning";
    case Status::error:
        break;
    }
    return "error";
}

Status worst_status(const Findings& findings) {
    Status status = Status::ok;
    for (const Finding& finding : findings) status = std::max(status, finding.status);
    return status;
}

std::string to_string(const Finding& finding) {
    std::string text = fmt::format("{:<7} {:<13} {}\n", status_name(finding.status), finding.topic,
                                   finding.message);
    if (!finding.advice.empty()) text += fmt::format("{:<20} = {}\n", "", finding.advice);
    return text;
}

std::string to_string(const Findings& findings) {
    std::string text;
    for (const Finding& finding : findings) text += to_string(finding);
    const auto count = [&findings](Status status) {
        return static_cast<std::size_t>(std::ranges::count(findings, status, &Finding::status));
    };
    return text + fmt::format("{} ok, {}, {}\n", count(Status::ok),
                              pluralize(count(Status::warning), "warning"),
                              pluralize(count(Status::error), "error"));
}

std::string pluralize(std::size_t count, const std::string& singular) {
    return fmt::format("{} {}{}", count, singular, count == 1 ? "" : "s");
}

std::string join(const std::vector<std::string>& items) {
    std::string all;
    for (const std::string& item : items) all.append(all.empty() ? "" : ", ").append(item);
    return all;
}

} // namespace commands::doctor
