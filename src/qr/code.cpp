#include "qr/code.hpp"

#include "qr/segments.hpp"

#include <qrencode.h>

#include <array>
#include <memory>
#include <utility>

namespace qr {
namespace {

// The capacity of version 40 at level L for a text of digits (ISO/IEC 18004). Other texts fit less.
constexpr std::size_t max_text_bytes = 7089;

// From the smallest to the largest. The bits are those of ISO/IEC 18004 for versions 1 to 9, 10 to
// 26 and 27 to 40.
constexpr std::array<VersionRange, 3> all_versions{
    {{9, 10, 9, 8}, {26, 12, 11, 16}, {40, 14, 13, 16}}};

struct InputDeleter {
    void operator()(QRinput* input) const { QRinput_free(input); }
};
struct CodeDeleter {
    void operator()(QRcode* code) const { QRcode_free(code); }
};
using EncodedCode = std::unique_ptr<QRcode, CodeDeleter>;

// Returns null if the text does not fit at this level.
EncodedCode encode_at(std::string_view text, QRecLevel level, int min_version) {
    for (const VersionRange& versions : all_versions) {
        const std::unique_ptr<QRinput, InputDeleter> input(QRinput_new2(min_version, level));
        for (const Segment& segment : segments(text, versions)) {
            const auto* bytes = reinterpret_cast<const unsigned char*>(segment.text.data());
            QRinput_append(input.get(), segment.mode, static_cast<int>(segment.text.size()), bytes);
        }
        EncodedCode code(QRcode_encodeInput(input.get()));
        if (code && code->version <= versions.max_version) return code;
    }
    return nullptr;
}

Code to_code(const QRcode& encoded, char correction) {
    Code code{encoded.width, encoded.version, correction, {}};
    const auto module_count =
        static_cast<std::size_t>(encoded.width) * static_cast<std::size_t>(encoded.width);
    code.modules.reserve(module_count);
    for (std::size_t i = 0; i < module_count; ++i)
        code.modules.push_back((encoded.data[i] & 1) != 0);
    return code;
}

} // namespace

std::optional<Code> encode(std::string_view text, int min_version) {
    if (text.empty() || text.size() > max_text_bytes || text.find('\0') != text.npos)
        return std::nullopt;

    if (const auto usual = encode_at(text, QR_ECLEVEL_Q, min_version)) {
        const auto stronger = encode_at(text, QR_ECLEVEL_H, min_version);
        if (stronger && stronger->version == usual->version) return to_code(*stronger, 'H');
        return to_code(*usual, 'Q');
    }
    if (const auto weaker = encode_at(text, QR_ECLEVEL_M, min_version))
        return to_code(*weaker, 'M');
    if (const auto weakest = encode_at(text, QR_ECLEVEL_L, min_version))
        return to_code(*weakest, 'L');
    return std::nullopt;
}

std::optional<Code> encode_within(std::string_view text, int max_size) {
    if (auto usual = encode(text); !usual || usual->size <= max_size) return usual;
    constexpr std::array<std::pair<QRecLevel, char>, 2> lower_levels{
        {{QR_ECLEVEL_M, 'M'}, {QR_ECLEVEL_L, 'L'}}};
    for (const auto& [level, correction] : lower_levels) {
        const auto code = encode_at(text, level, 1);
        if (code && code->width <= max_size) return to_code(*code, correction);
    }
    return std::nullopt;
}

} // namespace qr
