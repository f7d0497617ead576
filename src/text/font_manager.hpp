// Chooses the font for each character, and measures and renders runs with it. Font files are opened
// when they are first needed, and closed when other files need their place.
#pragma once

#include "base/lru_cache.hpp"
#include "text/font_file.hpp"
#include "text/script.hpp"
#include "text/system_fonts.hpp"
#include "text/typesetter.hpp"

#include <SDL_ttf.h>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace text {

// The font files to try first, in this order. The family of the script and then all other installed
// fonts follow.
struct FallbackChain {
    std::vector<int> files; // indexes of SystemFonts
    Weight weight = Weight::regular;
};

// All in pixels.
struct FontMetrics {
    int ascent = 0;    // above the baseline
    int descent = 0;   // below the baseline, positive
    int line_skip = 0; // distance from line to line that the font recommends
};

class FontManager {
public:
    // Throws std::runtime_error, which names a Debian package, if no font at all can be read.
    explicit FontManager(const CacheLimits& limits);
    ~FontManager();
    FontManager(const FontManager&) = delete;
    FontManager& operator=(const FontManager&) = delete;

    // One sentence for each basic font that cannot be read. Another installed font replaces it.
    const std::vector<std::string>& warnings() const { return warnings_; }

    // Returns at least one file. `family` is tried first. It may be empty, and it may be missing on
    // this computer.
    FallbackChain fallback_chain(Face face, const std::string& family);

    // Returns the file for a cluster, which is a letter with its marks: one that has all of them,
    // or else one that has the letter. `script` is the script of the letter. Returns nullopt if no
    // installed font has the letter.
    std::optional<int> find_file(std::span<const CodePoint> cluster,
                                 const std::optional<Script>& script, const FallbackChain& chain);

    // Returns whether the file has all code points of the cluster that need a glyph.
    bool has_glyphs(int file, std::span<const CodePoint> cluster) const;

    // Returns the index of the font that is this file at this size. The index stays valid.
    int font(int file, int em_px);

    // These throw std::runtime_error if neither the font nor the regular one can be read any
    // longer.
    FontMetrics metrics(int font);
    int width(const Run& run); // in pixels; remembered until forget_widths()

    // Drops the texts of the runs that were measured.
    void forget_widths() { widths_.clear(); }

    // Returns how far the first letter of the run reaches to the left of its start, in pixels, as a
    // j may.
    int overhang(const Run& run);

    // Renders a run in ARGB8888 with straight alpha. `baseline` receives the row of the baseline in
    // the surface. Returns null if there is nothing to see.
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
        std::optional<FontMetrics> metrics; // not known yet if empty
    };

    // A file is open once, at the size that was needed last. Opened for each size, it would take
    // about 200 kB each time, and its letters would be analyzed and hinted each time.
    struct OpenFile {
        OpenFont font;
        int em_px = 0;
    };

    // What the width of a run depends on.
    struct MeasuredRun {
        std::string text;
        int font;
        bool is_right_to_left;
        std::uint32_t script;

        bool operator==(const MeasuredRun&) const = default;
    };
    struct HashMeasuredRun {
        std::size_t operator()(const MeasuredRun& run) const {
            return std::hash<std::string>()(run.text) * 31 + static_cast<std::size_t>(run.font);
        }
    };

    int load_required(const std::string& family, Weight weight, const std::string& package);
    bool can_open(int file);
    OpenFont try_open(int file, int em_px); // null if the file cannot be read
    OpenFile& open_file(int file, int em_px);
    TTF_Font* open(int font); // at its size, until the next call
    FontMetrics read_metrics(int font);
    TTF_Font*
    prepare(const Run& run); // opens the font and sets the direction and script of the run

    TtfLibrary library_; // must outlive the open fonts
    SystemFonts system_fonts_;
    std::vector<std::string> warnings_;
    std::map<int, FontFile> files_; // must outlive the open fonts
    base::LruCache<int, OpenFile> open_files_;

    // Indexes of SystemFonts.
    int regular_;
    int bold_;
    int light_;
    int icons_;

    std::vector<SizedFont> sized_fonts_;

    // In pixels. A paragraph is often laid out again at another width, with the same words and
    // often the same lines, and to measure a text takes longest.
    base::LruCache<MeasuredRun, int, HashMeasuredRun> widths_;
};

} // namespace text
