// Reads PDF files as others do: with Poppler and qpdf.
#pragma once

#include "print/geometry.hpp"
#include "support/qr_reader.hpp"
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

// Returns the words of a text with a space before and after each, without vowel marks, which have
// another place in a PDF file, without punctuation, and with letters instead of ligatures.
std::string letters_of(const std::string& text);

// Returns the pixels of a length in millimeters in a picture of 150 dots per inch.
int pixels(double mm);

// What a bad copier makes of a page: blurred, with noise, and only black and white.
GrayPicture photocopy(const GrayPicture& original);

// Returns the part of a picture, in millimeters at 150 dots per inch, on a black background.
GrayPicture torn_off(const GrayPicture& page, const print::Rect& part);

// Returns what ZBar reads of the QR codes in a picture, sorted. A phone takes many pictures until
// one is good enough; this takes a sharp one and a slightly blurred one.
std::vector<std::string> read_codes(const GrayPicture& picture);

} // namespace test
