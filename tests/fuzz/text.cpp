// Lays out and renders random text. The first four bytes are the options, the others the text.
#include "fuzz/fuzz.hpp"
#include "text/typesetter.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static text::Typesetter typesetter;
    fuzz::Bytes bytes(data, size);
    text::TextSpec spec;
    spec.face = static_cast<text::Face>(bytes.below(4));
    spec.em_px = 4 + bytes.below(60);
    spec.max_width = 4 * bytes.next();
    const int direction_and_family = bytes.next();
    spec.is_right_to_left = direction_and_family % 2 == 1;
    static constexpr const char* families[] = {"", "Noto Naskh Arabic", "Noto Sans Myanmar",
                                               "no such font"};
    spec.family = families[direction_and_family / 2 % 4];
    spec.text = bytes.remainder();
    const auto paragraph = typesetter.layout(spec);
    fuzz::require(!paragraph->lines.empty(), "the paragraph has no line");
    fuzz::require(spec.max_width == 0 || paragraph->width <= spec.max_width,
                  "the paragraph is wider than its maximum");
    int bottom = 0;
    for (const text::Line& line : paragraph->lines) {
        fuzz::require(line.width >= 0 && line.width <= paragraph->width,
                      "a line is wider than its paragraph");
        fuzz::require(line.y >= bottom && line.height > 0, "lines overlap");
        bottom = line.y + line.height;
        int x = 0;
        int y = 0;
        if (line.width < 4000) typesetter.render_line(line, {0, 0, 0, 255}, x, y);
    }
    fuzz::require(paragraph->height >= bottom, "a line is below its paragraph");
    return 0;
}
