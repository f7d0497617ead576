// A QR code may have to say anything.
#include "qr/code.hpp"

#include "fuzz/fuzz.hpp"
#include "qr/segments.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text = fuzz::text(data, size);
    const auto code = qr::encode(text);
    const bool nothing_to_say = text.empty() || text.find('\0') != std::string::npos;
    fuzz::require(!(nothing_to_say && code), "says nothing, or a NUL");
    fuzz::require(nothing_to_say || code || text.size() > 1000, "cannot say a short text");
    std::string joined;
    for (const qr::Segment& segment : qr::segments(text, {})) joined += segment.text;
    fuzz::require(joined == text, "cut into other words");
    if (!code) return 0;
    fuzz::require(code->version >= 1 && code->version <= 40, "an unknown version");
    fuzz::require(code->size == 17 + 4 * code->version, "a size that is not the version's");
    fuzz::require(code->dark.size() ==
                      static_cast<std::size_t>(code->size) * static_cast<std::size_t>(code->size),
                  "not a square");
    for (int i = 0; i < 7; ++i)
        fuzz::require(code->at(i, 0) && code->at(0, i) && code->at(code->size - 1 - i, 0), "no finder pattern");
    return 0;
}
