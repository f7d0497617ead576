#include "commands/pin.hpp"

#include <doctest/doctest.h>

#include <string>

using commands::weak_pin_reason;

TEST_CASE("a PIN without four to eight digits is refused") {
    for (const char* pin : {"2580", "13579", "90210", "24681357"})
        CHECK_MESSAGE(commands::weak_pin_reason(pin) == "", std::string(pin));
    for (const char* pin : {"", "258", "258013579", "25 80", "25a0", "２５８０", "-258"})
        CHECK_MESSAGE(commands::weak_pin_reason(pin) ==
                          "a PIN must have 4 to 8 digits and nothing else",
                      std::string(pin));
}

TEST_CASE("a PIN of equal or consecutive digits is refused") {
    for (const char* pin :
         {"0000", "77777", "1234", "0123", "7890", "12345678", "4321", "98765", "3210", "1098"})
        CHECK_MESSAGE(commands::weak_pin_reason(pin) ==
                          "this PIN is too easy to guess; choose another one",
                      std::string(pin));
}
