// The content of last resort, compiled in: what is shown when there is nothing else.
#pragma once

#include "content/content.hpp"

namespace content {

// 911, 988, 741741 and 211, in English.
const Content& emergency_content();

bool is_emergency_content(const Content& content);

} // namespace content
