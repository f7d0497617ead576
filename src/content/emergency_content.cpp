#include "content/emergency_content.hpp"

namespace content {

namespace {

HelpLine make_help_line(const char* id, const char* need) {
    HelpLine help_line;
    help_line.id = id;
    help_line.name = help_line.need = need;
    return help_line;
}

HelpLine make_call_line(const char* id, const char* need, const char* number) {
    HelpLine help_line = make_help_line(id, need);
    help_line.call = PhoneNumber::parse(number);
    return help_line;
}

HelpLine make_text_line(const char* id, const char* need, const char* number, const char* word) {
    HelpLine help_line = make_help_line(id, need);
    help_line.text = TextContact{PhoneNumber::parse(number).value(), word};
    return help_line;
}

Content make_emergency_content() {
    Content content;
    content.translations.emplace_back();
    content.translations.front().code = "en";
    content.translations.front().name = "English";
    // The content may be unreadable, and so may be the translations, so both languages are here.
    content.home.headline = "Numbers that help\nNúmeros que ayudan";
    content.home.line = "In danger now? Call 911.\n¿Estás en peligro ahora? Llama al 911.";
    content.help_lines = {make_call_line("emergency", "Danger right now\nPeligro inmediato", "911"),
                          make_call_line("crisis", "Crisis line\nLínea de crisis", "988"),
                          make_text_line("crisis-text", "Text HOME\nEnvía AYUDA", "741741", "HOME"),
                          make_text_line("hotline", "Text HELP\nEscribe al", "233733", "HELP"),
                          make_call_line("local", "Local help\nAyuda local", "211")};
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
