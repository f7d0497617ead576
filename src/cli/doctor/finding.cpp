#include "cli/doctor/finding.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace cli::doctor {

const char* name(Mark mark) {
    switch (mark) {
    case Mark::ok:
        return "ok";
    case Mark::look:
        return "look";
    case Mark::bad:
        break;
    }
    return "bad";
}

Mark worst(const Findings& findings) {
    Mark mark = Mark::ok;
    for (const Finding& finding : findings) mark = std::max(mark, finding.mark);
    return mark;
}

std::string to_string(const Finding& finding) {
    std::string text = fmt::format("{:<5} {:<13} {}\n", name(finding.mark), finding.topic, finding.found);
    if (!finding.advice.empty()) text += fmt::format("{:<18} = {}\n", "", finding.advice);
    return text;
}

std::string to_string(const Findings& findings) {
    std::string text;
    for (const Finding& finding : findings) text += to_string(finding);
    const auto count = [&findings](Mark mark) { return std::ranges::count(findings, mark, &Finding::mark); };
    return text +
           fmt::format("{} ok, {} to look at, {} bad\n", count(Mark::ok), count(Mark::look), count(Mark::bad));
}

std::string counted(std::size_t number, const std::string& one) {
    return fmt::format("{} {}{}", number, one, number == 1 ? "" : "s");
}

std::string joined(const std::vector<std::string>& words) {
    std::string all;
    for (const std::string& word : words) all.append(all.empty() ? "" : ", ").append(word);
    return all;
}

} // namespace cli::doctor
