// What update() requests from the program, because a pure function has no side effects. The viewer
// runs each effect once. If an effect has a result, the viewer dispatches it as an event.
#pragma once

#include <variant>
#include <vector>

namespace session {

// Compare this PIN with the hash in site.yaml. The result is PinChecked.
struct VerifyPin {
    std::vector<char> pin;
    bool operator==(const VerifyPin&) const = default;
};

// Play the tone of the sound test on the headphones. The result is TestToneResult.
struct PlayTestTone {
    bool operator==(const PlayTestTone&) const = default;
};

// End the program, so that systemd starts it again.
struct RestartProgram {
    bool operator==(const RestartProgram&) const = default;
};

// A visit has ended: drop every picture, text and cache entry that shows something of it.
struct ForgetVisit {
    bool operator==(const ForgetVisit&) const = default;
};

// Say one thing on the screen. The result is SpeechFinished.
struct ReadAloud {
    int node = 0;                // its index in the outline
    bool should_describe = true; // say what it is and where, too, because a key has moved to it
    bool operator==(const ReadAloud&) const = default;
};

// What is said although it is not on the screen, or is not there in these words.
enum class Announcement {
    welcome,
    instructions,
    idle_question,
    volume,
    speech_speed,
    unspoken_language, // in State::spoken_language
};

// Say it. The result is SpeechFinished.
struct Announce {
    Announcement announcement = Announcement::welcome;
    bool operator==(const Announce&) const = default;
};

// Be silent at once.
struct StopSpeaking {
    bool operator==(const StopSpeaking&) const = default;
};

using Effect = std::variant<VerifyPin, PlayTestTone, RestartProgram, ForgetVisit, ReadAloud,
                            Announce, StopSpeaking>;

} // namespace session
