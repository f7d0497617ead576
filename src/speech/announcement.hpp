// What is said to people who use the kiosk by keys and ear, beside the texts of the screen.
#pragma once

#include "content/content.hpp"
#include "session/effect.hpp"
#include "session/state.hpp"
#include "speech/outline_reader.hpp"
#include "ui/outline.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace speech {

// Returns what is said when a key has moved to a node of the outline: its text, what it is, whether
// it is selected, and its place: "Get help, button, 6 of 22". The name of a language that is none
// of `voices` is not said, but that it cannot be read aloud is. Returns nothing if there is no such
// node. The other parameters are those of read_outline().
std::vector<Utterance> announce_node(const ui::Outline& outline, const content::Content& content,
                                     std::string_view language_code, int node,
                                     const std::vector<std::string>& voices);

// Returns what is said of something that is not on the screen.
std::vector<Utterance> announce(session::Announcement announcement, const session::State& state,
                                const content::Content& content);

} // namespace speech
