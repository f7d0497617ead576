#include "text/rendered_page.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <unistd.h>

namespace {

std::set<int> fonts_of(const text::Paragraph& paragraph) {
    std::set<int> fonts;
    for (const text::Line& line : paragraph.lines)
        for (const text::Run& run : line.runs) fonts.insert(run.font);
    return fonts;
}

// While this exists, new typesetters find only the fonts in `folder`.
class InstalledFonts {
public:
    InstalledFonts() {
        std::filesystem::remove_all(folder);
        std::filesystem::create_directories(folder);
        std::ofstream(config_) << "<?xml version=\"1.0\"?><fontconfig><dir>" << folder.string()
                               << "</dir></fontconfig>\n";
        setenv("FONTCONFIG_FILE", config_.c_str(), 1);
    }
    ~InstalledFonts() {
        unsetenv("FONTCONFIG_FILE");
        std::filesystem::remove(config_);
        std::filesystem::remove_all(folder);
    }

    void install(const std::string& name) {
        std::filesystem::copy_file(noto / name, folder / name);
    }

    const std::filesystem::path noto = "/usr/share/fonts/truetype/noto";
    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("help-kiosk-fonts-" + std::to_string(getpid()));

private:
    const std::filesystem::path config_ = folder.string() + ".conf";
};

} // namespace

TEST_CASE("each script in a line gets a font that has it") {
    for (const std::string words :
         {"HOME إلى 741741", "Help ကျောင်း 988", "Español Tiếng Việt Українська Ελληνικά",
          "अंग्रेज़ी বাংলা ગુજરાતી ไทย ລາວ ខ្មែរ", "עברית አማርኛ ქართული", "→ ✓ ☎ ♥ ∞"}) {
        CAPTURE(words);
        CHECK(layout(words)->missing.empty());
    }
    CHECK(fonts_of(*layout("HOME إلى 741741")).size() == 2);
}

TEST_CASE("Arabic punctuation next to a number has the font of the Arabic letters") {
    for (const std::string words : {"هل 988؟", "988، 741741 أو", "أرسل HOME؟"}) {
        CAPTURE(words);
        CHECK(fonts_of(*layout_right_to_left(words)).size() == 2);
    }
}

TEST_CASE("each face has its own font") {
    std::set<int> fonts;
    for (const text::Face face : {text::Face::regular, text::Face::bold, text::Face::light})
        fonts.merge(fonts_of(*layout("Help", 0, 38, face)));
    CHECK(fonts.size() == 3);
    CHECK(layout("Help", 0, 38, text::Face::bold)->width > layout("Help", 0, 38)->width);
}

TEST_CASE("other scripts have a bold font for the bold face") {
    CHECK(layout("مساعدة", 0, 38, text::Face::bold)->width != layout("مساعدة")->width);
    CHECK(layout("ကျောင်း", 0, 38, text::Face::bold)->width != layout("ကျောင်း")->width);
}

TEST_CASE("the requested family is used first, and one that is not installed is ignored") {
    const auto in_family = [](const std::string& words, const std::string& family) {
        return typesetter().layout({words, text::Face::regular, 38, 0, false, family});
    };
    CHECK(fonts_of(*in_family("مساعدة", "Noto Naskh Arabic")) != fonts_of(*layout("مساعدة")));
    CHECK(fonts_of(*in_family("مساعدة", "noto sans arabic")) == fonts_of(*layout("مساعدة")));
    CHECK(fonts_of(*in_family("Help", "No Such Family")) == fonts_of(*layout("Help")));
}

TEST_CASE("an icon is a square that fills its line") {
    constexpr int px = 48;
    const auto icon = layout("\uE88A", 0, px, text::Face::icons); // home
    CHECK(icon->missing.empty());
    CHECK(icon->width == px);
    CHECK(icon->height == px);
}

TEST_CASE("has_glyph() is true only for characters that a font has") {
    CHECK(typesetter().has_glyph(U'A', text::Face::regular));
    CHECK(typesetter().has_glyph(U'\u0639', text::Face::bold));
    CHECK(typesetter().has_glyph(U'\u1000', text::Face::light));
    CHECK(typesetter().has_glyph(U'\uE88A', text::Face::icons));
    CHECK_FALSE(
        typesetter().has_glyph(U'\u0378', text::Face::regular)); // not an assigned character
}

TEST_CASE("a character that no font has is reported once and drawn as U+FFFD") {
    const auto paragraph = layout("a\u0378b\u0379c\u0378");
    CHECK(paragraph->missing == std::vector<char32_t>{0x0378, 0x0379});
    std::string shown;
    for (const text::Run& run : paragraph->lines[0].runs) shown += run.text;
    CHECK(shown == "a\uFFFDb\uFFFDc\uFFFD");
    CHECK(layout("\xEF\xBF\xBF")->missing == std::vector<char32_t>{0xFFFF});
}

TEST_CASE("joiners and direction control characters need no glyph") {
    CHECK(layout("a\u200Db\u200Cc\uFE0F\u200E\u2060")->missing.empty());
}

TEST_CASE("without any font the error names the Debian package to install") {
    const InstalledFonts installed_fonts;
    CHECK_THROWS_WITH(text::Typesetter(),
                      "no font can be read: install the Debian package fonts-noto-core");
}

TEST_CASE("with only another font installed, texts are laid out in it and warnings name the "
          "missing fonts") {
    InstalledFonts installed_fonts;
    installed_fonts.install("NotoSerif-Regular.ttf");
    text::Typesetter typesetter;
    const std::vector<std::string> warnings{
        "the font Noto Sans cannot be read: it is in the Debian package fonts-noto-core",
        "the font Noto Sans cannot be read: it is in the Debian package fonts-noto-core",
        "the font Material Icons cannot be read: it is in the Debian package "
        "fonts-material-design-icons-iconfont"};
    CHECK(typesetter.warnings() == warnings);
    const auto number = typesetter.layout({"Call 911", text::Face::bold, 38, 0, false, ""});
    CHECK(number->missing.empty());
    CHECK(number->width > 0);
    CHECK(typesetter.layout({"\uE88A", text::Face::icons, 38, 0, false, ""})->missing.size() == 1);
}

TEST_CASE("a truncated font file is ignored") {
    InstalledFonts installed_fonts;
    installed_fonts.install("NotoSerif-Regular.ttf");
    installed_fonts.install("NotoSans-Regular.ttf");
    text::Typesetter before;
    std::filesystem::resize_file(installed_fonts.folder / "NotoSans-Regular.ttf", 3000);
    text::Typesetter typesetter;
    CHECK(before.warnings().size() == 1); // the icons
    CHECK(typesetter.warnings().size() == 3);
    CHECK(typesetter.layout({"Call 911", text::Face::regular, 38, 0, false, ""})->width > 0);
}
