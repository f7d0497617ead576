#include "session/event.hpp"

namespace session {

std::string describe(const Event& event) {
    struct Words {
        std::string operator()(const Tick&) const { return "pass time"; }
        std::string operator()(const Touched&) const { return "touch"; }
        std::string operator()(const GoHome&) const { return "go home"; }
        std::string operator()(const GoBack&) const { return "go back"; }
        std::string operator()(const OpenSection& open) const { return "open section " + open.id; }
        std::string operator()(const TearOff& tear) const { return "tear off " + tear.line; }
        std::string operator()(const SwitchCode&) const { return "switch code"; }
        std::string operator()(const OpenLanguages&) const { return "open languages"; }
        std::string operator()(const ChooseLanguage& choose) const { return "choose language " + choose.code; }
        std::string operator()(const OpenDisplay&) const { return "open display"; }
        std::string operator()(const SetTextSize& set) const {
            return "set text size " + std::to_string(set.size);
        }
        std::string operator()(const SetLook& set) const {
            constexpr const char* names[] = {"paper", "dark", "contrast"};
            return std::string("set look ") + names[static_cast<int>(set.look)];
        }
        std::string operator()(const ScrollTo&) const { return "scroll"; }
        std::string operator()(const Stay&) const { return "stay"; }
        std::string operator()(const EndVisit&) const { return "end visit"; }
        std::string operator()(const PressHide&) const { return "press hide"; }
        std::string operator()(const LeaveHide&) const { return "leave hide"; }
        std::string operator()(const Hide&) const { return "hide"; }
        std::string operator()(const Wake&) const { return "wake"; }
        std::string operator()(const OpenStaff&) const { return "open staff"; }
        std::string operator()(const TypeDigit& type) const { return std::string("type ") + type.digit; }
        std::string operator()(const EraseDigit&) const { return "erase digit"; }
        std::string operator()(const TryPin&) const { return "try PIN"; }
        std::string operator()(const AnswerPin& answer) const {
            return answer.right ? "accept PIN" : "refuse PIN";
        }
        std::string operator()(const OpenStaffScreen& open) const {
            return std::string("open staff/") + name(open.screen);
        }
        std::string operator()(const Trace&) const { return "trace"; }
        std::string operator()(const PlayTone&) const { return "play tone"; }
        std::string operator()(const AnswerTone& answer) const {
            return answer.plays ? "tone plays" : "no tone";
        }
        std::string operator()(const Restart&) const { return "restart"; }
    };
    return std::visit(Words{}, event);
}

} // namespace session
