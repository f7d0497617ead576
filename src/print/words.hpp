// The texts on a paper in its language, and a record of which texts are on it.
#pragma once

#include "content/content.hpp"

#include <initializer_list>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace print {

class Words {
public:
    // `translation` must outlive this object.
    explicit Words(const content::Translation& translation) : translation_(translation) {}

    // Values for "{name}" in a text.
    using Placeholders = std::initializer_list<std::pair<std::string_view, std::string_view>>;

    // Returns the translation of an English text with its placeholders replaced. The text counts as
    // being on the paper from now on.
    std::string operator()(std::string_view english, Placeholders placeholders = {});

    const content::Translation& translation() const { return translation_; }

    // Whether the English text is on the paper.
    bool has_used(std::string_view english) const { return used_.contains(english); }

private:
    const content::Translation& translation_;
    std::set<std::string, std::less<>> used_; // English texts
};

} // namespace print
