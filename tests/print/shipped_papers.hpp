// The content of this repository, and papers with it.
#pragma once

#include "content/load.hpp"
#include "print/paper.hpp"
#include "ui/strings.hpp"

#include <string>

namespace test {

// The content with all languages that are complete, and with "Lincoln Middle School" as its school.
inline content::Content shipped_content() {
    const std::string folder = KIOSK_SOURCE;
    const content::SourceFile site{"site.yaml",
                                   "school: Lincoln Middle School\nlanguages: [en, es, ar]\n"};
    return *content::load({folder + "/content.yaml", {}, folder + "/assets/translations"}, site,
                          {std::nullopt, ui::ui_strings})
                .content;
}

inline std::string make_paper(const content::Content& content, const std::string& language,
                              const print::PrintOptions& options) {
    return print::make_paper(content, content.translation_or_default(language), options).pdf;
}

} // namespace test
