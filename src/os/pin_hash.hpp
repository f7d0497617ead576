// The hash of the PIN that opens the staff page: argon2id, in the form that "staff_pin" in site.yaml has.
#pragma once

#include <span>
#include <string>

namespace os {

// With a salt of its own, so that two kiosks with one PIN do not show it. Throws std::runtime_error.
std::string hash_pin(std::span<const char> pin);

// Takes some 50 ms and 16 MB with a hash of hash_pin(). False also when `hash` is none.
bool verify_pin(std::span<const char> pin, const std::string& hash);

} // namespace os
