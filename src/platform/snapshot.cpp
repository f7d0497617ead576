#include "platform/snapshot.hpp"

#include "platform/whole_file.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>

namespace platform {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr std::uintmax_t largest = 20 * content::largest_document; // bytes

Json to_json(const content::Document& document) {
    return {{"name", document.name}, {"text", document.text}};
}

content::Document to_document(const Json& json) {
    return {json.at("name").get<std::string>(), json.at("text").get<std::string>()};
}

std::string written(const content::Documents& documents) {
    Json json{{"content", to_json(documents.content.value())}, {"translations", Json::object()}};
    if (documents.site) json["site"] = to_json(*documents.site);
    for (const auto& [code, document] : documents.translations) json["translations"][code] = to_json(document);
    return json.dump(1, '\t', false, Json::error_handler_t::replace) + "\n";
}

content::Documents understood(const Json& json) {
    content::Documents documents;
    documents.content = to_document(json.at("content"));
    if (json.contains("site")) documents.site = to_document(json.at("site"));
    for (const auto& [code, document] : json.at("translations").items())
        documents.translations.emplace(code, to_document(document));
    return documents;
}

} // namespace

std::optional<Snapshot> Snapshot::of_service() {
    const char* folders = std::getenv("STATE_DIRECTORY"); // one or more, separated by colons
    if (folders == nullptr || *folders == '\0') return std::nullopt;
    const std::string_view all = folders;
    return Snapshot(all.substr(0, all.find(':')));
}

std::optional<content::Documents> Snapshot::read() const {
    try {
        if (!fs::is_regular_file(file_) || fs::file_size(file_) > largest) return std::nullopt;
        std::ifstream file(file_, std::ios::binary);
        return understood(Json::parse(file));
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

void Snapshot::write(const content::Documents& documents) const {
    if (read() == documents) return;
    try {
        write_whole(file_, written(documents));
    } catch (const std::system_error& error) {
        throw std::runtime_error(
            fmt::format("cannot keep the content in {}: {}", file_.string(), error.code().message()));
    }
}

} // namespace platform
