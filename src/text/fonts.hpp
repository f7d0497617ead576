// Which font a character is set in, and that font at a size: opened when first needed, closed when long unused.
#pragma once

#include "text/collection.hpp"
#include "text/font_file.hpp"
#include "text/recent.hpp"
#include "text/scripts.hpp"
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
struct Choice {
    std::vector<int> files;
    Weight weight = Weight::regular;
};

struct Metrics {
    int ascent = 0;    // pixels above the baseline
    int descent = 0;   // pixels below it
    int line_skip = 0; // what the font's designer wants from line to line
};

class Fonts {
public:
    Fonts(); // throws std::runtime_error when no font at all can be read
    ~Fonts();
    Fonts(const Fonts&) = delete;
    Fonts& operator=(const Fonts&) = delete;

    // Of the packages that are missing, one sentence each. What they hold is replaced by what there is.
    const std::vector<std::string>& complaints() const { return complaints_; }

    Choice choice(Face face, const std::string& family);

    // The file for a letter with its marks: one that has them all, or at least the letter. nullopt: none has
    // it.
    std::optional<int> file_for(std::span<const Character> cluster, const Script* script, const Choice& choice);
    bool covers(int file, std::span<const Character> cluster) const;

    // A font is a file at a size, named by a number that stays valid.
    int font(int file, int px);
    Metrics metrics(int font);
    int width(const Run& run);
    int overhang(const Run& run); // of its first letter: pixels left of where the run begins, as for j

    // Null when there is nothing to paint. `baseline` receives the row the text stands on.
    Surface paint(const Run& run, SDL_Color ink, int& baseline);

private:
    struct Close {
        void operator()(TTF_Font* font) const { TTF_CloseFont(font); }
    };
    using Open = std::unique_ptr<TTF_Font, Close>;

    struct Library {
        Library();
        ~Library() { TTF_Quit(); }
    };
    struct Cut {
        int file;
        int px;
    };

    int basic(const std::string& family, Weight weight, const std::string& package);
    bool readable(int file);
    Open opened(const Cut& cut); // null: the file cannot be read
    TTF_Font* open(int font);
    TTF_Font* prepared(const Run& run); // open, with the run's direction and script

    Library library_; // outlives the open fonts
    Collection collection_;
    std::vector<std::string> complaints_;
    std::map<int, FontFile> files_;      // outlive the open fonts
    int regular_, bold_, light_, icons_; // files
    std::vector<Cut> cuts_;
    Recent<int, Open> open_;
};

} // namespace text
