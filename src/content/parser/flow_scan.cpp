#include "content/parser/flow_scan.hpp"

#include "content/parser/quote_advice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace content::parser {

namespace {

char closing_bracket(char opening) {
    return opening == '{' ? '}' : ']';
}

class FlowScanner {
public:
    FlowScanner(const SourceLines& lines, SourcePosition start, int parent_indent)
        : lines_(lines), start_(start), at_(start), parent_indent_(parent_indent) {}

    ScannedValue scan() {
        while (!is_done_ && !result_.mistake) scan_next();
        if (!result_.mistake) check_behind();
        result_.last_line = result_.mistake ? last_line() : at_.line;
        return std::move(result_);
    }

private:
    struct OpenBracket {
        SourcePosition position;
        bool has_colon = false; // in the current entry
    };

    std::string_view rest() const { return lines_[at_.line].substr(at_.column); }

    void fail(SourcePosition position, std::size_t length, std::string message,
              std::string suggestion) {
        result_.mistake =
            SyntaxMistake{position, length, std::move(message), std::move(suggestion)};
    }

    void scan_next() {
        at_.column += std::min(rest().find_first_not_of(" \t"), rest().size());
        if (rest().empty()) {
            next_line();
        } else if (comment_column(lines_[at_.line], at_.column) == at_.column) {
            scan_comment();
        } else if (is_quoted(rest()) && is_at_start_) {
            scan_quoted();
        } else {
            scan_character();
        }
    }

    void next_line() {
        const auto next = next_content_line(lines_, at_.line);
        if (!next) {
            fail_unclosed();
            return;
        }
        at_ = {*next, 0};
        const std::string_view line = lines_[at_.line];
        if (static_cast<int>(indent_of(line)) <= parent_indent_ && starts_entry(line))
            fail_unclosed();
    }

    void fail_unclosed() {
        const OpenBracket& open = open_.back();
        const char bracket = lines_[open.position.line][open.position.column];
        fail(open.position, 1,
             fmt::format("a \"{}\" has no \"{}\"", bracket, closing_bracket(bracket)),
             fmt::format("write {} at its end; or put a text that starts with {} in \"quotes\"",
                         closing_bracket(bracket), bracket));
    }

    void scan_comment() {
        const std::string_view comment = rest().substr(0, rest().find_last_not_of(" \t") + 1);
        const bool is_text = comment.size() > 1 && comment[1] != ' ';
        if (is_text || comment.ends_with('}') || comment.ends_with(']')) {
            fail(at_, comment.size(), lost_text_message,
                 "put the text with # in \"quotes\"; move a comment behind the last bracket");
        }
        at_.column = lines_[at_.line].size();
    }

    void scan_quoted() {
        const SourcePosition from = at_;
        const QuotedEnd end = find_quoted_end(lines_, at_, parent_indent_);
        if (!end.is_closed) {
            fail(at_, 1, "this quote is never closed", "close it at the end of the text");
            return;
        }
        at_ = {end.position.line, end.position.column + 1};
        is_at_start_ = false;
        std::string_view behind = rest();
        behind.remove_prefix(indent_of(behind));
        if (behind.empty() || behind.starts_with('#') ||
            std::string_view(",:}]").find(behind.front()) != std::string_view::npos)
            return;
        const std::string_view key = leading_word(behind);
        const bool is_next_key =
            !key.empty() && behind.substr(key.size()).starts_with(": ") && rest().starts_with(' ');
        if (is_next_key) {
            fail_comma({at_.line, lines_[at_.line].size() - behind.size()}, key);
        } else {
            result_.mistake = inner_flow_quote_mistake(lines_, from, end.position);
        }
    }

    void fail_comma(SourcePosition position, std::string_view key) {
        fail(position, key.size(), fmt::format("a comma is missing before \"{}\"", key),
             "write a comma before it; or put a text with a colon in \"quotes\"");
    }

    void scan_character() {
        const char letter = rest().front();
        if (letter == '{' || letter == '[') {
            open_.push_back({.position = at_});
            is_at_start_ = true;
        } else if (letter == '}' || letter == ']') {
            close(letter);
        } else if (letter == ',') {
            open_.back().has_colon = false;
            is_at_start_ = true;
        } else if (letter == ':' && (rest().size() == 1 || rest()[1] == ' ')) {
            scan_colon();
        } else {
            is_at_start_ = false;
        }
        ++at_.column;
    }

    void scan_colon() {
        is_at_start_ = true;
        if (!std::exchange(open_.back().has_colon, true)) return;
        const std::string_view before = lines_[at_.line].substr(0, at_.column);
        const std::size_t space = before.find_last_of(" {[\t");
        const std::size_t word = space == std::string_view::npos ? 0 : space + 1;
        fail_comma({at_.line, word}, before.substr(word));
    }

    void close(char bracket) {
        const SourcePosition open = open_.back().position;
        const char expected = closing_bracket(lines_[open.line][open.column]);
        if (bracket != expected) {
            fail(at_, 1,
                 fmt::format("\"{}\" does not close \"{}\"", bracket,
                             lines_[open.line][open.column]),
                 fmt::format("write {} here; or put a text with brackets in \"quotes\"", expected));
            return;
        }
        open_.pop_back();
        is_done_ = open_.empty();
        is_at_start_ = false;
    }

    void check_behind() {
        const std::string_view behind = rest();
        if (is_blank_or_comment(behind) && !behind.starts_with('#')) return;
        const std::string_view text = behind.substr(indent_of(behind));
        if (text.find_first_not_of("}] \t") == std::string_view::npos) {
            fail({at_.line, lines_[at_.line].size() - text.size()}, 1,
                 fmt::format("this {} closes nothing", text.front()), "delete it");
            return;
        }
        const char first = lines_[start_.line][start_.column];
        fail(start_, 1, bad_start_message(first),
             quoting_advice(lines_[start_.line].substr(start_.column)));
    }

    // The last line of a value with a mistake: up to the next line that is an entry of its own.
    std::size_t last_line() const {
        if (is_done_) return at_.line;
        std::size_t last = start_.line;
        for (std::size_t line = last + 1; line < lines_.size(); ++line) {
            if (is_blank_or_comment(lines_[line])) continue;
            const std::size_t indent = indent_of(lines_[line]);
            const char first = lines_[line][indent];
            if (static_cast<int>(indent) <= parent_indent_ && first != '}' && first != ']') break;
            last = line;
        }
        return last;
    }

    const SourceLines& lines_;
    SourcePosition start_;
    SourcePosition at_;
    int parent_indent_;
    bool is_at_start_ = true; // of a value or key
    bool is_done_ = false;
    std::vector<OpenBracket> open_;
    ScannedValue result_{};
};

} // namespace

ScannedValue scan_flow(const SourceLines& lines, SourcePosition start, int parent_indent) {
    return FlowScanner(lines, start, parent_indent).scan();
}

} // namespace content::parser
