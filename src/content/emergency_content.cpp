#include "content/emergency_content.hpp"

namespace content {

namespace {

HelpLine make_help_line(const char* id, const char* label, const char* number) {
    HelpLine help_line;
    help_line.id = id;
    help_line.name = help_line.label = label;
    help_line.call = PhoneNumber::parse(number);
    return help_line;
}

Content make_emergency_content() {
    Content content;
    content.translations.emplace_back();
    content.translations.front().code = "en";
    content.translations.front().name = "English";
    content.home.headline = "Numbers that help";
    content.home.line = "If you are in danger now, call 911.";
    content.help_lines = {make_help_line("emergency", "Danger right now", "911"),
                          make_help_line("crisis", "Crisis line", "988"),
                          make_help_line("crisis-text", "Text the word HOME", "741741"),
                          make_help_line("local", "Local help", "211")};
    content.help_lines[2].text = TextContact{*content.help_lines[2].call, "HOME"};
    content.help_lines[2].call.reset();
    return content;
}

} // namespace

const Content& emergency_content() {
    static const Content content = make_emergency_content();
    return content;
}

bool is_emergency_content(const Content& content) {
    return &content == &emergency_content();
}

} // namespace content
