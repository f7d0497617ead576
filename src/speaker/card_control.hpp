// The ALSA controls of one sound card: which jacks it has, and what is plugged in.
#pragma once

#include <memory>
#include <optional>
#include <poll.h>
#include <vector>

typedef struct _snd_ctl snd_ctl_t;

namespace speaker {

// ALSA prints a message whenever a card is missing. The journal would then tell when headphones
// were plugged in, and thus when somebody listened.
void turn_off_alsa_messages();

class CardControl {
public:
    // Returns nullptr if the card cannot be opened: it is gone, or udev has not yet given access.
    static std::unique_ptr<CardControl> open(int card_index);
    ~CardControl();
    CardControl(const CardControl&) = delete;
    CardControl& operator=(const CardControl&) = delete;

    int card_index() const { return card_index_; }
    bool is_usb() const { return is_usb_; }

    // Whether something is plugged into a headphone jack; unset if the card cannot tell.
    std::optional<bool> is_jack_in_use() const { return is_jack_in_use_; }

    // Adds what to wait for until a jack changes.
    void add_poll_descriptors(std::vector<pollfd>& descriptors) const;

    // Reads what has changed, without waiting. Returns false if the card is gone.
    bool update();

private:
    CardControl(snd_ctl_t* control, int card_index);
    void read_jacks();

    snd_ctl_t* control_;
    int card_index_;
    bool is_usb_ = false;
    std::optional<bool> is_jack_in_use_;
};

} // namespace speaker
