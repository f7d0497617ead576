// Reads the keys of one map, and says what is wrong with them.
#pragma once

#include "content/content.hpp"
#include "content/reading/node.hpp"
#include "content/reading/source.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace content::reading {

// How much text fits, in characters. A translation may be half as long again.
struct Limit {
    int characters;
    std::string_view where; // "on a tab"
};

namespace limit {
inline constexpr Limit tab{24, "on a tab"};
inline constexpr Limit title{40, "in a title"};
inline constexpr Limit name{60, "in a name"};
inline constexpr Limit headline{60, "in a headline"};
inline constexpr Limit hint{60, "in a hint"};
inline constexpr Limit lead{220, "in a lead"};
inline constexpr Limit label{240, "on a slip"};
inline constexpr Limit paragraph{600, "in a paragraph"};
} // namespace limit

// A text that a visitor may read, and so a text to translate.
struct Said {
    std::string text;
    Limit limit;
    Audience audience;
    bool optional = false; // a name or a word to send: may stay as it is in every language
};

// One document on its way to becoming content.
struct Reading {
    Source& source;
    std::vector<Said>& said;                // in the order it was read
    Audience audience = Audience::everyone; // who may read what is being read now
};

// In all of these, `what` is how messages name the thing: "title", with its quotes.

// Reports a node of another kind, an empty one, and a number that other readers of YAML would take for another
// one.
bool expect(Node::Kind kind, const Node& node, const Reading& reading, std::string_view what);

// The text as one line: line ends and runs of spaces become one space, because breaking lines is the screen's
// task. Empty if there was something wrong with it.
std::string read_line(const Node& node, const Reading& reading, std::string_view what, Limit limit);

// The same, for a text that a visitor may read: checks its words, and adds it to `reading.said`.
std::string read_text(const Node& node, const Reading& reading, std::string_view what, Limit limit);

// Calls `read` with each item of a list of `least` to `most` items.
using ReadItem = std::function<void(const Node&)>;
void read_list(const Node& node, const Reading& reading, std::string_view what, std::size_t least,
               std::size_t most, const ReadItem& read);

// 'write "title"', or what there is to choose from where nothing is near. Empty if there is nothing.
std::string suggestion(std::string_view word, std::span<const std::string_view> known);

inline constexpr std::size_t any_number = 1'000'000; // of items in a list

// Asking for a key makes it a known one; done() reports the others. A key that is needed and not given is
// reported, and so is a value that is wrong: what comes back then is empty, and the document is refused in the
// end.
class Fields {
public:
    Fields(const Node& map, const Reading& reading, std::string_view what);

    Span where() const { return map_->where; }
    const Reading& reading() const { return reading_; }

    const Node* find(std::string_view key); // null: not given
    const Node* need(std::string_view key); // null: not given, and to be reported

    std::string text(std::string_view key, Limit limit);          // a visitor may read it
    std::string text_if_given(std::string_view key, Limit limit); // the same
    std::string line(std::string_view key, Limit limit);
    std::string id(std::string_view key); // lower-case letters, digits, hyphens
    std::optional<Number> number(std::string_view key);
    std::optional<Number> number_if_given(std::string_view key);
    void list(std::string_view key, std::size_t least, std::size_t most, const ReadItem& read);

    std::optional<double> measure_if_given(std::string_view key, double least, double most,
                                           std::string_view unit);
    std::optional<int> whole_if_given(std::string_view key, int least, int most, std::string_view unit);

    // One of `words`, by its place among them. nullopt: not given, or wrong.
    std::optional<std::size_t> choice_if_given(std::string_view key, std::span<const std::string_view> words);

    // The key "audience". What is read from here on is for that audience.
    Audience audience();

    void done();

private:
    void report_unknown(const Entry& entry);

    const Node* map_;
    Reading reading_;
    std::vector<std::string_view> known_;
    std::vector<std::string_view> missing_;
};

} // namespace content::reading
