#include "print/contact.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace print {

namespace {

bool is_emergency(const content::HelpLine& help_line) {
    return help_line.call && help_line.call->is_emergency();
}

std::string translated_word(const content::HelpLine& help_line, Words& words) {
    return help_line.text && !help_line.text->word.empty() ? words(help_line.text->word)
                                                           : std::string();
}

// What to do with the number: one number may take both calls and texts.
std::string instruction(const content::HelpLine& help_line, bool is_text, Words& words) {
    const std::string word = translated_word(help_line, words);
    if (help_line.call && help_line.text && *help_line.call == help_line.text->to)
        return word.empty() ? words("Call or text")
                            : words("Call, or text {word}", {{"word", word}});
    if (!is_text) return words("Call");
    return word.empty() ? words("Text") : words("Text {word}", {{"word", word}});
}

// The number that the large digits are not.
std::string other_number(const content::HelpLine& help_line, bool is_text, Words& words) {
    if (help_line.call && help_line.text && !(*help_line.call == help_line.text->to)) {
        if (is_text) return words("Or call {number}", {{"number", help_line.call->display_text()}});
        const std::string word = translated_word(help_line, words);
        const std::string number = help_line.text->to.display_text();
        return word.empty()
                   ? words("Or send a text to {number}", {{"number", number}})
                   : words("Or text {word} to {number}", {{"word", word}, {"number", number}});
    }
    return {};
}

const content::HelpLine& require_help_line(const content::Content& content, const std::string& id) {
    const content::HelpLine* const help_line = content.find_help_line(id);
    const auto refuse = [&](std::string_view why) {
        return std::runtime_error(fmt::format("--lines: \"{}\" {}", id, why));
    };
    if (help_line == nullptr) {
        std::string known;
        for (const content::HelpLine& each : content.help_lines)
            if (each.audience == content::Audience::everyone && !is_emergency(each) &&
                !each.is_held())
                known += (known.empty() ? "" : ", ") + each.id;
        throw refuse("is no help line; choose from: " + known);
    }
    if (is_emergency(*help_line)) throw refuse("is on the paper anyway");
    if (help_line->audience == content::Audience::staff) throw refuse("is for staff only");
    if (help_line->is_held()) throw refuse("is hidden until somebody has called it");
    return *help_line;
}

bool is_texted_on_strip(const content::Content& content, const std::string& id) {
    const auto tab = std::ranges::find(content.strip, id, &content::StripTab::line);
    return tab != content.strip.end() && tab->shows_text;
}

} // namespace

Contact make_contact(const content::HelpLine& help_line, bool should_text, Words& words) {
    const bool is_text = help_line.text && (should_text || !help_line.call);
    const content::PhoneNumber number = is_text ? help_line.text->to : *help_line.call;
    const std::string found_need = help_line.paper.empty() ? "" : words(help_line.paper);
    const std::string need = help_line.paper.empty() ? words(help_line.need) : found_need;
    return {&help_line,
            number,
            is_text,
            need,
            found_need,
            instruction(help_line, is_text, words),
            other_number(help_line, is_text, words),
            is_text ? content::smsto_uri(number, translated_word(help_line, words))
                    : content::tel_uri(number),
            is_text ? "chat" : "call"};
}

std::vector<Contact> choose_contacts(const content::Content& content,
                                     const std::vector<std::string>& ids, Words& words) {
    std::vector<Contact> contacts;
    contacts.reserve(ids.size());
    for (const std::string& id : ids)
        contacts.push_back(
            make_contact(require_help_line(content, id), is_texted_on_strip(content, id), words));
    if (!ids.empty()) return contacts;
    for (const content::StripTab& tab : content.strip) {
        const content::HelpLine* const help_line = content.find_help_line(tab.line);
        if (help_line != nullptr && !is_emergency(*help_line))
            contacts.push_back(make_contact(*help_line, tab.shows_text, words));
    }
    return contacts;
}

const content::HelpLine* find_emergency_line(const content::Content& content) {
    const auto found = std::ranges::find_if(content.help_lines, [](const content::HelpLine& each) {
        return is_emergency(each) && each.audience == content::Audience::everyone;
    });
    return found == content.help_lines.end() ? nullptr : &*found;
}

std::string privacy_limits(Words& words) {
    return words("Private?") + " " +
           words("Not always. They may have to tell child protection or the police if you’re "
                 "under 18 and someone is hurting you, or if anyone is in danger.");
}

} // namespace print
