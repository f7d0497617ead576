#include "base/replace_all.hpp"

namespace base {

std::string replace_all(std::string text, std::string_view old_text, std::string_view new_text) {
    for (auto offset = text.find(old_text); offset != std::string::npos;
         offset = text.find(old_text, offset + new_text.size()))
        text.replace(offset, old_text.size(), new_text);
    return text;
}

} // namespace base
