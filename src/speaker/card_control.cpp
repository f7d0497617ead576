#include "speaker/card_control.hpp"

#include "speaker/headphone_rules.hpp"

#include <alsa/asoundlib.h>
#include <cerrno>
#include <string>
#include <string_view>

namespace speaker {

namespace {

// Returns nullopt if it is no headphone jack, or cannot be read.
std::optional<bool> read_jack(snd_ctl_t* control, const snd_ctl_elem_list_t* list, unsigned index,
                              bool is_usb) {
    if (snd_ctl_elem_list_get_interface(list, index) != SND_CTL_ELEM_IFACE_CARD ||
        !is_headphone_jack(snd_ctl_elem_list_get_name(list, index), is_usb))
        return std::nullopt;
    snd_ctl_elem_id_t* id = nullptr;
    snd_ctl_elem_id_alloca(&id);
    snd_ctl_elem_list_get_id(list, index, id);
    snd_ctl_elem_info_t* info = nullptr;
    snd_ctl_elem_info_alloca(&info);
    snd_ctl_elem_info_set_id(info, id);
    snd_ctl_elem_value_t* value = nullptr;
    snd_ctl_elem_value_alloca(&value);
    snd_ctl_elem_value_set_id(value, id);
    if (snd_ctl_elem_info(control, info) < 0 ||
        snd_ctl_elem_info_get_type(info) != SND_CTL_ELEM_TYPE_BOOLEAN ||
        snd_ctl_elem_read(control, value) < 0)
        return std::nullopt;
    return snd_ctl_elem_value_get_boolean(value, 0) != 0;
}

bool is_usb_card(snd_ctl_t* control) {
    snd_ctl_card_info_t* info = nullptr;
    snd_ctl_card_info_alloca(&info);
    return snd_ctl_card_info(control, info) == 0 &&
           std::string_view(snd_ctl_card_info_get_driver(info)) == "USB-Audio";
}

void ignore_message(const char*, int, const char*, int, const char*, ...) {}

} // namespace

void turn_off_alsa_messages() {
    snd_lib_error_set_handler(ignore_message);
}

std::unique_ptr<CardControl> CardControl::open(int card_index) {
    snd_ctl_t* control = nullptr;
    const std::string name = "hw:" + std::to_string(card_index);
    if (snd_ctl_open(&control, name.c_str(), SND_CTL_NONBLOCK) < 0) return nullptr;
    std::unique_ptr<CardControl> card(new CardControl(control, card_index));
    // Without its events, headphones that are pulled out would go unnoticed.
    return snd_ctl_subscribe_events(control, 1) < 0 ? nullptr : std::move(card);
}

CardControl::CardControl(snd_ctl_t* control, int card_index)
    : control_(control), card_index_(card_index), is_usb_(is_usb_card(control)) {
    read_jacks();
}

CardControl::~CardControl() {
    snd_ctl_close(control_);
}

void CardControl::read_jacks() {
    is_jack_in_use_.reset();
    snd_ctl_elem_list_t* list = nullptr;
    snd_ctl_elem_list_alloca(&list);
    if (snd_ctl_elem_list(control_, list) < 0 ||
        snd_ctl_elem_list_alloc_space(list, snd_ctl_elem_list_get_count(list)) < 0)
        return;
    if (snd_ctl_elem_list(control_, list) == 0) {
        for (unsigned i = 0; i < snd_ctl_elem_list_get_used(list); ++i)
            if (const auto is_in_use = read_jack(control_, list, i, is_usb_))
                is_jack_in_use_ = is_jack_in_use_.value_or(false) || *is_in_use;
    }
    snd_ctl_elem_list_free_space(list);
}

void CardControl::add_poll_descriptors(std::vector<pollfd>& descriptors) const {
    const int count = snd_ctl_poll_descriptors_count(control_);
    if (count <= 0) return;
    const std::size_t old_size = descriptors.size();
    descriptors.resize(old_size + static_cast<std::size_t>(count));
    snd_ctl_poll_descriptors(control_, &descriptors[old_size], static_cast<unsigned>(count));
}

bool CardControl::update() {
    snd_ctl_event_t* event = nullptr;
    snd_ctl_event_alloca(&event);
    bool has_changed = false;
    int result = 0;
    while ((result = snd_ctl_read(control_, event)) > 0) has_changed = true;
    if (result < 0 && result != -EAGAIN) return false;
    if (has_changed) read_jacks();
    return true;
}

} // namespace speaker
