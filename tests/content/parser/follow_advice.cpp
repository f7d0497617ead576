#include "content/parser/follow_advice.hpp"

#include <doctest/doctest.h>

#include <regex>

namespace test {

namespace {

// Returns the byte offset of a column, which counts characters.
std::size_t offset_of(const std::string& text, int line, int column) {
    std::size_t offset = 0;
    for (int i = 1; i < line; ++i) offset = text.find('\n', offset) + 1;
    if (line == 1 && text.starts_with("\xEF\xBB\xBF")) offset = 3;
    const auto is_continuation = [&text](std::size_t at) {
        return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
    };
    for (int i = 1; i < column; ++i) {
        ++offset;
        while (is_continuation(offset)) ++offset;
    }
    return offset;
}

// The part of the file that a problem underlines.
struct Marked {
    std::size_t from;
    std::size_t size;
};

Marked marked_by(const content::Problem& problem, const std::string& text) {
    const std::size_t from = offset_of(text, problem.line, problem.column);
    const std::size_t to = offset_of(text, problem.line, problem.column + problem.length);
    return {from, to - from};
}

void replace_all(std::string& text, const std::string& old_text, const std::string& new_text) {
    for (auto offset = text.find(old_text); offset != std::string::npos;
         offset = text.find(old_text, offset + new_text.size()))
        text.replace(offset, old_text.size(), new_text);
}

// Returns the flow collection or the text at `from` as a whole. A problem underlines only the first
// character of a collection.
Marked whole_value(const std::string& text, Marked marked) {
    const char opening = text[marked.from];
    if (opening != '[' && opening != '{') return marked;
    const std::size_t end = text.find(opening == '[' ? ']' : '}', marked.from);
    return {marked.from, end + 1 - marked.from};
}

// Adds a key to the mapping that starts at `from`.
void add_key(std::string& text, std::size_t from, const std::string& key) {
    if (text[from] == '{') {
        text.insert(from + 1, key + ", ");
        return;
    }
    const std::size_t line_start = text.rfind('\n', from) + 1;
    text.insert(from, key + "\n" + std::string(from - line_start, ' '));
}

// Removes an item of a flow list, with its comma.
void remove_item(std::string& text, Marked marked) {
    const std::size_t comma = text.rfind(',', marked.from);
    text.erase(comma, marked.from + marked.size - comma);
}

// Returns what advice says to write: a text in quotes, a collection, or the words up to a comma, a
// colon or a condition.
std::string written_by(const std::string& advice) {
    const std::string written = advice.substr(std::string("write ").size());
    if (written.front() == '"') return written.substr(0, written.find('"', 1) + 1);
    if (written.front() == '[') return written.substr(0, written.rfind(']') + 1);
    if (written.front() == '{') return written.substr(0, written.rfind('}') + 1);
    return std::regex_replace(written, std::regex("(, |: | or later).*"), "");
}

// Gives keys after `from` the values that advice names: "write lowest: 380, highest: 1220".
void write_keys(std::string& text, std::size_t from, const std::string& advice) {
    const std::regex key_and_value("([a-z]+): (\\[[^\\]]*\\]|\"[^\"]*\"|[0-9]+)");
    for (std::sregex_iterator each(advice.begin(), advice.end(), key_and_value), end; each != end;
         ++each) {
        const std::string key = each->str(1) + ": ";
        const std::size_t line_start = text.rfind('\n', from) + 1;
        const std::size_t place = text.find(key, line_start);
        REQUIRE(place != std::string::npos);
        std::smatch old_value;
        const std::string rest = text.substr(place);
        REQUIRE(std::regex_search(rest, old_value,
                                  std::regex("^[a-z]+: (\\[[^\\]]*\\]|\"[^\"]*\"|[^,}\n]+)")));
        text.replace(place, static_cast<std::size_t>(old_value.length(0)), each->str(0));
    }
}

// Each of the following handles one kind of advice. It returns false if the advice is of another
// kind.
bool delete_or_retype(const std::string& advice, const Marked& marked, std::string& text) {
    std::smatch found;
    std::string typed;
    if (advice == "delete it and type a space")
        typed = " ";
    else if (advice == "delete it and type - and a space")
        typed = "- ";
    else if (std::regex_match(advice, found, std::regex("delete it and type (\\S+)")))
        typed = found.str(1);
    else if (advice != "delete it" && advice != "delete it, or write a word instead")
        return false;
    text.replace(marked.from, marked.size, typed);
    return true;
}

bool shorten(const std::string& advice, const std::string& fill, const Marked& marked,
             std::string& text) {
    std::smatch found;
    if (fill == "or remove it" && advice.ends_with(fill)) {
        const std::size_t line_start = text.rfind('\n', marked.from) + 1;
        text.erase(line_start, text.find('\n', marked.from) + 1 - line_start);
    } else if (advice == "remove one of the two" || advice == "remove 1 or more") {
        remove_item(text, marked);
    } else if (std::regex_match(advice, found, std::regex("shorten it by (\\d+) or more"))) {
        const std::size_t count = std::stoul(found.str(1));
        text.erase(marked.from + marked.size - count, count);
    } else {
        return false;
    }
    return true;
}

bool change_collection(const std::string& advice, const std::string& fill, const Marked& marked,
                       std::string& text) {
    std::smatch found;
    if (std::regex_match(advice, found, std::regex("add \"(.*)\"( .*)?"))) {
        std::string key = found.str(1);
        replace_all(key, "...", fill);
        add_key(text, marked.from, key);
    } else if (std::regex_search(advice, std::regex("^write [a-z]+: "))) {
        write_keys(text, marked.from, advice);
    } else if (advice == "put [ and ] around it") {
        text.insert(marked.from + marked.size, "]");
        text.insert(marked.from, "[");
    } else if (advice.starts_with("write \"- \" in front of its first key")) {
        const std::size_t column = marked.from - text.rfind('\n', marked.from) - 1;
        const std::string indentation = "\n" + std::string(column, ' ');
        for (auto at = text.find(indentation, marked.from); at != std::string::npos;
             at = text.find(indentation, at + indentation.size() + 2))
            text.insert(at + 1, "  ");
        text.insert(marked.from, "- ");
    } else if (advice == "write keys with values, without \"- \"") {
        text.replace(text.find("- ", marked.from), 2, "  ");
    } else {
        return false;
    }
    return true;
}

bool write_value(const std::string& advice, const std::string& fill, const Marked& marked,
                 std::string& text) {
    const std::regex open_choice(
        "like|text|a number|at most|copy|choose|shorter|name|greater|instead|unique|letter|rename");
    const bool is_collection = advice.starts_with("write [") || advice.starts_with("write {");
    const bool has_fill = !fill.empty() && advice.find(fill) != std::string::npos &&
                          advice.find("...") == std::string::npos;
    if (advice == "write text" && text[marked.from + marked.size] == ':') { // after an empty key
        text.insert(marked.from + marked.size + 1, " " + fill);
    } else if (has_fill ||
               (!is_collection && !fill.empty() && std::regex_search(advice, open_choice))) {
        text.replace(marked.from, marked.size, fill);
    } else if (advice.starts_with("write ")) {
        std::string written = written_by(advice);
        replace_all(written, "...", fill);
        text.replace(marked.from, marked.size, written);
    } else {
        return false;
    }
    return true;
}

} // namespace

bool follow_advice(const content::Problem& problem, const std::string& fill, std::string& text) {
    const std::string& advice = problem.suggestion;
    const Marked marked = whole_value(text, marked_by(problem, text));
    return delete_or_retype(advice, marked, text) || shorten(advice, fill, marked, text) ||
           change_collection(advice, fill, marked, text) || write_value(advice, fill, marked, text);
}

} // namespace test
