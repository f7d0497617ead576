// Parses random bytes as content.yaml. The result must be content or an error.
#include "fuzz/parse_content.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::check_result(content::parse({"content.yaml", fuzz::text(data, size)}, std::nullopt,
                                      [](std::string_view) { return std::nullopt; },
                                      {std::nullopt, {}, true}));
    return 0;
}
