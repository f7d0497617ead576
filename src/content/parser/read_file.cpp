#include "content/parser/read_file.hpp"

#include "content/parser/source_text.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <fstream>
#include <system_error>

namespace content::parser {

namespace {

ReadFileResult failure(const std::filesystem::path& path, std::string reason) {
    return {.file = std::nullopt, .problem = file_problem(path.string(), std::move(reason))};
}

ReadFileResult unreadable(const std::filesystem::path& path, const std::error_code& error) {
    return failure(path, fmt::format("cannot be read: {}", error.message()));
}

} // namespace

ReadFileResult read_file(const std::filesystem::path& path) {
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (status.type() == std::filesystem::file_type::not_found) return {};
    if (error) return unreadable(path, error);
    if (std::filesystem::is_directory(status)) return failure(path, "is a folder, not a file");
    if (!std::filesystem::is_regular_file(status)) return failure(path, "is not a regular file");
    const auto size = std::filesystem::file_size(path, error);
    if (error) return unreadable(path, error);
    if (size > max_file_bytes) return failure(path, too_large_message(size));

    std::ifstream stream(path, std::ios::binary);
    if (!stream) return unreadable(path, {errno, std::generic_category()});
    std::string text(size, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(size));
    text.resize(static_cast<std::size_t>(stream.gcount()));
    if (stream.bad()) return unreadable(path, {errno, std::generic_category()});
    return {.file = SourceFile{path.string(), std::move(text)}, .problem = std::nullopt};
}

} // namespace content::parser
