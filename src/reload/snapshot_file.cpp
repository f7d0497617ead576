#include "reload/snapshot_file.hpp"

#include "os/atomic_file.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>

namespace reload {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr std::uintmax_t max_snapshot_bytes = 20 * content::max_file_bytes;

Json to_json(const content::SourceFile& source_file) {
    return {{"name", source_file.name}, {"text", source_file.text}};
}

content::SourceFile to_source_file(const Json& json) {
    return {json.at("name").get<std::string>(), json.at("text").get<std::string>()};
}

std::string to_json_text(const content::SourceFiles& source_files) {
    Json json{{"content", to_json(source_files.content.value())}, {"translations", Json::object()}};
    if (source_files.site) json["site"] = to_json(*source_files.site);
    for (const auto& [language_code, source_file] : source_files.translations)
        json["translations"][language_code] = to_json(source_file);
    return json.dump(1, '\t', false, Json::error_handler_t::replace) + "\n";
}

content::SourceFiles parse_source_files(const Json& json) {
    content::SourceFiles source_files;
    source_files.content = to_source_file(json.at("content"));
    if (json.contains("site")) source_files.site = to_source_file(json.at("site"));
    for (const auto& [language_code, source_file] : json.at("translations").items())
        source_files.translations.emplace(language_code, to_source_file(source_file));
    return source_files;
}

} // namespace

std::optional<SnapshotFile> SnapshotFile::from_state_directory() {
    const char* folders = std::getenv("STATE_DIRECTORY"); // one or more, separated by colons
    if (folders == nullptr || *folders == '\0') return std::nullopt;
    const std::string_view list = folders;
    return SnapshotFile(list.substr(0, list.find(':')));
}

std::optional<content::SourceFiles> SnapshotFile::load() const {
    try {
        if (!fs::is_regular_file(path_) || fs::file_size(path_) > max_snapshot_bytes)
            return std::nullopt;
        std::ifstream file(path_, std::ios::binary);
        return parse_source_files(Json::parse(file));
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

void SnapshotFile::save(const content::SourceFiles& source_files) const {
    if (load() == source_files) return;
    try {
        os::write_file_atomically(path_, to_json_text(source_files));
    } catch (const std::system_error& error) {
        throw std::runtime_error(fmt::format("cannot save the last good content to {}: {}",
                                             path_.string(), error.code().message()));
    }
}

content::LoadResult parse_snapshot(const content::SourceFiles& files,
                                   content::LoadContext context) {
    context.is_snapshot = true;
    return content::parse(files, context);
}

} // namespace reload
