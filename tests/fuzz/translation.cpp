// es.yaml may hold anything.
#include "fuzz/reading.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::check(content::parse(fuzz::sample(), std::nullopt, [&](std::string_view) {
        return std::optional(content::Document{"es.yaml", fuzz::text(data, size)});
    }));
    return 0;
}
