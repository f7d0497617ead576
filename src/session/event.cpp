#include "session/event.hpp"

namespace session {

std::string describe(const Event& event) {
    struct Describe {
        std::string operator()(const Tick&) const { return "pass time"; }
        std::string operator()(const Touched&) const { return "touch"; }
        std::string operator()(const GoHome&) const { return "go home"; }
        std::string operator()(const GoBack&) const { return "go back"; }
        std::string operator()(const OpenSection& open) const { return "open section " + open.id; }
        std::string operator()(const TearOff& tear) const { return "tear off " + tear.help_line; }
        std::string operator()(const ToggleCode&) const { return "switch code"; }
        std::string operator()(const OpenLanguagePicker&) const { return "open languages"; }
        std::string operator()(const SelectLanguage& select) const {
            return "choose language " + select.language_code;
        }
        std::string operator()(const OpenDisplaySettings&) const { return "open display"; }
        std::string operator()(const SetTextSize& set) const {
            return "set text size " + std::to_string(set.size);
        }
        std::string operator()(const SetColorScheme& set) const {
            constexpr const char* names[] = {"paper", "dark", "contrast"};
            return std::string("set look ") + names[static_cast<int>(set.color_scheme)];
        }
        std::string operator()(const ScrollTo&) const { return "scroll"; }
        std::string operator()(const ContinueVisit&) const { return "stay"; }
        std::string operator()(const EndVisit&) const { return "end visit"; }
        std::string operator()(const PressHide&) const { return "press hide"; }
        std::string operator()(const CancelHide&) const { return "leave hide"; }
        std::string operator()(const Hide&) const { return "hide"; }
        std::string operator()(const Wake&) const { return "wake"; }
        std::string operator()(const OpenPinPad&) const { return "open staff"; }
        std::string operator()(const TypeDigit& type) const { return std::string("type ") + type.digit; }
        std::string operator()(const EraseDigit&) const { return "erase digit"; }
        std::string operator()(const SubmitPin&) const { return "try PIN"; }
        std::string operator()(const PinChecked& result) const {
            return result.is_correct ? "accept PIN" : "refuse PIN";
        }
        std::string operator()(const OpenStaffScreen& open) const {
            return std::string("open staff/") + screen_name(open.screen);
        }
        std::string operator()(const TouchTestSample&) const { return "trace"; }
        std::string operator()(const RequestTestTone&) const { return "play tone"; }
        std::string operator()(const TestToneResult& result) const {
            return result.is_playing ? "tone plays" : "no tone";
        }
        std::string operator()(const RequestRestart&) const { return "restart"; }
    };
    return std::visit(Describe{}, event);
}

} // namespace session
