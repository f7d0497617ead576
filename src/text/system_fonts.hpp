// The fonts that are installed on this computer, as fontconfig lists them. A font file is an index,
// which stays valid.
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
    // Throws std::runtime_error if fontconfig finds no configuration.
    SystemFonts();

    // Returns the file of a family, in the available weight that is nearest to `weight`. Returns
    // nullopt if the family is not installed, or has no outline font that can be read.
    std::optional<int> find_family(const std::string& name, Weight weight);

    // Returns the font that has this character and is most similar to Noto Sans. Returns nullopt if
    // no font has it.
    std::optional<int> find_fallback(CodePoint code_point, Weight weight);

    // From now on, the searches treat this file as if it were not installed.
    void mark_unreadable(int file);

    bool has_glyph(int file, CodePoint code_point) const;
    bool has_family(int file, const std::string& name) const; // ignores case
    std::string path(int file) const;
    int index(int file) const; // of the font in a file that holds several

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
        const FcCharSet* charset = nullptr; // owned by the pattern
    };

    static Pattern make_pattern(const std::vector<std::string>& families, Weight weight);

    // Returns the index of a font, which is added to `files_` if it is new. The pattern is shared.
    // Returns nullopt if the font is marked as unreadable.
    std::optional<int> add(FcPattern* found);

    std::optional<int> search_family(const std::string& name, Weight weight);
    std::optional<int> search_fallback(CodePoint code_point, Weight weight);

    Config config_;
    std::vector<File> files_;
    std::map<std::pair<std::string, Weight>, std::optional<int>> families_;
    std::map<Weight, FontSet> sorted_; // all fonts, the best match first
    std::map<Weight, std::unordered_map<CodePoint, std::optional<int>>> fallbacks_;
};

} // namespace text
