// The texts of the interface that visitors see, in English. A complete translation has each of
// them. Staff screens are in English only, so their texts are not listed.
#pragma once

#include <array>
#include <string_view>

namespace ui {

// Shown in a translation that nobody has reviewed.
inline constexpr std::string_view draft_notice =
    "This translation is a draft. Nobody has reviewed it yet.";

// Said to people who use the kiosk by keys and ear.
inline constexpr std::string_view speech_keys =
    "Press down or up to hear one thing after the other. Press right or left to hear only the "
    "buttons. Press the middle key, or Enter, to choose a button, or to hear everything from "
    "there.";

// Said instead of them where the focus moves by itself.
inline constexpr std::string_view one_key =
    "One key is enough: press it to begin, and press it again when you hear what you want.";

// Said in the language before, to people who have chosen one that no voice speaks.
inline constexpr std::string_view unspoken_language =
    "This language cannot be read aloud. To go back, press the middle key, or Enter.";

// All texts of the interface, those on paper included. Tests check that fonts and translations have
// them.
inline constexpr auto ui_strings =
    std::to_array<std::string_view>({"Choose a language",
                                     "Back",
                                     "More",
                                     "Up",
                                     "{page} of {count}",
                                     "Home",
                                     "Bigger text",
                                     "Hide screen",
                                     "Listen",
                                     "Stop",
                                     "heading",
                                     "button",
                                     "tab",
                                     "choice",
                                     "selected",
                                     "Volume {number} of {count}",
                                     "Voice",
                                     "Speed",
                                     "Slow",
                                     "Medium",
                                     "Fast",
                                     "Volume",
                                     "Softer",
                                     "Louder",
                                     "Hello. You can hear everything on this screen.",
                                     speech_keys,
                                     "To begin, press down.",
                                     "Press any key to go on.",
                                     one_key,
                                     unspoken_language,
                                     "A language that cannot be read aloud",
                                     "Done",
                                     "Text size",
                                     "Colors",
                                     "Normal",
                                     "Large",
                                     "Larger",
                                     "Largest",
                                     "Light",
                                     "Dark",
                                     "Contrast",
                                     "Take a number with you. Tap one to see it big and scan it.",
                                     "Open {name}",
                                     "Call",
                                     "Text",
                                     "Text {word}",
                                     "Point your camera here",
                                     "Keep it in your head",
                                     "No phone?",
                                     "Ask to call from the nurse’s office or main office.",
                                     "Who answers",
                                     "When, cost",
                                     "When",
                                     "Cost",
                                     "Languages",
                                     "Private?",
                                     "Your phone",
                                     "A scan, call or text can stay on your phone.",
                                     "Also",
                                     "Are you still here?",
                                     "Touch anywhere to go on.",
                                     "For your privacy, this page will close soon.",
                                     "Keep reading",
                                     "Close now",
                                     "Touch anywhere to start",
                                     draft_notice,
                                     "Take a number with you.",
                                     "Numbers to keep",
                                     "Call or text",
                                     "Call, or text {word}",
                                     "Or call {number}",
                                     "Or send a text to {number}",
                                     "Or text {word} to {number}",
                                     "Scan to call {number}",
                                     "Scan to text {number}",
                                     "Read this with an adult you trust.",
                                     "{weekday}, {month} {day}",
                                     "Monday",
                                     "Tuesday",
                                     "Wednesday",
                                     "Thursday",
                                     "Friday",
                                     "Saturday",
                                     "Sunday",
                                     "January",
                                     "February",
                                     "March",
                                     "April",
                                     "May",
                                     "June",
                                     "July",
                                     "August",
                                     "September",
                                     "October",
                                     "November",
                                     "December"});

} // namespace ui
