#include "content/key_name.hpp"

#include "base/utf8.hpp"
#include "content/closest_match.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace content {

namespace {

// clang-format would give each name a line of its own.
// clang-format off
constexpr std::string_view known_names[] = {
    "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O", "P", "Q", "R", "S",
    "T", "U", "V", "W", "X", "Y", "Z",
    "0", "1", "2", "3", "4", "5", "6", "7", "8", "9",
    "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "F10", "F11", "F12", "F13", "F14",
    "F15", "F16", "F17", "F18", "F19", "F20", "F21", "F22", "F23", "F24",
    "Up", "Down", "Left", "Right", "Return", "Escape", "Backspace", "Tab", "Space", "Insert",
    "Delete", "Home", "End", "PageUp", "PageDown", "PrintScreen", "ScrollLock", "Pause", "Menu",
    "Help", "Select", "Execute", "Stop", "Again", "Undo", "Cut", "Copy", "Paste", "Find",
    "VolumeUp", "VolumeDown", "Mute", "AudioNext", "AudioPrev", "AudioStop", "AudioPlay",
    "AudioMute", "MediaSelect", "AC Search", "AC Home", "AC Back", "AC Forward", "AC Stop",
    "AC Refresh", "AC Bookmarks",
    "Keypad 0", "Keypad 1", "Keypad 2", "Keypad 3", "Keypad 4", "Keypad 5", "Keypad 6",
    "Keypad 7", "Keypad 8", "Keypad 9", "Keypad Enter", "Keypad +", "Keypad -", "Keypad *",
    "Keypad /", "Keypad .",
};
// clang-format on

// What people write instead, in lowercase and without spaces.
constexpr auto other_names = std::to_array<std::pair<std::string_view, std::string_view>>(
    {{"enter", "Return"},     {"esc", "Escape"},         {"spacebar", "Space"},
     {"del", "Delete"},       {"ins", "Insert"},         {"pgup", "PageUp"},
     {"pgdn", "PageDown"},    {"uparrow", "Up"},         {"downarrow", "Down"},
     {"leftarrow", "Left"},   {"rightarrow", "Right"},   {"arrowup", "Up"},
     {"arrowdown", "Down"},   {"arrowleft", "Left"},     {"arrowright", "Right"},
     {"volume+", "VolumeUp"}, {"volume-", "VolumeDown"}, {"numpadenter", "Keypad Enter"},
     {"louder", "VolumeUp"},  {"softer", "VolumeDown"}});

// Returns lowercase letters without what people write between the parts of a name.
std::string simple_form(std::string_view name) {
    std::string simple;
    for (const char letter : name)
        if (letter != ' ' && letter != '_') simple += base::to_lower_ascii(letter);
    if (simple.starts_with("numpad") && simple != "numpadenter") simple.replace(0, 6, "keypad");
    return simple;
}

} // namespace

std::span<const std::string_view> key_names() {
    return known_names;
}

std::optional<std::string> find_key_name(std::string_view written) {
    const std::string simple = simple_form(written);
    const auto* const same = std::ranges::find(known_names, simple, simple_form);
    if (same != std::end(known_names)) return std::string(*same);
    const auto* const synonym = std::ranges::find(other_names, std::string_view(simple),
                                                  [](const auto& each) { return each.first; });
    if (synonym != other_names.end()) return std::string(synonym->second);
    const auto close = closest_match(written, known_names);
    return close ? std::optional(std::string(*close)) : std::nullopt;
}

} // namespace content
