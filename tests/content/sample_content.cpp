#include "content/sample_content.hpp"

#include <doctest/doctest.h>

namespace sample {

const std::string content = R"(site:
  school: Sample School
  place: lobby
help_lines:
  - id: crisis
    name: Crisis Lifeline
    need: Crisis line
    call: "988"
    text: {to: "741741", word: HOME}
    remember: Remember 9-8-8.
    answers: A trained person.
    hours: Day and night.
    cost: Free.
    languages: English.
    reports: Private, with limits.
    verified: {on: 2026-09-14, source: its own page}
strip: [crisis]
home:
  headline: You deserve to be safe.
  line: Quiet facts.
  privacy: Nothing you tap here is saved.
sections:
  - id: what
    title: What it is
    icon: help_outline
    lead: It is never your fault.
    blocks:
      - text: There are two kinds.
)";

const std::string spanish = R"(language:
  code: es
  name: Español
  direction: ltr
  reviewed_by: ""
texts:
  - {en: Crisis Lifeline, es: Línea de crisis}
  - {en: Crisis line, es: Crisis}
  - {en: Remember 9-8-8., es: Recuerda 9-8-8.}
  - {en: A trained person., es: Una persona capacitada.}
  - {en: Day and night., es: Día y noche.}
  - {en: Free., es: Gratis.}
  - {en: English., es: Inglés.}
  - {en: "Private, with limits.", es: "Privado, con límites."}
  - {en: You deserve to be safe., es: Mereces estar a salvo.}
  - {en: Quiet facts., es: Datos tranquilos.}
  - {en: Nothing you tap here is saved., es: Nada de lo que tocas se guarda.}
  - {en: What it is, es: Qué es}
  - {en: It is never your fault., es: Nunca es tu culpa.}
  - {en: There are two kinds., es: Hay dos tipos.}
)";

std::string with(std::string_view old_text, std::string_view new_text, std::string text) {
    const auto offset = text.find(old_text);
    REQUIRE_MESSAGE(offset != std::string::npos, std::string(old_text));
    return text.replace(offset, old_text.size(), new_text);
}

std::string repeated(int times, const std::string& text) {
    std::string result;
    for (int i = 0; i < times; ++i) result += text;
    return result;
}

std::string with_end(const std::string& text) {
    const bool has_keys =
        text.find("sections") != std::string::npos || text.find("texts:") != std::string::npos;
    if (!has_keys) return text;
    return text + (text.empty() || text.ends_with('\n') ? "end: true\n" : "\nend: true\n");
}

content::LoadResult parse(const Files& files, std::span<const std::string_view> ui_strings) {
    using namespace std::chrono_literals;
    const auto today = std::chrono::year_month_day{2026y, std::chrono::November, 23d};
    std::optional<content::SourceFile> site;
    if (files.site) site = {"site.yaml", *files.site};
    const auto translation =
        [&](std::string_view language_code) -> std::optional<content::SourceFile> {
        const auto found = files.translations.find(std::string(language_code));
        if (found == files.translations.end()) return std::nullopt;
        return content::SourceFile{found->first + ".yaml", with_end(found->second)};
    };
    return content::parse({"content.yaml", with_end(files.content)}, site, translation,
                          {today, ui_strings, true});
}

std::string problems(const Files& files, std::span<const std::string_view> ui_strings) {
    std::string printed;
    for (const auto& problem : parse(files, ui_strings).problems) printed += to_string(problem);
    return printed;
}

std::string problems_with(std::string_view old_text, std::string_view new_text) {
    Files files;
    files.content = with(old_text, new_text);
    return problems(files);
}

} // namespace sample
