// What can happen to a visit: what the visitor did, and time.
#pragma once

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
    std::string line;
    bool operator==(const TearOff&) const = default;
};
struct SwitchCode {
    bool operator==(const SwitchCode&) const = default;
}; // calling <-> texting
struct OpenLanguages {
    bool operator==(const OpenLanguages&) const = default;
};
struct ChooseLanguage {
    std::string code;
    bool operator==(const ChooseLanguage&) const = default;
};
struct OpenDisplay {
    bool operator==(const OpenDisplay&) const = default;
};
struct SetTextSize {
    int size = smallest_text;
    bool operator==(const SetTextSize&) const = default;
};
struct SetLook {
    Look look = Look::paper;
    bool operator==(const SetLook&) const = default;
};
struct ScrollTo {
    double mm = 0; // of the topmost layer
    bool operator==(const ScrollTo&) const = default;
};
struct Stay {
    bool operator==(const Stay&) const = default;
}; // answers "Still there?"
struct EndVisit {
    bool operator==(const EndVisit&) const = default;
}; // clear it now
struct PressHide {
    bool operator==(const PressHide&) const = default;
};
struct LeaveHide {
    bool operator==(const LeaveHide&) const = default;
}; // the finger slid off
struct Hide {
    bool operator==(const Hide&) const = default;
}; // the finger lifted on it
struct Wake {
    bool operator==(const Wake&) const = default;
}; // the cover was touched
struct OpenStaff {
    std::optional<Instant> locked_until; // no PIN is taken before
    bool operator==(const OpenStaff&) const = default;
}; // all four corners were touched
struct TypeDigit {
    char digit = '0';
    bool operator==(const TypeDigit&) const = default;
};
struct EraseDigit {
    bool operator==(const EraseDigit&) const = default;
};
struct TryPin {
    bool operator==(const TryPin&) const = default;
};
struct AnswerPin {
    bool right = false;
    std::optional<Instant> locked_until; // as of OpenStaff
    bool operator==(const AnswerPin&) const = default;
};
struct OpenStaffScreen {
    StaffScreen screen = StaffScreen::page;
    bool operator==(const OpenStaffScreen&) const = default;
};
struct Trace {
    Dot dot;
    std::optional<int> square; // of the grid, that the dot lies in
    bool operator==(const Trace&) const = default;
}; // a finger in the touch test
struct PlayTone {
    bool operator==(const PlayTone&) const = default;
}; // in the sound test
struct AnswerTone {
    bool plays = false;
    bool operator==(const AnswerTone&) const = default;
};
struct Restart {
    bool operator==(const Restart&) const = default;
}; // the program

using Event = std::variant<Tick, Touched, GoHome, GoBack, OpenSection, TearOff, SwitchCode, OpenLanguages,
                           ChooseLanguage, OpenDisplay, SetTextSize, SetLook, ScrollTo, Stay, EndVisit,
                           PressHide, LeaveHide, Hide, Wake, OpenStaff, TypeDigit, EraseDigit, TryPin,
                           AnswerPin, OpenStaffScreen, Trace, PlayTone, AnswerTone, Restart>;

// In a few words, the same for the same event: "open section signs". For outlines and identities.
std::string describe(const Event& event);

} // namespace session
