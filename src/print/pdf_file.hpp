// A PDF file in memory, with a title, a language and tags for screen readers. The same drawing
// gives the same bytes.
#pragma once

#include "print/geometry.hpp"

#include <cairo.h>
#include <chrono>
#include <string>

namespace print {

struct PdfProperties {
    std::string title;
    std::string language;             // a code such as "es"
    std::chrono::year_month_day date; // of its content, instead of the time at which it is made
};

class PdfFile {
public:
    PdfFile(PageSize page, PdfProperties properties);
    ~PdfFile();
    PdfFile(const PdfFile&) = delete;
    PdfFile& operator=(const PdfFile&) = delete;

    // Draws on the current page. One unit is a point. Valid until finish().
    cairo_t* context() { return context_; }

    // Ends the page. What is drawn next is on a new one. The last page ends with the file: with
    // Cairo 1.18, the end of the tag "Document" would otherwise make one more, which is empty.
    void show_page() { cairo_show_page(context_); }

    // Ends the last page and the file, and returns it. Throws std::runtime_error if something could
    // not be drawn.
    std::string finish();

private:
    PdfProperties properties_;
    std::string bytes_;
    cairo_surface_t* surface_ = nullptr;
    cairo_t* context_ = nullptr;
};

// Marks what is drawn during its lifetime as an element of the document, for example "H1", "P" or
// "Figure" (ISO 32000-1, standard structure types).
class Tag {
public:
    Tag(cairo_t* context, const char* name) : context_(context), name_(name) {
        cairo_tag_begin(context_, name_, nullptr);
    }
    ~Tag() { cairo_tag_end(context_, name_); }
    Tag(const Tag&) = delete;
    Tag& operator=(const Tag&) = delete;

private:
    cairo_t* context_;
    const char* name_;
};

} // namespace print
