// The fonts installed on this machine, as fontconfig knows them.
#pragma once

#include "text/code_points.hpp"

#include <fontconfig/fontconfig.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace text {

enum class Weight { light = FC_WEIGHT_LIGHT, regular = FC_WEIGHT_REGULAR, bold = FC_WEIGHT_BOLD };

class SystemFonts {
public:
    SystemFonts(); // throws std::runtime_error when fontconfig finds no configuration

    // A font file is named by a number that stays valid. The weight is the nearest the family has.
    // nullopt: the family is not installed.
    std::optional<int> find_family(const std::string& name, Weight weight);

    // Some font that has this character, as near to Noto Sans as there is. nullopt: none has.
    std::optional<int> find_fallback(CodePoint code_point, Weight weight);

    // A file that cannot be read counts from now on as not installed.
    void mark_unreadable(int file);

    bool has_glyph(int file, CodePoint code_point) const;
    bool has_family(int file, const std::string& name) const;
    std::string path(int file) const;
    int index(int file) const; // of the font inside its file

private:
    struct FontconfigDeleter {
        void operator()(FcConfig* config) const { FcConfigDestroy(config); }
        void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }
        void operator()(FcFontSet* fonts) const { FcFontSetDestroy(fonts); }
    };
    using Config = std::unique_ptr<FcConfig, FontconfigDeleter>;
    using Pattern = std::unique_ptr<FcPattern, FontconfigDeleter>;
    using FontSet = std::unique_ptr<FcFontSet, FontconfigDeleter>;

    struct File {
        Pattern pattern;
        bool is_unreadable = false;
        const FcCharSet* charset = nullptr; // belongs to the pattern
    };

    static Pattern make_pattern(const std::vector<std::string>& families, Weight weight);
    std::optional<int> add(FcPattern* found); // shares the pattern; nullopt: it is banned
    std::optional<int> search_family(const std::string& name, Weight weight);
    std::optional<int> search_fallback(CodePoint code_point, Weight weight);

    Config config_;
    std::vector<File> files_;
    std::map<std::pair<std::string, Weight>, std::optional<int>> families_;
    std::map<Weight, FontSet> sorted_; // all fonts, the most fitting first
    std::map<Weight, std::unordered_map<CodePoint, std::optional<int>>> fallbacks_;
};

} // namespace text
