#include "session/event.hpp"

namespace session {

namespace {

struct Describe {
    std::string operator()(const Tick&) const { return "tick"; }
    std::string operator()(const Touched&) const { return "touch"; }
    std::string operator()(const GoHome&) const { return "go home"; }
    std::string operator()(const GoBack&) const { return "go back"; }
    std::string operator()(const OpenSection& open) const { return "open section " + open.id; }
    std::string operator()(const SelectTab& select) const {
        return "select tab " + std::to_string(select.tab);
    }
    std::string operator()(const TearOff& tear) const {
        return "tear off " + tear.help_line + (tear.shows_text ? " to text" : "");
    }
    std::string operator()(const ShowContact& show) const {
        return show.is_text ? "show text" : "show call";
    }
    std::string operator()(const OpenLanguagePicker&) const { return "open language picker"; }
    std::string operator()(const SelectLanguage& select) const {
        return "select language " + select.language_code;
    }
    std::string operator()(const OpenDisplaySettings&) const { return "open display settings"; }
    std::string operator()(const SetTextSize& set) const {
        return "set text size " + std::to_string(set.size);
    }
    std::string operator()(const SetColorScheme& set) const {
        return std::string("set color scheme ") + color_scheme_name(set.color_scheme);
    }
    std::string operator()(const Listen&) const { return "listen"; }
    std::string operator()(const ReadNode&) const { return "read node"; }
    std::string operator()(const ReadSentence&) const { return "read sentence"; }
    std::string operator()(const SpeechFinished&) const { return "finish speech"; }
    std::string operator()(const StopListening&) const { return "stop listening"; }
    std::string operator()(const LeaveSpokenLanguage&) const { return "leave spoken language"; }
    std::string operator()(const SetVolume& set) const {
        return "set volume " + std::to_string(set.volume);
    }
    std::string operator()(const SetSpeechSpeed& set) const {
        constexpr const char* names[] = {"slow", "normal", "fast"};
        return std::string("set speech speed ") + names[static_cast<std::size_t>(set.speed)];
    }
    std::string operator()(const Scan&) const { return "scan"; }
    std::string operator()(const ScrollTo&) const { return "scroll"; }
    std::string operator()(const ContinueVisit&) const { return "continue visit"; }
    std::string operator()(const EndVisit&) const { return "end visit"; }
    std::string operator()(const PressHide&) const { return "press hide"; }
    std::string operator()(const CancelHide&) const { return "cancel hide"; }
    std::string operator()(const Hide&) const { return "hide"; }
    std::string operator()(const Wake&) const { return "wake"; }
    std::string operator()(const OpenPinPad&) const { return "open PIN pad"; }
    std::string operator()(const TypeDigit& type) const {
        return std::string("type ") + type.digit;
    }
    std::string operator()(const EraseDigit&) const { return "erase digit"; }
    std::string operator()(const SubmitPin&) const { return "submit PIN"; }
    std::string operator()(const PinChecked& result) const {
        return result.is_correct ? "accept PIN" : "refuse PIN";
    }
    std::string operator()(const OpenStaffScreen& open) const {
        return std::string("open staff/") + screen_name(open.screen);
    }
    std::string operator()(const TouchTestSample&) const { return "touch test sample"; }
    std::string operator()(const RequestTestTone&) const { return "request test tone"; }
    std::string operator()(const TestToneResult& result) const {
        return result.is_playing ? "test tone plays" : "no test tone";
    }
    std::string operator()(const TestKey&) const { return "test key"; }
    std::string operator()(const RequestRestart&) const { return "request restart"; }
};

} // namespace

std::string describe(const Event& event) {
    return std::visit(Describe{}, event);
}

} // namespace session
