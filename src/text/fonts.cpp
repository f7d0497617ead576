#include "text/fonts.hpp"

#include "text/surface.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

namespace text {
namespace {

constexpr std::size_t most_open = 24; // each costs about 250 kB

constexpr const char* text_package = "fonts-noto-core";
constexpr const char* icons_package = "fonts-material-design-icons-iconfont";

Weight weight_of(Face face) {
    if (face == Face::bold) return Weight::bold;
    return face == Face::light ? Weight::light : Weight::regular;
}

int em(double length, int px) {
    return static_cast<int>(std::lround(length * px));
}

// SDL_ttf moves the baseline down by as much as a mark rises above the font's ascent, and does not say how far.
// An underline hangs at a fixed distance below it, so the row where one appears tells.
int underline_row(TTF_Font* font, const std::string& text) {
    constexpr SDL_Color ink{0, 0, 0, SDL_ALPHA_OPAQUE};
    const Surface plain(TTF_RenderUTF8_Blended(font, text.c_str(), ink));
    TTF_SetFontStyle(font, TTF_STYLE_UNDERLINE);
    const Surface underlined(TTF_RenderUTF8_Blended(font, text.c_str(), ink));
    TTF_SetFontStyle(font, TTF_STYLE_NORMAL);
    if (!plain || !underlined) return 0;
    const int rows = std::min(plain->h, underlined->h);
    for (int row = 0; row < rows; ++row) {
        const auto before = row_of(*plain, row);
        const auto after = row_of(*underlined, row);
        if (!std::equal(before.begin(), before.end(), after.begin(), after.end())) return row;
    }
    return rows;
}

} // namespace

Fonts::Library::Library() {
    if (TTF_Init() != 0) throw std::runtime_error(std::string("cannot start SDL_ttf: ") + TTF_GetError());
}

Fonts::Fonts()
    : regular_(basic("Noto Sans", Weight::regular, text_package)),
      bold_(basic("Noto Sans", Weight::bold, text_package)),
      light_(collection_.family("Open Sans", Weight::light).value_or(regular_)),
      icons_(basic("Material Icons", Weight::regular, icons_package)), open_(most_open) {}

Fonts::~Fonts() = default;

// Some font is better than none: a screen in other letters still says who helps.
int Fonts::basic(const std::string& family, Weight weight, const std::string& package) {
    if (const auto file = collection_.family(family, weight); file && readable(*file)) return *file;
    complaints_.push_back("the font " + family + " cannot be read: it is in the Debian package " + package);
    while (const auto file = collection_.any_with('0', weight))
        if (readable(*file)) return *file;
    throw std::runtime_error("no font can be read: install the Debian package " + package);
}

bool Fonts::readable(int file) {
    constexpr int px = 16; // any would do
    if (opened({file, px})) return true;
    collection_.ban(file);
    return false;
}

Choice Fonts::choice(Face face, const std::string& family) {
    Choice choice{{}, weight_of(face)};
    if (face == Face::icons)
        choice.files.push_back(icons_);
    else if (!family.empty())
        if (const auto file = collection_.family(family, choice.weight)) choice.files.push_back(*file);
    if (face == Face::light) choice.files.push_back(light_);
    choice.files.push_back(face == Face::bold ? bold_ : regular_);
    return choice;
}

std::optional<int> Fonts::file_for(std::span<const Character> cluster, const Script* script,
                                   const Choice& choice) {
    for (const int file : choice.files)
        if (covers(file, cluster)) return file;
    std::optional<int> made_for_script;
    if (script != nullptr && !script->family.empty())
        made_for_script = collection_.family(std::string(script->family), choice.weight);
    if (made_for_script && covers(*made_for_script, cluster)) return made_for_script;
    const std::optional<int> any = collection_.any_with(cluster.front(), choice.weight);
    if (any && covers(*any, cluster)) return any;

    // No font has all the marks: the letter matters more.
    for (const int file : choice.files)
        if (covers(file, cluster.first(1))) return file;
    return made_for_script && covers(*made_for_script, cluster.first(1)) ? made_for_script : any;
}

bool Fonts::covers(int file, std::span<const Character> cluster) const {
    return std::all_of(cluster.begin(), cluster.end(), [&](Character character) {
        return is_joiner(character) || is_formatting(character) || collection_.covers(file, character);
    });
}

int Fonts::font(int file, int px) {
    const auto is_wanted = [=](const Cut& cut) { return cut.file == file && cut.px == px; };
    const auto known = std::find_if(cuts_.begin(), cuts_.end(), is_wanted);
    const auto number = static_cast<int>(known - cuts_.begin());
    if (known == cuts_.end()) cuts_.push_back({file, px});
    return number;
}

Fonts::Open Fonts::opened(const Cut& cut) {
    try {
        const FontFile& file = files_.try_emplace(cut.file, collection_.path(cut.file)).first->second;
        SDL_RWops* reader = SDL_RWFromConstMem(file.data(), static_cast<int>(file.size()));
        Open font(TTF_OpenFontIndexRW(reader, 1, cut.px, collection_.index(cut.file)));
        if (!font) files_.erase(cut.file);
        if (font) TTF_SetFontHinting(font.get(), TTF_HINTING_LIGHT_SUBPIXEL);
        return font;
    } catch (const std::runtime_error&) {
        return nullptr;
    }
}

TTF_Font* Fonts::open(int font) {
    if (Open* kept = open_.find(font)) return kept->get();
    const Cut& cut = cuts_[static_cast<std::size_t>(font)];
    Open wanted = opened(cut);
    if (!wanted) { // it broke while the program runs, or is of a language: boxes now, another font the next
                   // time
        collection_.ban(cut.file);
        wanted = opened({regular_, cut.px});
    }
    if (!wanted) throw std::runtime_error("no font can be read any more: " + collection_.path(regular_));
    return open_.keep(font, std::move(wanted)).get();
}

TTF_Font* Fonts::prepared(const Run& run) {
    TTF_Font* font = open(run.font);
    std::array<char, 5> tag{};
    for (std::size_t i = 0; i < 4; ++i) tag[i] = static_cast<char>(run.script >> (24 - 8 * i) & 0xFF);
    TTF_SetFontScriptName(font, tag.data());
    TTF_SetFontDirection(font, run.right_to_left ? TTF_DIRECTION_RTL : TTF_DIRECTION_LTR);
    return font;
}

Metrics Fonts::metrics(int font) {
    const Cut& cut = cuts_[static_cast<std::size_t>(font)];
    // Left alone it asks for 2.1 em, to make room for marks that stand in scripture and not on a notice.
    if (collection_.is_of_family(cut.file, "Noto Sans Arabic"))
        return {em(1.07, cut.px), em(0.53, cut.px), em(1.6, cut.px)};
    const TTF_Font* opened = open(font);
    return {TTF_FontAscent(opened), -TTF_FontDescent(opened), TTF_FontLineSkip(opened)};
}

int Fonts::width(const Run& run) {
    int width = 0;
    TTF_SizeUTF8(prepared(run), run.text.c_str(), &width, nullptr);
    return width;
}

int Fonts::overhang(const Run& run) {
    if (run.right_to_left) return 0;
    int left = 0;
    const Character first = decode(run.text).front();
    TTF_GlyphMetrics32(open(run.font), first, &left, nullptr, nullptr, nullptr, nullptr);
    return std::max(0, -left);
}

Surface Fonts::paint(const Run& run, SDL_Color ink, int& baseline) {
    TTF_Font* font = prepared(run);
    Surface surface(TTF_RenderUTF8_Blended(font, run.text.c_str(), ink));
    baseline = TTF_FontAscent(font);
    if (!surface || surface->h <= TTF_FontHeight(font)) return surface; // nothing rises above the ascent
    const std::string level = " ";                                      // rises above nothing
    baseline += underline_row(font, run.text) - underline_row(font, level);
    return surface;
}

} // namespace text
