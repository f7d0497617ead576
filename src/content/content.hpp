// The content of the kiosk: the site, the help lines, the sections and the translations. Plain
// values that do not change after load() has created them.
//
// Each string that a visitor reads is the English text of content.yaml. It is looked up in a
// Translation when it is drawn, so a text without a translation is shown in English. A member that
// mirrors a YAML key has the key's name.
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

// Where the kiosk is. A visit in a nurse's office may be longer.
enum class Place { lobby, nurse };

// The readers that a text is for. Texts for staff open with the staff PIN only, for one visit.
enum class Audience { everyone, staff };

// When an unused visit ends.
struct IdleTimeouts {
    std::chrono::seconds ask_after{60}; // without touch, until "Are you still here?" is shown
    std::chrono::seconds leave_after{
        20}; // from that question to the end of the visit, at least 20 s
};

// The mounting height of the panel. Heights are in millimeters above the floor.
struct Mounting {
    int bottom_mm = 0;     // lower edge of the picture
    int lowest_mm = 380;   // lowest point that a seated visitor reaches
    int highest_mm = 1220; // highest point that a seated visitor reaches

    bool operator==(const Mounting&) const = default;
};

// A daily time span, in minutes since midnight. If `to` is less than `from`, it ends on the next
// day.
struct MaintenanceWindow {
    std::chrono::minutes from{120};
    std::chrono::minutes to{210};

    // Less than a day.
    std::chrono::minutes duration() const;
};

// Settings of the computer that runs the kiosk. Its scripts read them with `help-kiosk settings`.
struct StationSettings {
    MaintenanceWindow updates; // when the computer installs updates and may restart
    bool usb_storage = false;  // whether USB drives can be used
    bool power_button = true;  // whether holding the power button shuts down the computer
};

// A time span on one or more days of the week, in minutes since midnight, local time.
struct OpeningHours {
    std::array<bool, 7> days{}; // Monday is 0
    std::chrono::minutes from{};
    std::chrono::minutes to{}; // not included; later than `from`, at most 24 hours

    bool operator==(const OpeningHours&) const = default;
};

// One or more consecutive days. Both `first` and `last` are included.
struct Holiday {
    std::chrono::year_month_day first;
    std::chrono::year_month_day last;

    bool operator==(const Holiday&) const = default;
};

// What visitors may hear.
enum class Audio {
    off,
    headphones, // only with headphones, so that nobody else in the room hears anything
};

// What a key of a keypad does.
enum class KeypadFunction { up, down, left, right, select, back, home, help, louder, softer };

struct KeypadKey {
    KeypadFunction function = KeypadFunction::up;
    std::string name; // of the key, one of key_names()

    bool operator==(const KeypadKey&) const = default;
};

// The settings of one kiosk, from the site block of content.yaml and from site.yaml.
struct Site {
    std::string school;
    Place place = Place::lobby;

    // Language codes in the order in which they are offered. The first one is shown when idle.
    std::vector<std::string> languages{"en"};

    // Diagonal of the panel. If unset, the display is queried for its size.
    std::optional<double> panel_inches;

    std::optional<Mounting> mounting;
    int rotate = 0; // clockwise rotation of the picture in degrees: 0, 90, 180 or 270
    IdleTimeouts idle;
    bool motion = true; // whether the screen is animated
    Audio audio = Audio::headphones;
    std::vector<KeypadKey> keypad; // beside the keys of every keyboard

    // How long the focus stays on each choice before it moves to the next by itself. 0: it does not
    // move.
    std::chrono::milliseconds scanning{0};

    std::vector<OpeningHours> hours; // when the screen is on; empty means always
    std::vector<Holiday> holidays;   // days on which the screen stays off

    // The encoded argon2id hash of the staff PIN. If empty, there are no staff screens.
    std::string staff_pin;

    // Whether the bottom bar has a button that opens the PIN pad.
    bool has_staff_button = false;

    StationSettings station;
};

// A number for text messages.
struct TextContact {
    PhoneNumber to;
    std::string word; // the keyword to send first; may be empty
};

// A second number of a help line.
struct AlternateNumber {
    PhoneNumber number;
    std::string note; // why it is listed
};

// The last time that the information about a help line was verified.
struct Verification {
    std::chrono::year_month_day on;
    std::string by;     // who called or texted the help line; empty: nobody has
    std::string source; // where the information comes from, and who answered

    bool is_by_phone() const { return !by.empty(); }
};

// The age at which a verification should be repeated.
inline constexpr std::chrono::months verification_valid_for{12};

// A help line. At least one of `call` and `text` is set.
struct HelpLine {
    std::string id;
    std::string name; // full name, on the slip and in lists
    std::string need; // two or three words: when the line helps; on its tab and its row

    // Replaces `need` on printed paper, which others may find; may be empty.
    std::string paper;
    std::optional<PhoneNumber> call;
    std::optional<TextContact> text;
    std::optional<AlternateNumber> also;
    std::string advice; // shown before everything else; may be empty

    // How to memorize the number, and who answers. Empty only for emergency numbers.
    std::string remember;
    std::string answers;
    // How to memorize the number to text, if that is not the one to call; may be empty.
    std::string remember_text;

    // Each is empty if it is unknown.
    std::string hours;
    std::string cost;
    std::string languages;

    std::string reports; // what the help line may have to report, and to whom
    Audience audience = Audience::everyone;
    bool prominent = false; // whether its row is larger than those of other help lines
    bool hold_until_verified = false;
    Verification verified;

    // Whether texts go to another number than calls.
    bool has_two_numbers() const { return call && text && *call != text->to; }
    // What helps to remember the number to text or to call; may be empty.
    const std::string& memory_hook(bool is_text) const {
        return is_text && has_two_numbers() ? remember_text : remember;
    }

    // Whether visitors do not see the help line, because nobody has called it yet.
    bool is_held() const { return hold_until_verified && !verified.is_by_phone(); }
};

// A tab of the tear-off strip.
struct StripTab {
    std::string line;        // the id of its help line
    bool shows_text = false; // the number to text, not the one to call
    std::string label;       // the `need` of the help line, or a text for this tab
    std::string short_label; // for a tab without a QR code; by default the label

    bool operator==(const StripTab&) const = default;
};

struct ListItem {
    std::string icon; // a name that icon_code_point() knows
    std::string text;
};

// The kinds of blocks that a section consists of.
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
struct GroupBlock {
    std::string title;
    std::vector<std::string> texts;
};
struct HelpLinesBlock {
    std::vector<std::string> ids; // of help lines
};
struct CaptionBlock {
    std::string text;
};

struct Block {
    std::variant<HeadingBlock, TextBlock, ListBlock, NoteBlock, StepsBlock, GroupBlock,
                 HelpLinesBlock, CaptionBlock>
        body;
    Audience audience = Audience::everyone;
};

// A part of a section that is shown at once.
struct SectionTab {
    std::string title; // empty if the section has no tabs
    std::string icon;  // a name that icon_code_point() knows; empty if the section has no tabs
    std::vector<Block> blocks;
};

// A section of the content: one card on the home screen and one page.
struct Section {
    std::string id;
    std::string title;
    std::string icon;       // a name that icon_code_point() knows
    std::string subtitle;   // below the title on the card; may be empty
    bool prominent = false; // whether the card on the home screen is wide and dark
    std::string lead;       // the main message, readable without scrolling
    Audience audience = Audience::everyone;
    std::vector<SectionTab> tabs; // at least one; a section without tabs has one without a title

    bool has_tabs() const { return tabs.size() > 1; }
};

// The texts of the home screen.
struct Home {
    std::string headline;
    std::string line; // below the headline
    std::string privacy;
};

// One language and its texts.
struct Translation {
    std::string code;
    std::string name; // of the language, in the language itself
    bool is_right_to_left = false;
    std::string font;        // font family to try first; may be empty
    std::string reviewed_by; // empty if nobody has reviewed the translation
    std::map<std::string, std::string, std::less<>> texts; // by their English text

    // Returns the translation of an English text, or `text` itself if there is none. The result is
    // valid as long as both this object and `text`.
    std::string_view translate(std::string_view text) const;

    // Returns whether this is a translation that nobody has reviewed. English is the original.
    bool is_draft() const { return code != "en" && reviewed_by.empty(); }
};

// How a voice says a word, an abbreviation or an address that it would otherwise say wrong.
struct Pronunciation {
    std::string language; // code of the language of the text that is read
    std::string text;     // as it is written
    std::string say;      // as it is said

    bool operator==(const Pronunciation&) const = default;
};

// The number of texts that a language has to translate, and how many of them are translated.
struct TranslationCoverage {
    std::string language_code;
    int text_count = 0; // each text that visitors can reach is counted once
    int translated_count = 0;
    int stale_count = 0; // pairs whose English text is not used any more

    int missing_count() const { return text_count - translated_count; }

    // Whether the language can be offered.
    bool is_complete() const { return translated_count == text_count; }
};

struct Content {
    Site site;
    std::vector<HelpLine> help_lines;
    std::vector<StripTab> strip; // the tabs of the tear-off strip
    Home home;
    std::vector<Section> sections;
    std::vector<Pronunciation> pronunciations;

    // One for each of `site.languages`, in the same order: the languages that are complete.
    // English has no texts.
    std::vector<Translation> translations;

    // Both return nullptr if there is no such id. The result is valid as long as this object.
    const HelpLine* find_help_line(std::string_view id) const;
    const Section* find_section(std::string_view id) const;

    // Returns the first translation if there is none for the language.
    const Translation& translation_or_default(std::string_view language_code) const;
};

} // namespace content
