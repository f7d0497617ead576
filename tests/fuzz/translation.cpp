// Parses random bytes as the translation es.yaml, together with a valid content.yaml.
#include "fuzz/parse_content.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::check_result(content::parse(fuzz::sample_content(), std::nullopt, [&](std::string_view) {
        return std::optional(content::SourceFile{"es.yaml", fuzz::text(data, size)});
    }));
    return 0;
}
