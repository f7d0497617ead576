// Encodes random text as a QR code, and checks the segments and the code.
#include "fuzz/fuzz.hpp"
#include "qr/code.hpp"
#include "qr/segments.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text = fuzz::text(data, size);
    const auto qr_code = qr::encode(text);
    const bool is_unencodable = text.empty() || text.find('\0') != std::string::npos;
    fuzz::require(!(is_unencodable && qr_code), "an empty text or a text with a NUL was encoded");
    fuzz::require(is_unencodable || qr_code || text.size() > 1000, "a short text was not encoded");
    std::string joined;
    for (const qr::Segment& segment : qr::segments(text, {})) joined += segment.text;
    fuzz::require(joined == text, "the segments are not the text");
    if (!qr_code) return 0;
    fuzz::require(qr_code->version >= 1 && qr_code->version <= 40,
                  "the version is not from 1 to 40");
    fuzz::require(qr_code->size == 17 + 4 * qr_code->version,
                  "the size does not match the version");
    fuzz::require(qr_code->modules.size() == static_cast<std::size_t>(qr_code->size) *
                                                 static_cast<std::size_t>(qr_code->size),
                  "the number of modules does not match the size");
    for (int i = 0; i < 7; ++i)
        fuzz::require(qr_code->is_dark(i, 0) && qr_code->is_dark(0, i) &&
                          qr_code->is_dark(qr_code->size - 1 - i, 0),
                      "a finder pattern is missing");
    return 0;
}
