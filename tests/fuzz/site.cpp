// Parses random bytes as site.yaml, together with a valid content.yaml.
#include "fuzz/parse_content.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::check_result(content::parse(fuzz::sample_content(),
                                      content::SourceFile{"site.yaml", fuzz::text(data, size)},
                                      [](std::string_view) { return std::nullopt; }));
    return 0;
}
