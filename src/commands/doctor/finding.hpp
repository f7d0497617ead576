// The results of the checks of `help-kiosk doctor`, and how they are printed.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace commands::doctor {

// The status of a finding, in order of severity. The values are the exit codes of `doctor`.
enum class Status { ok, warning, error };

// One result of a check.
struct Finding {
    Status status;
    // The subject, at most 13 characters so that the columns line up.
    std::string topic;
    // The result, or that it could not be determined. One line.
    std::string message;
    // How to fix it. Empty only if the status is ok.
    std::string advice = {};

    bool operator==(const Finding&) const = default;
};
using Findings = std::vector<Finding>;

// Returns "ok", "warning" or "error".
const char* status_name(Status status);

// Returns the most severe status, or ok if there are no findings.
Status worst_status(const Findings& findings);

// Returns "warning touch         a keyboard is plugged in: ...\n". Advice follows on its own line.
std::string to_string(const Finding& finding);

// Returns all findings, and a last line that counts them by status.
std::string to_string(const Findings& findings);

// Returns what somebody has to do: the errors, then the warnings, those with the same advice
// together, and a last line that counts all findings. Findings that are ok are only counted.
std::string to_do_list(const Findings& findings);

// Returns "1 error" or "3 errors".
std::string pluralize(std::size_t count, const std::string& singular);

// Returns "a, b, c".
std::string join(const std::vector<std::string>& items);

} // namespace commands::doctor
