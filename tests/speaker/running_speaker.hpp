// The real program help-kiosk-speaker, with sound cards that are not there: see
// fake_sound_card.cpp.
#pragma once

#include "support/temporary_folder.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace test {

// Returns whether it becomes true within ten seconds.
bool becomes_true(const std::function<bool()>& condition);

class FakeSoundCards {
public:
    FakeSoundCards();

    std::filesystem::path devices() const { return folder_ / "snd"; }
    std::filesystem::path configuration() const { return folder_ / "asound.conf"; }

    // Adds a card, or changes what is plugged in. `state` is explained in fake_sound_card.cpp.
    void set(int card, const std::string& state);
    void remove(int card);

    // What has been heard so far, left and right, 48000 times per second.
    std::vector<std::int16_t> heard(int card) const;
    bool is_playing(int card) const;
    std::string mixer(int card) const;

private:
    std::filesystem::path file(const char* name, int card) const;
    std::filesystem::path device_file(int card) const;

    TemporaryFolder folder_; // the speaker also watches the folder around that of the devices
};

// Ends the program in the destructor, and checks that it has not ended before.
class RunningSpeaker {
public:
    // `recordings` is the folder of the texts that a person has read aloud.
    explicit RunningSpeaker(const FakeSoundCards& cards,
                            const std::filesystem::path& recordings = "/none");
    ~RunningSpeaker();
    RunningSpeaker(const RunningSpeaker&) = delete;
    RunningSpeaker& operator=(const RunningSpeaker&) = delete;

    std::filesystem::path socket() const { return folder_ / "socket"; }

    // Returns whether this text is anywhere in its memory.
    bool has_in_memory(const std::string& text) const;

    // Whether it sleeps, and how often it has waited for something so far.
    std::string activity() const;

private:
    TemporaryFolder folder_;
    pid_t pid_;
};

// What the viewer sends and receives.
class SpeakerClient {
public:
    explicit SpeakerClient(const RunningSpeaker& speaker);
    ~SpeakerClient();
    SpeakerClient(const SpeakerClient&) = delete;
    SpeakerClient& operator=(const SpeakerClient&) = delete;

    // Returns false if there is no room, or no speaker.
    bool send(const std::string& packet) const;

    // Waits for ten seconds. Returns "nothing" if nothing arrives, and "end" at the end.
    std::string receive() const;
    bool has_reply() const;

private:
    int fd_;
};

} // namespace test
