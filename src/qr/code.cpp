#include "qr/code.hpp"

#include "qr/segments.hpp"

#include <qrencode.h>

#include <array>
#include <memory>

namespace qr {
namespace {

constexpr std::size_t longest_text = 7089; // digits, in version 40 at level L

constexpr std::array<Versions, 3> all_versions{{{9, 10, 9, 8}, {26, 12, 11, 16}, {40, 14, 13, 16}}};

struct FreeInput {
    void operator()(QRinput* input) const { QRinput_free(input); }
};
struct FreeCode {
    void operator()(QRcode* code) const { QRcode_free(code); }
};
using EncodedCode = std::unique_ptr<QRcode, FreeCode>;

// Null: the text does not fit at this level.
EncodedCode encode_at(std::string_view text, QRecLevel level) {
    constexpr int smallest_version = 0;
    for (const Versions& versions : all_versions) {
        const std::unique_ptr<QRinput, FreeInput> input(QRinput_new2(smallest_version, level));
        for (const Segment& segment : segments(text, versions)) {
            const auto* bytes = reinterpret_cast<const unsigned char*>(segment.text.data());
            QRinput_append(input.get(), segment.mode, static_cast<int>(segment.text.size()), bytes);
        }
        EncodedCode code(QRcode_encodeInput(input.get()));
        if (code && code->version <= versions.largest) return code;
    }
    return nullptr;
}

Code to_code(const QRcode& encoded, char correction) {
    Code code{encoded.width, encoded.version, correction, {}};
    const auto modules = static_cast<std::size_t>(encoded.width) * static_cast<std::size_t>(encoded.width);
    code.dark.reserve(modules);
    for (std::size_t i = 0; i < modules; ++i) code.dark.push_back((encoded.data[i] & 1) != 0);
    return code;
}

} // namespace

std::optional<Code> encode(std::string_view text) {
    if (text.empty() || text.size() > longest_text || text.find('\0') != text.npos) return std::nullopt;

    if (const auto usual = encode_at(text, QR_ECLEVEL_Q)) {
        const auto stronger = encode_at(text, QR_ECLEVEL_H);
        if (stronger && stronger->version == usual->version) return to_code(*stronger, 'H');
        return to_code(*usual, 'Q');
    }
    if (const auto weaker = encode_at(text, QR_ECLEVEL_M)) return to_code(*weaker, 'M');
    if (const auto weakest = encode_at(text, QR_ECLEVEL_L)) return to_code(*weakest, 'L');
    return std::nullopt;
}

} // namespace qr
