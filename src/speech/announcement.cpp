#include "speech/announcement.hpp"

#include "base/replace_all.hpp"
#include "speech/sentence_end.hpp"
#include "ui/reading_order.hpp"
#include "ui/strings.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace speech {

namespace {

using session::Announcement;

// Returns what a node is called after its text, or an empty text: nobody has to be told that a text
// is a text.
std::string_view spoken_role(ui::Role role) {
    switch (role) {
    case ui::Role::heading:
        return "heading";
    case ui::Role::button:
        return "button";
    case ui::Role::tab:
        return "tab";
    case ui::Role::radio:
        return "choice";
    case ui::Role::text:
    case ui::Role::digits:
    case ui::Role::qr_code:
        break;
    }
    return {};
}

std::string place_of(const content::Translation& language, std::size_t position,
                     std::size_t count) {
    const std::string text(language.translate("{page} of {count}"));
    return base::replace_all(base::replace_all(text, "{page}", std::to_string(position)), "{count}",
                             std::to_string(count));
}

std::string join_sentences(const content::Translation& language,
                           std::initializer_list<std::string_view> sentences) {
    std::string joined;
    for (const std::string_view sentence : sentences) {
        if (!joined.empty()) joined += ' ';
        joined += language.translate(sentence);
    }
    return joined;
}

std::string spoken_volume(const content::Translation& language, int volume) {
    const std::string text(language.translate("Volume {number} of {count}"));
    return base::replace_all(base::replace_all(text, "{number}", std::to_string(volume)), "{count}",
                             std::to_string(session::max_volume));
}

bool has_voice(const std::vector<std::string>& voices, const Utterance& utterance) {
    return std::ranges::find(voices, utterance.language_code) != voices.end();
}

std::string spoken_speed(const content::Translation& language, session::SpeechSpeed speed) {
    constexpr const char* names[] = {"Slow", "Medium", "Fast"};
    return std::string(language.translate("Speed")) + ": " +
           std::string(language.translate(names[static_cast<std::size_t>(speed)]));
}

} // namespace

std::vector<Utterance> announce_node(const ui::Outline& outline, const content::Content& content,
                                     std::string_view language_code, int node,
                                     const std::vector<std::string>& voices) {
    const std::vector<int> order = ui::reading_order(outline);
    const auto found = std::ranges::find(order, node);
    if (found == order.end()) return {};
    const content::Translation& language = content.translation_or_default(language_code);
    const ui::OutlineNode& shown = outline[static_cast<std::size_t>(node)];
    std::string facts;
    const auto add = [&facts](std::string_view fact) {
        if (!fact.empty() && !facts.empty()) facts += ", ";
        facts += fact;
    };
    std::vector<Utterance> utterances = read_node(outline, content, language_code, node);
    if (!utterances.empty() && !has_voice(voices, utterances.back())) {
        utterances.clear();
        add(language.translate("A language that cannot be read aloud"));
    }
    if (const auto role = spoken_role(shown.role); !role.empty()) add(language.translate(role));
    if (shown.is_selected) add(language.translate("selected"));
    add(place_of(language, static_cast<std::size_t>(found - order.begin()) + 1, order.size()));
    if (!utterances.empty() && utterances.back().language_code == language_code)
        utterances.back().text += (ends_sentence(utterances.back().text) ? " " : ", ") + facts;
    else
        utterances.push_back({facts, std::string(language_code), node});
    return utterances;
}

std::vector<Utterance> announce(Announcement announcement, const session::State& state,
                                const content::Content& content) {
    const content::Translation& language = content.translation_or_default(
        state.spoken_language.empty() ? state.language : state.spoken_language);
    std::string text;
    const bool is_scanning = content.site.scanning.count() > 0;
    constexpr std::string_view hello = "Hello. You can hear everything on this screen.";
    switch (announcement) {
    case Announcement::welcome:
        text = is_scanning
                   ? join_sentences(language, {hello, ui::one_key})
                   : join_sentences(language, {hello, ui::speech_keys, "To begin, press down."});
        break;
    case Announcement::instructions:
        text = join_sentences(language, {is_scanning ? ui::one_key : ui::speech_keys});
        break;
    case Announcement::idle_question:
        text = join_sentences(language, {"Are you still here?", "Press any key to go on.",
                                         "For your privacy, this page will close soon."});
        break;
    case Announcement::volume:
        text = spoken_volume(language, state.volume);
        break;
    case Announcement::speech_speed:
        text = spoken_speed(language, state.speech_speed);
        break;
    case Announcement::unspoken_language:
        text = join_sentences(language, {ui::unspoken_language});
        break;
    }
    return {{text, language.code, -1}};
}

} // namespace speech
