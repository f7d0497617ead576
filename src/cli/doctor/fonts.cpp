// Whether everything that is shown can be drawn: each text of each language, as the screens set it.
#include "cli/doctor/probes.hpp"
#include "ui/scene.hpp"

#include <fmt/format.h>

#include <set>

namespace cli::doctor {

namespace {

std::set<std::string> texts_of(const Subject& subject, const content::Translation& language) {
    std::set<std::string> texts{language.name};
    ui::Dress dress;
    dress.language = language.code;
    for (const ui::Scene& scene : ui::scenes(*subject.loaded.content)) {
        const auto kiosk = ui::stage(subject.loaded.content, scene, dress, {}, *subject.typesetter);
        for (const ui::Node& node : kiosk->outline())
            if (node.role != ui::Role::code) texts.insert(node.text);
    }
    return texts;
}

std::set<char32_t> missing(const Subject& subject, const content::Translation& language) {
    std::set<char32_t> all;
    for (const std::string& text : texts_of(subject, language)) {
        for (const text::Face face : {text::Face::regular, text::Face::bold}) {
            text::Setting setting;
            setting.text = text;
            setting.face = face;
            setting.right_to_left = language.right_to_left;
            setting.family = language.font;
            const auto paragraph = subject.typesetter->set(setting);
            all.insert(paragraph->missing.begin(), paragraph->missing.end());
        }
    }
    return all;
}

std::string some(const std::set<char32_t>& characters) {
    constexpr std::size_t most = 5;
    std::vector<std::string> words;
    for (const char32_t character : characters)
        if (words.size() < most)
            words.push_back(fmt::format("U+{:04X}", static_cast<std::uint32_t>(character)));
    return joined(words) + (characters.size() > most ? " and more" : "");
}

} // namespace

Findings look_at_fonts(const Subject& subject) {
    if (subject.typesetter == nullptr)
        return {{Mark::bad, "fonts", "no font can be read", "type: sudo apt install fonts-noto-core"}};
    Findings findings;
    for (const std::string& complaint : subject.typesetter->complaints())
        findings.push_back({Mark::look, "fonts", complaint, "install the package; the kiosk makes do without"});
    if (!subject.loaded.content) return findings; // what is shown instead is for `content` to say
    std::vector<std::string> fine;
    for (const content::Translation& language : subject.loaded.content->languages) {
        const auto lost = missing(subject, language);
        if (lost.empty())
            fine.push_back(language.name);
        else
            findings.push_back({Mark::bad, "fonts",
                                fmt::format("{}: no font has {}", language.name, some(lost)),
                                "install a font that has them, or take the language off the list"});
    }
    if (!fine.empty())
        findings.push_back({Mark::ok, "fonts", fmt::format("every text can be drawn in {}", joined(fine))});
    return findings;
}

} // namespace cli::doctor
