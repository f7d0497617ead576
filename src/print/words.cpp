#include "print/words.hpp"

#include "base/replace_all.hpp"

namespace print {

std::string Words::operator()(std::string_view english, Placeholders placeholders) {
    used_.emplace(english);
    std::string text(translation_.translate(english));
    for (const auto& [name, value] : placeholders)
        text = base::replace_all(std::move(text), "{" + std::string(name) + "}", value);
    return text;
}

} // namespace print
