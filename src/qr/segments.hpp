// How a text is cut into the modes of a QR code: the fewest bits, where libqrencode's own cut is only a good
// guess and makes "tel:+18883737888" a size larger.
#pragma once

#include <qrencode.h>

#include <string_view>
#include <vector>

namespace qr {

struct Segment {
    QRencodeMode mode = QR_MODE_8; // QR_MODE_NUM, QR_MODE_AN or QR_MODE_8
    std::string_view text;
};

// Bits that state a segment's length; they depend on the version of the code.
struct VersionRange {
    int max_version = 40;
    int numeric_bits = 14;
    int alphanumeric_bits = 13;
    int byte_bits = 16;
};

// The cut with the fewest bits for these versions. The segments point into `text`.
std::vector<Segment> segments(std::string_view text, const VersionRange& versions);

} // namespace qr
