// How much of a language is there.
#pragma once

#include <string>

namespace content {

struct Coverage {
    std::string code;
    int texts = 0; // to translate, each counted once
    int translated = 0;
};

} // namespace content
