// Reads QR codes as phones do, with two programs that are not part of this project.
#pragma once

#include <string>
#include <vector>

namespace test {

// One byte per pixel, 0 is black.
struct GrayPicture {
    int width = 0;
    int height = 0;
    std::vector<unsigned char> pixels;

    unsigned char at(int x, int y) const; // white outside
};

// Each returns what the QR codes in a picture contain, sorted. ZBar reads every line of the picture
// whose number is a multiple of `line_step`.
std::vector<std::string> read_with_zbar(const GrayPicture& picture, int line_step = 1);
std::vector<std::string> read_with_zxing(const GrayPicture& picture);

} // namespace test
