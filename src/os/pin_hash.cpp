#include "os/pin_hash.hpp"

#include <argon2.h>
#include <array>
#include <cerrno>
#include <stdexcept>
#include <sys/random.h>

namespace os {

namespace {

// More than OWASP asks of a password. Whoever has the hash still finds a PIN of few digits within hours, so it
// is to be read by as few as can be; from who stands in front of the screen, the lock of the pad keeps it safe.
constexpr std::uint32_t passes = 4, kib = 16 * 1024, lanes = 1;
constexpr std::size_t hash_bytes = 32;

} // namespace

std::string hash_pin(std::span<const char> pin) {
    std::array<unsigned char, 16> salt{};
    if (getrandom(salt.data(), salt.size(), 0) != static_cast<ssize_t>(salt.size()))
        throw std::runtime_error("the system has no random numbers");
    std::string encoded(argon2_encodedlen(passes, kib, lanes, salt.size(), hash_bytes, Argon2_id), '\0');
    const int failed = argon2id_hash_encoded(passes, kib, lanes, pin.data(), pin.size(), salt.data(),
                                             salt.size(), hash_bytes, encoded.data(), encoded.size());
    if (failed != ARGON2_OK)
        throw std::runtime_error(std::string("cannot hash the PIN: ") + argon2_error_message(failed));
    encoded.resize(encoded.find('\0'));
    return encoded;
}

bool verify_pin(std::span<const char> pin, const std::string& hash) {
    return argon2id_verify(hash.c_str(), pin.data(), pin.size()) == ARGON2_OK;
}

} // namespace os
