// Any text may have to be set: four bytes of how, and then the text.
#include "fuzz/fuzz.hpp"
#include "text/typesetter.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static text::Typesetter typesetter;
    fuzz::Bytes bytes(data, size);
    text::Setting setting;
    setting.face = static_cast<text::Face>(bytes.below(4));
    setting.px = 4 + bytes.below(60);
    setting.max_width = 4 * bytes.next();
    const int way = bytes.next();
    setting.right_to_left = way % 2 == 1;
    static constexpr const char* families[] = {"", "Noto Naskh Arabic", "Noto Sans Myanmar", "no such font"};
    setting.family = families[way / 2 % 4];
    setting.text = bytes.rest();
    const auto paragraph = typesetter.set(setting);
    fuzz::require(!paragraph->lines.empty(), "not one line");
    fuzz::require(setting.max_width == 0 || paragraph->width <= setting.max_width, "wider than it may be");
    int bottom = 0;
    for (const text::Line& line : paragraph->lines) {
        fuzz::require(line.width >= 0 && line.width <= paragraph->width, "a line wider than its paragraph");
        fuzz::require(line.y >= bottom && line.height > 0, "a line on another");
        bottom = line.y + line.height;
        int x = 0, y = 0;
        if (line.width < 4000) typesetter.paint(line, {0, 0, 0, 255}, x, y);
    }
    fuzz::require(paragraph->height >= bottom, "lines below their paragraph");
    return 0;
}
