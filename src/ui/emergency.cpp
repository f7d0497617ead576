#include "ui/emergency.hpp"

namespace ui {

namespace {

content::HelpLine make_help_line(const char* id, const char* label, const char* number) {
    content::HelpLine help_line;
    help_line.id = id;
    help_line.name = help_line.label = label;
    help_line.call = content::PhoneNumber::parse(number);
    return help_line;
}

content::Content make_emergency_content() {
    content::Content content;
    content.translations.emplace_back();
    content.translations.front().code = "en";
    content.translations.front().name = "English";
    content.home.headline = "Numbers that help";
    content.home.line = "If you are in danger now, call 911.";
    content.help_lines = {make_help_line("emergency", "Danger right now", "911"),
                          make_help_line("crisis", "Crisis line", "988"),
                          make_help_line("crisis-text", "Text the word HOME", "741741"),
                          make_help_line("local", "Local help", "211")};
    content.help_lines[2].text = content::TextContact{*content.help_lines[2].call, "HOME"};
    content.help_lines[2].call.reset();
    return content;
}

} // namespace

const content::Content& emergency_content() {
    static const content::Content content = make_emergency_content();
    return content;
}

bool is_emergency_content(const content::Content& content) {
    return &content == &emergency_content();
}

} // namespace ui
