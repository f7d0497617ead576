#include "ui/emergency.hpp"

namespace ui {

namespace {

content::HelpLine line(const char* id, const char* label, const char* number) {
    content::HelpLine line;
    line.id = id;
    line.name = line.label = label;
    line.call = content::Number::parse(number);
    return line;
}

content::Content make() {
    content::Content content;
    content.languages.emplace_back();
    content.languages.front().code = "en";
    content.languages.front().name = "English";
    content.home.headline = "Numbers that help";
    content.home.line = "If you are in danger now, call 911.";
    content.help_lines = {line("emergency", "Danger right now", "911"), line("crisis", "Crisis line", "988"),
                          line("crisis-text", "Text the word HOME", "741741"),
                          line("local", "Local help", "211")};
    content.help_lines[2].text = content::TextTo{*content.help_lines[2].call, "HOME"};
    content.help_lines[2].call.reset();
    return content;
}

} // namespace

const content::Content& emergency_content() {
    static const content::Content content = make();
    return content;
}

bool is_emergency(const content::Content& content) {
    return &content == &emergency_content();
}

} // namespace ui
