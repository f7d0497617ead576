// Tells whether headphones are plugged in, and on which sound card. Cards may come and go.
#pragma once

#include "speaker/card_control.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <poll.h>
#include <vector>

namespace speaker {

class HeadphoneDetector {
public:
    // `devices` is the folder of the sound cards' device files; it may appear later. Throws
    // std::runtime_error if the kernel cannot watch folders.
    explicit HeadphoneDetector(std::filesystem::path devices);
    ~HeadphoneDetector();
    HeadphoneDetector(const HeadphoneDetector&) = delete;
    HeadphoneDetector& operator=(const HeadphoneDetector&) = delete;

    // The index of the first sound card with headphones. Nothing may be played if there is none, or
    // on another card.
    std::optional<int> card() const { return card_; }

    // What to wait for until something is plugged in or pulled out.
    std::vector<pollfd> poll_descriptors() const;

    // Looks at what has changed, without waiting.
    void update();

private:
    void watch_folders();
    bool consume_folder_events();
    void open_new_cards();
    bool has_playback(int card_index) const;
    std::optional<int> find_card() const;

    std::filesystem::path devices_;
    int inotify_fd_;
    std::vector<std::unique_ptr<CardControl>> controls_; // in the order of the cards
    std::optional<int> card_;
};

} // namespace speaker
