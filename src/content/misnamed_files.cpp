#include "content/misnamed_files.hpp"

#include "content/file_name.hpp"
#include "content/language_code.hpp"
#include "content/parser/read_file.hpp"
#include "content/parser/source_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace content {

namespace {

namespace fs = std::filesystem;
using parser::file_warning;

constexpr std::string_view translations_name = "translations";

// Returns the sorted entries of a folder, or nothing if it cannot be read.
std::vector<fs::path> list_folder(const fs::path& folder) {
    std::vector<fs::path> entries;
    std::error_code ignored; // an error counts as an empty folder
    fs::directory_iterator entry(folder.empty() ? fs::path(".") : folder, ignored);
    for (; !ignored && entry != fs::directory_iterator(); entry.increment(ignored))
        entries.push_back(folder / entry->path().filename());
    std::ranges::sort(entries);
    return entries;
}

bool is_same_file(const fs::path& one, const fs::path& other) {
    std::error_code missing; // an error counts as another file
    return fs::equivalent(one, other, missing);
}

bool is_file(const fs::path& path) {
    std::error_code missing; // an error counts as no file
    return fs::is_regular_file(path, missing);
}

bool is_folder(const fs::path& path) {
    std::error_code missing; // an error counts as no folder
    return fs::is_directory(path, missing);
}

bool is_present(const fs::path& path) {
    std::error_code missing; // an error counts as a missing file
    return fs::exists(path, missing);
}

bool is_broken_link(const fs::path& path) {
    std::error_code error; // an error, such as a loop of links, is reported when the file is read
    return fs::is_symlink(path, error) &&
           fs::status(path, error).type() == fs::file_type::not_found;
}

// Returns the files that are probably meant to be `expected`.
std::vector<fs::path> find_similar_files(const fs::path& expected) {
    std::vector<fs::path> similar;
    for (const fs::path& path : list_folder(expected.parent_path()))
        if (path.filename() != expected.filename() && is_file(path) &&
            is_similar_name(path.filename().string(), expected.stem().string()) &&
            !is_same_file(path, expected))
            similar.push_back(path);
    return similar;
}

// Returns what to do with `similar`, which is one of `count` files that are meant to be `expected`.
std::string rename_advice(const fs::path& similar, const fs::path& expected, std::size_t count) {
    const std::string name = expected.filename().string();
    if (is_present(expected))
        return fmt::format("if it is newer than {0}, copy its text to {0}; then move it to another "
                           "folder",
                           name);
    if (count > 1) return fmt::format("rename the right one of these files to {}", name);
    if (is_document_name(similar.filename().string()))
        return fmt::format("save it as plain text, with the name {}", name);
    return fmt::format("rename it to {}", name);
}

Problem misnamed(const fs::path& path, std::string_view kind, const std::string& expected_name,
                 std::string advice) {
    return file_warning(path.string(),
                        fmt::format("the kiosk does not read this {}: its name is {}, not {}", kind,
                                    quote(path.filename().string()), quote(expected_name)),
                        std::move(advice));
}

void add_similar_files(const fs::path& expected, std::vector<Problem>& problems) {
    if (is_broken_link(expected))
        problems.push_back(file_warning(expected.string(),
                                        "the kiosk cannot read this: it is a link to a file that "
                                        "does not exist",
                                        "put the file back, or remove the link"));
    const std::vector<fs::path> similar = find_similar_files(expected);
    for (const fs::path& path : similar)
        problems.push_back(misnamed(path, "file", expected.filename().string(),
                                    rename_advice(path, expected, similar.size())));
}

// Returns the code that a translation file contains, or nullopt if the file is not a translation.
std::optional<std::string> find_language_code(const fs::path& path) {
    constexpr std::string_view key = "code:";
    const auto result = parser::read_file(path);
    if (!result.file) return std::nullopt;
    const std::string& text = result.file->text;
    const std::size_t language = text.find("language:");
    const std::size_t code = text.find(key, std::min(language, text.size()));
    if (code == std::string::npos) return std::nullopt;
    const std::size_t start = text.find_first_not_of(" \"'", code + key.size());
    const std::size_t end = text.find_first_of(" \"',}\r\n#", start);
    if (start == std::string::npos) return std::nullopt;
    const std::string found = text.substr(start, end - start);
    return is_language_code(found) ? std::optional(found) : std::nullopt;
}

// Returns the code that the name of a translation file begins with, such as "ES.yml".
std::optional<std::string> language_code_in_name(const std::string& name) {
    const std::string stem = plain_stem(name);
    return is_language_code(stem) ? std::optional(stem) : std::nullopt;
}

// Returns whether one folder has both the content and the translations.
bool is_shared_folder(const ContentPaths& paths) {
    const fs::path folder = paths.content.parent_path();
    return is_same_file(folder.empty() ? fs::path(".") : folder, paths.translations);
}

void add_translations(const ContentPaths& paths, std::vector<Problem>& problems) {
    const fs::path& folder = paths.translations;
    const bool is_shared = is_shared_folder(paths);
    for (const fs::path& path : list_folder(folder)) {
        const std::string name = path.filename().string();
        const bool has_right_name =
            path.extension() == ".yaml" && is_language_code(path.stem().string());
        const bool may_be_translation = is_text_name(name) || is_language_code(name);
        if (has_right_name || !may_be_translation || !is_file(path)) continue;
        auto code = find_language_code(path);
        if (!code && is_shared) continue; // something else, such as content.yaml
        if (!code) code = language_code_in_name(name);
        if (!code && !is_yaml_name(name)) continue; // a note of somebody
        if (!code) {
            problems.push_back(misnamed(path, "file", "es.yaml",
                                        "name it after the code of its language, like es.yaml"));
        } else if (const fs::path expected = folder / (*code + ".yaml");
                   !is_same_file(path, expected)) {
            problems.push_back(misnamed(path, "file", expected.filename().string(),
                                        rename_advice(path, expected, 1)));
        }
    }
}

// Adds translations that are not in the folder of the translations, but beside the content.
void add_misplaced_translations(const ContentPaths& paths, std::vector<Problem>& problems) {
    const fs::path folder = paths.content.parent_path();
    if (is_shared_folder(paths)) return;
    for (const fs::path& path : list_folder(folder)) {
        const std::string name = path.filename().string();
        if (is_folder(path)) {
            const fs::path expected = folder / translations_name;
            const std::string stem = plain_stem(name);
            const bool is_similar =
                stem == translations_name || is_one_edit_apart(stem, translations_name);
            if (is_similar && !is_same_file(path, expected) &&
                !is_same_file(path, paths.translations))
                problems.push_back(misnamed(path, "folder", std::string(translations_name),
                                            rename_advice(path, expected, 1)));
        } else if (is_text_name(name) && language_code_in_name(name) && is_file(path)) {
            const auto code = find_language_code(path);
            if (!code) continue;
            problems.push_back(file_warning(
                path.string(), "the kiosk does not read a translation in this folder",
                fmt::format("move it to {}", (paths.translations / (*code + ".yaml")).string())));
        }
    }
}

} // namespace

std::vector<Problem> find_misnamed_files(const ContentPaths& paths) {
    std::vector<Problem> problems;
    const fs::path folder = paths.content.parent_path();
    const fs::path site = paths.site.value_or(folder / "site.yaml");
    for (const fs::path& expected : {paths.content, site}) {
        // Somebody who gives a file another name may have several of them in one folder.
        const bool is_usual_name =
            expected.filename() == "content.yaml" || expected.filename() == "site.yaml";
        if (is_usual_name || !is_present(expected)) add_similar_files(expected, problems);
    }
    add_translations(paths, problems);
    add_misplaced_translations(paths, problems);
    return problems;
}

bool has_misnamed_file(const fs::path& expected) {
    return is_broken_link(expected) ||
           std::ranges::any_of(find_similar_files(expected), [](const fs::path& path) {
               return is_yaml_name(path.filename().string());
           });
}

} // namespace content
