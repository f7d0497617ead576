// A sound card for tests: a plug-in of ALSA, with a headphone jack, a mixer and a playback device
// that needs as long as real ones. Its configuration names a `folder` and the index of a `card`.
// In the folder, the file controlCN is what the card is: "HDA 1" is a card with something in its
// jack, "HDA 0" with an empty jack, "HDA -" without a jack, and "USB-Audio -" an adapter. Without
// the file the card is gone. The plug-in writes there what can be heard (heardN: 16 bits, left and
// right), how the mixer was set (mixerN), and playingN exists while the card is open.
#define PIC // otherwise ALSA's headers do not export the functions that it looks for

#include <algorithm>
#include <alsa/asoundlib.h>
#include <alsa/control_external.h>
#include <alsa/pcm_external.h>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <sys/inotify.h>
#include <sys/timerfd.h>
#include <unistd.h>
#include <vector>

namespace {

struct CardFiles {
    std::filesystem::path folder;
    std::string card;

    std::filesystem::path file(const std::string& name) const { return folder / (name + card); }
};

CardFiles read_configuration(snd_config_t* configuration) {
    CardFiles files;
    const char* text = nullptr;
    snd_config_t* node = nullptr;
    if (snd_config_search(configuration, "folder", &node) == 0 &&
        snd_config_get_string(node, &text) == 0)
        files.folder = text;
    long index = 0;
    if (snd_config_search(configuration, "card", &node) < 0) return files;
    if (snd_config_get_string(node, &text) == 0) files.card = text;
    if (snd_config_get_integer(node, &index) == 0) files.card = std::to_string(index);
    return files;
}

// The controls.

struct Control {
    snd_ctl_elem_iface_t interface;
    const char* name;
    snd_ctl_elem_type_t type;
};
constexpr std::array<Control, 4> controls{
    {{SND_CTL_ELEM_IFACE_MIXER, "Headphone Playback Switch", SND_CTL_ELEM_TYPE_BOOLEAN},
     {SND_CTL_ELEM_IFACE_MIXER, "Headphone Playback Volume", SND_CTL_ELEM_TYPE_INTEGER},
     {SND_CTL_ELEM_IFACE_MIXER, "Speaker Playback Switch", SND_CTL_ELEM_TYPE_BOOLEAN},
     {SND_CTL_ELEM_IFACE_CARD, "Headphone Jack", SND_CTL_ELEM_TYPE_BOOLEAN}}};
constexpr snd_ctl_ext_key_t jack = controls.size() - 1;

struct FakeControl {
    snd_ctl_ext_t plug_in{};
    CardFiles files;
    std::string driver;
    std::array<long, controls.size()> values{0, 100, 1, 0}; // headphones muted, speaker on
    int inotify_fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);

    ~FakeControl() { close(inotify_fd); }
    FakeControl() = default;
    FakeControl(const FakeControl&) = delete;
    FakeControl& operator=(const FakeControl&) = delete;

    // Returns what is in the jack: '0', '1', or '-' without a jack. Returns 0 if the card is gone.
    char read_jack() {
        std::ifstream file(this->files.file("controlC"));
        char state = 0;
        return file >> driver >> state ? state : char{0};
    }
};

FakeControl& control_of(snd_ctl_ext_t* plug_in) {
    return *static_cast<FakeControl*>(plug_in->private_data);
}

void close_control(snd_ctl_ext_t* plug_in) {
    delete &control_of(plug_in);
}

int control_count(snd_ctl_ext_t* plug_in) {
    return static_cast<int>(controls.size()) - (control_of(plug_in).read_jack() == '-' ? 1 : 0);
}

int list_control(snd_ctl_ext_t*, unsigned offset, snd_ctl_elem_id_t* id) {
    snd_ctl_elem_id_set_interface(id, controls.at(offset).interface);
    snd_ctl_elem_id_set_name(id, controls.at(offset).name);
    return 0;
}

snd_ctl_ext_key_t find_control(snd_ctl_ext_t*, const snd_ctl_elem_id_t* id) {
    const std::string_view name = snd_ctl_elem_id_get_name(id);
    for (std::size_t key = 0; key < controls.size(); ++key)
        if (name == controls.at(key).name) return key;
    return SND_CTL_EXT_KEY_NOT_FOUND;
}

int control_attribute(snd_ctl_ext_t*, snd_ctl_ext_key_t key, int* type, unsigned* access,
                      unsigned* count) {
    *type = controls.at(key).type;
    *access = SND_CTL_EXT_ACCESS_READ | (key == jack ? 0 : SND_CTL_EXT_ACCESS_WRITE);
    *count = 1;
    return 0;
}

int control_range(snd_ctl_ext_t*, snd_ctl_ext_key_t, long* min, long* max, long* step) {
    *min = 0, *max = 100, *step = 1;
    return 0;
}

int read_control(snd_ctl_ext_t* plug_in, snd_ctl_ext_key_t key, long* value) {
    FakeControl& control = control_of(plug_in);
    const char state = control.read_jack();
    *value = key == jack ? state == '1' : control.values.at(key);
    return state == 0 ? -ENODEV : 0;
}

int write_control(snd_ctl_ext_t* plug_in, snd_ctl_ext_key_t key, long* value) {
    FakeControl& control = control_of(plug_in);
    control.values.at(key) = *value;
    std::ofstream(control.files.file("mixer"), std::ios::app)
        << controls.at(key).name << ' ' << *value << '\n';
    return 1;
}

int read_control_event(snd_ctl_ext_t* plug_in, snd_ctl_elem_id_t* id, unsigned* mask) {
    FakeControl& control = control_of(plug_in);
    alignas(inotify_event) std::array<char, 4096> events{};
    const bool has_changed = read(control.inotify_fd, events.data(), events.size()) > 0;
    if (control.read_jack() == 0) return -ENODEV;
    if (!has_changed) return -EAGAIN;
    list_control(plug_in, jack, id);
    *mask = SND_CTL_EVENT_MASK_VALUE;
    return 1;
}

constexpr snd_ctl_ext_callback_t make_control_callbacks() {
    snd_ctl_ext_callback_t callbacks{};
    callbacks.close = close_control;
    callbacks.elem_count = control_count;
    callbacks.elem_list = list_control;
    callbacks.find_elem = find_control;
    callbacks.get_attribute = control_attribute;
    callbacks.get_integer_info = control_range;
    callbacks.read_integer = read_control;
    callbacks.write_integer = write_control;
    callbacks.read_event = read_control_event;
    return callbacks;
}

int open_control(snd_ctl_t** handle, const char* name, snd_config_t* configuration, int mode) {
    static constexpr snd_ctl_ext_callback_t callbacks = make_control_callbacks();
    auto control = std::make_unique<FakeControl>();
    control->files = read_configuration(configuration);
    const auto file = control->files.file("controlC");
    if (control->read_jack() == 0) return -ENODEV;
    inotify_add_watch(control->inotify_fd, file.c_str(), IN_MODIFY | IN_ATTRIB | IN_DELETE_SELF);
    snd_ctl_ext_t& plug_in = control->plug_in;
    plug_in.version = SND_CTL_EXT_VERSION;
    control->driver.copy(plug_in.driver, sizeof plug_in.driver - 1);
    plug_in.poll_fd = control->inotify_fd;
    plug_in.callback = &callbacks;
    plug_in.private_data = control.get();
    const int result = snd_ctl_ext_create(&plug_in, name, mode);
    if (result < 0) return result;
    *handle = control.release()->plug_in.handle;
    return 0;
}

// The playback device.

struct FakePlayback {
    snd_pcm_ioplug_t plug_in{};
    CardFiles files;
    int timer_fd = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
    std::vector<std::int16_t> waiting; // written, and not yet heard
    std::size_t heard_frames = 0;
    std::chrono::steady_clock::time_point heard_until;
    bool is_running = false;

    FakePlayback() = default;
    FakePlayback(const FakePlayback&) = delete;
    FakePlayback& operator=(const FakePlayback&) = delete;

    ~FakePlayback() {
        close(timer_fd);
        remove(files.file("playing"));
    }

    // Hears what fits in the time since the last call.
    void advance() {
        std::uint64_t expirations = 0;
        [[maybe_unused]] const auto ignored = read(timer_fd, &expirations, sizeof expirations);
        if (!is_running) return;
        const std::chrono::nanoseconds frame(1'000'000'000 / plug_in.rate);
        const auto elapsed = std::chrono::steady_clock::now() - heard_until;
        const auto count =
            std::min(static_cast<std::size_t>(elapsed / frame), waiting.size() / plug_in.channels);
        const auto end = static_cast<std::ptrdiff_t>(count * plug_in.channels);
        std::ofstream(files.file("heard"), std::ios::app | std::ios::binary)
            .write(reinterpret_cast<const char*>(waiting.data()), end * 2);
        waiting.erase(waiting.begin(), waiting.begin() + end);
        heard_frames += count;
        heard_until += elapsed / frame * frame;
    }
};

FakePlayback& playback_of(snd_pcm_ioplug_t* plug_in) {
    return *static_cast<FakePlayback*>(plug_in->private_data);
}

int start_playback(snd_pcm_ioplug_t* plug_in) {
    FakePlayback& playback = playback_of(plug_in);
    playback.heard_until = std::chrono::steady_clock::now();
    playback.is_running = true;
    return 0;
}

int stop_playback(snd_pcm_ioplug_t* plug_in) {
    FakePlayback& playback = playback_of(plug_in);
    playback.advance();
    playback.is_running = false;
    playback.waiting.clear();
    return 0;
}

snd_pcm_sframes_t playback_position(snd_pcm_ioplug_t* plug_in) {
    FakePlayback& playback = playback_of(plug_in);
    playback.advance();
    return static_cast<snd_pcm_sframes_t>(playback.heard_frames % plug_in->buffer_size);
}

snd_pcm_sframes_t write_playback(snd_pcm_ioplug_t* plug_in, const snd_pcm_channel_area_t* areas,
                                 snd_pcm_uframes_t offset, snd_pcm_uframes_t size) {
    const auto* const samples = static_cast<const std::int16_t*>(areas->addr);
    const auto channels = plug_in->channels;
    FakePlayback& playback = playback_of(plug_in);
    playback.waiting.insert(playback.waiting.end(), samples + offset * channels,
                            samples + (offset + size) * channels);
    return static_cast<snd_pcm_sframes_t>(size);
}

int prepare_playback(snd_pcm_ioplug_t* plug_in) {
    playback_of(plug_in).heard_frames = 0;
    playback_of(plug_in).waiting.clear();
    return 0;
}

int close_playback(snd_pcm_ioplug_t* plug_in) {
    delete &playback_of(plug_in);
    return 0;
}

constexpr snd_pcm_ioplug_callback_t make_playback_callbacks() {
    snd_pcm_ioplug_callback_t callbacks{};
    callbacks.start = start_playback;
    callbacks.stop = stop_playback;
    callbacks.pointer = playback_position;
    callbacks.transfer = write_playback;
    callbacks.prepare = prepare_playback;
    callbacks.close = close_playback;
    return callbacks;
}

void limit_parameters(snd_pcm_ioplug_t& plug_in) {
    // ALSA changes the sample rate only for cards that can share their memory.
    constexpr std::array<unsigned, 2> access{SND_PCM_ACCESS_RW_INTERLEAVED,
                                             SND_PCM_ACCESS_MMAP_INTERLEAVED};
    constexpr std::array<unsigned, 1> format{SND_PCM_FORMAT_S16_LE};
    snd_pcm_ioplug_set_param_list(&plug_in, SND_PCM_IOPLUG_HW_ACCESS, 2, access.data());
    snd_pcm_ioplug_set_param_list(&plug_in, SND_PCM_IOPLUG_HW_FORMAT, 1, format.data());
    snd_pcm_ioplug_set_param_minmax(&plug_in, SND_PCM_IOPLUG_HW_CHANNELS, 2, 2);
    snd_pcm_ioplug_set_param_minmax(&plug_in, SND_PCM_IOPLUG_HW_RATE, 48000, 48000);
    snd_pcm_ioplug_set_param_minmax(&plug_in, SND_PCM_IOPLUG_HW_PERIOD_BYTES, 256, 65536);
    snd_pcm_ioplug_set_param_minmax(&plug_in, SND_PCM_IOPLUG_HW_BUFFER_BYTES, 1024, 262144);
}

int open_playback(snd_pcm_t** handle, const char* name, snd_config_t* configuration,
                  snd_pcm_stream_t stream, int mode) {
    static constexpr snd_pcm_ioplug_callback_t callbacks = make_playback_callbacks();
    auto playback = std::make_unique<FakePlayback>();
    playback->files = read_configuration(configuration);
    if (!exists(playback->files.file("controlC"))) return -ENODEV;
    std::ofstream(playback->files.file("playing")) << '\n';
    constexpr timespec interval{0, 5'000'000};
    const itimerspec timer{interval, interval};
    timerfd_settime(playback->timer_fd, 0, &timer, nullptr);
    snd_pcm_ioplug_t& plug_in = playback->plug_in;
    plug_in.version = SND_PCM_IOPLUG_VERSION;
    plug_in.name = "sound card for tests";
    plug_in.poll_fd = playback->timer_fd;
    plug_in.poll_events = POLLIN;
    plug_in.mmap_rw = 1;
    plug_in.callback = &callbacks;
    plug_in.private_data = playback.get();
    const int result = snd_pcm_ioplug_create(&plug_in, name, stream, mode);
    if (result < 0) return result;
    limit_parameters(plug_in);
    *handle = playback.release()->plug_in.pcm;
    return 0;
}

} // namespace

extern "C" {

SND_CTL_PLUGIN_DEFINE_FUNC(fake_sound_card) {
    static_cast<void>(root);
    return open_control(handlep, name, conf, mode);
}
SND_CTL_PLUGIN_SYMBOL(fake_sound_card)

SND_PCM_PLUGIN_DEFINE_FUNC(fake_sound_card) {
    static_cast<void>(root);
    return open_playback(pcmp, name, conf, stream, mode);
}
SND_PCM_PLUGIN_SYMBOL(fake_sound_card)

} // extern "C"
