// Makes each kind of mistake at many lines of the shipped files. The first problem must be at the
// line that was changed, in words of this program.
#include "content/load.hpp"

#include <doctest/doctest.h>

#include <array>
#include <fstream>
#include <functional>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

namespace {

const std::string source_folder = KIOSK_SOURCE;

std::string read_source(const std::string& name) {
    std::ifstream file(source_folder + "/" + name);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

std::string join(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    return text;
}

// Returns the changed line, or nullopt if this mistake cannot be made in the line.
using Change = std::function<std::optional<std::string>(const std::string&)>;

struct Kind {
    std::string name;
    Change change;
};

std::size_t indent_of(const std::string& line) {
    return line.find_first_not_of(' ');
}

// Returns the offset behind "key: ", or npos if the line has no key with a value.
std::size_t value_offset(const std::string& line) {
    const std::size_t colon = line.find(": ");
    if (line.find_first_of("{[\"") < colon) return std::string::npos;
    return colon == std::string::npos ? colon : colon + 2;
}

Kind value(const std::string& written) {
    return {written, [written](const std::string& line) -> std::optional<std::string> {
                const std::size_t offset = value_offset(line);
                if (offset == std::string::npos || line[offset] == '{' || line[offset] == '[')
                    return std::nullopt;
                return line.substr(0, offset) + written;
            }};
}

Kind replace(const std::string& old_text, const std::string& new_text) {
    return {old_text + " -> " + new_text,
            [=](const std::string& line) -> std::optional<std::string> {
                const std::size_t offset = line.find(old_text);
                const bool is_in_value =
                    offset == std::string::npos || line.find_first_of("{[\"") < offset;
                if (is_in_value) return std::nullopt;
                return std::string(line).replace(offset, old_text.size(), new_text);
            }};
}

// Replaces the end of a line in braces.
Kind end_of_braces(const std::string& written) {
    return {"} -> " + written, [=](const std::string& line) -> std::optional<std::string> {
                if (!line.ends_with("\"}")) return std::nullopt;
                return line.substr(0, line.rfind(": \"") + 2) + written;
            }};
}

Kind indent(const std::string& name, const std::function<std::string(std::size_t)>& new_indent) {
    return {name, [=](const std::string& line) -> std::optional<std::string> {
                const std::size_t size = indent_of(line);
                if (size == 0) return std::nullopt;
                return new_indent(size) + line.substr(size);
            }};
}

Kind insert(const std::string& inserted) {
    return {"insert " + inserted, [=](const std::string& line) -> std::optional<std::string> {
                return inserted + "\n" + line;
            }};
}

// Written instead of a value.
constexpr auto wrong_values = std::to_array<const char*>({"\"Say \"hi\" to us\"",
                                                          "'St. Mary's'",
                                                          "\"Hi\" she said",
                                                          "'It's me",
                                                          "\"no end",
                                                          "no start\"",
                                                          "\"\"two\"\"",
                                                          "''two''",
                                                          "{Talk} to us",
                                                          "[Talk] to us",
                                                          "{no end",
                                                          "[no end",
                                                          "> 5 people",
                                                          ">5",
                                                          "| or",
                                                          "& more",
                                                          "&more",
                                                          "* star",
                                                          "*star",
                                                          "! look",
                                                          "!look",
                                                          "% of all",
                                                          "@home",
                                                          "`tick",
                                                          "#5 people",
                                                          "- dash",
                                                          "? who",
                                                          ": colon",
                                                          ", comma",
                                                          "] bracket",
                                                          "} brace",
                                                          "Room #5",
                                                          "Note: call us",
                                                          "Note:",
                                                          "\"a\\qb\"",
                                                          "\"\\uZZZZ\"",
                                                          "\"x\" y",
                                                          "|9 x"});

std::vector<Kind> all_kinds() {
    std::vector<Kind> kinds{
        replace(": ", " "),
        replace(": ", ":"),
        replace(": ", " = "),
        replace(": ", "："),
        replace("- ", "-"),
        end_of_braces("\"no brace\""),
        end_of_braces("\"bracket\"]"),
        end_of_braces("\"two braces\"}}"),
        end_of_braces("\"Say \"hi\" x\"}"),
        end_of_braces("'St. Mary's'}"),
        end_of_braces("\"no quote}"),
        end_of_braces("Room #5}"),
        indent("one space more", [](std::size_t size) { return std::string(size + 1, ' '); }),
        indent("one space less", [](std::size_t size) { return std::string(size - 1, ' '); }),
        indent("a tab", [](std::size_t) { return std::string("\t"); }),
        indent("tabs", [](std::size_t size) { return std::string(size / 2, '\t'); }),
        indent("a tab more", [](std::size_t size) { return std::string(size, ' ') + "\t"; }),
        indent("a no-break space",
               [](std::size_t size) { return "\u00A0" + std::string(size - 1, ' '); }),
        insert("<<<<<<< ours"),
        insert("======="),
        insert(">>>>>>> theirs"),
        insert("---"),
        insert("%x"),
        insert("\"stray\""),
        insert("}"),
        insert("```"),
    };
    for (const char* written : wrong_values) kinds.push_back(value(written));
    return kinds;
}

// The part of yaml-cpp's messages that no message of this program has.
constexpr std::array<const char*, 12> raw_words{"illegal",   "not found", "scanning", "scalar",
                                                "indicator", "token",     "YAML",     "directive",
                                                "anchor",    "sequence",  "alias",    "unexpected"};

content::LoadResult load(const std::string& content, const std::string& spanish) {
    return content::parse({"content.yaml", content}, std::nullopt,
                          [&](std::string_view) {
                              return content::SourceFile{"es.yaml", spanish};
                          },
                          {});
}

// Checks the first error of a shipped file with a mistake at one of its lines.
void check_first_error(const content::LoadResult& loaded, const std::string& file,
                       std::size_t line_number) {
    const content::Problem* first = nullptr;
    for (const content::Problem& problem : loaded.problems) {
        if (first == nullptr && problem.severity == content::Severity::error) first = &problem;
        for (const char* const word : raw_words)
            CHECK_MESSAGE(problem.message.find(word) == std::string::npos, problem.message);
    }
    REQUIRE(first != nullptr);
    const std::string printed = to_string(*first);
    CAPTURE(printed);
    CHECK(first->file == file);
    CHECK(static_cast<std::size_t>(first->line) == line_number);
}

void sweep(const std::string& file, std::size_t step, const std::string& text,
           const std::function<content::LoadResult(const std::string&)>& load_changed) {
    const std::vector<std::string> lines = split(text);
    std::size_t start = 0;
    for (const Kind& kind : all_kinds()) {
        CAPTURE(kind.name);
        int change_count = 0;
        start = (start + 7) % step;
        for (std::size_t index = start; index < lines.size(); ++index) {
            const std::size_t first = indent_of(lines[index]);
            if (first == std::string::npos || lines[index][first] == '#') continue;
            const auto changed = kind.change(lines[index]);
            if (!changed || lines[index].starts_with("site:")) continue;
            std::vector<std::string> changed_lines = lines;
            changed_lines[index] = *changed;
            CAPTURE(*changed);
            check_first_error(load_changed(join(changed_lines)), file, index + 1);
            ++change_count;
            index += step - 1;
        }
        const bool has_braces = text.find("\"}\n") != std::string::npos;
        CHECK((change_count > 2 || (kind.name.starts_with("} -> ") && !has_braces)));
    }
}

} // namespace

TEST_CASE("each kind of mistake in the shipped content is reported at its line" *
          doctest::test_suite("sweep")) {
    // An empty translation has only warnings, and the shipped one would take most of the time.
    const std::string spanish = "language: {code: es, name: Español, direction: ltr}\n"
                                "texts: []\nend: true\n";
    sweep("content.yaml", 89, read_source("content.yaml"),
          [&](const std::string& changed) { return load(changed, spanish); });
}

TEST_CASE("each kind of mistake in a shipped translation is reported at its line" *
          doctest::test_suite("sweep")) {
    const std::string content = read_source("content.yaml");
    sweep("es.yaml", 211, read_source("assets/translations/es.yaml"),
          [&](const std::string& changed) { return load(content, changed); });
}
