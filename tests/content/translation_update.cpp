#include "content/translation_update.hpp"

#include "content/sample_content.hpp"

#include <doctest/doctest.h>

#include <array>

namespace {

constexpr std::array<std::string_view, 2> ui_strings{"More", "Back"};

// The English texts of the sample content, with one replacement.
class English {
public:
    explicit English(const std::string& content = sample::content)
        : loaded_(sample::parse({.content = content, .site = {}, .translations = {}})) {}

    content::parser::EnglishTexts texts() const { return {loaded_.texts, ui_strings}; }

private:
    content::LoadResult loaded_;
};

const std::string spanish_pairs = R"(# Spanish
language: {code: es, name: Español, direction: ltr}

texts:
  # home
  - en: "You deserve to be safe."
    es: "Mereces estar a salvo." # said by Ana
  - en: Quiet facts.
    es: 'Datos tranquilos.'
  - en: "Nothing you tap here is saved."
    es: "Nada de lo que tocas se guarda."

  # words to text
  - en: "HOME"
    es: ""
  - en: "More"
    es: "Más"

# the end
end: true
)";

content::TranslationFile read_translation(const std::string& text) {
    std::vector<content::Problem> problems;
    auto file = content::read_translation_file({"es.yaml", text}, "es", problems);
    REQUIRE(file);
    CHECK(problems.empty());
    return *file;
}

std::string updated(const std::string& text, const English& english) {
    content::TranslationFile file = read_translation(text);
    content::update_pairs(file, english.texts());
    return content::to_yaml(file, text);
}

std::string refusal(const std::string& text) {
    std::vector<content::Problem> problems;
    CHECK_FALSE(content::read_translation_file({"es.yaml", text}, "es", problems).has_value());
    REQUIRE(problems.size() == 1);
    return problems.front().message;
}

} // namespace

TEST_CASE("translation file: it is divided and put together without a change") {
    CHECK(content::to_yaml(read_translation(spanish_pairs), spanish_pairs) == spanish_pairs);
    std::string windows = spanish_pairs;
    for (std::size_t at = 0; (at = windows.find('\n', at)) != std::string::npos; at += 2)
        windows.insert(at, "\r");
    windows.insert(0, "\xEF\xBB\xBF");
    CHECK(content::to_yaml(read_translation(windows), windows) == windows);
}

TEST_CASE("translation file: one that cannot be divided without a loss is refused") {
    CHECK(refusal("language: {code: es}\ntexts: [{en: a, es: b}]\nend: true\n") ==
          "this pair does not start on a line of its own");
    CHECK(refusal("language: {code: es}\ntexts: []\nend: true\n") ==
          "this file has no pairs of texts");
}

TEST_CASE("update: new texts are added behind the text before them, and all else stays") {
    const std::string text = updated(spanish_pairs, English());
    CHECK(text.starts_with(
        sample::with("# said by Ana\n", "# said by Ana\n  - en: \"Crisis line\"\n    es: \"\"\n",
                     spanish_pairs.substr(0, spanish_pairs.find("\n  # words to text"))) +
        "  - en: \"What it is\"\n    es: \"\"\n"));
    CHECK(text.find("\n\n  # words to text\n  - en: \"HOME\"\n    es: \"\"\n") !=
          std::string::npos);
    CHECK(text.ends_with("    es: \"Más\"\n  - en: \"Back\"\n    es: \"\"\n"
                         "\n# the end\nend: true\n"));
    CHECK(updated(text, English()) == text); // a second update changes nothing
}

TEST_CASE("update: a text that was changed has the old pair beside it, until it is translated") {
    const English english(sample::with("Nothing you tap here is saved.", "Nothing here is saved."));
    const std::string text = updated(spanish_pairs, english);
    const std::string changed = "  - en: \"Nothing here is saved.\"\n"
                                "    es: \"\"\n"
                                "    old_en: \"Nothing you tap here is saved.\"\n"
                                "    old_es: \"Nada de lo que tocas se guarda.\"\n";
    CHECK(text.find(changed) != std::string::npos);
    CHECK(updated(text, english) == text);
    const std::string translated = sample::with(changed.substr(0, changed.find("    old_en")),
                                                "  - en: \"Nothing here is saved.\"\n"
                                                "    es: \"Aquí nada se guarda.\"\n",
                                                text);
    CHECK(updated(translated, english).find("old_en") == std::string::npos);
    CHECK(updated(translated, english).find("es: \"Aquí nada se guarda.\"\n") != std::string::npos);
}

TEST_CASE("update: a text that is changed twice before it is translated keeps the translation") {
    const English once(sample::with("Nothing you tap here is saved.", "Nothing here is saved."));
    const English twice(
        sample::with("Nothing you tap here is saved.", "Nothing here is ever saved."));
    const std::string text = updated(updated(spanish_pairs, once), twice);
    CHECK(text.find("  - en: \"Nothing here is ever saved.\"\n"
                    "    es: \"\"\n"
                    "    old_en: \"Nothing you tap here is saved.\"\n"
                    "    old_es: \"Nada de lo que tocas se guarda.\"\n") != std::string::npos);
    CHECK(text.find("\"Nothing here is saved.\"") == std::string::npos);
}

TEST_CASE("update: a pair that is not used any more stays and is listed, with its comments") {
    const English english(sample::with("You deserve to be safe.", "Help is here."));
    content::TranslationFile file = read_translation(spanish_pairs);
    const content::UpdateReport report = content::update_pairs(file, english.texts());
    CHECK(report.stale == std::vector<std::string>{"You deserve to be safe."});
    CHECK(report.changed.empty());
    CHECK(report.kept_count == 4);
    CHECK(content::to_yaml(file, "").find("  # home\n"
                                          "  - en: \"You deserve to be safe.\"\n"
                                          "    es: \"Mereces estar a salvo.\" # said by Ana\n") !=
          std::string::npos);
}

TEST_CASE("update: a comment beside a text that was changed is kept above it") {
    const English english(sample::with("You deserve to be safe.", "You deserve to be very safe."));
    CHECK(updated(spanish_pairs, english)
              .find("  # home\n"
                    "  # said by Ana\n"
                    "  - en: \"You deserve to be very safe.\"\n"
                    "    es: \"\"\n"
                    "    old_en: \"You deserve to be safe.\"\n") != std::string::npos);
}

TEST_CASE("update: a new file has every text in the order of the screens, and words stay English") {
    content::TranslationFile file = content::make_translation_file("so.yaml", "so", "Soomaali");
    const auto report = content::update_pairs(file, English().texts());
    CHECK(report.added.size() == file.pairs.size());
    const std::string text = content::to_yaml(file, "");
    CHECK(text.find("  name: \"Soomaali\"\n  direction: ltr\n  reviewed_by: \"\"\n\ntexts:\n"
                    "  # home\n  - en: \"Crisis line\"\n    so: \"\"\n") != std::string::npos);
    CHECK(text.find("\n  # section: what\n  - en: \"It is never your fault.\"\n") !=
          std::string::npos);
    CHECK(text.find("\n  # help line: crisis\n") != std::string::npos);
    CHECK(text.find("  - en: \"HOME\"\n    so: \"HOME\"\n") != std::string::npos);
    CHECK(
        text.ends_with("  - en: \"Back\"\n    so: \"\"\n\n# Everything above is read only if this "
                       "line is there, so that a file that was cut off is never shown.\n"
                       "end: true\n"));
    CHECK(content::make_translation_file("ar.yaml", "ar", "العربية").head.find("direction: rtl") !=
          std::string::npos);
}

TEST_CASE("exchange: a translation is changed in place, and nothing else is") {
    content::TranslationFile file = read_translation(spanish_pairs);
    auto table = content::make_exchange_table(file, English().texts());
    std::vector<content::Problem> problems;
    content::parser::SourceText source({"es.po", std::string(100, 'x')}, problems);
    CHECK(content::apply_exchange_table(table, source, English().texts(), file) == 0);
    CHECK(content::to_yaml(file, "") == spanish_pairs);
    for (auto& text : table.texts) {
        if (text.english == "You deserve to be safe.") text.target = "Mereces seguridad.";
        if (text.english == "Quiet facts.") text.target = "Datos \"puros\".";
        if (text.english == "HOME") CHECK(text.target == "-");
    }
    CHECK(content::apply_exchange_table(table, source, English().texts(), file) == 2);
    CHECK(problems.empty());
    CHECK(
        content::to_yaml(file, "") ==
        sample::with("'Datos tranquilos.'", "\"Datos \\\"puros\\\".\"",
                     sample::with("Mereces estar a salvo.", "Mereces seguridad.", spanish_pairs)));
}

TEST_CASE("exchange: the room of a text that is used twice is that of the smaller place") {
    const English english(sample::with("title: What it is", "title: Crisis line"));
    content::TranslationFile file = read_translation(spanish_pairs);
    for (const auto& text : content::make_exchange_table(file, english.texts()).texts)
        if (text.english == "Crisis line") {
            CHECK(text.max_characters == 36);
            CHECK(text.screen == "home");
        }
}

TEST_CASE(
    "exchange: a translation of an English text that has changed since becomes its old pair") {
    content::TranslationFile file = read_translation(spanish_pairs);
    const auto table = content::make_exchange_table(file, English().texts());
    const English changed(sample::with("Quiet facts.", "Quiet, calm facts."));
    content::TranslationFile empty = content::make_translation_file("es.yaml", "es", "Español");
    content::update_pairs(empty, changed.texts());
    std::vector<content::Problem> problems;
    content::parser::SourceText source({"es.po", std::string(100, 'x')}, problems);
    CHECK(content::apply_exchange_table(table, source, changed.texts(), empty) > 0);
    CHECK_FALSE(content::has_error(problems));
    content::update_pairs(empty, changed.texts());
    CHECK(content::to_yaml(empty, "").find("  - en: \"Quiet, calm facts.\"\n"
                                           "    es: \"\"\n"
                                           "    old_en: \"Quiet facts.\"\n"
                                           "    old_es: \"Datos tranquilos.\"\n") !=
          std::string::npos);
}
