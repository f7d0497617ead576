#include "base/utf8.hpp"
#include "content/exchange/po_file.hpp"
#include "content/parser/source_lines.hpp"
#include "content/parser/unseen_characters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace content::exchange {

namespace {

using parser::SourceRange;
using parser::SourceText;

constexpr std::string_view po_advice = "give a file that was written by help-kiosk translate --po";

// The character that a backslash and this letter stand for, or '\0'.
char escaped(char letter) {
    constexpr std::string_view letters = "\"\\ntr";
    constexpr std::string_view meanings = "\"\\\n\t\n"; // a text has no line break in the end
    const std::size_t index = letters.find(letter);
    return index == std::string_view::npos ? '\0' : meanings[index];
}

// An entry, as far as it has been read.
struct Entry {
    std::string english;
    std::string target;
    std::string previous; // the English text before it was changed
    SourceRange english_range;
    SourceRange target_range;
    bool has_english = false;
    bool has_target = false;
    bool is_fuzzy = false;
    bool is_obsolete = false;
};

// Reads the lines of a PO file. Stops at the first one that is not understood, because what follows
// would be a consequence of it.
class PoReader {
public:
    PoReader(SourceText& source, std::string_view language_code) : source_(&source) {
        table_.language_code = language_code;
    }

    std::optional<ExchangeTable> read() {
        if (!check_encoding(*source_, "a PO file")) return std::nullopt;
        for (const std::string_view line : parser::split_lines(source_->text()))
            if (!read_line(line)) return std::nullopt;
        if (!finish_entry(true) || !check_header()) return std::nullopt;
        if (!check_unique(table_, *source_)) return std::nullopt;
        return std::move(table_);
    }

private:
    std::size_t offset_of(std::string_view part) const {
        return static_cast<std::size_t>(part.data() - source_->text().data());
    }

    bool fail(std::string_view part, std::string message, std::string suggestion) {
        source_->error({offset_of(part), std::max<std::size_t>(part.size(), 1)}, std::move(message),
                       std::move(suggestion));
        return false;
    }

    bool read_line(std::string_view line) {
        const bool is_obsolete = line.starts_with("#~");
        std::string_view rest = is_obsolete ? line.substr(2) : line;
        const bool is_previous = is_obsolete ? rest.starts_with("|") : rest.starts_with("#|");
        if (is_previous) rest.remove_prefix(is_obsolete ? 1 : 2);
        rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size()));
        if (rest.empty()) {
            field_ = nullptr;
            return true;
        }
        const bool is_comment = rest.starts_with('#');
        const bool starts_entry = is_comment || is_previous || rest.starts_with("msgid ");
        if (starts_entry && entry_.has_target && !finish_entry(false)) return false;
        if (is_comment) return read_comment(rest);
        if (rest.starts_with('"')) return read_continuation(rest);
        entry_.is_obsolete = entry_.is_obsolete || is_obsolete;
        return read_keyword(rest, is_previous);
    }

    bool read_comment(std::string_view comment) {
        field_ = nullptr;
        if (comment.starts_with("#,") && comment.find("fuzzy") != std::string_view::npos)
            entry_.is_fuzzy = true;
        return true;
    }

    bool read_continuation(std::string_view text) {
        if (field_ == nullptr)
            return fail(text, "this text belongs to no msgid and no msgstr",
                        std::string(po_advice));
        // Of a text that starts with an empty line, the first words are what a message shows.
        if (range_ != nullptr && field_->empty()) *range_ = {offset_of(text), text.size()};
        return read_string(text);
    }

    bool read_keyword(std::string_view line, bool is_previous) {
        const std::string_view word = line.substr(0, line.find_first_of(" \t\""));
        if (word == "msgid_plural" || word == "msgctxt" || word.starts_with("msgstr["))
            return fail(word, fmt::format("{} is not used by this program", quote(word)),
                        std::string(po_advice));
        if (word != "msgid" && word != "msgstr")
            return fail(line, "this is not a line of a PO file", std::string(po_advice));
        std::string_view text = line.substr(word.size());
        text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
        const SourceRange range{offset_of(text), std::max<std::size_t>(text.size(), 1)};
        if (is_previous) {
            range_ = nullptr;
            field_ = &entry_.previous;
        } else if (word == "msgid") {
            if (entry_.has_english)
                return fail(word, "the msgid before this one has no msgstr",
                            "get the whole file again: a part of it is missing");
            set_field(entry_.english, entry_.english_range, entry_.has_english, range);
        } else {
            if (!entry_.has_english || entry_.has_target)
                return fail(word, "this msgstr has no msgid in front of it",
                            "get the whole file again: a part of it is missing");
            set_field(entry_.target, entry_.target_range, entry_.has_target, range);
        }
        return read_string(text);
    }

    void set_field(std::string& field, SourceRange& field_range, bool& has_field,
                   SourceRange range) {
        field_ = &field;
        range_ = &field_range;
        field_range = range;
        has_field = true;
    }

    // Appends a text in quotes to the current field.
    bool read_string(std::string_view text) {
        if (!text.starts_with('"'))
            return fail(text, "a text in \"quotes\" is missing here", std::string(po_advice));
        for (std::size_t i = 1; i < text.size(); ++i) {
            if (text[i] == '"') {
                const std::size_t after = text.find_first_not_of(" \t", i + 1);
                if (after == std::string_view::npos) return true;
                return fail(text.substr(after), "this comes after the closing quotation mark",
                            "write \\\" for a quotation mark within the text");
            }
            if (text[i] != '\\') {
                *field_ += text[i];
                continue;
            }
            const char meant = ++i < text.size() ? escaped(text[i]) : '\0';
            if (meant == '\0')
                return fail(text.substr(i - 1, 2), "this backslash has no meaning here",
                            "write \\\\ for a backslash");
            *field_ += meant;
        }
        return fail(text, "this text has no closing quotation mark",
                    "write \" at its end; if a part of the file is missing, get the whole file "
                    "again");
    }

    // Adds the entry that has been read to the table.
    bool finish_entry(bool is_end) {
        const Entry entry = std::exchange(entry_, {});
        field_ = nullptr;
        range_ = nullptr;
        if (!entry.has_english && !entry.has_target) return true;
        if (!entry.has_target) {
            source_->error(entry.english_range,
                           is_end ? "the file ends after this msgid, without its msgstr"
                                  : "this msgid has no msgstr",
                           "get the whole file again: a part of it is missing");
            return false;
        }
        if (entry.english.empty()) return read_header(entry);
        add_text(entry);
        return true;
    }

    void add_text(const Entry& entry) {
        ExchangedText text;
        text.english = parser::collapse_blanks(entry.english);
        text.target = parser::collapse_blanks(entry.target);
        text.is_stale = entry.is_obsolete;
        text.english_range = entry.english_range;
        text.target_range = entry.target_range;
        if (entry.is_fuzzy && !entry.is_obsolete) {
            const std::string previous = parser::collapse_blanks(entry.previous);
            if (!text.target.empty())
                text.old = OldPair{previous.empty() ? text.english : previous, text.target};
            text.target.clear();
        }
        table_.texts.push_back(std::move(text));
    }

    bool read_header(const Entry& entry) {
        if (header_) {
            source_->error(entry.english_range, "this is a second header", std::string(po_advice));
            return false;
        }
        header_ = entry;
        return true;
    }

    // Returns the value of a field of the header, or an empty text.
    std::string header_field(std::string_view name) const {
        for (const std::string_view line : parser::split_lines(header_->target)) {
            if (!line.starts_with(name) || line.substr(name.size(), 1) != ":") continue;
            std::string_view value = line.substr(name.size() + 1);
            value.remove_prefix(std::min(value.find_first_not_of(' '), value.size()));
            return std::string(value);
        }
        return {};
    }

    // Returns where the header says something, or the whole header.
    SourceRange range_of_field(std::string_view name) const {
        const std::string& text = source_->text();
        const std::size_t offset =
            text.find(fmt::format("\"{}:", name), header_->english_range.offset);
        if (offset == std::string::npos) return header_->target_range;
        return {offset, text.find('\n', offset) - offset};
    }

    bool check_header() {
        if (!header_) {
            source_->error({0, 1}, "this file has no PO header", std::string(po_advice));
            return false;
        }
        const auto refuse = [this](std::string_view field, std::string message,
                                   std::string suggestion) {
            source_->error(range_of_field(field), std::move(message), std::move(suggestion));
            return false;
        };
        const std::string charset = base::to_lower_ascii(header_field("Content-Type"));
        if (!charset.ends_with("charset=utf-8"))
            return refuse("Content-Type", "the header does not say \"charset=UTF-8\"",
                          "type: msgconv --to-code=UTF-8 --output-file=new.po and the file's name");
        const std::string language = header_field("Language");
        if (language != table_.language_code)
            return refuse("Language",
                          fmt::format("the header says \"Language: {}\", but this is for {}",
                                      language, quote(table_.language_code)),
                          fmt::format("give the file for {0}, or write \"Language: {0}\"",
                                      table_.language_code));
        const std::string count = header_field("X-Text-Count");
        if (count.empty())
            return refuse("X-Text-Count", "the header has no \"X-Text-Count\"",
                          std::string(po_advice));
        const auto text_count = std::ranges::count(table_.texts, false, &ExchangedText::is_stale);
        return check_count(count, static_cast<std::size_t>(text_count),
                           range_of_field("X-Text-Count"), *source_);
    }

    SourceText* source_;
    ExchangeTable table_;
    Entry entry_;
    std::string* field_ = nullptr; // of entry_, that the next text in quotes is added to
    SourceRange* range_ = nullptr; // of that field; nullptr if nobody needs it
    std::optional<Entry> header_;
};

} // namespace

std::optional<ExchangeTable> read_po(SourceText& source, std::string_view language_code) {
    return PoReader(source, language_code).read();
}

} // namespace content::exchange
