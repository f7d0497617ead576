#include "content/exchange/po_file.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace content::exchange {

namespace {

std::string po_string(std::string_view text) {
    std::string result = "\"";
    for (const char letter : text) {
        if (letter == '"' || letter == '\\') result += '\\';
        result += letter;
    }
    return result + '"';
}

std::string header(const ExchangeTable& table) {
    const auto count = std::ranges::count_if(
        table.texts, [](const ExchangedText& text) { return !text.is_stale; });
    // msgfmt requires most of these fields. The date and the names have no value, so that a file
    // with the same texts is the same file.
    return fmt::format(
        "# The texts of help-kiosk, a kiosk in schools that tells students who helps "
        "against human trafficking.\n"
        "# Write plain, kind words that a twelve-year-old understands. Keep all "
        "numbers.\n"
        "msgid \"\"\n"
        "msgstr \"\"\n"
        "\"Project-Id-Version: help-kiosk\\n\"\n"
        "\"Report-Msgid-Bugs-To: \\n\"\n"
        "\"PO-Revision-Date: \\n\"\n"
        "\"Last-Translator: \\n\"\n"
        "\"Language-Team: \\n\"\n"
        "\"Language: {}\\n\"\n"
        "\"MIME-Version: 1.0\\n\"\n"
        "\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
        "\"Content-Transfer-Encoding: 8bit\\n\"\n"
        "\"X-Text-Count: {}\\n\"\n",
        table.language_code, count);
}

std::string comments(const ExchangedText& text) {
    std::string lines;
    const auto add = [&lines](std::string_view name, const std::string& value) {
        if (!value.empty()) lines += fmt::format("#. {}: {}\n", name, value);
    };
    add("Place", text.screen);
    if (!text.screen.empty()) add("Picture", picture_name(text.screen));
    add("Room", room_of(text));
    add("Note", note_of(text));
    return lines;
}

// Returns whether all braces of a text are those of placeholders such as {name}.
bool has_placeholders(std::string_view text) {
    bool has_any = false;
    for (auto offset = text.find_first_of("{}"); offset != std::string_view::npos;
         offset = text.find_first_of("{}", offset)) {
        const auto end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_", offset + 1);
        const bool is_closed = end != std::string_view::npos && text[end] == '}';
        if (text[offset] != '{' || !is_closed || end == offset + 1) return false;
        has_any = true;
        offset = end + 1;
    }
    return has_any;
}

// Gettext compares the placeholders of a text with this flag.
std::string flags(const ExchangedText& text) {
    std::string all;
    if (text.old) all += ", fuzzy";
    if (has_placeholders(text.english)) all += ", python-brace-format";
    return all.empty() ? all : "#" + all + "\n";
}

std::string entry(const ExchangedText& text) {
    if (text.is_stale)
        return fmt::format("#~ msgid {}\n#~ msgstr {}\n", po_string(text.english),
                           po_string(text.target));
    std::string lines = comments(text) + flags(text);
    if (text.old) lines += fmt::format("#| msgid {}\n", po_string(text.old->english));
    return lines + fmt::format("msgid {}\nmsgstr {}\n", po_string(text.english),
                               po_string(text.old ? text.old->target : text.target));
}

} // namespace

std::string write_po(const ExchangeTable& table) {
    std::string file = header(table);
    for (const ExchangedText& text : table.texts) file += "\n" + entry(text);
    return file;
}

} // namespace content::exchange
