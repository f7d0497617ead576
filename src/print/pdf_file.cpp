#include "print/pdf_file.hpp"

#include "print/pdf_catalog.hpp"

#include <fmt/format.h>

#include <cairo-pdf.h>
#include <stdexcept>
#include <utility>

namespace print {

namespace {

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int length) {
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

std::string written_date(std::chrono::year_month_day date) {
    return fmt::format("{:04}-{:02}-{:02}T00:00:00Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

} // namespace

PdfFile::PdfFile(PageSize page, PdfProperties properties) : properties_(std::move(properties)) {
    surface_ = cairo_pdf_surface_create_for_stream(append, &bytes_, page.width_mm / mm_per_point,
                                                   page.height_mm / mm_per_point);
    // A later version lets Cairo write the catalog in a compressed stream, where
    // add_document_language() would not find it.
    cairo_pdf_surface_restrict_to_version(surface_, CAIRO_PDF_VERSION_1_4);
    const std::string date = written_date(properties_.date);
    const std::pair<cairo_pdf_metadata_t, const char*> metadata[] = {
        {CAIRO_PDF_METADATA_TITLE, properties_.title.c_str()},
        {CAIRO_PDF_METADATA_CREATOR, "help-kiosk print"},
        {CAIRO_PDF_METADATA_CREATE_DATE, date.c_str()},
        {CAIRO_PDF_METADATA_MOD_DATE, date.c_str()}};
    for (const auto& [key, value] : metadata) cairo_pdf_surface_set_metadata(surface_, key, value);
    context_ = cairo_create(surface_);
    cairo_tag_begin(context_, "Document", nullptr);
}

PdfFile::~PdfFile() {
    cairo_destroy(context_);
    cairo_surface_destroy(surface_);
}

std::string PdfFile::finish() {
    cairo_tag_end(context_, "Document");
    cairo_surface_finish(surface_);
    for (const cairo_status_t status : {cairo_status(context_), cairo_surface_status(surface_)})
        if (status != CAIRO_STATUS_SUCCESS)
            throw std::runtime_error(
                fmt::format("cannot draw the page: {}", cairo_status_to_string(status)));
    return add_document_language(std::move(bytes_), properties_.language);
}

} // namespace print
