#include "content/reading/file.hpp"

#include "content/reading/source.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <fstream>
#include <system_error>

namespace content::reading {

namespace {

Found refused(const std::filesystem::path& path, std::string why) {
    return {.document = std::nullopt, .problem = problem_of_file(path.string(), std::move(why))};
}

Found unreadable(const std::filesystem::path& path, const std::error_code& error) {
    return refused(path, fmt::format("cannot be read: {}", error.message()));
}

} // namespace

Found read_file(const std::filesystem::path& path) {
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (status.type() == std::filesystem::file_type::not_found) return {};
    if (error) return unreadable(path, error);
    if (std::filesystem::is_directory(status)) return refused(path, "is a folder, not a file");
    if (!std::filesystem::is_regular_file(status)) return refused(path, "is not a regular file");
    const auto size = std::filesystem::file_size(path, error);
    if (error) return unreadable(path, error);
    if (size > largest_document) return refused(path, too_big(size));

    std::ifstream file(path, std::ios::binary);
    if (!file) return unreadable(path, {errno, std::generic_category()});
    std::string text(size, '\0');
    file.read(text.data(), static_cast<std::streamsize>(size));
    text.resize(static_cast<std::size_t>(file.gcount()));
    if (file.bad()) return unreadable(path, {errno, std::generic_category()});
    return {.document = Document{path.string(), std::move(text)}, .problem = std::nullopt};
}

} // namespace content::reading
