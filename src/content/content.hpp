// What the kiosk says. Plain values, made once by load() and never changed afterwards.
//
// Every `std::string` that a visitor reads is the English text as written in content.yaml; what is shown is
// looked up in a Translation at the moment of drawing, so a text without a translation falls back to English.
#pragma once

#include "content/phone_number.hpp"

#include <array>
#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace content {

enum class Place { lobby, nurse };

// Who may read a thing: a lobby shows only what is for everyone, a nurse's office shows all.
enum class Audience { everyone, staff };

struct IdleTimeouts {
    std::chrono::seconds ask_after{60};   // of no touch, until "Still there?"
    std::chrono::seconds leave_after{20}; // of no answer, until the visit ends; never less than 20 s
};

// Where the panel hangs. Heights in millimetres above the floor.
struct Mounting {
    int bottom_mm = 0;     // lower edge of the picture
    int lowest_mm = 380;   // that a seated visitor reaches
    int highest_mm = 1220; // the same

    bool operator==(const Mounting&) const = default;
};

// Part of a night, in minutes after midnight; its end may be on the next day.
struct MaintenanceWindow {
    std::chrono::minutes from{120};
    std::chrono::minutes to{210};

    std::chrono::minutes duration() const; // less than a day
};

// What the machine around the screen does. Its scripts ask for it: help-kiosk settings.
struct StationSettings {
    MaintenanceWindow updates; // when it updates itself, and may restart
    bool usb_storage = false;  // whether a stick in the socket is a disk
    bool power_button = true;  // whether holding it switches off
};

// A part of a day, on one or more days of the week. In minutes since midnight, as clocks on the wall count
// them.
struct OpeningHours {
    std::array<bool, 7> days{}; // Monday is 0
    std::chrono::minutes from{};
    std::chrono::minutes to{}; // not included; later than `from`, at most a day

    bool operator==(const OpeningHours&) const = default;
};

// Days in a row; both are part of it.
struct Holiday {
    std::chrono::year_month_day first, last;

    bool operator==(const Holiday&) const = default;
};

struct Site {
    std::string school;
    Place place = Place::lobby;
    std::vector<std::string> languages{"en"}; // codes, in the order offered; the first is the one at rest
    std::optional<double> panel_inches;       // diagonal; unset: ask the display
    std::optional<Mounting> mounting;
    int rotate = 0; // degrees, clockwise, that the picture is turned on the display: 0, 90, 180 or 270
    IdleTimeouts idle;
    bool motion = true;
    std::vector<OpeningHours> hours; // when the screen is on; none: at all hours
    std::vector<Holiday> holidays;   // when it is dark all day
    std::string staff_pin;           // its argon2id hash, encoded; empty: there is no staff page
    StationSettings station;
};

struct TextContact {
    PhoneNumber to;
    std::string word; // to send first; may be empty
};

struct AlternateNumber {
    PhoneNumber number;
    std::string note; // why it is still printed
};

struct Verification {
    std::chrono::year_month_day on;
    std::string source;

    bool
    is_by_phone() const; // whether somebody has called: the source does not say "not dialled yet" or the like
};

// After so long it is worth calling again.
inline constexpr std::chrono::months verification_valid_for{12};

// One line of help. At least one of `call` and `text` is set.
struct HelpLine {
    std::string id;
    std::string name;  // in full: on the slip and in lists
    std::string label; // in two or three words: on the tab of the strip
    std::optional<PhoneNumber> call;
    std::optional<TextContact> text;
    std::optional<AlternateNumber> also;
    std::string advice;   // shown before everything else; may be empty
    std::string remember; // a memory hook, for a visitor without a phone
    std::string answers;  // who answers
    std::string hours;
    std::string cost;
    std::string languages;
    std::string reports; // what they may have to tell, and to whom
    Audience audience = Audience::everyone;
    Verification verified;
};

struct ListItem {
    std::string icon; // a name in icon.hpp
    std::string text;
};

struct HeadingBlock {
    std::string text;
};
struct TextBlock {
    std::string text;
};
struct ListBlock {
    std::vector<ListItem> items;
};
struct NoteBlock {
    std::string title; // may be empty
    std::string text;
};
struct StepsBlock {
    std::vector<std::string> steps;
};
struct HelpLinesBlock {
    std::vector<std::string> ids; // of help lines
};

struct Block {
    std::variant<HeadingBlock, TextBlock, ListBlock, NoteBlock, StepsBlock, HelpLinesBlock> body;
    Audience audience = Audience::everyone;
};

struct Section {
    std::string id;
    std::string title;
    std::string icon;
    std::string hint;       // beside the title of a prominent card; may be empty
    bool prominent = false; // drawn as the wide, dark card
    std::string lead;       // the main message, readable without scrolling
    Audience audience = Audience::everyone;
    std::vector<Block> blocks;
};

struct Home {
    std::string headline;
    std::string line;
    std::string privacy;
};

// English source text -> text in one language.
struct Translation {
    std::string code;
    std::string name; // of the language, in its own script
    bool is_right_to_left = false;
    std::string font;        // family to try first; may be empty
    std::string reviewed_by; // empty: a draft, and the screen says so
    std::map<std::string, std::string, std::less<>> texts;

    // The text in this language, or `english` itself. The result lives as long as both.
    std::string_view operator()(std::string_view english) const;
};

struct Content {
    Site site;
    std::vector<HelpLine> help_lines;
    std::vector<std::string> strip; // ids of help lines, one per tab
    Home home;
    std::vector<Section> sections;
    std::vector<Translation> translations; // one per site.languages, in that order; English has no texts

    const HelpLine* find_help_line(std::string_view id) const; // null: no such line
    const Section* find_section(std::string_view id) const;
    const Translation&
    translation_or_default(std::string_view language_code) const; // the first one if there is no such language
    bool can_show(Audience audience) const;                       // whether this place may show it
};

} // namespace content
