// Checks that the fonts have every character of every screen in every language, regular and bold.
#include "commands/doctor/checks.hpp"
#include "preview/screen_list.hpp"

#include <fmt/format.h>

#include <set>

namespace commands::doctor {

namespace {

std::set<std::string> collect_texts(const DoctorContext& context,
                                    const content::Translation& language) {
    std::set<std::string> texts{language.name};
    preview::ViewOptions view_options;
    view_options.language = language.code;
    for (const preview::Screen& screen : preview::content_screens(*context.loaded.content)) {
        const auto kiosk = preview::open_screen(context.loaded.content, screen, view_options, {},
                                                *context.typesetter);
        for (const ui::OutlineNode& node : kiosk->outline())
            if (node.role != ui::Role::qr_code) texts.insert(node.text);
    }
    return texts;
}

std::set<char32_t> missing_characters(const DoctorContext& context,
                                      const content::Translation& language) {
    std::set<char32_t> all;
    for (const std::string& text : collect_texts(context, language)) {
        for (const text::Face face : {text::Face::regular, text::Face::bold}) {
            text::TextSpec spec;
            spec.text = text;
            spec.face = face;
            spec.is_right_to_left = language.is_right_to_left;
            spec.family = language.font;
            const auto paragraph = context.typesetter->layout(spec);
            all.insert(paragraph->missing.begin(), paragraph->missing.end());
        }
    }
    return all;
}

std::string list_some(const std::set<char32_t>& characters) {
    constexpr std::size_t max_listed = 5;
    std::vector<std::string> code_points;
    for (const char32_t character : characters)
        if (code_points.size() < max_listed)
            code_points.push_back(fmt::format("U+{:04X}", static_cast<std::uint32_t>(character)));
    return join(code_points) + (characters.size() > max_listed ? " and more" : "");
}

} // namespace

Findings check_fonts(const DoctorContext& context) {
    if (context.typesetter == nullptr)
        return {{Status::error, "fonts", "no font can be loaded",
                 "type: sudo apt install fonts-noto-core"}};
    Findings findings;
    for (const std::string& warning : context.typesetter->warnings())
        findings.push_back({Status::warning, "fonts", warning,
                            "install the package; until then, the kiosk uses another font"});
    if (!context.loaded.content) return findings; // check_content() reports this
    std::vector<std::string> complete_languages;
    for (const content::Translation& language : context.loaded.content->translations) {
        const auto missing = missing_characters(context, language);
        if (missing.empty())
            complete_languages.push_back(language.name);
        else
            findings.push_back(
                {Status::error, "fonts",
                 fmt::format("{}: no font has the characters {}", language.name,
                             list_some(missing)),
                 "install a font that has them, or remove the language from \"languages\""});
    }
    if (!complete_languages.empty())
        findings.push_back(
            {Status::ok, "fonts",
             fmt::format("the fonts have every character of {}", join(complete_languages))});
    return findings;
}

} // namespace commands::doctor
