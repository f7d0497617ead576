// Splits a text into segments of the modes of a QR code, so that it takes the fewest bits.
// libqrencode has a function for this too, but it only estimates, and makes the code of
// "tel:+18883737888" one version larger.
#pragma once

#include <qrencode.h>

#include <string_view>
#include <vector>

namespace qr {

struct Segment {
    QRencodeMode mode = QR_MODE_8; // QR_MODE_NUM, QR_MODE_AN or QR_MODE_8
    std::string_view text;         // not empty
};

// A range of versions whose segments have the same header. The bits are those of the character
// count indicator of each mode (ISO/IEC 18004, number of bits in character count indicator).
struct VersionRange {
    int max_version = 40;
    int numeric_bits = 14;
    int alphanumeric_bits = 13;
    int byte_bits = 16;
};

// Returns the segments that take the fewest bits in a code of these versions. They point into
// `text`.
std::vector<Segment> segments(std::string_view text, const VersionRange& versions);

} // namespace qr
