// Content that is compiled into the program. It is shown if no valid content files exist.
#pragma once

#include "content/content.hpp"

namespace content {

// The numbers 911, 988, 741741, 233733 and 211, in English and Spanish. The result lives as long as
// the program.
const Content& emergency_content();

// Returns whether `content` is the object that emergency_content() returns. Copies do not count.
bool is_emergency_content(const Content& content);

} // namespace content
