#include "print/pdf_catalog.hpp"

#include <fmt/format.h>

#include <charconv>
#include <stdexcept>

namespace print {

namespace {

// Returns the number behind the last `key` in the file.
int number_behind_last(std::string_view pdf, std::string_view key) {
    const auto offset = pdf.rfind(key);
    int number = 0;
    if (offset != std::string_view::npos) {
        const std::string_view rest = pdf.substr(pdf.find_first_of("0123456789", offset));
        std::from_chars(rest.data(), rest.data() + rest.size(), number);
    }
    if (number == 0)
        throw std::runtime_error(fmt::format("the PDF library wrote a file without {}", key));
    return number;
}

// Returns the entries of an object that is a dictionary, without its brackets.
std::string_view dictionary_entries(std::string_view pdf, int object) {
    const std::string start = fmt::format("\n{} 0 obj\n<<", object);
    const auto begin = pdf.rfind(start);
    const auto end = begin == std::string_view::npos ? begin : pdf.find("endobj", begin);
    const auto close = end == std::string_view::npos ? end : pdf.rfind(">>", end);
    if (close == std::string_view::npos || close < begin)
        throw std::runtime_error("the PDF library wrote a file without a catalog");
    return pdf.substr(begin + start.size(), close - begin - start.size());
}

} // namespace

std::string add_document_language(std::string pdf, std::string_view language) {
    const int root = number_behind_last(pdf, "/Root");
    const int size = number_behind_last(pdf, "/Size");
    const int info = number_behind_last(pdf, "/Info");
    const int previous_table = number_behind_last(pdf, "startxref");
    const std::string catalog =
        fmt::format("{} 0 obj\n<<{}   /Lang ({})\n   /ViewerPreferences << /DisplayDocTitle true "
                    ">>\n>>\nendobj\n",
                    root, dictionary_entries(pdf, root), language);
    const std::size_t catalog_offset = pdf.size();
    const std::size_t table_offset = catalog_offset + catalog.size();
    pdf += catalog;
    // An entry of the table has exactly 20 bytes.
    pdf += fmt::format("xref\n{} 1\n{:010} 00000 n \n", root, catalog_offset);
    pdf += fmt::format("trailer\n<< /Size {} /Root {} 0 R /Info {} 0 R /Prev {} >>\n", size, root,
                       info, previous_table);
    pdf += fmt::format("startxref\n{}\n%%EOF\n", table_offset);
    return pdf;
}

} // namespace print
