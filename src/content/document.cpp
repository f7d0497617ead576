#include "content/document.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <string_view>

namespace content {

std::string version(const Documents& documents) {
    std::uint32_t hash = 2166136261u; // FNV-1a
    const auto mix = [&hash](std::string_view text) {
        for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
        hash = (hash ^ 0xff) * 16777619u; // a byte that no text has: where one ends
    };
    mix(documents.content ? documents.content->text : "");
    mix(documents.site ? documents.site->text : "");
    for (const auto& [code, document] : documents.translations) {
        mix(code);
        mix(document.text);
    }
    return fmt::format("{:08x}", hash);
}

} // namespace content
