// What can happen to a visit: actions of the visitor or of staff, results of effects, and time.
#pragma once

#include "base/time.hpp"
#include "session/state.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace session {

// Time has passed.
struct Tick {
    bool operator==(const Tick&) const = default;
};

// A finger touched the screen, or a key was pressed, anywhere.
struct Touched {
    bool operator==(const Touched&) const = default;
};

struct GoHome {
    bool operator==(const GoHome&) const = default;
};

// Closes the topmost layer, or the section.
struct GoBack {
    bool operator==(const GoBack&) const = default;
};

struct OpenSection {
    std::string id;
    bool operator==(const OpenSection&) const = default;
};

// Shows one of the tabs of the section.
struct SelectTab {
    int tab = 0; // its index
    bool operator==(const SelectTab&) const = default;
};

// Shows the slip of a help line.
struct TearOff {
    std::string help_line;   // its id
    bool shows_text = false; // first the number to text, if the help line has one to call as well
    bool operator==(const TearOff&) const = default;
};

// Shows the number and the QR code for texting on the slip, or those for calling.
struct ShowContact {
    bool is_text = false;
    bool operator==(const ShowContact&) const = default;
};

struct OpenLanguagePicker {
    bool operator==(const OpenLanguagePicker&) const = default;
};

struct SelectLanguage {
    std::string language_code;
    bool operator==(const SelectLanguage&) const = default;
};

struct OpenDisplaySettings {
    bool operator==(const OpenDisplaySettings&) const = default;
};

struct SetTextSize {
    int size = min_text_size; // limited to min_text_size to max_text_size
    bool operator==(const SetTextSize&) const = default;
};

struct SetColorScheme {
    ColorScheme color_scheme = ColorScheme::light;
    bool operator==(const SetColorScheme&) const = default;
};

// Reads the screen aloud from its top, or stops. Only ui::Kiosk knows what is on the screen, so it
// applies ReadNode or StopListening instead.
struct Listen {
    bool operator==(const Listen&) const = default;
};

// Reads one thing on the screen aloud, because the one before it was read, or because a key has
// moved to it.
struct ReadNode {
    int node = 0; // its index in the outline
    bool is_reading_on = false;
    bool operator==(const ReadNode&) const = default;
};

// A sentence of what is read has been said, and the next one is being said.
struct ReadSentence {
    int sentence = 0; // its index in the text of the node
    bool operator==(const ReadSentence&) const = default;
};

// What was to be said has been said.
struct SpeechFinished {
    bool operator==(const SpeechFinished&) const = default;
};

struct StopListening {
    bool should_keep_place = false; // keys go on from there
    bool operator==(const StopListening&) const = default;
};

// Who listens has chosen a language that cannot be read aloud. They hear how to go back to the
// language before.
struct LeaveSpokenLanguage {
    std::string language_code; // of the language before
    bool operator==(const LeaveSpokenLanguage&) const = default;
};

struct SetVolume {
    int volume = default_volume; // limited to min_volume to max_volume
    bool operator==(const SetVolume&) const = default;
};

struct SetSpeechSpeed {
    SpeechSpeed speed = SpeechSpeed::normal;
    bool operator==(const SetSpeechSpeed&) const = default;
};

// The focus begins to move by itself, or has moved.
struct Scan {
    bool operator==(const Scan&) const = default;
};

struct ScrollTo {
    double mm = 0; // of the topmost layer that scrolls, from its start
    bool operator==(const ScrollTo&) const = default;
};

// Answers "Are you still here?".
struct ContinueVisit {
    bool operator==(const ContinueVisit&) const = default;
};

// Clears the visit now.
struct EndVisit {
    bool operator==(const EndVisit&) const = default;
};

// A finger was put on Hide.
struct PressHide {
    bool operator==(const PressHide&) const = default;
};

// The finger slid off Hide.
struct CancelHide {
    bool operator==(const CancelHide&) const = default;
};

// The finger lifted on Hide.
struct Hide {
    bool operator==(const Hide&) const = default;
};

// The cover was touched.
struct Wake {
    bool operator==(const Wake&) const = default;
};

// The four corners of the screen were touched in the order of the staff gesture, or the staff
// button in the bottom bar was pressed.
struct OpenPinPad {
    std::optional<base::Instant>
        locked_until; // no PIN is accepted before this; nullopt: the PIN pad is not locked
    bool operator==(const OpenPinPad&) const = default;
};

struct TypeDigit {
    char digit = '0'; // '0' to '9'
    bool operator==(const TypeDigit&) const = default;
};

struct EraseDigit {
    bool operator==(const EraseDigit&) const = default;
};

struct SubmitPin {
    bool operator==(const SubmitPin&) const = default;
};

// The result of VerifyPin. It is ignored if `pin` is not the PIN that is being verified now.
struct PinChecked {
    std::vector<char> pin;
    bool is_correct = false;
    std::optional<base::Instant> locked_until; // after too many wrong PINs
    bool operator==(const PinChecked&) const = default;
};

struct OpenStaffScreen {
    StaffScreen screen = StaffScreen::overview;
    bool operator==(const OpenStaffScreen&) const = default;
};

// A finger on the screen of the touch test.
struct TouchTestSample {
    TouchTestPoint point;
    std::optional<int> cell; // of the grid; nullopt: the point is on none
    bool operator==(const TouchTestSample&) const = default;
};

struct RequestTestTone {
    bool operator==(const RequestTestTone&) const = default;
};

// The result of PlayTestTone.
struct TestToneResult {
    bool is_playing = false;
    bool operator==(const TestToneResult&) const = default;
};

// A key was pressed in the key test.
struct TestKey {
    std::string name;
    bool operator==(const TestKey&) const = default;
};

struct RequestRestart {
    bool operator==(const RequestRestart&) const = default;
};

using Event =
    std::variant<Tick, Touched, GoHome, GoBack, OpenSection, SelectTab, TearOff, ShowContact,
                 OpenLanguagePicker, SelectLanguage, OpenDisplaySettings, SetTextSize,
                 SetColorScheme, Listen, ReadNode, ReadSentence, SpeechFinished, StopListening,
                 LeaveSpokenLanguage, SetVolume, SetSpeechSpeed, Scan, ScrollTo, ContinueVisit,
                 EndVisit, PressHide, CancelHide, Hide, Wake, OpenPinPad, TypeDigit, EraseDigit,
                 SubmitPin, PinChecked, OpenStaffScreen, TouchTestSample, RequestTestTone,
                 TestToneResult, TestKey, RequestRestart>;

// A short name that is the same for equal events: "open section signs". It identifies what a target
// does in outlines. The digits of PinChecked are left out.
std::string describe(const Event& event);

} // namespace session
