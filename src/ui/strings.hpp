// The texts of the interface that visitors see, in English. A complete translation has each of
// them. Staff screens are in English only, so their texts are not listed.
#pragma once

#include <array>
#include <string_view>

namespace ui {

// Shown in a translation that nobody has reviewed.
inline constexpr std::string_view draft_notice =
    "This translation is a draft. Nobody has reviewed it yet.";

// All texts of the interface. Tests check that fonts and translations have them.
inline constexpr std::array<std::string_view, 58> ui_strings{
    "Language",
    "Choose a language",
    "Back",
    "More",
    "Up",
    "Home",
    "Display",
    "Hide screen",
    "Done",
    "Text size",
    "Contrast",
    "Normal",
    "Large",
    "Larger",
    "Largest",
    "Light",
    "Dark",
    "High contrast",
    "Take a number with you. Tap one to tear it off.",
    "Tear off {name}",
    "Call",
    "Text",
    "Call or text",
    "Text {number}",
    "Text {word} to {number}",
    "Text the word {word}",
    "Also {number}",
    "Point your phone’s camera here",
    "Show the code for texting",
    "Show the code for calling",
    "No phone? Ask the nurse or the office for one.",
    "A scan, call or text can stay on your phone.",
    "Still there?",
    "This screen will clear itself to keep your visit private.",
    "I’m still here",
    "Clear it now",
    "Touch anywhere to start",
    draft_notice,
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
    "December"};

} // namespace ui
