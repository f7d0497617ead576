// What the doctor finds: one line each.
#pragma once

#include <string>
#include <vector>

namespace cli::doctor {

enum class Mark { ok, look, bad }; // by how bad it is

struct Finding {
    Mark mark;
    std::string topic;       // one or two words
    std::string found;       // what there is, or that it could not be found out
    std::string advice = {}; // what to do; empty only where all is well

    bool operator==(const Finding&) const = default;
};
using Findings = std::vector<Finding>;

const char* name(Mark mark);
Mark worst(const Findings& findings);

// "look  touch        a keyboard is plugged in: ...\n", with the advice on a line of its own below it.
std::string to_string(const Finding& finding);
std::string to_string(const Findings& findings); // with a line that counts them

// "3 errors", "1 error"
std::string counted(std::size_t number, const std::string& one);
std::string joined(const std::vector<std::string>& words); // "a, b, c"

} // namespace cli::doctor
