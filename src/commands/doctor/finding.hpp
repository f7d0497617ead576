// What the doctor finds: one line each.
#pragma once

#include <string>
#include <vector>

namespace commands::doctor {

enum class Status { ok, warning, error }; // by how bad it is

struct Finding {
    Status status;
    std::string topic;       // one or two words
    std::string message;     // what there is, or that it could not be found out
    std::string advice = {}; // what to do; empty only where all is well

    bool operator==(const Finding&) const = default;
};
using Findings = std::vector<Finding>;

const char* status_name(Status status);
Status worst_status(const Findings& findings);

// "look  touch        a keyboard is plugged in: ...\n", with the advice on a line of its own below it.
std::string to_string(const Finding& finding);
std::string to_string(const Findings& findings); // with a line that counts them

// "3 errors", "1 error"
std::string pluralize(std::size_t count, const std::string& singular);
std::string join(const std::vector<std::string>& items); // "a, b, c"

} // namespace commands::doctor
