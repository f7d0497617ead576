#include "content/reading/node.hpp"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <map>
#include <sstream>
#include <utility>

namespace content::reading {

namespace {

constexpr std::size_t deepest = 12;         // content.yaml needs 7
constexpr std::size_t most_values = 20'000; // content.yaml needs about 2,000

// Thrown through the YAML parser to stop it, once the reason has been reported.
struct GivenUp {};

// Where the quote is that closes the one at the start of `rest`. npos: nowhere.
std::size_t closing_quote(std::string_view rest) {
    const char quote = rest.front();
    for (std::size_t at = 1; at < rest.size(); ++at) {
        if (quote == '"' && rest[at] == '\\') {
            ++at;
        } else if (rest[at] == quote) {
            if (quote == '"' || at + 1 == rest.size() || rest[at + 1] != quote) return at;
            ++at; // '' is a quote inside single quotes
        }
    }
    return std::string_view::npos;
}

bool starts_quoted(std::string_view rest) {
    return rest.starts_with('"') || rest.starts_with('\'');
}

// How much to underline of a text with this value. The parser has read escapes and folded lines, but what is
// underlined is what stands in the file.
std::size_t length_of(std::string_view rest, std::string_view value) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    if (starts_quoted(rest)) return std::min(closing_quote(rest) + 1, line.size());
    const bool is_block = line.starts_with('|') || line.starts_with('>');
    if (line.empty() || is_block) return 1;
    return line.starts_with(value) ? value.size() : line.size();
}

// Builds the tree from the parser's events. The events carry places and repeated keys, which yaml-cpp's own
// tree loses, and they never follow an alias, so that aliases cannot grow without bound.
class Builder : public YAML::EventHandler {
public:
    explicit Builder(Source& source) : source_(&source) {}

    Node take() { return std::move(root_); }

    // A text whose quotes were not closed on the line where they were opened. A forgotten quote makes the
    // parser stumble only over the next one, where nothing is wrong.
    struct Quotation {
        std::size_t from = 0;
        std::size_t to = 0;
    };
    const std::optional<Quotation>& last_long_quotation() const { return long_quotation_; }

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (++documents_ == 1) return;
        const Span where{offset(mark), 1};
        if (source_->text().compare(where.at, 3, "---") == 0) {
            source_->error({where.at, 3}, "a second document starts here", "keep everything in one");
        } else {
            source_->error(where, "this does not belong to what stands above it",
                           "check the spaces before it, and the quotes and brackets above");
        }
        throw GivenUp{};
    }
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        Node node = start(Node::Kind::nothing, mark, "?", anchor);
        node.where.at = before_null(node.where.at);
        add(std::move(node));
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
        Node node;
        node.kind = Node::Kind::refused;
        node.where.at = offset(mark);
        source_->error(node.where, "an alias cannot be used here",
                       "write the text out, or put it in \"quotes\" if it starts with *");
        add(std::move(node));
    }

    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        Node node = start(Node::Kind::text, mark, tag, anchor);
        if (starts_quoted(rest(mark))) note_quotation(node.where.at, closing_quote(rest(mark)));
        node.where.length = length_of(rest(mark), value);
        node.text = value;
        node.plain = tag == "?";
        if (node.plain) check_end(node, rest(mark));
        add(std::move(node));
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        open(start(Node::Kind::list, mark, tag, anchor));
    }
    void OnSequenceEnd() override { close(); }

    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        open(start(Node::Kind::map, mark, tag, anchor));
    }
    void OnMapEnd() override { close(); }

private:
    // A list or map whose end has not come yet.
    struct Open {
        Node node;
        std::optional<Node> key;                   // of the value to come
        std::map<std::string, std::size_t> seen{}; // keys, and where they stand
    };

    std::size_t offset(const YAML::Mark& mark) const {
        return std::min(static_cast<std::size_t>(std::max(mark.pos, 0)), source_->text().size());
    }
    std::string_view rest(const YAML::Mark& mark) const {
        return std::string_view(source_->text()).substr(offset(mark));
    }

    void note_quotation(std::size_t from, std::size_t length) {
        if (length == std::string_view::npos) { // the parser takes the end of the file for the missing quote
            source_->error({from, 1}, "this quote is never closed", "close it at the end of its text");
            throw GivenUp{};
        }
        if (source_->line(from) != source_->line(from + length)) long_quotation_ = {from, from + length};
    }

    // "Room #5" without quotes is a room and a comment.
    void check_end(const Node& node, std::string_view rest) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        if (!line.starts_with(node.text)) return;
        const std::size_t at = line.find_first_not_of(" \t", node.text.size());
        if (at == std::string_view::npos || at + 1 >= line.size() || line[at] != '#' || line[at + 1] == ' ')
            return;
        source_->error({node.where.at + at, line.size() - at}, "this is left out: # begins a comment",
                       "put the whole text in \"quotes\"; or, for a comment, write a space after #");
    }

    // The parser notices a missing value only at what follows it. Reports it where it is missing.
    std::size_t before_null(std::size_t at) const {
        const std::string_view here = std::string_view(source_->text()).substr(at);
        const bool is_written = here.starts_with('~') || here.starts_with("null") || here.starts_with("Null") ||
                                here.starts_with("NULL");
        if (is_written) return at;
        const std::size_t before = source_->text().find_last_not_of(" \n", at == 0 ? 0 : at - 1);
        return before == std::string::npos ? at : before;
    }

    Node start(Node::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
        Node node;
        node.kind = kind;
        node.where.at = offset(mark);
        if (++values_ > most_values) {
            source_->error(node.where, fmt::format("has more than {} values", most_values));
            throw GivenUp{};
        }
        if (anchor != 0) {
            source_->error(node.where, "an anchor cannot be used here",
                           "remove the word that starts with &, or put the text in \"quotes\"");
        } else if (tag != "?" && tag != "!") {
            source_->error(node.where, "a tag cannot be used here",
                           "remove the word that starts with !, or put the text in \"quotes\"");
        }
        return node;
    }

    void open(Node node) {
        if (open_.size() == deepest) {
            source_->error(node.where, fmt::format("is nested more than {} levels deep", deepest));
            throw GivenUp{};
        }
        open_.push_back({std::move(node), std::nullopt});
    }

    void close() {
        Node node = std::move(open_.back().node);
        open_.pop_back();
        add(std::move(node));
    }

    void add(Node node) {
        if (open_.empty()) {
            root_ = std::move(node);
        } else if (open_.back().node.kind == Node::Kind::list) {
            open_.back().node.items.push_back(std::move(node));
        } else if (open_.back().key) {
            add_value(open_.back(), std::move(node));
        } else {
            open_.back().key = std::move(node);
        }
    }

    void add_value(Open& map, Node value) {
        const Node key = *std::exchange(map.key, std::nullopt);
        if (key.kind != Node::Kind::text) {
            if (key.kind != Node::Kind::refused) source_->error(key.where, "a key must be one word");
            return;
        }
        const auto [first, is_new] = map.seen.try_emplace(key.text, key.where.at);
        if (!is_new) {
            source_->error(
                key.where,
                fmt::format("{} is already on line {}", in_quotes(key.text), source_->line(first->second)),
                "keep one of the two");
            return;
        }
        if (value.kind == Node::Kind::nothing) value.where = key.where;
        map.node.entries.push_back({key.text, key.where, std::move(value)});
    }

    Source* source_;
    Node root_;
    std::vector<Open> open_;
    std::optional<Quotation> long_quotation_;
    std::size_t values_ = 0;
    int documents_ = 0;
};

struct Wording {
    std::string_view parser;  // what yaml-cpp says
    std::string_view message; // and what it means to somebody who never heard of a scalar
    std::string_view instead;
};

constexpr auto wordings = std::to_array<Wording>({
    {"illegal map value", "a colon cannot stand here",
     "put the whole text in \"quotes\", or check the spaces before the line"},
    {"end of map not found", "this line does not line up with those above", "check the spaces before it"},
    {"end of sequence not found", "this line does not line up with those above", "check the spaces before it"},
    {"end of map flow not found", "a \"{\" has no \"}\"", "close it, or put texts inside it in \"quotes\""},
    {"end of sequence flow not found", "a \"[\" has no \"]\"",
     "close it, or put texts inside it in \"quotes\""},
    {"illegal flow end", "nothing was opened that this could close", "put the text in \"quotes\""},
    {"illegal tab", "a tab cannot stand before a text", "use spaces"},
    {"illegal EOF", "a quote is opened but never closed", "close it with the same quote"},
    {"illegal document indicator", "a quote is opened but never closed", "close it with the same quote"},
    {"unknown escape", "the character after the backslash means nothing", "write \\\\ for a backslash"},
    {"bad character found while scanning hex", "\\x, \\u and \\U need digits", "write \\\\ for a backslash"},
    {"invalid unicode", "there is no such character", "write the character itself"},
    {"unknown token", "a text cannot start with this character", "put the text in \"quotes\""},
    {"illegal block entry", "a list cannot start here", "start it on a line of its own"},
    {"illegal map key", "a key cannot stand here", "put the text in \"quotes\""},
    {"anchor", "an anchor or alias cannot be used here", "put the text in \"quotes\""},
    {"alias", "an anchor or alias cannot be used here", "put the text in \"quotes\""},
});

void report(Source& source, const YAML::Exception& exception, const Builder& builder) {
    const Span where{static_cast<std::size_t>(std::max(exception.mark.pos, 0)), 1};
    const auto& quotation = builder.last_long_quotation();
    if (quotation && source.line(quotation->to) == source.line(where.at)) {
        source.error({quotation->from, 1},
                     fmt::format("this quote is closed only on line {}", source.line(where.at)),
                     "close it at the end of its text");
        return;
    }
    const auto found = std::ranges::find_if(wordings, [&](const Wording& wording) {
        return exception.msg.find(wording.parser) != std::string::npos;
    });
    if (found == wordings.end()) {
        source.error(where, fmt::format("is not YAML: {}", exception.msg));
    } else {
        source.error(where, std::string(found->message), std::string(found->instead));
    }
}

} // namespace

std::optional<Node> parse_yaml(Source& source) {
    std::istringstream text(source.text());
    Builder builder(source);
    try {
        YAML::Parser parser(text);
        while (parser.HandleNextDocument(builder)) {
        }
    } catch (const GivenUp&) {
        return std::nullopt;
    } catch (const YAML::Exception& exception) {
        report(source, exception, builder);
        return std::nullopt;
    }
    return builder.take();
}

} // namespace content::reading
