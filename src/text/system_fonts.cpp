#include "text/system_fonts.hpp"

#include <stdexcept>

namespace text {
namespace {

const FcChar8* as_fontconfig(const std::string& text) {
    return reinterpret_cast<const FcChar8*>(text.c_str());
}

bool has_family_name(FcPattern* pattern, const std::string& name) {
    FcChar8* family = nullptr;
    for (int i = 0; FcPatternGetString(pattern, FC_FAMILY, i, &family) == FcResultMatch; ++i)
        if (FcStrCmpIgnoreCase(family, as_fontconfig(name)) == 0) return true;
    return false;
}

// Color fonts ignore the text color, and bitmap fonts ignore the size, so only outline fonts are
// used.
bool is_outline(FcPattern* pattern) {
    FcBool scalable = FcFalse;
    FcBool color = FcFalse;
    FcPatternGetBool(pattern, FC_SCALABLE, 0, &scalable);
    FcPatternGetBool(pattern, FC_COLOR, 0, &color);
    return scalable != FcFalse && color == FcFalse;
}

const FcCharSet* charset_of(FcPattern* pattern) {
    FcCharSet* charset = nullptr;
    FcPatternGetCharSet(pattern, FC_CHARSET, 0, &charset);
    return charset;
}

std::string path_of(FcPattern* pattern) {
    FcChar8* path = nullptr;
    FcPatternGetString(pattern, FC_FILE, 0, &path);
    return path == nullptr ? std::string() : reinterpret_cast<const char*>(path);
}

int index_of(FcPattern* pattern) {
    int index = 0;
    FcPatternGetInteger(pattern, FC_INDEX, 0, &index);
    return index;
}

} // namespace

SystemFonts::SystemFonts() : config_(FcInitLoadConfigAndFonts()) {
    if (!config_) throw std::runtime_error("cannot read the configuration of fontconfig");
}

SystemFonts::Pattern SystemFonts::make_pattern(const std::vector<std::string>& families,
                                               Weight weight) {
    Pattern pattern(FcPatternCreate());
    for (const std::string& family : families)
        FcPatternAddString(pattern.get(), FC_FAMILY, as_fontconfig(family));
    FcPatternAddInteger(pattern.get(), FC_WEIGHT, static_cast<int>(weight));
    FcPatternAddInteger(pattern.get(), FC_SLANT, FC_SLANT_ROMAN);
    FcPatternAddInteger(pattern.get(), FC_WIDTH, FC_WIDTH_NORMAL);
    FcPatternAddBool(pattern.get(), FC_VARIABLE, FcFalse);
    return pattern;
}

std::optional<int> SystemFonts::find_family(const std::string& name, Weight weight) {
    const auto [known, is_new] = families_.try_emplace({name, weight});
    if (is_new) known->second = search_family(name, weight);
    return known->second;
}

std::optional<int> SystemFonts::search_family(const std::string& name, Weight weight) {
    FcResult result = FcResultNoMatch;
    const Pattern found(FcFontMatch(config_.get(), make_pattern({name}, weight).get(), &result));
    if (!found || !has_family_name(found.get(), name) || !is_outline(found.get()))
        return std::nullopt;
    return add(found.get());
}

std::optional<int> SystemFonts::find_fallback(CodePoint code_point, Weight weight) {
    const auto [known, is_new] = fallbacks_[weight].try_emplace(code_point);
    if (is_new) known->second = search_fallback(code_point, weight);
    return known->second;
}

void SystemFonts::mark_unreadable(int file) {
    File& unreadable = files_[static_cast<std::size_t>(file)];
    unreadable.is_unreadable = true;
    unreadable.charset = nullptr;
    families_.clear(); // Earlier results may be this file.
    fallbacks_.clear();
}

std::optional<int> SystemFonts::search_fallback(CodePoint code_point, Weight weight) {
    FontSet& sorted = sorted_[weight];
    if (!sorted) {
        FcResult result = FcResultNoMatch;
        const auto pattern = make_pattern(
            {"Noto Sans", "DejaVu Sans", "Noto Sans Symbols", "Noto Sans Symbols2"}, weight);
        sorted.reset(FcFontSort(config_.get(), pattern.get(), FcFalse, nullptr, &result));
        if (!sorted) sorted.reset(FcFontSetCreate());
    }
    for (int i = 0; i < sorted->nfont; ++i) {
        FcPattern* font = sorted->fonts[i];
        const FcCharSet* charset = charset_of(font);
        if (charset == nullptr || FcCharSetHasChar(charset, code_point) == FcFalse ||
            !is_outline(font))
            continue;
        if (const auto file = add(font)) return file;
    }
    return std::nullopt;
}

std::optional<int> SystemFonts::add(FcPattern* found) {
    for (std::size_t i = 0; i < files_.size(); ++i) {
        FcPattern* known = files_[i].pattern.get();
        if (path_of(known) != path_of(found) || index_of(known) != index_of(found)) continue;
        return files_[i].is_unreadable ? std::nullopt : std::optional(static_cast<int>(i));
    }
    FcPatternReference(found);
    files_.push_back({Pattern(found), false, charset_of(found)});
    return static_cast<int>(files_.size()) - 1;
}

bool SystemFonts::has_glyph(int file, CodePoint code_point) const {
    const FcCharSet* charset = files_[static_cast<std::size_t>(file)].charset;
    return charset != nullptr && FcCharSetHasChar(charset, code_point) != FcFalse;
}

bool SystemFonts::has_family(int file, const std::string& name) const {
    return has_family_name(files_[static_cast<std::size_t>(file)].pattern.get(), name);
}

std::string SystemFonts::path(int file) const {
    return path_of(files_[static_cast<std::size_t>(file)].pattern.get());
}

int SystemFonts::index(int file) const {
    return index_of(files_[static_cast<std::size_t>(file)].pattern.get());
}

} // namespace text
