// A small valid content file, which tests change to make it invalid.
#pragma once

#include "content/load.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace sample {

extern const std::string content; // content.yaml
extern const std::string spanish; // es.yaml, a complete translation of it

// Returns `text` with the first occurrence of `old_text` replaced. Fails the test if there is none.
std::string with(std::string_view old_text, std::string_view new_text, std::string text = content);

// Returns `text`, `times` times.
std::string repeated(int times, const std::string& text);

// Returns `text` with the line "end: true" after it, which content files and translations need. The
// samples do not have it, so that a test can add to them. A text that is no such file is unchanged.
std::string with_end(const std::string& text);

// The files to parse.
struct Files {
    std::string content = sample::content;
    std::optional<std::string> site;
    std::map<std::string, std::string> translations; // by language code
};

// Parses the files, each with its end, with 2026-11-23 as today's date.
content::LoadResult parse(const Files& files, std::span<const std::string_view> ui_strings = {});

// Returns all problems of the files as printed, or an empty text for valid files.
std::string problems(const Files& files, std::span<const std::string_view> ui_strings = {});

// Returns the problems of the sample with one replacement.
std::string problems_with(std::string_view old_text, std::string_view new_text);

} // namespace sample
