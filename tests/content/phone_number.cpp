#include "content/phone_number.hpp"

#include <doctest/doctest.h>

#include <string>

using content::PhoneNumber;

namespace {

std::string display_text(const char* written) {
    const auto phone_number = PhoneNumber::parse(written);
    return phone_number ? phone_number->display_text() : "not a number";
}

} // namespace

TEST_CASE("a number has one display form, however it is written") {
    CHECK(display_text("988") == "988");
    CHECK(display_text("741741") == "741741");
    CHECK(display_text("66008") == "66008");
    for (const char* written : {"4142207233", "414-220-7233", "1-414-220-7233", "414.220.7233",
                                "414 220 7233", "(414) 220-7233", "14142207233"}) {
        CHECK_MESSAGE(display_text(written) == "414-220-7233", written);
    }
    for (const char* written :
         {"8883737888", "888-373-7888", "1 (888) 373-7888", "1-888-373-7888"}) {
        CHECK_MESSAGE(display_text(written) == "1-888-373-7888", written);
    }
}

TEST_CASE("a number is the same in every form and script that is recognized in a text") {
    for (const char* written :
         {"+1 414 220 7233", "+14142207233", "414–220–7233", "414\u00A0220\u00A07233",
          "414/220-7233", "1 (414) 220 7233", "٤١٤-٢٢٠-٧٢٣٣", "(၄၁၄) ၂၂၀ ၇၂၃၃",
          "4-1-4-2-2-0-7-2-3-3", "414 - 220 - 7233"}) {
        CHECK_MESSAGE(display_text(written) == "414-220-7233", written);
    }
    CHECK(display_text("9-8-8") == "988");
    CHECK(display_text("٩٨٨") == "988");
    CHECK(display_text("741-741") == "741741");
    CHECK(tel_uri(*PhoneNumber::parse("٤١٤–٢٢٠–٧٢٣٣")) == "tel:+14142207233");
}

TEST_CASE("every toll-free number is displayed with its leading 1") {
    for (const char* prefix : {"800", "888", "877", "866", "855", "844", "833"}) {
        CHECK(display_text((std::string(prefix) + "-555-1234").c_str()) ==
              std::string("1-") + prefix + "-555-1234");
    }
    CHECK(display_text("811-555-1234") == "811-555-1234");
}

TEST_CASE("text that is not a phone number is refused") {
    for (const char* written : {"",
                                "9",
                                "98",
                                "111",
                                "011",
                                "0111",
                                "7417",
                                "7417417",
                                "98-8",
                                "123456",
                                "114-220-7233",
                                "414-120-7233",
                                "414-220-723",
                                "414-220-72333",
                                "2-414-220-7233",
                                "414-220-SAFE",
                                "1-800-RUNAWAY",
                                "+44 20 7946 0958",
                                "0800 123 456",
                                "220-7233",
                                "414-555-0123 x12",
                                "414-220-7233 414-220-7234",
                                "(414 220-7233",
                                "414) 220-7233",
                                "414--220-7233",
                                " 988",
                                "988 ",
                                "414-220-7233 ext 5",
                                "tel:988",
                                "1414220723314142207233"}) {
        CHECK_MESSAGE(display_text(written) == "not a number", written);
    }
}

TEST_CASE("the URIs and the spelled-out form derive from the digits") {
    const auto hotline = *PhoneNumber::parse("888-373-7888");
    CHECK(hotline.digits() == "8883737888");
    CHECK(hotline.dial_string() == "+18883737888");
    CHECK(hotline.spelled_out() == "1-8-8-8-3-7-3-7-8-8-8");
    CHECK(tel_uri(hotline) == "tel:+18883737888");
    CHECK_FALSE(hotline.is_short_code());

    const auto local = *PhoneNumber::parse("1-414-587-2553");
    CHECK(local.spelled_out() == "4-1-4-5-8-7-2-5-5-3");
    CHECK(smsto_uri(local, "") == "SMSTO:+14145872553");

    const auto crisis = *PhoneNumber::parse("988");
    CHECK(crisis.spelled_out() == "9-8-8");
    CHECK(PhoneNumber::parse("888")->spelled_out() == "8-8-8"); // only long numbers get a 1
    CHECK(PhoneNumber::parse("80000")->spelled_out() == "8-0-0-0-0");
    CHECK(tel_uri(crisis) == "tel:988"); // a short code must not get +1
    CHECK(crisis.is_short_code());
    CHECK(smsto_uri(*PhoneNumber::parse("741741"), "HOME") == "SMSTO:741741:HOME");
    CHECK(smsto_uri(*PhoneNumber::parse("66008"), "") == "SMSTO:66008");
}

TEST_CASE("only 911 is the emergency number") {
    CHECK(PhoneNumber::parse("911")->is_emergency());
    CHECK_FALSE(PhoneNumber::parse("211")->is_emergency());
}

TEST_CASE("two numbers with the same digits are equal") {
    CHECK(*PhoneNumber::parse("888-373-7888") == *PhoneNumber::parse("1.888.373.7888"));
    CHECK(*PhoneNumber::parse("988") != *PhoneNumber::parse("911"));
}
