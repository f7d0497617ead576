#include "platform/display_power.hpp"

#include "platform/outside.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <ext-idle-notify-v1.h>
#include <optional>
#include <output-management.h>
#include <poll.h>
#include <string_view>
#include <sys/eventfd.h>
#include <unistd.h>
#include <utility>
#include <vector>
#include <wayland-client.h>

namespace platform {

namespace {

constexpr std::uint32_t quiet_ms = 1000; // without a touch, before it is switched off
constexpr int pause_ms = 2000;           // before the same is asked again
constexpr int most_asked = 3;            // at start

// What the compositor says and nobody here needs to know.
constexpr auto ignore = [](auto...) {};

// One display, as the compositor tells of it.
struct Head {
    zwlr_output_head_v1* proxy;
    bool is_on = false;
    zwlr_output_mode_v1* mode = nullptr; // that it had when it was last on; null: the compositor tells none
    int turn = 0;                        // the same
};

} // namespace

// The displays of the compositor, and whether a hand is near. For one thread at a time.
class DisplayPower::Outputs {
public:
    Outputs();
    ~Outputs();
    Outputs(const Outputs&) = delete;
    Outputs& operator=(const Outputs&) = delete;

    bool can_be_switched() const { return manager_ != nullptr && notifier_ != nullptr && seat_ != nullptr; }
    bool are_on() const {
        return std::ranges::any_of(heads_, [](const Head& head) { return head.is_on; });
    }

    void turn(bool off); // takes the next step towards it
    void ask();          // waits until the compositor has done what it was asked so far
    bool wait(int file); // until there is news, also in `file`. False: the compositor has gone.
    bool were_touched() { return std::exchange(touched_, false); } // while they were off, since last asked

private:
    void bind(wl_registry* registry, std::uint32_t name, std::string_view interface);
    void add(zwlr_output_head_v1* proxy);
    void add(zwlr_output_mode_v1* proxy);
    void remove(zwlr_output_head_v1* proxy);
    void remove(zwlr_output_mode_v1* proxy);
    Head& of(zwlr_output_head_v1* proxy) { return *std::ranges::find(heads_, proxy, &Head::proxy); }
    void watch();
    void stop_watching();
    void switch_all(bool on);
    void answered();

    wl_display* display_;
    zwlr_output_manager_v1* manager_ = nullptr;
    ext_idle_notifier_v1* notifier_ = nullptr;
    wl_seat* seat_ = nullptr;
    std::vector<Head> heads_;
    std::uint32_t serial_ = 0; // of all that the compositor told

    bool off_ = false;                          // as wished
    ext_idle_notification_v1* watch_ = nullptr; // for hands; null: there is no need
    bool quiet_ = false;                        // none for a while
    bool touched_ = false;
    zwlr_output_configuration_v1* asked_ = nullptr; // and not answered yet
    bool paused_ = false;                           // answered, and not to be asked again at once
};

// Only a session that says it is Wayland's is asked: elsewhere the library complains on its own.
DisplayPower::Outputs::Outputs()
    : display_(std::getenv("WAYLAND_DISPLAY") == nullptr ? nullptr : wl_display_connect(nullptr)) {
    if (display_ == nullptr) return;
    static constexpr wl_registry_listener listener{
        [](void* self, wl_registry* registry, std::uint32_t name, const char* interface, std::uint32_t) {
            static_cast<Outputs*>(self)->bind(registry, name, interface);
        },
        ignore};
    wl_registry* registry = wl_display_get_registry(display_);
    wl_registry_add_listener(registry, &listener, this);
    ask(); // what there is to bind
    ask(); // what that tells of itself
    wl_registry_destroy(registry);
}

// What is bound ends with the connection, but its memory does not.
DisplayPower::Outputs::~Outputs() {
    if (display_ == nullptr) return;
    stop_watching();
    while (!heads_.empty()) remove(heads_.back().proxy);
    if (asked_ != nullptr) zwlr_output_configuration_v1_destroy(asked_);
    if (manager_ != nullptr) zwlr_output_manager_v1_destroy(manager_);
    if (notifier_ != nullptr) ext_idle_notifier_v1_destroy(notifier_);
    if (seat_ != nullptr) wl_seat_destroy(seat_);
    wl_display_disconnect(display_);
}

void DisplayPower::Outputs::bind(wl_registry* registry, std::uint32_t name, std::string_view interface) {
    const auto bound = [&](const wl_interface& wanted) { return wl_registry_bind(registry, name, &wanted, 1); };
    if (interface == wl_seat_interface.name && seat_ == nullptr)
        seat_ = static_cast<wl_seat*>(bound(wl_seat_interface));
    if (interface == ext_idle_notifier_v1_interface.name)
        notifier_ = static_cast<ext_idle_notifier_v1*>(bound(ext_idle_notifier_v1_interface));
    if (interface != zwlr_output_manager_v1_interface.name) return;
    manager_ = static_cast<zwlr_output_manager_v1*>(bound(zwlr_output_manager_v1_interface));
    static constexpr zwlr_output_manager_v1_listener listener{
        [](void* self, zwlr_output_manager_v1*, zwlr_output_head_v1* head) {
            static_cast<Outputs*>(self)->add(head);
        },
        [](void* self, zwlr_output_manager_v1*, std::uint32_t serial) {
            static_cast<Outputs*>(self)->serial_ = serial;
            static_cast<Outputs*>(self)->paused_ = false;
        },
        ignore};
    zwlr_output_manager_v1_add_listener(manager_, &listener, this);
}

void DisplayPower::Outputs::add(zwlr_output_head_v1* proxy) {
    static constexpr zwlr_output_head_v1_listener listener{
        .name = ignore,
        .description = ignore,
        .physical_size = ignore,
        .mode = [](void* self, zwlr_output_head_v1*,
                   zwlr_output_mode_v1* mode) { static_cast<Outputs*>(self)->add(mode); },
        .enabled = [](void* self, zwlr_output_head_v1* head,
                      std::int32_t enabled) { static_cast<Outputs*>(self)->of(head).is_on = enabled != 0; },
        .current_mode = [](void* self, zwlr_output_head_v1* head,
                           zwlr_output_mode_v1* mode) { static_cast<Outputs*>(self)->of(head).mode = mode; },
        .position = ignore,
        .transform = [](void* self, zwlr_output_head_v1* head,
                        std::int32_t turn) { static_cast<Outputs*>(self)->of(head).turn = turn; },
        .scale = ignore,
        .finished = [](void* self, zwlr_output_head_v1* head) { static_cast<Outputs*>(self)->remove(head); }};
    zwlr_output_head_v1_add_listener(proxy, &listener, this);
    heads_.push_back({.proxy = proxy});
}

void DisplayPower::Outputs::add(zwlr_output_mode_v1* proxy) {
    static constexpr zwlr_output_mode_v1_listener listener{
        .size = ignore,
        .refresh = ignore,
        .preferred = ignore,
        .finished = [](void* self, zwlr_output_mode_v1* mode) { static_cast<Outputs*>(self)->remove(mode); }};
    zwlr_output_mode_v1_add_listener(proxy, &listener, this);
}

void DisplayPower::Outputs::remove(zwlr_output_head_v1* proxy) {
    std::erase_if(heads_, [proxy](const Head& head) { return head.proxy == proxy; });
    zwlr_output_head_v1_destroy(proxy);
}

void DisplayPower::Outputs::remove(zwlr_output_mode_v1* proxy) {
    for (Head& head : heads_)
        if (head.mode == proxy) head.mode = nullptr;
    zwlr_output_mode_v1_destroy(proxy);
}

void DisplayPower::Outputs::turn(bool off) {
    if (off != std::exchange(off_, off)) paused_ = false;
    off ? watch() : stop_watching();
    if (off && !quiet_) return;
    if (are_on() == off && !heads_.empty() && asked_ == nullptr && !paused_) switch_all(!off);
    wl_display_flush(display_);
}

// A touch on a display that is off lands nowhere, and SDL hears nothing of it. But it ends what the compositor
// calls idling.
void DisplayPower::Outputs::watch() {
    if (watch_ != nullptr) return;
    static constexpr ext_idle_notification_v1_listener listener{
        [](void* self, ext_idle_notification_v1*) { static_cast<Outputs*>(self)->quiet_ = true; },
        [](void* self, ext_idle_notification_v1*) {
            static_cast<Outputs*>(self)->touched_ = true;
            static_cast<Outputs*>(self)->quiet_ = false;
        }};
    watch_ = ext_idle_notifier_v1_get_idle_notification(notifier_, quiet_ms, seat_);
    ext_idle_notification_v1_add_listener(watch_, &listener, this);
}

void DisplayPower::Outputs::stop_watching() {
    if (watch_ != nullptr) ext_idle_notification_v1_destroy(watch_);
    watch_ = nullptr;
    quiet_ = touched_ = false;
}

void DisplayPower::Outputs::switch_all(bool on) {
    asked_ = zwlr_output_manager_v1_create_configuration(manager_, serial_);
    constexpr auto answer = [](void* self, zwlr_output_configuration_v1*) {
        static_cast<Outputs*>(self)->answered();
    };
    static constexpr zwlr_output_configuration_v1_listener listener{answer, answer, answer};
    zwlr_output_configuration_v1_add_listener(asked_, &listener, this);
    for (const Head& head : heads_) {
        if (!on) {
            zwlr_output_configuration_v1_disable_head(asked_, head.proxy);
            continue;
        }
        auto* as_it_was = zwlr_output_configuration_v1_enable_head(asked_, head.proxy);
        if (head.mode != nullptr) zwlr_output_configuration_head_v1_set_mode(as_it_was, head.mode);
        zwlr_output_configuration_head_v1_set_transform(as_it_was, head.turn);
        zwlr_output_configuration_head_v1_destroy(as_it_was);
    }
    zwlr_output_configuration_v1_apply(asked_);
}

// Whether it worked is seen by what the displays then are. Where it did not, it is tried again.
void DisplayPower::Outputs::answered() {
    zwlr_output_configuration_v1_destroy(asked_);
    asked_ = nullptr;
    paused_ = true;
}

void DisplayPower::Outputs::ask() {
    wl_display_roundtrip(display_);
}

bool DisplayPower::Outputs::wait(int file) {
    if (wl_display_prepare_read(display_) != 0) return wl_display_dispatch_pending(display_) >= 0;
    wl_display_flush(display_);
    std::array<pollfd, 2> all{{{wl_display_get_fd(display_), POLLIN, 0}, {file, POLLIN, 0}}};
    const int heard = poll(all.data(), all.size(), paused_ ? pause_ms : -1);
    if (heard == 0) paused_ = false;
    if (heard > 0 && all[0].revents != 0) {
        if (wl_display_read_events(display_) < 0) return false;
    } else {
        wl_display_cancel_read(display_);
    }
    std::uint64_t times = 0;
    if (heard > 0 && all[1].revents != 0 && read(file, &times, sizeof times) < 0) return false;
    return wl_display_dispatch_pending(display_) >= 0;
}

std::unique_ptr<DisplayPower> DisplayPower::of_session() {
    auto outputs = std::make_unique<Outputs>();
    if (!outputs->can_be_switched()) return nullptr;
    for (int asked = 0; asked < most_asked && !outputs->are_on(); ++asked) outputs->turn(false), outputs->ask();
    return std::unique_ptr<DisplayPower>(new DisplayPower(std::move(outputs)));
}

DisplayPower::DisplayPower(std::unique_ptr<Outputs> outputs)
    : outputs_(std::move(outputs)), changed_(eventfd(0, EFD_CLOEXEC)), thread_([this] { work(); }) {}

DisplayPower::~DisplayPower() {
    ending_ = true;
    wish(false);
    thread_.join();
    outputs_->turn(false);
    outputs_->ask();
    close(changed_);
}

void DisplayPower::switch_off() {
    wish(true);
}

void DisplayPower::switch_on() {
    wish(false);
}

void DisplayPower::wish(bool off) {
    off_ = off;
    eventfd_write(changed_, 1);
}

void DisplayPower::work() {
    while (!ending_ && outputs_->wait(changed_)) {
        if (outputs_->were_touched()) {
            off_ = false;
            touched_ = true;
            wake_loop();
        }
        outputs_->turn(off_);
    }
}

} // namespace platform
