#include "content/parser/file_end.hpp"

#include <string>

namespace content::parser {

namespace {

// Returns the last character of the text that is not a space or a line break.
SourceRange last_character(const std::string& text) {
    const std::size_t offset = text.find_last_not_of(" \n");
    return {offset == std::string::npos ? 0 : offset, 1};
}

} // namespace

bool check_file_end(const YamlNode& root, MapReader& reader) {
    if (root.kind != YamlNode::Kind::mapping) return true; // reported already
    SourceText& source = reader.context().source;
    const YamlNode* const end = reader.find("end");
    if (end == nullptr && reader.context().may_lack_end) return true;
    if (end == nullptr || end->kind != YamlNode::Kind::scalar || end->text != "true") {
        source.error(last_character(source.text()),
                     "the file ends here, without the line \"end: true\"",
                     "if a part is missing, get the whole file again; if all of it is there, write "
                     "as its last line: end: true");
        reader.ignore_missing_keys();
        return false;
    }
    const YamlEntry& last = root.entries.back();
    if (&last.value != end && reader.is_known(last.key))
        source.error(last.range, "this comes after \"end: true\"",
                     "move \"end: true\" to the last line of the file");
    return true;
}

} // namespace content::parser
