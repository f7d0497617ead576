#include "commands/doctor/finding.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace commands::doctor {

namespace {

std::string first_line(const Finding& finding) {
    return fmt::format("{:<7} {:<13} {}\n", status_name(finding.status), finding.topic,
                       finding.message);
}

std::string advice_line(const Finding& finding) {
    return fmt::format("{:<20} = {}\n", "", finding.advice);
}

std::string counts_line(const Findings& findings) {
    const auto count = [&findings](Status status) {
        return static_cast<std::size_t>(std::ranges::count(findings, status, &Finding::status));
    };
    return fmt::format("{} ok, {}, {}\n", count(Status::ok),
                       pluralize(count(Status::warning), "warning"),
                       pluralize(count(Status::error), "error"));
}

} // namespace

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
    std::string text = first_line(finding);
    if (!finding.advice.empty()) text += advice_line(finding);
    return text;
}

std::string to_string(const Findings& findings) {
    std::string text;
    for (const Finding& finding : findings) text += to_string(finding);
    return text + counts_line(findings);
}

std::string to_do_list(const Findings& findings) {
    Findings remaining;
    for (const Status status : {Status::error, Status::warning})
        std::ranges::copy_if(findings, std::back_inserter(remaining),
                             [status](const Finding& each) { return each.status == status; });
    std::string text;
    while (!remaining.empty()) {
        const Finding first = remaining.front();
        const auto has_same_advice = [&first](const Finding& each) {
            return each.status == first.status && each.advice == first.advice;
        };
        for (const Finding& finding : remaining)
            if (has_same_advice(finding)) text += first_line(finding);
        text += advice_line(first);
        std::erase_if(remaining, has_same_advice);
    }
    return text + counts_line(findings);
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
