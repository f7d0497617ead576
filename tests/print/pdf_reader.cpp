#include "print/pdf_reader.hpp"

#include "base/replace_all.hpp"

#include <algorithm>
#include <cstdio>
#include <glib.h>
#include <memory>
#include <random>
#include <regex>
#include <stdexcept>

namespace test {

namespace {

constexpr double mm_per_pixel = 25.4 / 150;

std::string plain(std::string text) {
    for (const auto& [entity, character] :
         {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}})
        text = base::replace_all(std::move(text), entity, character);
    return text;
}

// The mean of each pixel and its eight neighbors. The outermost pixels stay as they are.
GrayPicture blur(const GrayPicture& sharp) {
    GrayPicture blurred = sharp;
    const auto width = static_cast<std::size_t>(sharp.width);
    for (std::size_t i = width + 1; i + width + 1 < sharp.pixels.size(); ++i) {
        const unsigned char* const p = &sharp.pixels[i];
        const unsigned char *const above = p - width, *const below = p + width;
        const int sum =
            above[-1] + above[0] + above[1] + p[-1] + p[0] + p[1] + below[-1] + below[0] + below[1];
        blurred.pixels[i] = static_cast<unsigned char>(sum / 9);
    }
    return blurred;
}

} // namespace

std::string letters_of(const std::string& text) {
    const std::unique_ptr<char, decltype(&g_free)> normal(
        g_utf8_normalize(text.c_str(), static_cast<gssize>(text.size()), G_NORMALIZE_NFKC), g_free);
    std::string letters = " ";
    for (const char* p = normal.get(); *p != '\0'; p = g_utf8_next_char(p)) {
        const gunichar letter = g_utf8_get_char(p);
        if (g_unichar_isalnum(letter))
            letters.append(p, static_cast<std::size_t>(g_utf8_next_char(p) - p));
        else if (!g_unichar_ismark(letter) && !letters.ends_with(' '))
            letters += ' ';
    }
    return letters + " ";
}

int pixels(double mm) {
    return static_cast<int>(mm / mm_per_pixel);
}

PdfReader::PdfReader(const std::string& bytes) {
    write_file(folder_ / "paper.pdf", bytes);
}

std::string PdfReader::run(const std::string& command) const {
    const std::string whole =
        base::replace_all(command, "{}", (folder_ / "paper.pdf").string()) + " 2>&1";
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(whole.c_str(), "r"), pclose);
    if (!pipe) throw std::runtime_error("cannot run " + whole);
    std::string output;
    std::vector<char> buffer(1 << 16);
    while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe.get()))
        output.append(buffer.data(), count);
    return output;
}

std::vector<PdfWord> PdfReader::words() const {
    const std::string page_text = run("pdftotext -bbox {} -");
    static const std::regex pattern(
        "<page|<word xMin=\"([-0-9.]+)\" yMin=\"([-0-9.]+)\" xMax=\"([-0-9.]+)\" "
        "yMax=\"([-0-9.]+)\">([^<]*)<");
    std::vector<PdfWord> found;
    int page = 0;
    for (auto match = std::sregex_iterator(page_text.begin(), page_text.end(), pattern);
         match != std::sregex_iterator(); ++match) {
        if (match->str() == "<page") {
            ++page;
            continue;
        }
        const auto mm = [&](std::size_t group) {
            return std::stod(match->str(group)) * print::mm_per_point;
        };
        found.push_back({plain(match->str(5)), page, {mm(1), mm(2), mm(3) - mm(1), mm(4) - mm(2)}});
    }
    return found;
}

std::string PdfReader::text() const {
    std::string all;
    for (const PdfWord& word : words()) all += word.text + " ";
    return all;
}

GrayPicture PdfReader::picture(int page) const {
    const std::string number = std::to_string(page);
    const std::string pgm = run("pdftoppm -gray -r 150 -f " + number + " -l " + number + " {}");
    GrayPicture picture;
    int length = 0;
    if (std::sscanf(pgm.c_str(), "P5 %d %d 255%n", &picture.width, &picture.height, &length) != 2)
        throw std::runtime_error("pdftoppm wrote no picture: " + pgm.substr(0, 200));
    picture.pixels.assign(pgm.begin() + length + 1, pgm.end());
    return picture;
}

GrayPicture photocopy(const GrayPicture& original) {
    GrayPicture copy = blur(original);
    std::minstd_rand random(17);
    // The sum of three random numbers is close enough to a normal distribution, with a standard
    // deviation of 30.
    const auto noise = [&] {
        int sum = 0;
        for (int i = 0; i < 3; ++i) sum += static_cast<int>(random() % 61);
        return sum - 90;
    };
    for (unsigned char& pixel : copy.pixels) pixel = pixel + noise() < 128 ? 0 : 255;
    return copy;
}

GrayPicture torn_off(const GrayPicture& page, const print::Rect& part) {
    constexpr int border = 40;
    GrayPicture piece{pixels(part.w) + 2 * border, pixels(part.h) + 2 * border, {}};
    for (int y = 0; y < piece.height; ++y) {
        for (int x = 0; x < piece.width; ++x) {
            const bool is_paper =
                x >= border && y >= border && x < piece.width - border && y < piece.height - border;
            piece.pixels.push_back(
                is_paper ? page.at(pixels(part.x) + x - border, pixels(part.y) + y - border) : 0);
        }
    }
    return piece;
}

std::vector<std::string> read_codes(const GrayPicture& picture) {
    std::vector<std::string> sharp = read_with_zbar(picture),
                             blurred = read_with_zbar(blur(picture));
    return sharp.size() >= blurred.size() ? sharp : blurred;
}

} // namespace test
