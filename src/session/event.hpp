// What can happen to a visit: what the visitor did, and time.
#pragma once

#include "base/time.hpp"
#include "session/state.hpp"

#include <string>
#include <variant>

namespace session {

struct Tick {
    bool operator==(const Tick&) const = default;
}; // time has passed
struct Touched {
    bool operator==(const Touched&) const = default;
}; // a finger or key came down, wherever
struct GoHome {
    bool operator==(const GoHome&) const = default;
};
struct GoBack {
    bool operator==(const GoBack&) const = default;
}; // closes the topmost layer
struct OpenSection {
    std::string id;
    bool operator==(const OpenSection&) const = default;
};
struct TearOff {
    std::string help_line;
    bool operator==(const TearOff&) const = default;
};
struct ToggleCode {
    bool operator==(const ToggleCode&) const = default;
}; // calling <-> texting
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
    int size = min_text_size;
    bool operator==(const SetTextSize&) const = default;
};
struct SetColorScheme {
    ColorScheme color_scheme = ColorScheme::light;
    bool operator==(const SetColorScheme&) const = default;
};
struct ScrollTo {
    double mm = 0; // of the topmost layer
    bool operator==(const ScrollTo&) const = default;
};
struct ContinueVisit {
    bool operator==(const ContinueVisit&) const = default;
}; // answers "Still there?"
struct EndVisit {
    bool operator==(const EndVisit&) const = default;
}; // clear it now
struct PressHide {
    bool operator==(const PressHide&) const = default;
};
struct CancelHide {
    bool operator==(const CancelHide&) const = default;
}; // the finger slid off
struct Hide {
    bool operator==(const Hide&) const = default;
}; // the finger lifted on it
struct Wake {
    bool operator==(const Wake&) const = default;
}; // the cover was touched
struct OpenPinPad {
    std::optional<base::Instant> locked_until; // no PIN is taken before
    bool operator==(const OpenPinPad&) const = default;
}; // all four corners were touched
struct TypeDigit {
    char digit = '0';
    bool operator==(const TypeDigit&) const = default;
};
struct EraseDigit {
    bool operator==(const EraseDigit&) const = default;
};
struct SubmitPin {
    bool operator==(const SubmitPin&) const = default;
};
struct PinChecked {
    bool is_correct = false;
    std::optional<base::Instant> locked_until; // as of OpenStaff
    bool operator==(const PinChecked&) const = default;
};
struct OpenStaffScreen {
    StaffScreen screen = StaffScreen::overview;
    bool operator==(const OpenStaffScreen&) const = default;
};
struct TouchTestSample {
    TouchTestPoint point;
    std::optional<int> cell; // of the grid, that the dot lies in
    bool operator==(const TouchTestSample&) const = default;
}; // a finger in the touch test
struct RequestTestTone {
    bool operator==(const RequestTestTone&) const = default;
}; // in the sound test
struct TestToneResult {
    bool is_playing = false;
    bool operator==(const TestToneResult&) const = default;
};
struct RequestRestart {
    bool operator==(const RequestRestart&) const = default;
}; // the program

using Event =
    std::variant<Tick, Touched, GoHome, GoBack, OpenSection, TearOff, ToggleCode, OpenLanguagePicker,
                 SelectLanguage, OpenDisplaySettings, SetTextSize, SetColorScheme, ScrollTo, ContinueVisit,
                 EndVisit, PressHide, CancelHide, Hide, Wake, OpenPinPad, TypeDigit, EraseDigit, SubmitPin,
                 PinChecked, OpenStaffScreen, TouchTestSample, RequestTestTone, TestToneResult, RequestRestart>;

// In a few words, the same for the same event: "open section signs". For outlines and identities.
std::string describe(const Event& event);

} // namespace session
