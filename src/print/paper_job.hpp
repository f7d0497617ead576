// What every kind of paper is made from, and the functions that draw the kinds.
#pragma once

#include "content/content.hpp"
#include "print/canvas.hpp"
#include "print/contact.hpp"
#include "print/words.hpp"

#include <string>
#include <vector>

namespace print {

enum class Kind { poster, cards, staff, stickers, handout };

struct PrintOptions {
    Kind kind = Kind::poster;
    Paper paper = Paper::letter;
    std::vector<std::string> lines; // ids of help lines; empty: those of the tear-off strip
    int tab_count = 8;              // of the poster
};

// The limits of PrintOptions::tab_count.
inline constexpr int min_tab_count = 4;
inline constexpr int max_tab_count = 10;

// The modules of a QR code are at least this wide: smaller ones do not survive two copies.
inline constexpr double min_module_mm = 0.8;

// Most printers leave a margin of this width empty.
inline constexpr double printer_margin_mm = 6.35;

// One paper while it is drawn.
struct PaperJob {
    const content::Content& content;
    const PrintOptions& options;
    Words& words;
    Canvas& canvas;
    std::vector<Contact> contacts;
};

// Each draws all pages of one kind. Throws std::runtime_error, which says what to do, if something
// does not fit.
void draw_poster(PaperJob& job);
void draw_cards(PaperJob& job);
void draw_staff_sheet(PaperJob& job);
void draw_stickers(PaperJob& job);
void draw_handout(PaperJob& job);

// Draws the tear-off tabs of the poster below `top` millimeters.
void draw_tabs(PaperJob& job, double top);

} // namespace print
