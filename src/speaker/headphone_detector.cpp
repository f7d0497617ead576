#include "speaker/headphone_detector.hpp"

#include "speaker/headphone_rules.hpp"
#include "speaker/mixer.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>
#include <string>
#include <string_view>
#include <sys/inotify.h>
#include <unistd.h>
#include <utility>

namespace speaker {

namespace {

// Returns 1 for "controlC1", and nullopt for other device files.
std::optional<int> card_index_of(std::string_view file_name) {
    constexpr std::string_view prefix = "controlC";
    if (!file_name.starts_with(prefix)) return std::nullopt;
    file_name.remove_prefix(prefix.size());
    int index = 0;
    const auto [end, error] =
        std::from_chars(file_name.data(), file_name.data() + file_name.size(), index);
    const bool is_number = error == std::errc() && end == file_name.data() + file_name.size();
    return is_number ? std::optional(index) : std::nullopt;
}

std::vector<int> list_cards(const std::filesystem::path& devices) {
    std::vector<int> indices;
    std::error_code ignored; // a folder that does not exist has no cards
    for (const auto& entry : std::filesystem::directory_iterator(devices, ignored))
        if (const auto index = card_index_of(entry.path().filename().string()))
            indices.push_back(*index);
    std::ranges::sort(indices);
    return indices;
}

} // namespace

HeadphoneDetector::HeadphoneDetector(std::filesystem::path devices)
    : devices_(std::move(devices)), inotify_fd_(inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
    turn_off_alsa_messages();
    if (inotify_fd_ < 0) throw std::runtime_error("cannot watch the folder of the sound cards");
    watch_folders();
    open_new_cards();
    card_ = find_card();
}

HeadphoneDetector::~HeadphoneDetector() {
    close(inotify_fd_);
}

// A folder that is watched already stays so. udev changes the permissions of a new device file
// after it appears.
void HeadphoneDetector::watch_folders() {
    inotify_add_watch(inotify_fd_, devices_.parent_path().c_str(), IN_CREATE | IN_ONLYDIR);
    inotify_add_watch(inotify_fd_, devices_.c_str(),
                      IN_CREATE | IN_DELETE | IN_ATTRIB | IN_ONLYDIR);
}

bool HeadphoneDetector::consume_folder_events() {
    alignas(inotify_event) char events[4096];
    bool has_changed = false;
    while (read(inotify_fd_, events, sizeof events) > 0) has_changed = true;
    return has_changed;
}

// A card that is gone reports it itself. Its index may be that of another card by now.
void HeadphoneDetector::open_new_cards() {
    const std::vector<int> indices = list_cards(devices_);
    std::erase_if(controls_, [&](const auto& control) {
        return std::ranges::find(indices, control->card_index()) == indices.end();
    });
    for (const int index : indices) {
        if (std::ranges::find(controls_, index, &CardControl::card_index) != controls_.end())
            continue;
        if (auto control = CardControl::open(index)) {
            set_mixer(index, control->is_usb());
            controls_.push_back(std::move(control));
        }
    }
    std::ranges::sort(controls_, {}, &CardControl::card_index);
}

bool HeadphoneDetector::has_playback(int card_index) const {
    std::error_code ignored; // counts as none
    return exists(devices_ / ("pcmC" + std::to_string(card_index) + "D0p"), ignored);
}

std::optional<int> HeadphoneDetector::find_card() const {
    for (const auto& control : controls_) {
        const SoundCard card{control->card_index(), control->is_usb(),
                             has_playback(control->card_index()), control->is_jack_in_use()};
        if (has_headphones(card)) return card.index;
    }
    return std::nullopt;
}

std::vector<pollfd> HeadphoneDetector::poll_descriptors() const {
    std::vector<pollfd> descriptors{{inotify_fd_, POLLIN, 0}};
    for (const auto& control : controls_) control->add_poll_descriptors(descriptors);
    return descriptors;
}

void HeadphoneDetector::update() {
    const bool is_card_gone =
        std::erase_if(controls_, [](const auto& control) { return !control->update(); }) > 0;
    if (consume_folder_events() || is_card_gone) {
        watch_folders();
        open_new_cards();
    }
    card_ = find_card();
}

} // namespace speaker
