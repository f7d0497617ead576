#include "content/reading/source.hpp"

#include "content/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace content::reading {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// No text comes near it, and every problem carries its line with it.
constexpr std::size_t longest_line = 4000; // bytes

std::string with_plain_line_ends(std::string_view text) {
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool before_line_feed = at + 1 < text.size() && text[at + 1] == '\n';
        if (text[at] != '\r') {
            plain += text[at];
        } else if (!before_line_feed) {
            plain += '\n';
        }
    }
    return plain;
}

int count_code_points(std::string_view text) {
    int count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) next_character(text, at);
    return count;
}

std::optional<std::size_t> first_control(std::string_view text) {
    const auto found = std::ranges::find_if(text, [](char byte) {
        const auto value = static_cast<unsigned char>(byte);
        return (value < 0x20 && byte != '\t' && byte != '\n') || value == 0x7F;
    });
    if (found == text.end()) return std::nullopt;
    return static_cast<std::size_t>(found - text.begin());
}

} // namespace

Source::Source(const Document& document, std::vector<Problem>& problems)
    : name_(document.name), size_as_given_(document.text.size()), problems_(&problems) {
    if (size_as_given_ <= largest_document) text_ = with_plain_line_ends(document.text);
    line_starts_.push_back(0);
    for (std::size_t at = 0; at < text_.size(); ++at) {
        if (text_[at] == '\n') line_starts_.push_back(at + 1);
    }
}

int Source::line(std::size_t at) const {
    return static_cast<int>(std::ranges::upper_bound(line_starts_, at) - line_starts_.begin());
}

std::string_view Source::line_text(int line) const {
    const std::size_t start = line_starts_[static_cast<std::size_t>(line) - 1];
    return std::string_view(text_).substr(start, text_.find('\n', start) - start);
}

bool Source::readable() {
    if (size_as_given_ > largest_document) {
        problems_->push_back(problem_of_file(name_, too_big(size_as_given_)));
        return false;
    }
    if (const auto at = first_control(text_)) {
        const auto byte = static_cast<unsigned char>(text_[*at]);
        error({*at, 1}, fmt::format("is not a text file: it has the byte 0x{:02x}", byte),
              "save it as plain text, UTF-8");
        return false;
    }
    if (const auto at = first_bad_byte(text_)) {
        const auto byte = static_cast<unsigned char>(text_[*at]);
        error({*at, 1}, fmt::format("is not UTF-8: the byte 0x{:02x} cannot stand here", byte),
              "save it as plain text, UTF-8");
        return false;
    }
    for (int number = 1; number <= static_cast<int>(line_starts_.size()); ++number) {
        const std::size_t length = line_text(number).size();
        if (length <= longest_line) continue;
        error({line_starts_[static_cast<std::size_t>(number) - 1], 1},
              fmt::format("the line is {} bytes long, at most {}", length, longest_line),
              "break it into several");
        return false;
    }
    return true;
}

void Source::error(Span where, std::string message, std::string instead) {
    report(Severity::error, where, std::move(message), std::move(instead));
}

void Source::warn(Span where, std::string message, std::string instead) {
    report(Severity::warning, where, std::move(message), std::move(instead));
}

void Source::report(Severity severity, Span where, std::string message, std::string instead) {
    const std::size_t at = std::min(where.at, text_.size());
    const int number = line(at);
    // Only an over-long line is cut here: the caret of its problem stands at its start.
    const std::string_view written = line_text(number).substr(0, longest_line);
    const std::size_t before = at - line_starts_[static_cast<std::size_t>(number) - 1];
    const std::string_view marked = written.substr(std::min(before, written.size())).substr(0, where.length);
    problems_->push_back({.severity = severity,
                          .file = name_,
                          .line = number,
                          .column = count_code_points(written.substr(0, before)) + 1,
                          .message = std::move(message),
                          .source = std::string(written),
                          .length = std::max(1, count_code_points(marked)),
                          .instead = std::move(instead)});
}

Problem problem_of_file(std::string name, std::string message, std::string instead) {
    Problem problem;
    problem.file = std::move(name);
    problem.message = std::move(message);
    problem.instead = std::move(instead);
    return problem;
}

std::string too_big(std::size_t bytes) {
    constexpr double megabyte = 1'000'000;
    const double tenths = std::ceil(static_cast<double>(bytes) / megabyte * 10); // up: 1.04 MB is not 1.0 MB
    return fmt::format("is {:g} MB, at most {} MB", tenths / 10, largest_document / 1'000'000);
}

} // namespace content::reading
