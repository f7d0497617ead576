#include "content/parser/staff_pin.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <charconv>

namespace content::parser {

namespace {

constexpr std::string_view hash_prefix = "$argon2id$";

// Removes `start` and a number from 1 to `max_value` from the front of `text`. Returns false if
// `text` does not start with them.
bool take(std::string_view& text, std::string_view start, unsigned max_value) {
    if (!text.starts_with(start)) return false;
    text.remove_prefix(start.size());
    unsigned value = 0;
    const auto [stopped, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || value < 1 || value > max_value) return false;
    text.remove_prefix(static_cast<std::size_t>(stopped - text.data()));
    return true;
}

bool is_base64(std::string_view text, std::size_t min_size, std::size_t max_size) {
    const auto is_base64_char = [](char letter) {
        return base::is_digit(letter) || (letter >= 'a' && letter <= 'z') ||
               (letter >= 'A' && letter <= 'Z') || letter == '+' || letter == '/';
    };
    return text.size() >= min_size && text.size() <= max_size &&
           std::ranges::all_of(text, is_base64_char);
}

// The encoded form of the argon2 library: $argon2id$v=19$m=16384,t=4,p=1$salt$hash. The limits keep
// the verification fast on a slow computer.
bool is_valid_hash(std::string_view hash) {
    constexpr unsigned max_memory_kib = 32 * 1024;
    constexpr unsigned max_passes = 10;
    constexpr unsigned max_lanes = 4;
    hash.remove_prefix(hash_prefix.size());
    if (!take(hash, "v=", 19) || !take(hash, "$m=", max_memory_kib) ||
        !take(hash, ",t=", max_passes) || !take(hash, ",p=", max_lanes) || !hash.starts_with('$'))
        return false;
    hash.remove_prefix(1);
    const std::size_t end = std::min(hash.find('$'), hash.size());
    return is_base64(hash.substr(0, end), 11, 64) &&
           is_base64(hash.substr(std::min(end + 1, hash.size())), 16, 86);
}

// Returns what is wrong with a value, or an empty text if it is valid.
std::string_view find_hash_problem(std::string_view value) {
    if (!value.empty() && std::ranges::all_of(value, base::is_digit))
        return "\"staff_pin\" is the PIN itself, which anyone can read here";
    if (value.starts_with(hash_prefix))
        return is_valid_hash(value) ? "" : "the hash in \"staff_pin\" is damaged";
    if (value.starts_with('$')) return "\"staff_pin\" is an unsupported kind of hash";
    return "\"staff_pin\" is not a PIN hash";
}

} // namespace

void read_staff_pin(MapReader& site, std::string& hash) {
    const YamlNode* const node = site.find("staff_pin");
    if (node == nullptr) return;
    // Not expect_kind() for scalars: its advice for a PIN like 0123 would be to add quotes.
    if (node->kind != YamlNode::Kind::scalar &&
        !expect_kind(YamlNode::Kind::scalar, *node, site.context(), "\"staff_pin\""))
        return;
    hash = node->text;
    if (const std::string_view problem = find_hash_problem(hash); !problem.empty())
        site.context().source.error(node->range, std::string(problem),
                                    "delete this line, and type: sudo help-kiosk pin");
}

} // namespace content::parser
