#include "sample.hpp"

#include <doctest/doctest.h>

namespace sample {

const std::string content = R"(site:
  school: Sample School
  place: lobby
help_lines:
  - id: crisis
    name: Crisis Lifeline
    label: Crisis line
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

std::string with(std::string_view was, std::string_view is, std::string text) {
    const auto at = text.find(was);
    REQUIRE_MESSAGE(at != std::string::npos, std::string(was));
    return text.replace(at, was.size(), is);
}

content::Loaded parse(const Files& files, std::span<const std::string_view> interface) {
    using namespace std::chrono_literals;
    const auto today = std::chrono::year_month_day{2026y, std::chrono::November, 23d};
    std::optional<content::Document> site;
    if (files.site) site = {"site.yaml", *files.site};
    const auto translation = [&](std::string_view code) -> std::optional<content::Document> {
        const auto found = files.translations.find(std::string(code));
        if (found == files.translations.end()) return std::nullopt;
        return content::Document{found->first + ".yaml", found->second};
    };
    return content::parse({"content.yaml", files.content}, site, translation, {today, interface});
}

std::string problems(const Files& files, std::span<const std::string_view> interface) {
    std::string printed;
    for (const auto& problem : parse(files, interface).problems) printed += to_string(problem);
    return printed;
}

std::string problems_with(std::string_view was, std::string_view is) {
    Files files;
    files.content = with(was, is);
    return problems(files);
}

} // namespace sample
