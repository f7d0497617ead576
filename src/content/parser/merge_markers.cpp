#include "content/parser/merge_markers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace content::parser {

namespace {

constexpr std::string_view conflict_start = "<<<<<<<";
constexpr std::string_view base_start = "|||||||";
constexpr std::string_view other_start = "=======";
constexpr std::string_view conflict_end = ">>>>>>>";

bool is_merge_marker(std::string_view line) {
    return line.starts_with(conflict_start) || line.starts_with(base_start) ||
           line.starts_with(other_start) || line.starts_with(conflict_end);
}

bool is_document_marker(std::string_view line) {
    return line == "---" || line == "..." || line.starts_with("--- ") || line.starts_with("... ");
}

// The lines of one conflict.
struct Conflict {
    std::size_t second_version = 0; // where the part starts that is not kept
    std::size_t end = 0;
};

// Returns nullopt if the markers are not complete.
std::optional<Conflict> find_conflict(const SourceLines& lines, std::size_t start) {
    if (!lines[start].starts_with(conflict_start)) return std::nullopt;
    std::optional<std::size_t> second_version;
    bool has_other = false;
    for (std::size_t line = start + 1; line < lines.size(); ++line) {
        if (lines[line].starts_with(conflict_start)) return std::nullopt;
        const bool is_part =
            lines[line].starts_with(base_start) || lines[line].starts_with(other_start);
        if (is_part && !second_version) second_version = line;
        has_other = has_other || lines[line].starts_with(other_start);
        if (lines[line].starts_with(conflict_end))
            return has_other ? std::optional(Conflict{*second_version, line}) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace

std::vector<SyntaxMistake> remove_markers(RepairedText& text) {
    const SourceLines& lines = text.original_lines();
    std::vector<SyntaxMistake> mistakes;
    bool has_content = false;
    for (std::size_t line = 0; line < lines.size(); ++line) {
        const bool is_marker = is_merge_marker(lines[line]);
        const auto conflict = find_conflict(lines, line);
        if (conflict) {
            mistakes.push_back(
                {{line, 0},
                 conflict_start.size(),
                 fmt::format("lines {} to {} are two versions of the same part", line + 1,
                             conflict->end + 1),
                 "keep one of them, and delete the lines with <<<<<<<, ======= and >>>>>>>"});
            text.remove(line);
            for (line = conflict->second_version; line <= conflict->end; ++line) text.remove(line);
            --line;
        } else if (is_marker) {
            mistakes.push_back({{line, 0},
                                conflict_start.size(),
                                "this line is left over from a merge of two versions",
                                "delete this line"});
            text.remove(line);
        } else if (is_document_marker(lines[line]) && has_content) {
            mistakes.push_back({{line, 0}, 3, "a second document starts here", "delete this line"});
            text.remove(line);
        }
        has_content = has_content || !is_blank_or_comment(lines[line]);
    }
    return mistakes;
}

} // namespace content::parser
