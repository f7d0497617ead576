// A small content file that is right, for tests to spoil.
#pragma once

#include "content/load.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace sample {

extern const std::string content; // content.yaml
extern const std::string spanish; // es.yaml, for all of it

// The sample with the first `was` replaced.
std::string with(std::string_view old_text, std::string_view new_text, std::string text = content);

struct Files {
    std::string content = sample::content;
    std::optional<std::string> site;
    std::map<std::string, std::string> translations; // by code
};

// On 23 November 2026.
content::LoadResult parse(const Files& files, std::span<const std::string_view> ui_strings = {});

// All problems as printed. Those of a good file: "".
std::string problems(const Files& files, std::span<const std::string_view> ui_strings = {});
std::string problems_with(std::string_view old_text, std::string_view new_text);

} // namespace sample
