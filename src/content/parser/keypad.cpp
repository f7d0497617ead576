#include "content/parser/keypad.hpp"

#include "content/key_name.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace content::parser {

namespace {

// In the order of KeypadFunction.
constexpr auto functions = std::to_array<std::string_view>(
    {"up", "down", "left", "right", "select", "back", "home", "help", "louder", "softer"});

std::string_view function_name(KeypadFunction function) {
    return functions[static_cast<std::size_t>(function)];
}

// Two functions on one key would make one of them unreachable.
void read_key(const YamlNode& node, const ParseContext& context, KeypadFunction function,
              std::vector<KeypadKey>& keypad) {
    const std::string_view what = function_name(function);
    if (!expect_kind(YamlNode::Kind::scalar, node, context, quote(what))) return;
    if (std::ranges::find(key_names(), std::string_view(node.text)) == key_names().end()) {
        const auto meant = find_key_name(node.text);
        context.source.error(
            node.range, fmt::format("{} is not the name of a key", quote(node.text)),
            meant ? fmt::format("write \"{}\"", *meant)
                  : "open the staff screens, then Key test, and press the key: it shows the name");
        return;
    }
    const auto same = std::ranges::find(keypad, node.text, &KeypadKey::name);
    if (same != keypad.end())
        context.source.error(node.range,
                             fmt::format("{} is the key for \"{}\" already", quote(node.text),
                                         function_name(same->function)),
                             fmt::format("write another key for \"{}\"", what));
    keypad.push_back({function, node.text});
}

} // namespace

void read_keypad(MapReader& site, std::vector<KeypadKey>& keypad) {
    const YamlNode* const node = site.find("keypad");
    if (node == nullptr) return;
    MapReader reader(*node, site.context(), "\"keypad\"", "{select: %}");
    keypad.clear();
    for (std::size_t index = 0; index < functions.size(); ++index)
        if (const YamlNode* const key = reader.find(functions[index]))
            read_key(*key, site.context(), static_cast<KeypadFunction>(index), keypad);
    reader.report_unknown_keys();
}

} // namespace content::parser
