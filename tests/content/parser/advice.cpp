// Follows every piece of advice to the letter: a file with a mistake must become the file that was
// meant, without a single problem.
#include "content/parser/follow_advice.hpp"
#include "content/sample_content.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace {

enum class File { content, site, spanish };

// A mistake: `right` in a valid file became `wrong`. For site.yaml, both are the whole file. `fill`
// is what a person writes where the advice leaves it open: for "...", or out of several choices.
struct Mistake {
    File file;
    std::string right;
    std::string wrong;
    std::string fill = {};
    std::string place = {}; // what the sample has instead of `right`; empty if it has `right`
};

sample::Files base_files(File file) {
    if (file == File::content) return {.content = sample::content, .site = {}, .translations = {}};
    return {.content = file == File::site
                           ? sample::content
                           : sample::with("place: lobby", "place: lobby\n  languages: [en, es]"),
            .site = "motion: full\n",
            .translations = {{"es", sample::spanish}}};
}

std::string& text_of(sample::Files& files, File file) {
    if (file == File::content) return files.content;
    return file == File::site ? *files.site : files.translations["es"];
}

sample::Files files_with(const Mistake& mistake, const std::string& written) {
    sample::Files files = base_files(mistake.file);
    std::string& text = text_of(files, mistake.file);
    const std::string& place = mistake.place.empty() ? mistake.right : mistake.place;
    text = mistake.file == File::site ? written : sample::with(place, written, text);
    return files;
}

std::string all_of(const content::Site& site) {
    std::string text = fmt::format(
        "{} {} {} {} {} {} {} {} ", site.school, static_cast<int>(site.place), site.rotate,
        site.panel_inches.value_or(0), site.motion, static_cast<int>(site.audio),
        site.idle.ask_after.count(), site.idle.leave_after.count());
    for (const std::string& code : site.languages) text += code + " ";
    if (site.mounting)
        text += fmt::format("{} {} {} ", site.mounting->bottom_mm, site.mounting->lowest_mm,
                            site.mounting->highest_mm);
    for (const content::OpeningHours& hours : site.hours) {
        for (const bool day : hours.days) text += day ? '1' : '0';
        text += fmt::format(" {} {} ", hours.from.count(), hours.to.count());
    }
    for (const content::Holiday& holiday : site.holidays)
        text +=
            fmt::format("{} {} ", std::chrono::sys_days(holiday.first).time_since_epoch().count(),
                        std::chrono::sys_days(holiday.last).time_since_epoch().count());
    return text + fmt::format("{} {} {} {}", site.station.updates.from.count(),
                              site.station.updates.to.count(), site.station.usb_storage,
                              site.station.power_button);
}

std::string all_of(const content::HelpLine& line) {
    std::string text =
        fmt::format("{} {} {} {} {} {} {} {} {} ", line.id, line.name, line.need, line.remember,
                    line.answers, line.hours, line.cost, line.languages, line.reports);
    if (line.call) text += line.call->digits() + " ";
    if (line.text) text += line.text->to.digits() + " " + line.text->word + " ";
    if (line.also) text += line.also->number.digits() + " " + line.also->note + " ";
    const auto day = std::chrono::sys_days(line.verified.on).time_since_epoch().count();
    return text +
           fmt::format("{} {} {}", static_cast<int>(line.audience), day, line.verified.source);
}

// Returns everything that a reader, or the computer, gets from the content.
std::string all_of(const content::Content& content) {
    std::string text = all_of(content.site) + "\n";
    for (const content::HelpLine& line : content.help_lines) text += all_of(line) + "\n";
    for (const content::StripTab& tab : content.strip)
        text += fmt::format("{} {} {} {} ", tab.line, tab.shows_text, tab.label, tab.short_label);
    text +=
        fmt::format("{} {} {}\n", content.home.headline, content.home.line, content.home.privacy);
    for (const content::Section& section : content.sections) {
        text += fmt::format("{} {} {} {} {} {} {}\n", section.id, section.title, section.icon,
                            section.subtitle, section.prominent, section.lead,
                            static_cast<int>(section.audience));
        for (const content::Block& block : section.tabs.front().blocks) {
            text += fmt::format("{} ", block.body.index());
            if (const auto* plain = std::get_if<content::TextBlock>(&block.body))
                text += plain->text;
            if (const auto* list = std::get_if<content::ListBlock>(&block.body))
                for (const content::ListItem& item : list->items) text += item.icon + item.text;
            if (const auto* note = std::get_if<content::NoteBlock>(&block.body)) text += note->text;
            if (const auto* steps = std::get_if<content::StepsBlock>(&block.body))
                for (const std::string& step : steps->steps) text += step + " ";
        }
    }
    for (const content::Translation& language : content.translations) {
        text += fmt::format("{} {} {} {}\n", language.code, language.name,
                            language.is_right_to_left, language.reviewed_by);
        for (const auto& [english, target] : language.texts) text += english + "=" + target + "\n";
    }
    return text;
}

std::string printed(const std::vector<content::Problem>& problems) {
    std::string text;
    for (const content::Problem& problem : problems) text += to_string(problem);
    return text;
}

// Follows the advice for a mistake, problem by problem, and checks the result.
void check_advice(const Mistake& mistake) {
    CAPTURE(mistake.wrong);
    const content::LoadResult right = sample::parse(files_with(mistake, mistake.right));
    REQUIRE_MESSAGE(right.problems.empty(), printed(right.problems));
    sample::Files files = files_with(mistake, mistake.wrong);
    content::LoadResult loaded = sample::parse(files);
    REQUIRE_FALSE(loaded.problems.empty());
    std::string steps;
    constexpr int max_steps = 4;
    for (int step = 0; step < max_steps && !loaded.problems.empty(); ++step) {
        const auto found = std::ranges::find_if(
            loaded.problems, [](const content::Problem& each) { return !each.suggestion.empty(); });
        REQUIRE_MESSAGE(found != loaded.problems.end(), printed(loaded.problems));
        const content::Problem problem = *found;
        steps += to_string(problem);
        CAPTURE(steps);
        File file = File::content;
        if (problem.file == "site.yaml") file = File::site;
        if (problem.file == "es.yaml") file = File::spanish;
        REQUIRE(test::follow_advice(problem, mistake.fill, text_of(files, file)));
        loaded = sample::parse(files);
    }
    CAPTURE(steps);
    REQUIRE_MESSAGE(loaded.problems.empty(), printed(loaded.problems));
    CHECK(all_of(*loaded.content) == all_of(*right.content));
}

} // namespace

TEST_CASE("advice on the settings of a site, followed to the letter, gives what was meant") {
    const auto check_each = [](const std::string& right,
                               const std::vector<std::string>& all_wrong) {
        for (const std::string& wrong : all_wrong) check_advice({File::site, right, wrong});
    };
    check_each("rotate: 270\n", {"rotate: -90\n", "rotate: left\n", "rotate: \"270°\"\n",
                                 "rotate: 270 degrees\n", "rotate: -90°\n", "rotte: 270\n"});
    check_each("rotate: 90\n",
               {"rotate: -270\n", "rotate: 090\n", "rotate: 450\n", "rotate: Right\n",
                "rotate: clockwise\n", "rotate: 90.0\n", "rotate: [90]\n"});
    check_each("rotate: 0\n", {"rotate: none\n", "rotate: 360\n", "rotate: false\n"});
    check_each("rotate: 180\n", {"rotate: -180\n", "rotate: upside down\n"});
    check_each("motion: none\n", {"motion: no\n", "motion: off\n", "motion: False\n",
                                  "motion: NONE\n", "motion: non\n", "Motion: none\n"});
    check_each("motion: full\n", {"motion: yes\n", "motion: on\n", "motion: true\n"});
    check_each("audio: off\n", {"audio: no\n", "audio: Off\n", "audio: none\n", "audio: false\n",
                                "audio: mute\n", "Audio: off\n"});
    check_each("audio: headphones\n", {"audio: headphone\n", "audio: yes\n", "audio: on\n",
                                       "audio: Headphones\n", "audio: earbuds\n"});
    check_each("place: nurse\n", {"place: Nurse\n", "place: NURSE\n", "place: nurse's office\n",
                                  "place: nurs\n", "plase: nurse\n"});
    check_each("panel: 24\n", {"panel: 24 inches\n", "panel: 24in\n", "panel: '24\"'\n",
                               "panel: 61 cm\n", "panel: 024\n", "panel: 609.6 mm\n"});
    check_each("panel: 21.5\n", {"panel: 21,5\n", "panel: 21.5 Zoll\n", "panel: '21,5\"'\n"});
    check_each("mounting: {bottom: 700}\n",
               {"mounting: {bottom: 70 cm}\n", "mounting: {bottom: 0.7 m}\n", "mounting: 700\n",
                "mounting: {bottom: 700 mm}\n", "mounting: 700 mm\n", "mounting: {botom: 700}\n"});
    check_each("mounting: {bottom: 711}\n", {"mounting: {bottom: 28 in}\n"});
    check_each("idle: {ask_after: 60}\n",
               {"idle: {ask_after: 60 s}\n", "idle: {ask_after: 1 min}\n",
                "idle: {ask_after: 060}\n", "idle: {ask_after: 60 seconds}\n", "idle: 60\n",
                "idle: 1 minute\n"});
    check_each("usb_storage: blocked\n", {"usb_storage: no\n", "usb_storage: off\n",
                                          "usb_storage: false\n", "usb_storage: block\n"});
    check_each("usb_storage: allowed\n", {"usb_storage: yes\n", "usb_storage: true\n"});
    check_each("power_button: ignore\n", {"power_button: off\n", "power_button: no\n"});
    check_each("power_button: hold\n", {"power_button: on\n", "power_button: yes\n"});
    check_each("languages: [en, es]\n",
               {"languages: en, es\n", "languages: [English, es]\n", "languages: [en, Spanish]\n",
                "languages: [en, ES]\n", "languages: [en, sp]\n", "languages: [en, es-MX]\n",
                "languages: English and Spanish\n", "languages: [en, Español]\n",
                "languages: [en, es, es]\n"});
    check_each("idle: {ask_after: 60}\n", {"idle:\n  - ask_after: 60\n"});
    check_each("languages: [en]\n",
               {"languages: en\n", "languages: English\n", "languages: [en-US]\n"});
    check_advice({File::site, "rotate: 90\n", "rotate: 45\n", "90"});
    check_advice({File::site, "panel: 24\n", "panel: big\n", "24"});
    check_advice({File::site, "idle: {leave_after: 20}\n", "idle: {leave_after: 5}\n", "20"});
    check_advice({File::site, "place: lobby\n", "place: gym\n", "lobby"});
    check_advice({File::site, "mounting: {bottom: 700}\n", "mounting: {}\n", "700"});
    check_advice({File::site, "mounting: {bottom: 700, lowest: 400, highest: 1200}\n",
                  "mounting: {bottom: 700, lowest: 1200, highest: 400}\n"});
}

TEST_CASE("advice on days, times and holidays, followed to the letter, gives what was meant") {
    const auto hours = [](const std::string& days, const std::string& from, const std::string& to) {
        return "hours: [{days: " + days + ", from: " + from + ", to: " + to + "}]\n";
    };
    const std::string school_days = "[mon, tue, wed, thu, fri]";
    for (const char* wrong :
         {"[mon-fri]", "[Mon-Fri]", "[mon–fri]", "[mon to fri]", "[Monday - Friday]", "mon-fri",
          "[weekdays]", "Weekdays", "[lunes a viernes]", "[lun-vie]", "[mon-thu, fri]",
          "[mon, tue-thu, Friday]", "[m-f]", "\"mon, tue, wed, thu, fri\"", "[Montag bis Freitag]"})
        check_advice({File::site, hours(school_days, "\"7:00\"", "\"17:30\""),
                      hours(wrong, "\"7:00\"", "\"17:30\"")});
    const std::vector<std::vector<std::string>> names{
        {"Monday", "lunes", "lundi", "Montag", "Mo", "MON", "Mondays"},
        {"Tuesday", "martes", "mardi", "tues", "tue.", "Tuseday"},
        {"Wednesday", "miércoles", "miercoles", "mercredi", "Mittwoch", "weds", "Wensday"},
        {"Thursday", "jueves", "jeudi", "thurs", "thur", "Th"},
        {"Friday", "viernes", "vendredi", "Freitag", "Fr"},
        {"Saturday", "sábado", "samedi", "Samstag", "sat.", "Saterday"},
        {"Sunday", "domingo", "dimanche", "Sonntag", "SUN"}};
    const std::vector<std::string> codes{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    for (std::size_t day = 0; day < codes.size(); ++day)
        for (const std::string& name : names[day])
            check_advice({File::site, hours("[" + codes[day] + "]", "\"7:00\"", "\"17:30\""),
                          hours("[" + name + "]", "\"7:00\"", "\"17:30\"")});
    for (const char* wrong : {"7am", "7:00 AM", "7.00", "7h00", "7", "0700", "7:00", "7 a.m.", "7h",
                              "07:00:00", "7 Uhr", "7:0", "\"7:00 \"", "700"})
        check_advice({File::site, hours("[mon]", "\"7:00\"", "\"17:30\""),
                      hours("[mon]", wrong, "\"17:30\"")});
    for (const char* wrong :
         {"5:30pm", "5:30 p.m.", "17.30", "17h30", "1730", "17:30", "\"5:30 PM\""})
        check_advice({File::site, hours("[mon]", "\"7:00\"", "\"17:30\""),
                      hours("[mon]", "\"7:00\"", wrong)});
    const std::string parts = "days: [mon]\n  from: \"7:00\"\n  to: \"17:30\"\n";
    for (const std::string& wrong :
         {std::string("hours: {days: [mon], from: \"7:00\", to: \"17:30\"}\n"),
          "hours:\n  " + parts})
        check_advice({File::site, hours("[mon]", "\"7:00\"", "\"17:30\""), wrong});
    for (const char* wrong : {"noon", "12pm", "12:00 PM", "12 pm"})
        check_advice({File::site, hours("[mon]", "\"7:00\"", "\"12:00\""),
                      hours("[mon]", "\"7:00\"", wrong)});
    for (const char* wrong : {"midnight", "12am", "12:00 AM"})
        check_advice({File::site, hours("[mon]", "\"7:00\"", "\"24:00\""),
                      hours("[mon]", "\"7:00\"", wrong)});
    // A clock with twelve hours, and hours past midnight.
    check_advice({File::site, hours("[mon]", "\"7:00\"", "\"17:30\""),
                  hours("[mon]", "\"7:00\"", "\"5:30\""), "\"17:30\""});
    check_advice({File::site, hours("[mon]", "\"22:00\"", "\"24:00\""),
                  hours("[mon]", "\"22:00\"", "\"6:00\""), "\"24:00\""});
    check_advice({File::site, hours("[mon, tue]", "\"7:00\"", "\"8:00\""),
                  hours("[mon, tue, tue]", "\"7:00\"", "\"8:00\"")});
    check_advice({File::site, "updates: {from: \"2:00\", to: \"3:30\"}\n",
                  "updates: {from: 2:00, to: 3:30 am}\n"});
    check_advice({File::site, "updates: {from: \"2:00\", to: \"3:30\"}\n", "updates: \"2:00\"\n",
                  "\"3:30\""});
    check_advice({File::site, "updates: {from: \"23:50\", to: \"0:20\"}\n",
                  "updates: {from: \"23:50\", to: \"0:10\"}\n"});
}

TEST_CASE("advice on holidays, followed to the letter, gives the days that were meant") {
    const auto check_each = [](const std::string& right,
                               const std::vector<std::string>& all_wrong) {
        for (const std::string& wrong : all_wrong)
            check_advice({File::site, "holidays: [" + right + "]\n", "holidays: " + wrong + "\n"});
    };
    check_each(
        "2026-12-24 to 2027-01-03",
        {"[2026-12-24 to 2026-01-03]", "[2027-01-03 to 2026-12-24]", "[2026-12-24 - 2027-01-03]",
         "[2026-12-24–2027-01-03]", "[2026-12-24 through 2027-01-03]", "[2026-12-24/2027-01-03]",
         "[2026-12-24 until 2027-01-03]", "[2026-12-24 bis 2027-01-03]", "2026-12-24 to 2027-01-03",
         "[2026-12-24 to 2028-01-03]", "[24.12.2026 - 3.1.2027]", "[2026/12/24 to 2027/01/03]",
         "[\"Dec 24, 2026 to Jan 3, 2027\"]", "[2026-12-24 to 2025-01-03]"});
    check_each("2026-12-24", {"2026-12-24", "[12/24/2026]", "[2026/12/24]", "[24.12.2026]",
                              "[\"December 24, 2026\"]", "[24 Dec 2026]", "[20261224]",
                              "[24 de diciembre de 2026]", "[12/24/26]"});
    check_each("2027-04-02", {"[\"April 2nd, 2027\"]", "[2027-4-2]"});
    check_advice({File::site, "holidays: [2026-11-01]\n", "holidays: [11/1/2026]\n", "2026-11-01"});
    check_advice({File::site, "holidays: [2026-12-25]\n", "holidays: [Christmas]\n", "2026-12-25"});
    check_advice(
        {File::site, "holidays: [2027-02-28]\n", "holidays: [2027-02-30]\n", "2027-02-28"});
}

TEST_CASE("advice on the content, followed to the letter, gives what was meant") {
    const std::vector<Mistake> mistakes{
        {File::content, "help_lines:", "help_line:"},
        {File::content, "    need: Crisis line", "    neeed: Crisis line"},
        {File::content, "    need: Crisis line", "    NEED: Crisis line"},
        {File::content, "    need: Crisis line\n", "", "Crisis line"},
        {File::content, "need: Crisis line", "need:", "Crisis line"},
        {File::content, "need: Crisis line", "need: [Crisis line]"},
        {File::content, "need: Crisis line", "need: {Crisis line}", "\"Crisis line\""},
        {File::content, "need: Crisis lines at any hour", "need: Crisis lines at any hours", "",
         "need: Crisis line"},
        {File::content, "text: {to: \"741741\", word: HOME}", "text: \"741741\"", "HOME"},
        {File::content, "text: {to: \"741741\", word: HOME}", "text: {to: \"741741\"}"},
        {File::content, "word: HOME", "word: HOME NOW", "HOME"},
        {File::content, "call: \"988\"", "call: [988]"},
        {File::content, "call: \"988\"", "call: nine-eight-eight", "\"988\""},
        {File::content, "verified: {on: 2026-09-14, source: its own page}", "verified: 2026-09-14",
         "its own page"},
        {File::content, "on: 2026-09-14", "on: 9/14/2026"},
        {File::content, "on: 2026-09-14", "on: Sept 14 2026"},
        {File::content, "on: 2026-09-14", "on: 2026-9-14"},
        {File::content, "on: 2026-09-14", "on: last week", "2026-09-14"},
        {File::content, "on: 2026-09-14", "date: 2026-09-14"},
        {File::content, "{to: \"741741\"", "{number: \"741741\""},
        {File::content, "cost: Free.", "cost: Free.\n    notes: Ask Ana.", "or remove it"},
        {File::content, "strip: [crisis]", "strip: crisis"},
        {File::content, "strip: [crisis]", "strip: [Crisis]"},
        {File::content, "strip: [crisis]", "strip: [crises]"},
        {File::content, "strip: [crisis]", "strip: [crisis, crisis]"},
        {File::content, "id: what", "id: What"},
        {File::content, "id: what-it-is", "id: What it is?", "", "id: what"},
        {File::content, "icon: help_outline", "icon: helpoutline"},
        {File::content, "icon: help_outline", "icon: zebra", "help_outline"},
        {File::content, "icon: help_outline\n    prominent: true",
         "icon: help_outline\n    prominent: yes", "", "icon: help_outline"},
        {File::content, "icon: help_outline\n    prominent: false",
         "icon: help_outline\n    prominent: Off", "", "icon: help_outline"},
        {File::content, "icon: help_outline\n    audience: everyone",
         "icon: help_outline\n    audience: all", "", "icon: help_outline"},
        {File::content, "- text: There are two kinds.", "- There are two kinds."},
        {File::content, "- steps: [Tell somebody.]", "- steps: Tell somebody.", "",
         "- text: There are two kinds."},
        {File::content, "- note: {text: There are two kinds.}", "- note: There are two kinds.", "",
         "- text: There are two kinds."},
        {File::content, "- list: [{icon: hotel, text: Two kinds.}]", "- list: [Two kinds.]",
         "hotel", "- text: There are two kinds."},
        {File::content, "- list: [{icon: hotel, text: Two kinds.}]", "- list: Two kinds.", "hotel",
         "- text: There are two kinds."},
        {File::content, "blocks:\n      - text: There are two kinds.",
         "blocks: There are two kinds."},
        {File::content, "call: \"988\"\n    also: {number: \"211\", note: Local help.}",
         "call: \"988\"\n    also: \"211\"", "Local help.", "call: \"988\""},
        {File::content, "cost: \"0111\"", "cost: 0111", "", "cost: Free."},
    };
    for (const Mistake& mistake : mistakes) check_advice(mistake);
}

TEST_CASE("advice on a translation, followed to the letter, gives what was meant") {
    const std::vector<Mistake> mistakes{
        {File::spanish, "code: es", "code: sp"},
        {File::spanish, "code: es", "code: ES"},
        {File::spanish, "direction: ltr", "direction: rtl"},
        {File::spanish, "direction: ltr", "direction: LTR"},
        {File::spanish, "direction: ltr", "direction: left-to-right"},
        {File::spanish, "  direction: ltr\n", "", "ltr"},
        {File::spanish, "reviewed_by: \"\"", "reviewed_by: none", "\"\""},
        {File::spanish, "reviewed_by: \"\"", "reviewed_by: TBD", "\"\""},
        {File::spanish, "es: Recuerda 9-8-8.", "es: Recuerda 9-8-9.", "Recuerda 9-8-8."},
        {File::spanish, "{en: Free., es: Gratis.}", "{en: Free., sp: Gratis.}"},
        {File::spanish, "es: Crisis}", "es: }", "Crisis"},
    };
    for (const Mistake& mistake : mistakes) check_advice(mistake);
}
