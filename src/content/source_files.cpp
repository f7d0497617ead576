#include "content/source_files.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <string_view>

namespace content {

std::string content_version(const SourceFiles& files) {
    std::uint32_t hash = 2166136261u; // FNV-1a, 32 bits
    const auto mix = [&hash](std::string_view text) {
        for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
        // Marks the end of a text, because UTF-8 never contains this byte.
        hash = (hash ^ 0xff) * 16777619u;
    };
    mix(files.content ? files.content->text : "");
    mix(files.site ? files.site->text : "");
    for (const auto& [language_code, file] : files.translations) {
        mix(language_code);
        mix(file.text);
    }
    return fmt::format("{:08x}", hash);
}

} // namespace content
