// Which font a character is set in, and that font at a size: opened when first needed, closed when long unused.
#pragma once

#include "text/system_fonts.hpp"
#include "text/font_file.hpp"
#include "base/lru_cache.hpp"
#include "text/script.hpp"
#include "text/typesetter.hpp"

#include <SDL_ttf.h>

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace text {

// The files to try, best first, before a script's own family and then the whole collection.
struct FallbackChain {
    std::vector<int> files;
    Weight weight = Weight::regular;
};

struct FontMetrics {
    int ascent = 0;    // pixels above the baseline
    int descent = 0;   // pixels below it
    int line_skip = 0; // what the font's designer wants from line to line
};

class FontManager {
public:
    FontManager(); // throws std::runtime_error when no font at all can be read
    ~FontManager();
    FontManager(const FontManager&) = delete;
    FontManager& operator=(const FontManager&) = delete;

    // Of the packages that are missing, one sentence each. What they hold is replaced by what there is.
    const std::vector<std::string>& warnings() const { return warnings_; }

    FallbackChain fallback_chain(Face face, const std::string& family);

    // The file for a letter with its marks: one that has them all, or at least the letter. nullopt: none has
    // it.
    std::optional<int> find_file(std::span<const CodePoint> cluster, const Script* script,
                                 const FallbackChain& chain);
    bool has_glyphs(int file, std::span<const CodePoint> cluster) const;

    // A font is a file at a size, named by a number that stays valid.
    int font(int file, int em_px);
    FontMetrics metrics(int font);
    int width(const Run& run);
    int overhang(const Run& run); // of its first letter: pixels left of where the run begins, as for j

    // Null when there is nothing to paint. `baseline` receives the row the text stands on.
    SurfacePtr render_run(const Run& run, SDL_Color color, int& baseline);

private:
    struct FontDeleter {
        void operator()(TTF_Font* font) const { TTF_CloseFont(font); }
    };
    using OpenFont = std::unique_ptr<TTF_Font, FontDeleter>;

    struct TtfLibrary {
        TtfLibrary();
        ~TtfLibrary() { TTF_Quit(); }
    };
    struct SizedFont {
        int file;
        int em_px;
    };

    int load_required(const std::string& family, Weight weight, const std::string& package);
    bool can_open(int file);
    OpenFont try_open(const SizedFont& sized_font); // null: the file cannot be read
    TTF_Font* open(int font);
    TTF_Font* prepare(const Run& run); // open, with the run's direction and script

    TtfLibrary library_; // outlives the open fonts
    SystemFonts system_fonts_;
    std::vector<std::string> warnings_;
    std::map<int, FontFile> files_;      // outlive the open fonts
    int regular_, bold_, light_, icons_; // files
    std::vector<SizedFont> sized_fonts_;
    base::LruCache<int, OpenFont> open_fonts_;
};

} // namespace text
