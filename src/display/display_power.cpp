#include "display/display_power.hpp"

#include "os/wakeup.hpp"

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

namespace display {

namespace {

// The time without a touch before the display is switched off.
constexpr std::uint32_t idle_timeout_ms = 1000;
// The time before a request that the compositor has answered without effect is repeated.
constexpr int retry_interval_ms = 2000;
// The attempts to switch the displays on when the program starts and ends.
constexpr int max_attempts = 3;

// The listener for events that are not needed.
constexpr auto ignore = [](auto...) {};

// A display in the terms of the protocol wlr-output-management.
struct Head {
    zwlr_output_head_v1* proxy;
    bool is_on = false;
    // Whether it was on when the displays were switched off. The compositor may keep one display on
    // and the others off, and the kiosk must not be spread over those.
    bool was_on = false;
    // The mode when the display was last on. Null if the compositor reports no mode.
    zwlr_output_mode_v1* mode = nullptr;
    // The rotation when the display was last on, a value of wl_output.transform.
    int transform = 0;
};

} // namespace

// Switches the displays of the compositor, and reports touches while they are off. It is not
// thread-safe.
class DisplayPower::WaylandOutputs {
public:
    WaylandOutputs();
    ~WaylandOutputs();
    WaylandOutputs(const WaylandOutputs&) = delete;
    WaylandOutputs& operator=(const WaylandOutputs&) = delete;

    bool can_switch() const {
        return manager_ != nullptr && notifier_ != nullptr && seat_ != nullptr;
    }
    bool is_any_on() const {
        return std::ranges::any_of(heads_, [](const Head& head) { return head.is_on; });
    }

    // Sends the next request that is needed to switch the displays on or off, if there is one. Call
    // it after each wait() until the displays have changed.
    void set_power(bool is_on);
    // Switches the displays on, unless one is on, and waits until they are.
    void switch_on_and_wait();
    // Waits for an event of the compositor, for the eventfd, or until a request can be repeated.
    // Returns false if the connection to the compositor is lost.
    bool wait(int wakeup_fd);
    // Returns whether there was a touch since the last call while the displays were off or about to
    // be switched off.
    bool consume_touch() { return std::exchange(was_touched_, false); }

private:
    void bind(wl_registry* registry, std::uint32_t name, std::string_view interface);
    // Waits until the compositor has handled all requests so far, and takes its answers.
    void roundtrip();
    void add(zwlr_output_head_v1* proxy);
    void add(zwlr_output_mode_v1* proxy);
    void remove(zwlr_output_head_v1* proxy);
    void remove(zwlr_output_mode_v1* proxy);
    Head& find_head(zwlr_output_head_v1* proxy) {
        return *std::ranges::find(heads_, proxy, &Head::proxy);
    }
    void watch_for_touch();
    void stop_watching();
    void switch_all(bool is_on);
    bool should_be_on(const Head& head, bool is_on) const;
    void on_configured();

    wl_display* display_;
    zwlr_output_manager_v1* manager_ = nullptr;
    ext_idle_notifier_v1* notifier_ = nullptr;
    wl_seat* seat_ = nullptr;
    std::vector<Head> heads_;
    std::vector<zwlr_output_mode_v1*> modes_; // of all heads
    // The serial of the newest state of the displays. A configuration must refer to it.
    std::uint32_t serial_ = 0;

    bool is_on_requested_ = true;
    // Reports touches. Null while the displays should be on.
    ext_idle_notification_v1* idle_notification_ = nullptr;
    // There was no touch during the idle timeout.
    bool is_idle_ = false;
    bool was_touched_ = false;
    // The request that the compositor has not answered yet, or null, and what it asks for.
    zwlr_output_configuration_v1* pending_configuration_ = nullptr;
    bool is_on_pending_ = false;
    // A request has been answered, and must not be repeated before the retry interval is over.
    bool is_waiting_to_retry_ = false;
};

// Connects only if the session has a Wayland display. Otherwise the library would print an error.
DisplayPower::WaylandOutputs::WaylandOutputs()
    : display_(std::getenv("WAYLAND_DISPLAY") == nullptr ? nullptr : wl_display_connect(nullptr)) {
    if (display_ == nullptr) return;
    static constexpr wl_registry_listener listener{
        [](void* self, wl_registry* registry, std::uint32_t name, const char* interface,
           std::uint32_t) { static_cast<WaylandOutputs*>(self)->bind(registry, name, interface); },
        ignore};
    wl_registry* registry = wl_display_get_registry(display_);
    wl_registry_add_listener(registry, &listener, this);
    roundtrip(); // receives the list of interfaces, and binds to those that are needed
    roundtrip(); // receives the state of the bound objects
    wl_registry_destroy(registry);
}

// The connection ends the bound objects, but does not free their memory.
DisplayPower::WaylandOutputs::~WaylandOutputs() {
    if (display_ == nullptr) return;
    stop_watching();
    while (!heads_.empty()) remove(heads_.back().proxy);
    while (!modes_.empty()) remove(modes_.back());
    if (pending_configuration_ != nullptr)
        zwlr_output_configuration_v1_destroy(pending_configuration_);
    if (manager_ != nullptr) zwlr_output_manager_v1_destroy(manager_);
    if (notifier_ != nullptr) ext_idle_notifier_v1_destroy(notifier_);
    if (seat_ != nullptr) wl_seat_destroy(seat_);
    wl_display_disconnect(display_);
}

void DisplayPower::WaylandOutputs::bind(wl_registry* registry, std::uint32_t name,
                                        std::string_view interface) {
    const auto bound = [&](const wl_interface& wanted) {
        return wl_registry_bind(registry, name, &wanted, 1);
    };
    if (interface == wl_seat_interface.name && seat_ == nullptr)
        seat_ = static_cast<wl_seat*>(bound(wl_seat_interface));
    if (interface == ext_idle_notifier_v1_interface.name)
        notifier_ = static_cast<ext_idle_notifier_v1*>(bound(ext_idle_notifier_v1_interface));
    if (interface != zwlr_output_manager_v1_interface.name) return;
    manager_ = static_cast<zwlr_output_manager_v1*>(bound(zwlr_output_manager_v1_interface));
    static constexpr zwlr_output_manager_v1_listener listener{
        [](void* self, zwlr_output_manager_v1*, zwlr_output_head_v1* head) {
            static_cast<WaylandOutputs*>(self)->add(head);
        },
        [](void* self, zwlr_output_manager_v1*, std::uint32_t serial) {
            static_cast<WaylandOutputs*>(self)->serial_ = serial;
            static_cast<WaylandOutputs*>(self)->is_waiting_to_retry_ = false;
        },
        ignore};
    zwlr_output_manager_v1_add_listener(manager_, &listener, this);
}

void DisplayPower::WaylandOutputs::add(zwlr_output_head_v1* proxy) {
    static constexpr zwlr_output_head_v1_listener listener{
        .name = ignore,
        .description = ignore,
        .physical_size = ignore,
        .mode = [](void* self, zwlr_output_head_v1*,
                   zwlr_output_mode_v1* mode) { static_cast<WaylandOutputs*>(self)->add(mode); },
        .enabled =
            [](void* self, zwlr_output_head_v1* head, std::int32_t enabled) {
                static_cast<WaylandOutputs*>(self)->find_head(head).is_on = enabled != 0;
            },
        .current_mode =
            [](void* self, zwlr_output_head_v1* head, zwlr_output_mode_v1* mode) {
                static_cast<WaylandOutputs*>(self)->find_head(head).mode = mode;
            },
        .position = ignore,
        .transform =
            [](void* self, zwlr_output_head_v1* head, std::int32_t transform) {
                static_cast<WaylandOutputs*>(self)->find_head(head).transform = transform;
            },
        .scale = ignore,
        .finished =
            [](void* self, zwlr_output_head_v1* head) {
                static_cast<WaylandOutputs*>(self)->remove(head);
            }};
    zwlr_output_head_v1_add_listener(proxy, &listener, this);
    heads_.push_back({.proxy = proxy});
}

void DisplayPower::WaylandOutputs::add(zwlr_output_mode_v1* proxy) {
    static constexpr zwlr_output_mode_v1_listener listener{
        .size = ignore,
        .refresh = ignore,
        .preferred = ignore,
        .finished = [](void* self, zwlr_output_mode_v1* mode) {
            static_cast<WaylandOutputs*>(self)->remove(mode);
        }};
    zwlr_output_mode_v1_add_listener(proxy, &listener, this);
    modes_.push_back(proxy);
}

void DisplayPower::WaylandOutputs::remove(zwlr_output_head_v1* proxy) {
    std::erase_if(heads_, [proxy](const Head& head) { return head.proxy == proxy; });
    zwlr_output_head_v1_destroy(proxy);
}

void DisplayPower::WaylandOutputs::remove(zwlr_output_mode_v1* proxy) {
    for (Head& head : heads_)
        if (head.mode == proxy) head.mode = nullptr;
    std::erase(modes_, proxy);
    zwlr_output_mode_v1_destroy(proxy);
}

void DisplayPower::WaylandOutputs::set_power(bool is_on) {
    if (is_on != std::exchange(is_on_requested_, is_on)) is_waiting_to_retry_ = false;
    is_on ? stop_watching() : watch_for_touch();
    if (!is_on && !is_idle_) return;
    if (is_any_on() != is_on && !heads_.empty() && pending_configuration_ == nullptr &&
        !is_waiting_to_retry_)
        switch_all(is_on);
    wl_display_flush(display_);
}

// SDL receives no touch on a display that is off, because no window is on that display. But a touch
// ends the idle state of the compositor, which the protocol ext-idle-notify reports.
void DisplayPower::WaylandOutputs::watch_for_touch() {
    if (idle_notification_ != nullptr) return;
    static constexpr ext_idle_notification_v1_listener listener{
        [](void* self, ext_idle_notification_v1*) {
            static_cast<WaylandOutputs*>(self)->is_idle_ = true;
        },
        [](void* self, ext_idle_notification_v1*) {
            static_cast<WaylandOutputs*>(self)->was_touched_ = true;
            static_cast<WaylandOutputs*>(self)->is_idle_ = false;
        }};
    idle_notification_ =
        ext_idle_notifier_v1_get_idle_notification(notifier_, idle_timeout_ms, seat_);
    ext_idle_notification_v1_add_listener(idle_notification_, &listener, this);
}

void DisplayPower::WaylandOutputs::stop_watching() {
    if (idle_notification_ != nullptr) ext_idle_notification_v1_destroy(idle_notification_);
    idle_notification_ = nullptr;
    is_idle_ = was_touched_ = false;
}

void DisplayPower::WaylandOutputs::switch_all(bool is_on) {
    is_on_pending_ = is_on;
    pending_configuration_ = zwlr_output_manager_v1_create_configuration(manager_, serial_);
    constexpr auto on_result = [](void* self, zwlr_output_configuration_v1*) {
        static_cast<WaylandOutputs*>(self)->on_configured();
    };
    static constexpr zwlr_output_configuration_v1_listener listener{on_result, on_result,
                                                                    on_result};
    zwlr_output_configuration_v1_add_listener(pending_configuration_, &listener, this);
    if (!is_on)
        for (Head& head : heads_) head.was_on = head.is_on;
    for (const Head& head : heads_) {
        if (!should_be_on(head, is_on)) {
            zwlr_output_configuration_v1_disable_head(pending_configuration_, head.proxy);
            continue;
        }
        auto* head_configuration =
            zwlr_output_configuration_v1_enable_head(pending_configuration_, head.proxy);
        if (head.mode != nullptr)
            zwlr_output_configuration_head_v1_set_mode(head_configuration, head.mode);
        zwlr_output_configuration_head_v1_set_transform(head_configuration, head.transform);
        zwlr_output_configuration_head_v1_destroy(head_configuration);
    }
    zwlr_output_configuration_v1_apply(pending_configuration_);
}

// If it is unknown which display was on, because they were off when the program started, this is
// the one that was announced last.
bool DisplayPower::WaylandOutputs::should_be_on(const Head& head, bool is_on) const {
    const bool is_known = std::ranges::any_of(heads_, &Head::was_on);
    return is_on && (is_known ? head.was_on : head.proxy == heads_.back().proxy);
}

// Handles all three answers alike. If the displays were switched, their events have already changed
// the heads. If not, the request is repeated after the retry interval. A request that is no longer
// wanted is followed by the opposite one at once.
void DisplayPower::WaylandOutputs::on_configured() {
    zwlr_output_configuration_v1_destroy(pending_configuration_);
    pending_configuration_ = nullptr;
    is_waiting_to_retry_ = is_on_pending_ == is_on_requested_;
}

void DisplayPower::WaylandOutputs::roundtrip() {
    wl_display_roundtrip(display_);
}

// The first round trip takes the answer to a request that may have switched the displays off.
void DisplayPower::WaylandOutputs::switch_on_and_wait() {
    is_on_requested_ = true;
    roundtrip();
    for (int attempt = 0; attempt < max_attempts && !is_any_on(); ++attempt) {
        is_waiting_to_retry_ = false;
        set_power(true);
        roundtrip();
    }
}

bool DisplayPower::WaylandOutputs::wait(int wakeup_fd) {
    if (wl_display_prepare_read(display_) != 0) return wl_display_dispatch_pending(display_) >= 0;
    wl_display_flush(display_);
    std::array<pollfd, 2> descriptors{
        {{wl_display_get_fd(display_), POLLIN, 0}, {wakeup_fd, POLLIN, 0}}};
    const int ready_count =
        poll(descriptors.data(), descriptors.size(), is_waiting_to_retry_ ? retry_interval_ms : -1);
    if (ready_count == 0) is_waiting_to_retry_ = false;
    if (ready_count > 0 && descriptors[0].revents != 0) {
        if (wl_display_read_events(display_) < 0) return false;
    } else {
        wl_display_cancel_read(display_);
    }
    std::uint64_t wakeup_count = 0;
    if (ready_count > 0 && descriptors[1].revents != 0 &&
        read(wakeup_fd, &wakeup_count, sizeof wakeup_count) < 0)
        return false;
    return wl_display_dispatch_pending(display_) >= 0;
}

std::unique_ptr<DisplayPower> DisplayPower::create() {
    auto outputs = std::make_unique<WaylandOutputs>();
    if (!outputs->can_switch()) return nullptr;
    outputs->switch_on_and_wait();
    return std::unique_ptr<DisplayPower>(new DisplayPower(std::move(outputs)));
}

DisplayPower::DisplayPower(std::unique_ptr<WaylandOutputs> outputs)
    : outputs_(std::move(outputs)), wakeup_fd_(eventfd(0, EFD_CLOEXEC)),
      thread_([this] { run(); }) {}

DisplayPower::~DisplayPower() {
    is_stopping_ = true;
    request(true);
    thread_.join();
    outputs_->switch_on_and_wait();
    close(wakeup_fd_);
}

void DisplayPower::switch_off() {
    request(false);
}

void DisplayPower::switch_on() {
    request(true);
}

void DisplayPower::request(bool is_on) {
    is_on_requested_ = is_on;
    eventfd_write(wakeup_fd_, 1);
}

void DisplayPower::run() {
    while (!is_stopping_ && outputs_->wait(wakeup_fd_)) {
        if (outputs_->consume_touch()) {
            is_on_requested_ = true;
            was_touched_ = true;
            os::wake_event_loop();
        }
        outputs_->set_power(is_on_requested_);
    }
}

} // namespace display
