// Names of languages, for people who write "Spanish" where the code "es" belongs.
#pragma once

#include <optional>
#include <string_view>

namespace content::parser {

// Returns the code of a language by its English name, its own name or another code. Case of A to Z
// is ignored. Returns nullopt if it is not known.
std::optional<std::string_view> find_language_code(std::string_view written);

} // namespace content::parser
