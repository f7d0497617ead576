// Reads PDF files as others do: with Poppler, qpdf and ZBar.
#pragma once

#include "print/geometry.hpp"
#include "support/temporary_folder.hpp"

#include <string>
#include <vector>

namespace test {

// A word on a page, in millimeters from its top left corner.
struct PdfWord {
    std::string text;
    int page; // from 1
    print::Rect rect;
};

// One byte per pixel, 0 is black.
struct GrayPicture {
    int width = 0;
    int height = 0;
    std::vector<unsigned char> pixels;

    unsigned char at(int x, int y) const; // white outside
};

class PdfReader {
public:
    explicit PdfReader(const std::string& bytes);

    // Returns what a program prints about the file. "{}" in the command is the file.
    std::string run(const std::string& command) const;

    std::vector<PdfWord> words() const;
    std::string text() const;                // of all pages, without line breaks
    GrayPicture picture(int page = 1) const; // at 150 dots per inch

private:
    TemporaryFolder folder_;
};

// Returns the pixels of a length in millimeters in a picture of 150 dots per inch.
int pixels(double mm);

// What a bad copier makes of a page: blurred, with noise, and only black and white.
GrayPicture photocopy(const GrayPicture& original);

// Returns the part of a picture, in millimeters at 150 dots per inch, on a black background.
GrayPicture torn_off(const GrayPicture& page, const print::Rect& part);

// Returns what the QR codes in a picture contain, sorted. A phone takes many pictures until one is
// good enough; this takes a sharp one and a slightly blurred one.
std::vector<std::string> read_codes(const GrayPicture& picture);

} // namespace test
