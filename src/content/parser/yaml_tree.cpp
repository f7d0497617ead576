#include "content/parser/yaml_tree.hpp"

#include "content/parser/parser_failure.hpp"
#include "content/parser/plain_text.hpp"
#include "content/parser/quote_advice.hpp"
#include "content/parser/repaired_text.hpp"
#include "content/parser/syntax_mistakes.hpp"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>
#include <utility>

namespace content::parser {

namespace {

constexpr std::size_t max_depth = 12;      // content.yaml needs 7
constexpr std::size_t max_values = 20'000; // content.yaml needs about 2,000

// A problem at a position of the original text.
struct Report {
    Severity severity = Severity::error;
    SourceRange range;
    std::string message;
    std::string suggestion;
};

// Thrown to stop the YAML parser.
struct ParseAborted {
    Report reason;
    bool is_limit = false; // the file is too large in some way, but may be valid
};

// Returns how many bytes of the file to underline for a scalar. `value` alone is not enough,
// because escape sequences and line folding make it different from the text in the file.
std::size_t length_of(std::string_view remainder, std::string_view value) {
    const std::string_view line = remainder.substr(0, remainder.find('\n'));
    if (is_quoted(remainder)) return std::min(closing_quote(remainder) + 1, line.size());
    const bool is_block = line.starts_with('|') || line.starts_with('>');
    if (line.empty() || is_block) return 1;
    return line.starts_with(value) ? value.size() : line.size();
}

// Builds the tree from the parser's events. Unlike yaml-cpp's own tree, the events have positions
// and repeated keys, and they do not expand aliases, so aliases cannot make the tree grow without
// limit.
class TreeBuilder : public YAML::EventHandler {
public:
    // `parsed` is text.text(). The reports are added to `reports`.
    TreeBuilder(const RepairedText& text, std::string_view parsed, std::vector<Report>& reports)
        : text_(&text), parsed_(parsed), reports_(&reports) {}

    YamlNode take() { return std::move(root_); }

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (++document_count_ == 1) return;
        abort(offset(mark), "this does not belong to the lines above",
              "check the spaces before it, and the quotes and brackets above");
    }
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        YamlNode node = make_node(YamlNode::Kind::null, mark, "?", anchor);
        node.range.offset = null_offset(offset(mark));
        const std::size_t dash = parsed_.rfind('\n', node.range.offset) + 1;
        const std::string_view line = parsed_.substr(dash, parsed_.find('\n', dash) - dash);
        const std::size_t indent = indent_of(line);
        if (is_in_sequence() && is_dash(line, indent) && check_lost_value(dash + indent + 1))
            node.kind = YamlNode::Kind::invalid;
        add(std::move(node));
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
        YamlNode node;
        node.kind = YamlNode::Kind::invalid;
        node.range.offset = offset(mark);
        report_bad_start(node.range.offset);
        add(std::move(node));
    }

    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        YamlNode node = make_node(YamlNode::Kind::scalar, mark, tag, anchor);
        const std::string_view source = parsed_.substr(node.range.offset);
        if (is_quoted(source) && is_unclosed_quote(parsed_, node.range.offset))
            abort(node.range.offset, "this quote is never closed",
                  "close it at the end of the text");
        node.range.length = length_of(source, value);
        node.text = value;
        node.is_unquoted = tag == "?";
        if (node.kind == YamlNode::Kind::scalar) check_text(node, source);
        add(std::move(node));
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        open(make_node(YamlNode::Kind::sequence, mark, tag, anchor));
    }
    void OnSequenceEnd() override { close(); }

    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override {
        open(make_node(YamlNode::Kind::mapping, mark, tag, anchor));
        open_nodes_.back().is_flow = style == YAML::EmitterStyle::Flow;
    }
    void OnMapEnd() override { close(); }

private:
    // A sequence or mapping whose end has not been parsed yet. Positions in nodes are those of the
    // parsed text until they are added to the tree.
    struct OpenNode {
        YamlNode node;
        std::optional<YamlNode> key;               // of the next value
        std::map<std::string, std::size_t> seen{}; // keys and their offsets
        bool is_flow = false;                      // in braces
    };

    std::size_t offset(const YAML::Mark& mark) const {
        return std::min(static_cast<std::size_t>(std::max(mark.pos, 0)), parsed_.size());
    }

    SourceRange original(SourceRange range) const {
        return {text_->original_offset(range.offset), range.length};
    }

    // Problems on a line with a placeholder have been reported by repair_syntax().
    void report(SourceRange range, std::string message, std::string suggestion,
                Severity severity = Severity::error) {
        if (text_->has_placeholder(range.offset)) return;
        reports_->push_back({severity, original(range), std::move(message), std::move(suggestion)});
    }

    [[noreturn]] void abort(std::size_t offset, std::string message, std::string suggestion) const {
        throw ParseAborted{
            {Severity::error, original({offset, 1}), std::move(message), std::move(suggestion)}};
    }

    [[noreturn]] void abort_at_limit(std::size_t offset, std::string message) const {
        throw ParseAborted{{Severity::error, original({offset, 1}), std::move(message), {}}, true};
    }

    bool is_in_sequence() const {
        return !open_nodes_.empty() && open_nodes_.back().node.kind == YamlNode::Kind::sequence;
    }

    void report_bad_start(std::size_t offset) {
        const std::string_view source = parsed_.substr(offset);
        report({offset, 1}, bad_start_message(source.empty() ? ' ' : source.front()),
               quoting_advice(without_comment(source.substr(0, source.find('\n')))));
    }

    void report_doubt(std::size_t offset, TextDoubt doubt) {
        report({offset + doubt.offset, doubt.length}, std::move(doubt.message),
               std::move(doubt.suggestion), doubt.severity);
    }

    void check_text(YamlNode& node, std::string_view source) {
        const bool is_block = source.starts_with('|') || source.starts_with('>');
        // ">5" is the start of a block text of five columns, but was not meant so.
        const bool has_digit =
            source.substr(0, source.find_first_of(" \n")).find_first_of("123456789") !=
            std::string_view::npos;
        if (is_block && node.text.empty() && has_digit) {
            report_bad_start(node.range.offset);
            node.kind = YamlNode::Kind::invalid;
        }
        if (is_block || !node.is_unquoted) return;
        auto doubt = find_doubt(source, node.text);
        if (!doubt) return;
        if (doubt->severity == Severity::error) node.kind = YamlNode::Kind::invalid;
        if (doubt->hides_keys && !open_nodes_.empty()) open_nodes_.back().node.is_incomplete = true;
        report_doubt(node.range.offset, std::move(*doubt));
    }

    // Returns whether what was taken for a comment is likely to be the value behind `offset`.
    bool check_lost_value(std::size_t offset) {
        auto doubt = find_lost_value(parsed_.substr(offset));
        if (doubt) report_doubt(offset, std::move(*doubt));
        return doubt.has_value();
    }

    // The parser reports a missing value at the position of the next token. Returns the position
    // where the value is missing.
    std::size_t null_offset(std::size_t offset) const {
        const std::string_view here = parsed_.substr(offset);
        const bool is_written = here.starts_with('~') || here.starts_with("null") ||
                                here.starts_with("Null") || here.starts_with("NULL");
        if (is_written) return offset;
        const std::size_t before = parsed_.find_last_not_of(" \n", offset == 0 ? 0 : offset - 1);
        return before == std::string::npos ? offset : before;
    }

    YamlNode make_node(YamlNode::Kind kind, const YAML::Mark& mark, const std::string& tag,
                       YAML::anchor_t anchor) {
        YamlNode node;
        node.kind = kind;
        node.range.offset = offset(mark);
        last_offset_ = std::max(last_offset_, node.range.offset);
        if (++value_count_ > max_values)
            abort_at_limit(node.range.offset, fmt::format("has more than {} values", max_values));
        const bool has_tag =
            (tag != "?" && tag != "!") || parsed_.substr(node.range.offset).starts_with('!');
        if (anchor == 0 && !has_tag) return node;
        report_bad_start(node.range.offset);
        if (kind == YamlNode::Kind::null || kind == YamlNode::Kind::scalar)
            node.kind = YamlNode::Kind::invalid;
        return node;
    }

    void open(YamlNode node) {
        if (open_nodes_.size() == max_depth)
            abort_at_limit(node.range.offset,
                           fmt::format("is nested more than {} levels deep", max_depth));
        open_nodes_.push_back({std::move(node), std::nullopt});
    }

    void close() {
        YamlNode node = std::move(open_nodes_.back().node);
        open_nodes_.pop_back();
        if (node.kind == YamlNode::Kind::mapping &&
            text_->has_doubt(node.range.offset, last_offset_))
            node.is_incomplete = true;
        if (text_->is_doubtful(node.range.offset) && is_in_sequence())
            node.kind = YamlNode::Kind::invalid;
        add(std::move(node));
    }

    void add(YamlNode node) {
        const bool is_key = !open_nodes_.empty() && !is_in_sequence() && !open_nodes_.back().key;
        if (is_key) {
            open_nodes_.back().key = std::move(node);
            return;
        }
        const bool is_leaf =
            node.kind == YamlNode::Kind::scalar || node.kind == YamlNode::Kind::null;
        if (is_leaf && text_->has_placeholder(node.range.offset))
            node.kind = YamlNode::Kind::invalid;
        if (!open_nodes_.empty() && !is_in_sequence()) {
            add_value(open_nodes_.back(), std::move(node));
            return;
        }
        node.range = original(node.range);
        if (open_nodes_.empty()) {
            root_ = std::move(node);
        } else {
            open_nodes_.back().node.items.push_back(std::move(node));
        }
    }

    void add_value(OpenNode& map, YamlNode value) {
        const YamlNode key = *std::exchange(map.key, std::nullopt);
        if (key.kind != YamlNode::Kind::scalar) {
            if (key.kind != YamlNode::Kind::invalid) report(key.range, "a key must be text", {});
            return;
        }
        if (key.is_unquoted && key.text.find_first_of("\"{[") != std::string::npos)
            abort(key.range.offset, "a colon is missing here", "write it behind the key");
        if (key.is_unquoted && leading_whitespace(key.text) > 0)
            abort(key.range.offset, "this looks like a space, but is another character",
                  "delete it, and write a space");
        if (value.kind == YamlNode::Kind::null && check_empty_value(map, key, value)) return;
        const auto [first, is_new] = map.seen.try_emplace(key.text, key.range.offset);
        if (!is_new) {
            report(key.range,
                   fmt::format("{} is already on line {}", quote(key.text),
                               text_->line_at(first->second) + 1),
                   "keep one of the two");
            return;
        }
        value.range = original(value.kind == YamlNode::Kind::null ? key.range : value.range);
        map.node.entries.push_back({key.text, original(key.range), std::move(value)});
    }

    // Reports why a key has no value, if that is certain. Returns whether the key is none.
    bool check_empty_value(OpenNode& map, const YamlNode& key, YamlNode& value) {
        const std::size_t end = std::min(
            parsed_.find_first_not_of(' ', key.range.offset + key.range.length), parsed_.size());
        if (parsed_.substr(end).starts_with(':')) {
            if (check_lost_value(end + 1)) value.kind = YamlNode::Kind::invalid;
            return false;
        }
        if (!map.is_flow || !key.is_unquoted) return false;
        map.node.is_incomplete = true;
        if (const auto wrong = find_wrong_colon(key.text)) {
            const std::size_t colon = parsed_.find(wrong->colon, key.range.offset);
            report({colon, wrong->colon.size()}, "a space is missing after the colon",
                   fmt::format("write \"{}:\" and a space", wrong->key));
        } else {
            report(key.range, fmt::format("{} has no colon and no value", quote(key.text)),
                   "if it is part of the text before the comma, put that text in \"quotes\"");
        }
        return true;
    }

    const RepairedText* text_;
    std::string_view parsed_;
    std::vector<Report>* reports_;
    YamlNode root_;
    std::vector<OpenNode> open_nodes_;
    std::size_t value_count_ = 0;
    std::size_t last_offset_ = 0; // of all nodes so far
    int document_count_ = 0;
};

// The result of parsing a text once.
struct Attempt {
    std::optional<YamlNode> root; // not set if the text is not valid YAML
    std::vector<Report> reports;
    std::optional<ParseAborted> failure;
};

Attempt parse_once(RepairedText& text) {
    Attempt attempt;
    const std::string_view parsed = text.text();
    std::istringstream stream{std::string(parsed)};
    TreeBuilder builder(text, parsed, attempt.reports);
    try {
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(builder)) {
        }
        attempt.root = builder.take();
    } catch (const ParseAborted& aborted) {
        attempt.failure = aborted;
    } catch (const YAML::Exception& exception) {
        const auto [message, suggestion] = explain_parser_message(exception.msg);
        const auto offset = static_cast<std::size_t>(std::max(exception.mark.pos, 0));
        const SourceRange range{text.original_offset(std::min(offset, parsed.size())), 1};
        attempt.failure = ParseAborted{{Severity::error, range, message, suggestion}};
    }
    return attempt;
}

void report_to(SourceText& source, const Report& report) {
    if (report.severity == Severity::error) {
        source.error(report.range, report.message, report.suggestion);
    } else {
        source.warn(report.range, report.message, report.suggestion);
    }
}

// Reports the mistakes that make a text invalid, and parses it without them. What only the parser
// knows, an unknown escape for example, is reported line by line.
Attempt parse_repaired(SourceText& source, RepairedText& text) {
    constexpr int max_attempts = 12;
    std::set<int> reported_lines;
    const auto report_once = [&](const Report& report) {
        if (reported_lines.insert(source.line_at(report.range.offset)).second)
            report_to(source, report);
    };
    for (const SyntaxMistake& mistake : repair_syntax(text)) {
        report_once({Severity::error,
                     {text.original_offset(mistake.position), mistake.length},
                     mistake.message,
                     mistake.suggestion});
    }
    Attempt attempt = parse_once(text);
    for (int i = 1; i < max_attempts && attempt.failure && !attempt.failure->is_limit; ++i) {
        const int line = source.line_at(attempt.failure->reason.range.offset);
        const bool is_new = !reported_lines.contains(line);
        report_once(attempt.failure->reason);
        if (!is_new || !text.replace_value_of(static_cast<std::size_t>(line) - 1)) return attempt;
        attempt = parse_once(text);
    }
    if (attempt.failure) report_once(attempt.failure->reason);
    return attempt;
}

} // namespace

std::optional<YamlNode> parse_yaml(SourceText& source) {
    RepairedText text(source.text());
    Attempt attempt = parse_once(text);
    if (attempt.failure && attempt.failure->is_limit) {
        report_to(source, attempt.failure->reason);
    } else if (attempt.failure) {
        attempt = parse_repaired(source, text);
        source.mark_as_repaired();
    }
    for (const Report& report : attempt.reports) report_to(source, report);
    return std::move(attempt.root);
}

} // namespace content::parser
