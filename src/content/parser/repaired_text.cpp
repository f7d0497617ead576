#include "content/parser/repaired_text.hpp"

#include <algorithm>

namespace content::parser {

RepairedText::RepairedText(std::string_view original) : original_(split_lines(original)) {
    lines_.reserve(original_.size());
    std::size_t start = 0;
    for (const std::string_view line : original_) {
        lines_.push_back({.text = std::string(line), .original_start = start});
        start += line.size() + 1;
    }
}

void RepairedText::replace_end(SourcePosition from, std::string_view text) {
    Line& line = lines_[from.line];
    const auto column =
        std::max<std::ptrdiff_t>(0, static_cast<std::ptrdiff_t>(from.column) + line.shift);
    line.text.resize(std::min(static_cast<std::size_t>(column), line.text.size()));
    line.text += text;
}

void RepairedText::replace_value(SourcePosition from, std::size_t last_line,
                                 std::string_view before) {
    replace_end(from, std::string(before) + "x");
    lines_[from.line].has_placeholder = true;
    for (std::size_t line = from.line + 1; line <= last_line; ++line) remove(line);
}

bool RepairedText::replace_value_of(std::size_t line_index) {
    Line& line = lines_[line_index];
    std::size_t column = indent_of(line.text);
    while (is_dash(line.text, column))
        column = std::min(line.text.find_first_not_of(' ', column + 1), line.text.size());
    if (const auto key = find_key(std::string_view(line.text).substr(column))) column += key->end;
    const bool has_value = !is_blank_or_comment(std::string_view(line.text).substr(column));
    if (line.has_placeholder || !has_value) return false;
    line.text.resize(column);
    line.text += column == 0 || line.text.back() == ' ' ? "x" : " x";
    line.has_placeholder = true;
    return true;
}

void RepairedText::indent(std::size_t line_index, std::size_t indent) {
    Line& line = lines_[line_index];
    const std::size_t first = leading_whitespace(line.text);
    line.text.replace(0, first, indent, ' ');
    line.shift += static_cast<std::ptrdiff_t>(indent) - static_cast<std::ptrdiff_t>(first);
}

void RepairedText::remove(std::size_t line) {
    lines_[line].text.clear();
}

bool RepairedText::is_removed(std::size_t line) const {
    return lines_[line].text.empty() && !original_[line].empty();
}

std::size_t RepairedText::original_offset(SourcePosition position) const {
    return lines_[position.line].original_start + position.column;
}

std::string_view RepairedText::text() {
    text_.clear();
    starts_.clear();
    starts_.reserve(lines_.size());
    for (const Line& line : lines_) {
        if (!starts_.empty()) text_ += '\n';
        starts_.push_back(text_.size());
        text_ += line.text;
    }
    return text_;
}

bool RepairedText::has_placeholder(std::size_t offset) const {
    return lines_[line_at(offset)].has_placeholder;
}

bool RepairedText::has_doubt(std::size_t from, std::size_t to) const {
    const auto is_empty = [this](std::size_t line) {
        return lines_[line].text.empty() || is_blank_or_comment(lines_[line].text);
    };
    std::size_t first = line_at(from);
    std::size_t last = line_at(to);
    while (first > 0 && is_empty(first - 1)) --first;
    while (last + 1 < lines_.size() && is_empty(last + 1)) ++last;
    const std::size_t end = std::min(last + 2, lines_.size());
    return std::any_of(lines_.begin() + static_cast<std::ptrdiff_t>(first),
                       lines_.begin() + static_cast<std::ptrdiff_t>(end),
                       [](const Line& line) { return line.is_doubtful; });
}

std::size_t RepairedText::line_at(std::size_t offset) const {
    return static_cast<std::size_t>(std::ranges::upper_bound(starts_, offset) - starts_.begin()) -
           1;
}

std::size_t RepairedText::original_offset(std::size_t offset) const {
    const std::size_t index = line_at(offset);
    const Line& line = lines_[index];
    const auto column = static_cast<std::ptrdiff_t>(offset - starts_[index]) - line.shift;
    return line.original_start +
           static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(
               column, 0, static_cast<std::ptrdiff_t>(original_[index].size())));
}

} // namespace content::parser
