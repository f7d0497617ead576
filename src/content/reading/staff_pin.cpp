#include "content/reading/staff_pin.hpp"

#include "content/utf8.hpp"

#include <algorithm>
#include <charconv>

namespace content::reading {

namespace {

constexpr std::string_view kind = "$argon2id$";

// Takes `start` and a number of 1 to `most` off the front of `text`. False: that is not what it starts with.
bool take(std::string_view& text, std::string_view start, unsigned most) {
    if (!text.starts_with(start)) return false;
    text.remove_prefix(start.size());
    unsigned value = 0;
    const auto [stopped, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || value < 1 || value > most) return false;
    text.remove_prefix(static_cast<std::size_t>(stopped - text.data()));
    return true;
}

bool is_base64(std::string_view text, std::size_t least, std::size_t most) {
    const auto is_of_it = [](char letter) {
        return is_digit(letter) || (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
               letter == '+' || letter == '/';
    };
    return text.size() >= least && text.size() <= most && std::ranges::all_of(text, is_of_it);
}

// As argon2 encodes it: $argon2id$v=19$m=16384,t=4,p=1$salt$hash.
bool is_whole(std::string_view hash) {
    constexpr unsigned most_kib = 32 * 1024, most_passes = 10, most_lanes = 4;
    hash.remove_prefix(kind.size());
    if (!take(hash, "v=", 19) || !take(hash, "$m=", most_kib) || !take(hash, ",t=", most_passes) ||
        !take(hash, ",p=", most_lanes) || !hash.starts_with('$'))
        return false;
    hash.remove_prefix(1);
    const std::size_t end = std::min(hash.find('$'), hash.size());
    return is_base64(hash.substr(0, end), 11, 64) &&
           is_base64(hash.substr(std::min(end + 1, hash.size())), 16, 86);
}

// Empty: nothing is.
std::string_view fault(std::string_view value) {
    if (!value.empty() && std::ranges::all_of(value, is_digit))
        return "\"staff_pin\" is the PIN itself, for all to read";
    if (value.starts_with(kind)) return is_whole(value) ? "" : "the hash in \"staff_pin\" is damaged";
    if (value.starts_with('$')) return "\"staff_pin\" is another kind of hash";
    return "\"staff_pin\" is not the hash of a PIN";
}

} // namespace

void read_staff_pin(Fields& site, std::string& hash) {
    const Node* const node = site.find("staff_pin");
    if (node == nullptr) return;
    // Before expect(): a PIN like 0123 would be told to stand in quotes.
    if (node->kind != Node::Kind::text && !expect(Node::Kind::text, *node, site.reading(), "\"staff_pin\""))
        return;
    hash = node->text;
    if (const std::string_view wrong = fault(hash); !wrong.empty())
        site.reading().source.error(node->where, std::string(wrong),
                                    "run `help-kiosk pin`, and write the line that it prints");
}

} // namespace content::reading
