#include "content/parser/yaml_tree.hpp"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <map>
#include <sstream>
#include <utility>

namespace content::parser {

namespace {

constexpr std::size_t max_depth = 12;      // content.yaml needs 7
constexpr std::size_t max_values = 20'000; // content.yaml needs about 2,000

// Thrown to stop the YAML parser after the reason has been reported.
struct ParseAborted {};

// Returns the offset of the quotation mark that closes the one at the start of `remainder`, or npos
// if there is none.
std::size_t closing_quote(std::string_view remainder) {
    const char quote_mark = remainder.front();
    for (std::size_t offset = 1; offset < remainder.size(); ++offset) {
        if (quote_mark == '"' && remainder[offset] == '\\') {
            ++offset;
        } else if (remainder[offset] == quote_mark) {
            if (quote_mark == '"' || offset + 1 == remainder.size() ||
                remainder[offset + 1] != quote_mark)
                return offset;
            ++offset; // '' is a quote inside single quotes
        }
    }
    return std::string_view::npos;
}

bool is_quoted(std::string_view remainder) {
    return remainder.starts_with('"') || remainder.starts_with('\'');
}

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
    explicit TreeBuilder(SourceText& source) : source_(&source) {}

    YamlNode take() { return std::move(root_); }

    // Offsets of the opening and closing marks of a quoted text that spans several lines. If a
    // closing mark is missing, the parser fails only at the next quotation mark, which is the wrong
    // position to report.
    struct Quotation {
        std::size_t from = 0;
        std::size_t to = 0;
    };
    const std::optional<Quotation>& last_multiline_quotation() const {
        return multiline_quotation_;
    }

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (++document_count_ == 1) return;
        const SourceRange range{offset(mark), 1};
        if (source_->text().compare(range.offset, 3, "---") == 0) {
            source_->error({range.offset, 3}, "a second document starts here",
                           "keep everything in one document");
        } else {
            source_->error(range, "this does not belong to the lines above",
                           "check the spaces before it, and the quotes and brackets above");
        }
        throw ParseAborted{};
    }
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        YamlNode node = make_node(YamlNode::Kind::null, mark, "?", anchor);
        node.range.offset = null_offset(node.range.offset);
        add(std::move(node));
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
        YamlNode node;
        node.kind = YamlNode::Kind::invalid;
        node.range.offset = offset(mark);
        source_->error(node.range, "an alias cannot be used here",
                       "repeat the text, or put it in \"quotes\" if it starts with *");
        add(std::move(node));
    }

    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        YamlNode node = make_node(YamlNode::Kind::scalar, mark, tag, anchor);
        if (is_quoted(text_from(mark)))
            record_quotation(node.range.offset, closing_quote(text_from(mark)));
        node.range.length = length_of(text_from(mark), value);
        node.text = value;
        node.is_unquoted = tag == "?";
        if (node.is_unquoted) check_unspaced_comment(node, text_from(mark));
        add(std::move(node));
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        open(make_node(YamlNode::Kind::sequence, mark, tag, anchor));
    }
    void OnSequenceEnd() override { close(); }

    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        open(make_node(YamlNode::Kind::mapping, mark, tag, anchor));
    }
    void OnMapEnd() override { close(); }

private:
    // A sequence or mapping whose end has not been parsed yet.
    struct OpenNode {
        YamlNode node;
        std::optional<YamlNode> key;               // of the next value
        std::map<std::string, std::size_t> seen{}; // keys and their offsets
    };

    std::size_t offset(const YAML::Mark& mark) const {
        return std::min(static_cast<std::size_t>(std::max(mark.pos, 0)), source_->text().size());
    }
    std::string_view text_from(const YAML::Mark& mark) const {
        return std::string_view(source_->text()).substr(offset(mark));
    }

    void record_quotation(std::size_t from, std::size_t length) {
        // The parser accepts the end of the file as the closing mark.
        if (length == std::string_view::npos) {
            source_->error({from, 1}, "this quote is never closed",
                           "close it at the end of the text");
            throw ParseAborted{};
        }
        if (source_->line_at(from) != source_->line_at(from + length))
            multiline_quotation_ = {from, from + length};
    }

    // In "Room #5" without quotes, YAML reads "#5" as a comment, which is probably not intended.
    void check_unspaced_comment(const YamlNode& node, std::string_view remainder) {
        const std::string_view line = remainder.substr(0, remainder.find('\n'));
        if (!line.starts_with(node.text)) return;
        const std::size_t offset = line.find_first_not_of(" \t", node.text.size());
        if (offset == std::string_view::npos || offset + 1 >= line.size() || line[offset] != '#' ||
            line[offset + 1] == ' ')
            return;
        source_->error({node.range.offset + offset, line.size() - offset},
                       "this is ignored: # starts a comment",
                       "put the whole text in \"quotes\"; for a comment, write a space after #");
    }

    // The parser reports a missing value at the position of the next token. Returns the position
    // where the value is missing.
    std::size_t null_offset(std::size_t offset) const {
        const std::string_view here = std::string_view(source_->text()).substr(offset);
        const bool is_written = here.starts_with('~') || here.starts_with("null") ||
                                here.starts_with("Null") || here.starts_with("NULL");
        if (is_written) return offset;
        const std::size_t before =
            source_->text().find_last_not_of(" \n", offset == 0 ? 0 : offset - 1);
        return before == std::string::npos ? offset : before;
    }

    YamlNode make_node(YamlNode::Kind kind, const YAML::Mark& mark, const std::string& tag,
                       YAML::anchor_t anchor) {
        YamlNode node;
        node.kind = kind;
        node.range.offset = offset(mark);
        if (++value_count_ > max_values) {
            source_->error(node.range, fmt::format("has more than {} values", max_values));
            throw ParseAborted{};
        }
        if (anchor != 0) {
            source_->error(node.range, "an anchor cannot be used here",
                           "remove the word that starts with &, or put the text in \"quotes\"");
        } else if (tag != "?" && tag != "!") {
            source_->error(node.range, "a tag cannot be used here",
                           "remove the word that starts with !, or put the text in \"quotes\"");
        }
        return node;
    }

    void open(YamlNode node) {
        if (open_nodes_.size() == max_depth) {
            source_->error(node.range,
                           fmt::format("is nested more than {} levels deep", max_depth));
            throw ParseAborted{};
        }
        open_nodes_.push_back({std::move(node), std::nullopt});
    }

    void close() {
        YamlNode node = std::move(open_nodes_.back().node);
        open_nodes_.pop_back();
        add(std::move(node));
    }

    void add(YamlNode node) {
        if (open_nodes_.empty()) {
            root_ = std::move(node);
        } else if (open_nodes_.back().node.kind == YamlNode::Kind::sequence) {
            open_nodes_.back().node.items.push_back(std::move(node));
        } else if (open_nodes_.back().key) {
            add_value(open_nodes_.back(), std::move(node));
        } else {
            open_nodes_.back().key = std::move(node);
        }
    }

    void add_value(OpenNode& map, YamlNode value) {
        const YamlNode key = *std::exchange(map.key, std::nullopt);
        if (key.kind != YamlNode::Kind::scalar) {
            if (key.kind != YamlNode::Kind::invalid)
                source_->error(key.range, "a key must be text");
            return;
        }
        const auto [first, is_new] = map.seen.try_emplace(key.text, key.range.offset);
        if (!is_new) {
            source_->error(key.range,
                           fmt::format("{} is already on line {}", quote(key.text),
                                       source_->line_at(first->second)),
                           "keep one of the two");
            return;
        }
        if (value.kind == YamlNode::Kind::null) value.range = key.range;
        map.node.entries.push_back({key.text, key.range, std::move(value)});
    }

    SourceText* source_;
    YamlNode root_;
    std::vector<OpenNode> open_nodes_;
    std::optional<Quotation> multiline_quotation_;
    std::size_t value_count_ = 0;
    int document_count_ = 0;
};

// A message of yaml-cpp, and its replacement, which does not use YAML terms.
struct ParserMessage {
    std::string_view yaml_cpp_text; // part of the message
    std::string_view message;
    std::string_view suggestion;
};

constexpr auto parser_messages = std::to_array<ParserMessage>({
    {"illegal map value", "a colon is not allowed here",
     "put the whole text in \"quotes\", or check the spaces before the line"},
    {"end of map not found", "this line is not aligned with those above",
     "check the spaces before it"},
    {"end of sequence not found", "this line is not aligned with those above",
     "check the spaces before it"},
    {"end of map flow not found", "a \"{\" has no \"}\"",
     "close it, or put text inside it in \"quotes\""},
    {"end of sequence flow not found", "a \"[\" has no \"]\"",
     "close it, or put text inside it in \"quotes\""},
    {"illegal flow end", "this bracket closes nothing", "put the text in \"quotes\""},
    {"illegal tab", "a tab is not allowed before text", "use spaces"},
    {"illegal EOF", "a quote is opened but never closed", "close it with the same quote"},
    {"illegal document indicator", "a quote is opened but never closed",
     "close it with the same quote"},
    {"unknown escape", "unknown character after the backslash", "write \\\\ for a backslash"},
    {"bad character found while scanning hex", "\\x, \\u and \\U need digits",
     "write \\\\ for a backslash"},
    {"invalid unicode", "there is no such character", "write the character itself"},
    {"unknown token", "text cannot start with this character", "put the text in \"quotes\""},
    {"illegal block entry", "a list cannot start here", "start it on its own line"},
    {"illegal map key", "a key is not allowed here", "put the text in \"quotes\""},
    {"anchor", "an anchor or alias cannot be used here", "put the text in \"quotes\""},
    {"alias", "an anchor or alias cannot be used here", "put the text in \"quotes\""},
});

void report(SourceText& source, const YAML::Exception& exception, const TreeBuilder& builder) {
    const SourceRange range{static_cast<std::size_t>(std::max(exception.mark.pos, 0)), 1};
    const auto& quotation = builder.last_multiline_quotation();
    if (quotation && source.line_at(quotation->to) == source.line_at(range.offset)) {
        source.error(
            {quotation->from, 1},
            fmt::format("this quote is closed only on line {}", source.line_at(range.offset)),
            "close it at the end of the text");
        return;
    }
    const auto found = std::ranges::find_if(parser_messages, [&](const ParserMessage& candidate) {
        return exception.msg.find(candidate.yaml_cpp_text) != std::string::npos;
    });
    if (found == parser_messages.end()) {
        source.error(range, fmt::format("is not YAML: {}", exception.msg));
    } else {
        source.error(range, std::string(found->message), std::string(found->suggestion));
    }
}

} // namespace

std::optional<YamlNode> parse_yaml(SourceText& source) {
    std::istringstream text(source.text());
    TreeBuilder builder(source);
    try {
        YAML::Parser parser(text);
        while (parser.HandleNextDocument(builder)) {
        }
    } catch (const ParseAborted&) {
        return std::nullopt;
    } catch (const YAML::Exception& exception) {
        report(source, exception, builder);
        return std::nullopt;
    }
    return builder.take();
}

} // namespace content::parser
