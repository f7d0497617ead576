// Hashes and verifies the PIN that opens the staff screens. The hash is an encoded Argon2id string
// (RFC 9106), which is the format of "staff_pin" in site.yaml.
#pragma once

#include <span>
#include <string>

namespace os {

// Returns the hash of a PIN. Each call uses a new random salt, so that two kiosks with the same PIN
// have different hashes. Throws std::runtime_error if the system has no random numbers or too
// little memory.
std::string hash_pin(std::span<const char> pin);

// Returns whether `hash` is the hash of `pin`. Returns false if `hash` is not a valid hash. With a
// hash from hash_pin() it takes about 50 ms and 16 MB, so call it on a background thread.
bool verify_pin(std::span<const char> pin, const std::string& hash);

} // namespace os
