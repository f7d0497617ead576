#include "support/qr_reader.hpp"

#include <zbar.h>

// ZXing 1 has wide strings without this.
#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>
#include <algorithm>

namespace test {

namespace {

// ZXing 2 has another name for the options.
#if __has_include(<ZXing/ReaderOptions.h>)
using ZXingOptions = ZXing::ReaderOptions;
#else
using ZXingOptions = ZXing::DecodeHints;
#endif

} // namespace

unsigned char GrayPicture::at(int x, int y) const {
    if (x < 0 || y < 0 || x >= width || y >= height) return 255;
    return pixels[static_cast<std::size_t>(y * width + x)];
}

std::vector<std::string> read_with_zbar(const GrayPicture& picture, int line_step) {
    zbar::ImageScanner scanner;
    scanner.set_config(zbar::ZBAR_NONE, zbar::ZBAR_CFG_ENABLE, 0);
    scanner.set_config(zbar::ZBAR_QRCODE, zbar::ZBAR_CFG_ENABLE, 1);
    scanner.set_config(zbar::ZBAR_NONE, zbar::ZBAR_CFG_X_DENSITY, line_step);
    scanner.set_config(zbar::ZBAR_NONE, zbar::ZBAR_CFG_Y_DENSITY, line_step);
    zbar::Image image(static_cast<unsigned>(picture.width), static_cast<unsigned>(picture.height),
                      "Y800", picture.pixels.data(), picture.pixels.size());
    scanner.scan(image);
    std::vector<std::string> found;
    for (auto symbol = image.symbol_begin(); symbol != image.symbol_end(); ++symbol)
        found.push_back(symbol->get_data());
    std::ranges::sort(found);
    return found;
}

std::vector<std::string> read_with_zxing(const GrayPicture& picture) {
    ZXingOptions options;
    options.setFormats(ZXing::BarcodeFormat::QRCode);
    const ZXing::ImageView image(picture.pixels.data(), picture.width, picture.height,
                                 ZXing::ImageFormat::Lum);
    std::vector<std::string> found;
    for (const auto& code : ZXing::ReadBarcodes(image, options))
        if (code.isValid()) found.push_back(code.text());
    std::ranges::sort(found);
    return found;
}

} // namespace test
