#include "content/icon.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace content {

namespace {

using Icon = std::pair<std::string_view, char32_t>;

// A selection from the font's own list (material-design-icons.css). It has no handcuffs, prison
// bars or weapons, because they frighten visitors and show bystanders what the screen is about. The
// names must be sorted, because icon_code_point() uses a binary search.
constexpr auto icons = std::to_array<Icon>({
    {"accessibility_new", 0xE92C},
    {"agriculture", 0xEA79},
    {"apartment", 0xEA40},
    {"arrow_back", 0xE5C4},
    {"arrow_downward", 0xE5DB},
    {"arrow_forward", 0xE5C8},
    {"arrow_upward", 0xE5D8},
    {"assignment", 0xE85D},
    {"backspace", 0xE14A},
    {"badge", 0xEA67},
    {"balance", 0xEAF6},
    {"bedtime", 0xEF44},
    {"block", 0xE14B},
    {"boy", 0xEB67},
    {"brush", 0xE3AE},
    {"call", 0xE0B0},
    {"card_giftcard", 0xE8F6},
    {"celebration", 0xEA65},
    {"chat", 0xE0B7},
    {"chat_bubble", 0xE0CA},
    {"chat_bubble_outline", 0xE0CB},
    {"check", 0xE5CA},
    {"checkroom", 0xF19E},
    {"chevron_left", 0xE5CB},
    {"chevron_right", 0xE5CC},
    {"child_care", 0xEB41},
    {"cleaning_services", 0xF0FF},
    {"close", 0xE5CD},
    {"computer", 0xE30A},
    {"construction", 0xEA3C},
    {"contact_support", 0xE94C},
    {"content_cut", 0xE14E},
    {"contrast", 0xEB37},
    {"description", 0xE873},
    {"dialpad", 0xE0BC},
    {"directions_bus", 0xE530},
    {"directions_car", 0xE531},
    {"directions_run", 0xE566},
    {"directions_walk", 0xE536},
    {"done", 0xE876},
    {"door_front", 0xEFFD},
    {"elderly", 0xF21A},
    {"email", 0xE0BE},
    {"emoji_objects", 0xEA24},
    {"emoji_people", 0xEA1D},
    {"expand_less", 0xE5CE},
    {"expand_more", 0xE5CF},
    {"explore", 0xE87A},
    {"face", 0xE87C},
    {"fact_check", 0xF0C5},
    {"factory", 0xEBBC},
    {"family_restroom", 0xF1A2},
    {"fastfood", 0xE57A},
    {"favorite", 0xE87D},
    {"favorite_border", 0xE87E},
    {"flag", 0xE153},
    {"format_quote", 0xE244},
    {"format_size", 0xE245},
    {"forum", 0xE0BF},
    {"gavel", 0xE90E},
    {"girl", 0xEB68},
    {"group", 0xE7EF},
    {"groups", 0xF233},
    {"handshake", 0xEBCB},
    {"healing", 0xE3F3},
    {"health_and_safety", 0xE1D5},
    {"hearing", 0xE023},
    {"help_outline", 0xE8FD},
    {"home", 0xE88A},
    {"hotel", 0xE53A},
    {"house", 0xEA44},
    {"info", 0xE88E},
    {"info_outline", 0xE88F},
    {"language", 0xE894},
    {"laptop", 0xE31E},
    {"lightbulb", 0xE0F0},
    {"link", 0xE157},
    {"link_off", 0xE16F},
    {"local_hospital", 0xE548},
    {"local_library", 0xE54B},
    {"local_police", 0xEF56},
    {"location_on", 0xE0C8},
    {"lock", 0xE897},
    {"luggage", 0xF235},
    {"man", 0xE4EB},
    {"map", 0xE55B},
    {"medical_services", 0xF109},
    {"meeting_room", 0xEB4F},
    {"mood", 0xE7F2},
    {"mood_bad", 0xE7F3},
    {"my_location", 0xE55C},
    {"night_shelter", 0xF1F1},
    {"paid", 0xF041},
    {"palette", 0xE40A},
    {"payments", 0xEF63},
    {"people", 0xE7FB},
    {"person", 0xE7FD},
    {"phone", 0xE0CD},
    {"phone_in_talk", 0xE61D},
    {"phone_iphone", 0xE325},
    {"photo_camera", 0xE412},
    {"policy", 0xEA17},
    {"priority_high", 0xE645},
    {"privacy_tip", 0xF0DC},
    {"psychology", 0xEA4A},
    {"public", 0xE80B},
    {"qr_code_2", 0xE00A},
    {"question_answer", 0xE8AF},
    {"record_voice_over", 0xE91F},
    {"redeem", 0xE8B1},
    {"report", 0xE160},
    {"restart_alt", 0xF053},
    {"restaurant", 0xE56C},
    {"schedule", 0xE8B5},
    {"school", 0xE80C},
    {"sentiment_dissatisfied", 0xE811},
    {"sentiment_satisfied", 0xE813},
    {"share_location", 0xF05F},
    {"shield", 0xE9E0},
    {"shopping_bag", 0xF1CC},
    {"sick", 0xF220},
    {"smartphone", 0xE32C},
    {"sms", 0xE625},
    {"sports_esports", 0xEA28},
    {"star", 0xE838},
    {"stop", 0xE047},
    {"storefront", 0xEA12},
    {"straighten", 0xE41C},
    {"supervisor_account", 0xE8D3},
    {"support", 0xEF73},
    {"support_agent", 0xF0E2},
    {"text_fields", 0xE262},
    {"text_increase", 0xEAE2},
    {"textsms", 0xE0D8},
    {"thumb_up", 0xE8DC},
    {"timer", 0xE425},
    {"touch_app", 0xE913},
    {"translate", 0xE8E2},
    {"travel_explore", 0xE2DB},
    {"tune", 0xE429},
    {"verified_user", 0xE8E8},
    {"visibility", 0xE8F4},
    {"visibility_off", 0xE8F5},
    {"volume_up", 0xE050},
    {"volunteer_activism", 0xEA70},
    {"warning", 0xE002},
    {"waving_hand", 0xE766},
    {"wc", 0xE63D},
    {"woman", 0xE13E},
    {"work", 0xE8F9},
});

static_assert(std::is_sorted(icons.begin(), icons.end()));

} // namespace

std::optional<char32_t> icon_code_point(std::string_view name) {
    const auto found = std::lower_bound(
        icons.begin(), icons.end(), name,
        [](const Icon& each, std::string_view wanted) { return each.first < wanted; });
    if (found == icons.end() || found->first != name) return std::nullopt;
    return found->second;
}

std::vector<std::string_view> icon_names() {
    std::vector<std::string_view> names;
    names.reserve(icons.size());
    for (const Icon& each : icons) names.push_back(each.first);
    return names;
}

} // namespace content
