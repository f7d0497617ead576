#include "os/pin_hash.hpp"

#include <argon2.h>
#include <array>
#include <cerrno>
#include <cstdint>
#include <stdexcept>
#include <sys/random.h>

namespace os {

namespace {

// The cost of one hash. It is higher than the OWASP Password Storage Cheat Sheet requires for
// Argon2id. A PIN has so few digits that somebody who has the hash can still find it within hours.
// Therefore as few users as possible may read the file with the hash. Guessing on the PIN pad is
// prevented by its lockout.
constexpr std::uint32_t passes = 4;
constexpr std::uint32_t memory_kib = 16 * 1024;
constexpr std::uint32_t lanes = 1;
constexpr std::size_t hash_bytes = 32;

} // namespace

std::string hash_pin(std::span<const char> pin) {
    std::array<unsigned char, 16> salt{};
    if (getrandom(salt.data(), salt.size(), 0) != static_cast<ssize_t>(salt.size()))
        throw std::runtime_error("cannot get random numbers from the system");
    std::string encoded(
        argon2_encodedlen(passes, memory_kib, lanes, salt.size(), hash_bytes, Argon2_id), '\0');
    const int error_code =
        argon2id_hash_encoded(passes, memory_kib, lanes, pin.data(), pin.size(), salt.data(),
                              salt.size(), hash_bytes, encoded.data(), encoded.size());
    if (error_code != ARGON2_OK)
        throw std::runtime_error(std::string("cannot hash the PIN: ") +
                                 argon2_error_message(error_code));
    encoded.resize(encoded.find('\0'));
    return encoded;
}

bool verify_pin(std::span<const char> pin, const std::string& hash) {
    return argon2id_verify(hash.c_str(), pin.data(), pin.size()) == ARGON2_OK;
}

} // namespace os
