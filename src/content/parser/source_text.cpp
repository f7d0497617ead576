#include "content/parser/source_text.hpp"

#include "base/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace content::parser {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Far more than any text needs. The limit exists because each problem has a copy of its line.
constexpr std::size_t max_line_bytes = 4000;

std::string normalize_line_ends(std::string_view text) {
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    std::string result;
    result.reserve(text.size());
    for (std::size_t offset = 0; offset < text.size(); ++offset) {
        const bool is_before_line_feed = offset + 1 < text.size() && text[offset + 1] == '\n';
        if (text[offset] != '\r') {
            result += text[offset];
        } else if (!is_before_line_feed) {
            result += '\n';
        }
    }
    return result;
}

int count_code_points(std::string_view text) {
    int count = 0;
    for (std::size_t offset = 0; offset < text.size(); ++count) base::decode_next(text, offset);
    return count;
}

std::optional<std::size_t> find_control(std::string_view text) {
    const auto found = std::ranges::find_if(text, [](char byte) {
        const auto value = static_cast<unsigned char>(byte);
        return (value < 0x20 && byte != '\t' && byte != '\n') || value == 0x7F;
    });
    if (found == text.end()) return std::nullopt;
    return static_cast<std::size_t>(found - text.begin());
}

} // namespace

SourceText::SourceText(const SourceFile& file, std::vector<Problem>& problems)
    : name_(file.name), original_size_bytes_(file.text.size()), problems_(&problems) {
    if (original_size_bytes_ <= max_file_bytes) text_ = normalize_line_ends(file.text);
    line_starts_.push_back(0);
    for (std::size_t offset = 0; offset < text_.size(); ++offset) {
        if (text_[offset] == '\n') line_starts_.push_back(offset + 1);
    }
}

int SourceText::line_at(std::size_t offset) const {
    return static_cast<int>(std::ranges::upper_bound(line_starts_, offset) - line_starts_.begin());
}

std::string_view SourceText::line_text(int line_number) const {
    const std::size_t start = line_starts_[static_cast<std::size_t>(line_number) - 1];
    return std::string_view(text_).substr(start, text_.find('\n', start) - start);
}

bool SourceText::validate() {
    if (original_size_bytes_ > max_file_bytes) {
        problems_->push_back(file_problem(name_, too_large_message(original_size_bytes_)));
        return false;
    }
    if (const auto offset = find_control(text_)) {
        const auto byte = static_cast<unsigned char>(text_[*offset]);
        error({*offset, 1}, fmt::format("is not a text file: it contains the byte 0x{:02x}", byte),
              "save it as plain text, UTF-8");
        return false;
    }
    if (const auto offset = base::find_invalid_utf8(text_)) {
        const auto byte = static_cast<unsigned char>(text_[*offset]);
        error({*offset, 1}, fmt::format("is not UTF-8: invalid byte 0x{:02x}", byte),
              "save it as plain text, UTF-8");
        return false;
    }
    for (int line_number = 1; line_number <= static_cast<int>(line_starts_.size()); ++line_number) {
        const std::size_t length = line_text(line_number).size();
        if (length <= max_line_bytes) continue;
        error({line_starts_[static_cast<std::size_t>(line_number) - 1], 1},
              fmt::format("the line is {} bytes long, but at most {} are allowed", length,
                          max_line_bytes),
              "split it into several lines");
        return false;
    }
    return true;
}

void SourceText::error(SourceRange range, std::string message, std::string suggestion) {
    report(Severity::error, range, std::move(message), std::move(suggestion));
}

void SourceText::warn(SourceRange range, std::string message, std::string suggestion) {
    report(Severity::warning, range, std::move(message), std::move(suggestion));
}

void SourceText::report(Severity severity, SourceRange range, std::string message,
                        std::string suggestion) {
    const std::size_t offset = std::min(range.offset, text_.size());
    const int line_number = line_at(offset);
    // This shortens only lines that are too long. The problem with such a line is at its start.
    const std::string_view source_line = line_text(line_number).substr(0, max_line_bytes);
    const std::size_t before = offset - line_starts_[static_cast<std::size_t>(line_number) - 1];
    const std::string_view marked =
        source_line.substr(std::min(before, source_line.size())).substr(0, range.length);
    problems_->push_back({.severity = severity,
                          .file = name_,
                          .line = line_number,
                          .column = count_code_points(source_line.substr(0, before)) + 1,
                          .message = std::move(message),
                          .source_line = std::string(source_line),
                          .length = std::max(1, count_code_points(marked)),
                          .suggestion = std::move(suggestion)});
}

Problem file_problem(std::string name, std::string message, std::string suggestion) {
    Problem problem;
    problem.file = std::move(name);
    problem.message = std::move(message);
    problem.suggestion = std::move(suggestion);
    return problem;
}

Problem file_warning(std::string name, std::string message, std::string suggestion) {
    Problem problem = file_problem(std::move(name), std::move(message), std::move(suggestion));
    problem.severity = Severity::warning;
    return problem;
}

std::string too_large_message(std::size_t size_bytes) {
    constexpr double megabyte = 1'000'000;
    // Rounded up, so that a file of 1.04 MB is not reported as 1 MB.
    const double tenths = std::ceil(static_cast<double>(size_bytes) / megabyte * 10);
    return fmt::format("is {:g} MB, at most {} MB", tenths / 10, max_file_bytes / 1'000'000);
}

} // namespace content::parser
