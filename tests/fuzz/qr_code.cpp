// A QR code may have to say anything.
#include "qr/code.hpp"

#include "fuzz/fuzz.hpp"
#include "qr/segments.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text = fuzz::text(data, size);
    const auto qr_code = qr::encode(text);
    const bool is_unencodable = text.empty() || text.find('\0') != std::string::npos;
    fuzz::require(!(is_unencodable && qr_code), "says nothing, or a NUL");
    fuzz::require(is_unencodable || qr_code || text.size() > 1000, "cannot say a short text");
    std::string joined;
    for (const qr::Segment& segment : qr::segments(text, {})) joined += segment.text;
    fuzz::require(joined == text, "cut into other words");
    if (!qr_code) return 0;
    fuzz::require(qr_code->version >= 1 && qr_code->version <= 40, "an unknown version");
    fuzz::require(qr_code->size == 17 + 4 * qr_code->version, "a size that is not the version's");
    fuzz::require(qr_code->modules.size() ==
                      static_cast<std::size_t>(qr_code->size) * static_cast<std::size_t>(qr_code->size),
                  "not a square");
    for (int i = 0; i < 7; ++i)
        fuzz::require(qr_code->is_dark(i, 0) && qr_code->is_dark(0, i) &&
                          qr_code->is_dark(qr_code->size - 1 - i, 0),
                      "no finder pattern");
    return 0;
}
