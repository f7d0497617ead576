// The names of keys, as site.yaml has them for keypads. They are those of SDL.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace content {

// Returns the names of all keys that a keypad may use: "F13", "Keypad 8", "Return". Punctuation and
// keys that are held down with others, such as Shift, are not among them.
std::span<const std::string_view> key_names();

// Returns the name that was meant by "enter", "Page Up", "numpad 8" or "f13", or nullopt if it is
// not clear.
std::optional<std::string> find_key_name(std::string_view written);

} // namespace content
