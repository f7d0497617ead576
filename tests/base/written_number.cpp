#include "base/written_number.hpp"

#include "base/utf8.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using base::WrittenNumber;
using Kind = WrittenNumber::Kind;

namespace {

// Returns the numbers of a text with brackets around each phone number: "[4145550123] 17".
std::string numbers(std::string_view text) {
    std::string found;
    for (const WrittenNumber& number : base::find_numbers(text)) {
        if (!found.empty()) found += ' ';
        const std::string digits = number.digits();
        found += number.kind == Kind::phone     ? '[' + digits + ']'
                 : number.kind == Kind::grouped ? '{' + digits + '}'
                                                : digits;
    }
    return found;
}

// Returns the text with its digits in another script.
std::string in_script(std::string_view text, char32_t zero) {
    std::string result;
    for (const char letter : text) {
        if (base::is_digit(letter))
            base::append_utf8(result, zero + static_cast<char32_t>(letter - '0'));
        else
            result += letter;
    }
    return result;
}

constexpr char32_t zeros[] = {'0',    0x0660,  0x06F0,  0x07C0, 0x0966,
                              0x1040, 0x10D30, 0x1E950, 0xFF10};

// Ways to write 414-555-0123.
std::vector<std::string> forms() {
    std::vector<std::string> forms{"4145550123", "414 5550123", "414-555-01-23"};
    for (const std::string separator :
         {"-",      ".",      " ",      "/",        "\u00A0", "\u202F", "\u2009",
          "\u2010", "\u2011", "\u2012", "\u2013",   "\u2014", "\u2212", "\uFF0D",
          "\u00B7", "\u2022", " - ",    " \u2013 ", " / ",    " • ",    "\u200E-\u200E",
          "\u200B", "\u2060", "\n",     "  "}) {
        forms.push_back("414" + separator + "555" + separator + "0123");
        forms.push_back("(414)" + separator + "555" + separator + "0123");
        forms.push_back("1" + separator + "414" + separator + "555" + separator + "0123");
        forms.push_back("+1" + separator + "414" + separator + "555" + separator + "0123");
    }
    for (const char* form :
         {"(414)555-0123", "(414) 5550123", "1 (414) 555-0123", "+1(414)555-0123",
          "+1-(414)-555-0123", "(+1) 414 555 0123", "(+1)414-555-0123", "+14145550123",
          "14145550123", "[414] 555-0123", "（414）555－0123", "＋1 414 555 0123",
          "4-1-4-5-5-5-0-1-2-3", "1 4 1 4 5 5 5 0 1 2 3"})
        forms.emplace_back(form);
    return forms;
}

} // namespace

TEST_CASE("a phone number is found with the same digits in every form, script and place") {
    for (const std::string& form : forms()) {
        for (const char32_t zero : zeros) {
            const std::string written = in_script(form, zero);
            CAPTURE(written);
            for (const std::string& sentence :
                 {written, "Call " + written + " now.", "(" + written + ")", "اتصل " + written,
                  written + ", then ask.", "“" + written + "”", "Call " + written + "."}) {
                CAPTURE(sentence);
                const auto found = base::find_numbers(sentence);
                REQUIRE(found.size() == 1);
                CHECK(found[0].kind == Kind::phone);
                CHECK(found[0].digits() == "4145550123");
                CHECK(sentence.substr(found[0].begin, found[0].end - found[0].begin) == written);
            }
        }
    }
}

TEST_CASE("each of several numbers in a text is found") {
    CHECK(numbers("414-555-0123 414-555-0124") == "[4145550123] [4145550124]");
    CHECK(numbers("414 555 0123 (414) 555 0124 +1 414 555 0125") ==
          "[4145550123] [4145550124] [4145550125]");
    CHECK(numbers("Call 988. 741741 is for texts.") == "988 741741");
    CHECK(numbers("911 / 988 / 211") == "911 988 211");
    CHECK(numbers("988 (741741)") == "988 741741");
    CHECK(numbers("24/7/414-555-0123") == "24 7 [4145550123]");
    CHECK(numbers("414-555-0123x12") == "[4145550123] 12");
}

TEST_CASE("a number that spells a word has the digits of its keys") {
    CHECK(numbers("1-800-RUNAWAY") == "[8007862929]");
    CHECK(numbers("1 800 RUNAWAY") == "[8007862929]");
    CHECK(numbers("1-800-RUNAWAYS") == "[8007862929]"); // the S is dialed in vain
    CHECK(numbers("1-800-4-A-CHILD") == "[8004224453]");
    CHECK(numbers("1-800-MY-SUSO-1") == "[8006978761]");
    CHECK(numbers("(414) 220-SAFE") == "[4142207233]");
    CHECK(numbers("442-AYUDAME") == "[4422983263]");
    CHECK(numbers("Text HELP to 233733. It spells BEFREE.") == "233733");
    CHECK(numbers("988 HELLO NOW") == "988");
    CHECK(numbers("414 PEOPLE CALLED") == "414");
    CHECK(numbers("1-800-Runaway") == "1 800");
    std::string keys;
    for (char letter = 'A'; letter <= 'Z'; ++letter) keys += base::keypad_digit(letter);
    CHECK(keys == "22233344455566677778889999");
}

TEST_CASE("numbers of other countries, parts of numbers and spelled-out codes are phone numbers") {
    CHECK(numbers("+44 20 7946 0958") == "[442079460958]");
    CHECK(numbers("0800 123 456") == "{0800123456}");
    CHECK(numbers("41 45 55 01 23") == "{4145550123}");
    CHECK(numbers("555-0123") == "[5550123]");
    CHECK(numbers("9-8-8 and 7 4 1 7 4 1") == "[988] [741741]");
    CHECK(numbers("678-678") == "[678678]");
}

TEST_CASE("counts, dates, times, prices and ages are not phone numbers") {
    CHECK(numbers("ages 11-17, 100-200, 24/7") == "11 17 100 200 24 7");
    CHECK(numbers("2026-11-01 10:30") == "2026 11 01 10 30");
    CHECK(numbers("11/01/2026 and 1.11.2026") == "11 01 2026 1 11 2026");
    CHECK(numbers("2023-2024") == "2023 2024");
    CHECK(numbers("$1,000 or $2.50") == "1 000 2 50");
    CHECK(numbers("8:00-16:30") == "8 00 16 30");
    CHECK(numbers("K-12, F1-F105, 180+ languages, press 2") == "12 1 105 180 2");
    CHECK(numbers("Wis. Stat. 48.981(2m)") == "48 981 2");
    CHECK(numbers("") == "");
    CHECK(numbers("HELP") == "");
}

TEST_CASE("groups that are too many or too few for a phone number stay apart") {
    CHECK(numbers("414-220-72333") == "414 220 72333");
    CHECK(numbers("414--220--7233") == "414 220 7233");
    CHECK(numbers("1414220723314142207233") == "1414220723314142207233");
}
