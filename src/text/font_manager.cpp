#include "text/font_manager.hpp"

#include "text/surface.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

namespace text {
namespace {

constexpr const char* text_package = "fonts-noto-core";
constexpr const char* icons_package = "fonts-material-design-icons-iconfont";
constexpr std::size_t max_open_files = 24; // Each one takes about 250 kB of memory.

Weight weight_of(Face face) {
    if (face == Face::bold) return Weight::bold;
    return face == Face::light ? Weight::light : Weight::regular;
}

int em_to_px(double length, int em_px) {
    return static_cast<int>(std::lround(length * em_px));
}

// Returns the first row that an underline changes. SDL_ttf moves the baseline down by as much as a
// mark rises above the ascent of the font, but it does not return the distance. The underline has a
// fixed distance from the baseline, so its row shows where the baseline is.
int underline_row(TTF_Font* font, const std::string& text) {
    constexpr SDL_Color color{0, 0, 0, SDL_ALPHA_OPAQUE};
    const SurfacePtr plain(TTF_RenderUTF8_Blended(font, text.c_str(), color));
    TTF_SetFontStyle(font, TTF_STYLE_UNDERLINE);
    const SurfacePtr underlined(TTF_RenderUTF8_Blended(font, text.c_str(), color));
    TTF_SetFontStyle(font, TTF_STYLE_NORMAL);
    if (!plain || !underlined) return 0;
    const int rows = std::min(plain->h, underlined->h);
    for (int row = 0; row < rows; ++row) {
        const auto before = pixel_row(*plain, row);
        const auto after = pixel_row(*underlined, row);
        if (!std::equal(before.begin(), before.end(), after.begin(), after.end())) return row;
    }
    return rows;
}

} // namespace

FontManager::TtfLibrary::TtfLibrary() {
    if (TTF_Init() != 0)
        throw std::runtime_error(std::string("cannot start SDL_ttf: ") + TTF_GetError());
}

FontManager::FontManager(const CacheLimits& limits)
    : open_files_(max_open_files),
      regular_(load_required("Noto Sans", Weight::regular, text_package)),
      bold_(load_required("Noto Sans", Weight::bold, text_package)),
      light_(system_fonts_.find_family("Open Sans", Weight::light).value_or(regular_)),
      icons_(load_required("Material Icons", Weight::regular, icons_package)),
      widths_(limits.max_widths) {}

FontManager::~FontManager() = default;

// Any font is better than none, because the help lines can still be read in it.
int FontManager::load_required(const std::string& family, Weight weight,
                               const std::string& package) {
    if (const auto file = system_fonts_.find_family(family, weight); file && can_open(*file))
        return *file;
    warnings_.push_back("the font " + family + " cannot be read: it is in the Debian package " +
                        package);
    while (const auto file = system_fonts_.find_fallback('0', weight))
        if (can_open(*file)) return *file;
    throw std::runtime_error("no font can be read: install the Debian package " + package);
}

bool FontManager::can_open(int file) {
    if (open_files_.find(file) != nullptr) return true;
    constexpr int em_px = 16; // Any size would do.
    if (OpenFont font = try_open(file, em_px)) {
        open_files_.insert(file, {std::move(font), em_px});
        return true;
    }
    system_fonts_.mark_unreadable(file);
    return false;
}

FallbackChain FontManager::fallback_chain(Face face, const std::string& family) {
    FallbackChain chain{{}, weight_of(face)};
    if (face == Face::icons)
        chain.files.push_back(icons_);
    else if (!family.empty())
        if (const auto file = system_fonts_.find_family(family, chain.weight))
            chain.files.push_back(*file);
    if (face == Face::light) chain.files.push_back(light_);
    chain.files.push_back(face == Face::bold ? bold_ : regular_);
    return chain;
}

std::optional<int> FontManager::find_file(std::span<const CodePoint> cluster,
                                          const std::optional<Script>& script,
                                          const FallbackChain& chain) {
    for (const int file : chain.files)
        if (has_glyphs(file, cluster)) return file;
    std::optional<int> script_file;
    if (script && !script->family.empty())
        script_file = system_fonts_.find_family(std::string(script->family), chain.weight);
    if (script_file && has_glyphs(*script_file, cluster)) return script_file;
    const std::optional<int> any = system_fonts_.find_fallback(cluster.front(), chain.weight);
    if (any && has_glyphs(*any, cluster)) return any;

    // No font has both the letter and all of its marks, and the letter is more important.
    for (const int file : chain.files)
        if (has_glyphs(file, cluster.first(1))) return file;
    return script_file && has_glyphs(*script_file, cluster.first(1)) ? script_file : any;
}

bool FontManager::has_glyphs(int file, std::span<const CodePoint> cluster) const {
    return std::all_of(cluster.begin(), cluster.end(), [&](CodePoint code_point) {
        return is_joiner(code_point) || is_formatting(code_point) ||
               system_fonts_.has_glyph(file, code_point);
    });
}

int FontManager::font(int file, int em_px) {
    const auto is_match = [=](const SizedFont& sized_font) {
        return sized_font.file == file && sized_font.em_px == em_px;
    };
    const auto known = std::find_if(sized_fonts_.begin(), sized_fonts_.end(), is_match);
    const auto index = static_cast<int>(known - sized_fonts_.begin());
    if (known == sized_fonts_.end()) sized_fonts_.push_back({file, em_px, std::nullopt});
    return index;
}

FontManager::OpenFont FontManager::try_open(int file, int em_px) {
    try {
        const FontFile& font_file =
            files_.try_emplace(file, system_fonts_.path(file)).first->second;
        SDL_RWops* reader =
            SDL_RWFromConstMem(font_file.data(), static_cast<int>(font_file.size()));
        OpenFont font(TTF_OpenFontIndexRW(reader, 1, em_px, system_fonts_.index(file)));
        if (!font) files_.erase(file);
        if (font) TTF_SetFontHinting(font.get(), TTF_HINTING_LIGHT_SUBPIXEL);
        return font;
    } catch (const std::runtime_error&) {
        return nullptr;
    }
}

FontManager::OpenFile& FontManager::open_file(int file, int em_px) {
    if (OpenFile* known = open_files_.find(file)) return *known;
    OpenFont opened = try_open(file, em_px);
    if (!opened) {
        // The file became unreadable while the program runs, or it belongs to a language, so it was
        // not opened at startup. This run shows boxes for missing characters, and later layouts
        // choose another font.
        system_fonts_.mark_unreadable(file);
        opened = try_open(regular_, em_px);
    }
    if (!opened)
        throw std::runtime_error("no font can be read anymore: " + system_fonts_.path(regular_));
    return open_files_.insert(file, {std::move(opened), em_px});
}

TTF_Font* FontManager::open(int font) {
    const SizedFont& wanted = sized_fonts_[static_cast<std::size_t>(font)];
    OpenFile& opened = open_file(wanted.file, wanted.em_px);
    if (opened.em_px != wanted.em_px && TTF_SetFontSize(opened.font.get(), wanted.em_px) == 0)
        opened.em_px = wanted.em_px;
    return opened.font.get();
}

TTF_Font* FontManager::prepare(const Run& run) {
    TTF_Font* font = open(run.font);
    std::array<char, 5> tag{};
    for (std::size_t i = 0; i < 4; ++i)
        tag[i] = static_cast<char>(run.script >> (24 - 8 * i) & 0xFF);
    TTF_SetFontScriptName(font, tag.data());
    TTF_SetFontDirection(font, run.is_right_to_left ? TTF_DIRECTION_RTL : TTF_DIRECTION_LTR);
    return font;
}

FontMetrics FontManager::metrics(int font) {
    if (const auto& known = sized_fonts_[static_cast<std::size_t>(font)].metrics) return *known;
    const FontMetrics metrics = read_metrics(font);
    sized_fonts_[static_cast<std::size_t>(font)].metrics = metrics;
    return metrics;
}

FontMetrics FontManager::read_metrics(int font) {
    const SizedFont& sized_font = sized_fonts_[static_cast<std::size_t>(font)];
    // The font itself recommends a line height of 2.1 em, which leaves space for marks that only
    // scripture has.
    if (system_fonts_.has_family(sized_font.file, "Noto Sans Arabic"))
        return {em_to_px(1.07, sized_font.em_px), em_to_px(0.53, sized_font.em_px),
                em_to_px(1.6, sized_font.em_px)};
    const TTF_Font* ttf_font = open(font);
    return {TTF_FontAscent(ttf_font), -TTF_FontDescent(ttf_font), TTF_FontLineSkip(ttf_font)};
}

int FontManager::width(const Run& run) {
    const MeasuredRun key{run.text, run.font, run.is_right_to_left, run.script};
    if (const int* known = widths_.find(key)) return *known;
    int width = 0;
    TTF_SizeUTF8(prepare(run), run.text.c_str(), &width, nullptr);
    return widths_.insert(key, width);
}

int FontManager::overhang(const Run& run) {
    if (run.is_right_to_left) return 0;
    int left = 0;
    const CodePoint first = decode_text(run.text).front();
    TTF_GlyphMetrics32(open(run.font), first, &left, nullptr, nullptr, nullptr, nullptr);
    return std::max(0, -left);
}

SurfacePtr FontManager::render_run(const Run& run, SDL_Color color, int& baseline) {
    TTF_Font* font = prepare(run);
    SurfacePtr surface(TTF_RenderUTF8_Blended(font, run.text.c_str(), color));
    baseline = TTF_FontAscent(font);
    const bool has_high_mark = surface && surface->h > TTF_FontHeight(font);
    if (!has_high_mark) return surface;
    const std::string flat_text = " "; // has nothing above the ascent
    baseline += underline_row(font, run.text) - underline_row(font, flat_text);
    return surface;
}

} // namespace text
