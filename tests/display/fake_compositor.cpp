#include "display/fake_compositor.hpp"

#include "display/wayland_server.hpp"

#include <algorithm>
#include <cstdlib>
#include <ext-idle-notify-v1-server.h>
#include <functional>
#include <list>
#include <output-management-server.h>
#include <utility>

namespace test {

namespace {

// For requests that change nothing here.
constexpr auto ignore = [](auto...) {};

constexpr auto destroy = [](wl_client*, wl_resource* resource) { wl_resource_destroy(resource); };

FakePicture copy_picture(wl_shm_buffer* buffer) {
    FakePicture picture{wl_shm_buffer_get_width(buffer), wl_shm_buffer_get_height(buffer), {}};
    wl_shm_buffer_begin_access(buffer);
    const auto* first = static_cast<const std::uint32_t*>(wl_shm_buffer_get_data(buffer));
    picture.pixels.assign(first, first + picture.width * picture.height);
    wl_shm_buffer_end_access(buffer);
    return picture;
}

} // namespace

// Once the server has started, everything is used by its thread only.
struct FakeCompositor::Impl {
    struct Output {
        FakeOutput state;
        wl_resource* head = nullptr;
        wl_resource* mode = nullptr;
    };
    // What a configuration that is not applied yet asks for.
    struct Change {
        wl_resource* head;
        FakeOutput state;
    };

    explicit Impl(const FakeCompositorOptions& options, const std::string& socket);

    wl_resource* create(wl_client* client, const wl_interface& interface, int version,
                        std::uint32_t id, const void* implementation);
    void add_global(const wl_interface& interface, int version, wl_global_bind_func_t bind);
    void announce(Output& output);
    void send_state(const Output& output) const;
    void apply(wl_resource* configuration);
    void for_each_buffer(const std::function<void(wl_resource*)>& handle);

    static Impl& of(wl_resource* resource) {
        return *static_cast<Impl*>(wl_resource_get_user_data(resource));
    }
    static void bind_seat(wl_client* client, void* self, std::uint32_t version, std::uint32_t id);
    static void bind_notifier(wl_client* client, void* self, std::uint32_t version,
                              std::uint32_t id);
    static void bind_manager(wl_client* client, void* self, std::uint32_t version,
                             std::uint32_t id);
    static const void* configuration_head_requests();
    static const void* configuration_requests();
    static void bind_compositor(wl_client* client, void* self, std::uint32_t version,
                                std::uint32_t id);

    std::list<Output> outputs;
    std::vector<Change> changes;
    std::uint32_t serial = 1;
    int request_count = 0;
    bool should_refuse = false;
    wl_resource* manager = nullptr;
    wl_resource* notification = nullptr;
    wl_resource* attached = nullptr; // the buffer of the next commit
    FakePicture shown;

    WaylandServer server; // last, because at its end clients still use the other members
};

FakeCompositor::Impl::Impl(const FakeCompositorOptions& options, const std::string& socket)
    : server(socket) {
    for (const FakeOutput& output : options.outputs) outputs.push_back({output});
    if (options.has_shared_memory) wl_display_init_shm(server.display());
    add_global(wl_seat_interface, 1, bind_seat);
    add_global(wl_compositor_interface, 4, bind_compositor);
    if (options.has_idle_notifications)
        add_global(ext_idle_notifier_v1_interface, 1, bind_notifier);
    if (options.has_output_management)
        add_global(zwlr_output_manager_v1_interface, 1, bind_manager);
    server.start(options.answer_delay);
}

wl_resource* FakeCompositor::Impl::create(wl_client* client, const wl_interface& interface,
                                          int version, std::uint32_t id,
                                          const void* implementation) {
    wl_resource* resource = wl_resource_create(client, &interface, version, id);
    const auto forget = [](wl_resource* gone) {
        Impl& impl = of(gone);
        for (wl_resource** each : {&impl.manager, &impl.notification, &impl.attached})
            if (*each == gone) *each = nullptr;
    };
    wl_resource_set_implementation(resource, implementation, this, forget);
    return resource;
}

void FakeCompositor::Impl::add_global(const wl_interface& interface, int version,
                                      wl_global_bind_func_t bind) {
    wl_global_create(server.display(), &interface, version, this, bind);
}

void FakeCompositor::Impl::bind_seat(wl_client* client, void* self, std::uint32_t,
                                     std::uint32_t id) {
    static_cast<Impl*>(self)->create(client, wl_seat_interface, 1, id, nullptr);
}

void FakeCompositor::Impl::bind_notifier(wl_client* client, void* self, std::uint32_t,
                                         std::uint32_t id) {
    static constexpr struct ext_idle_notification_v1_interface notification_requests { destroy };
    static constexpr struct ext_idle_notifier_v1_interface requests {
        .destroy = destroy,
        .get_idle_notification = [](wl_client* requester, wl_resource* notifier,
                                    std::uint32_t new_id, std::uint32_t, wl_resource*) {
            Impl& impl = of(notifier);
            impl.notification = impl.create(requester, ext_idle_notification_v1_interface, 1,
                                            new_id, &notification_requests);
        }
    };
    static_cast<Impl*>(self)->create(client, ext_idle_notifier_v1_interface, 1, id, &requests);
}

const void* FakeCompositor::Impl::configuration_head_requests() {
    static constexpr struct zwlr_output_configuration_head_v1_interface requests {
        .set_mode = [](wl_client*, wl_resource* head,
                       wl_resource*) { of(head).changes.back().state.has_own_mode = true; },
        .set_custom_mode = ignore, .set_position = ignore,
        .set_transform =
            [](wl_client*, wl_resource* head, std::int32_t transform) {
                of(head).changes.back().state.transform = transform;
            },
        .set_scale = ignore
    };
    return &requests;
}

const void* FakeCompositor::Impl::configuration_requests() {
    static constexpr struct zwlr_output_configuration_v1_interface requests {
        .enable_head =
            [](wl_client* requester, wl_resource* configuration, std::uint32_t new_id,
               wl_resource* head) {
                Impl& impl = of(configuration);
                impl.changes.push_back({head, {true, false, 0}});
                impl.create(requester, zwlr_output_configuration_head_v1_interface, 1, new_id,
                            configuration_head_requests());
            },
        .disable_head =
            [](wl_client*, wl_resource* configuration, wl_resource* head) {
                of(configuration).changes.push_back({head, {false, false, 0}});
            },
        .apply = [](wl_client*,
                    wl_resource* configuration) { of(configuration).apply(configuration); },
        .test = ignore, .destroy = destroy
    };
    return &requests;
}

void FakeCompositor::Impl::bind_manager(wl_client* client, void* self, std::uint32_t,
                                        std::uint32_t id) {
    static constexpr struct zwlr_output_manager_v1_interface requests {
        .create_configuration =
            [](wl_client* requester, wl_resource* resource, std::uint32_t new_id, std::uint32_t) {
                of(resource).create(requester, zwlr_output_configuration_v1_interface, 1, new_id,
                                    configuration_requests());
            },
        .stop = ignore
    };
    Impl& impl = *static_cast<Impl*>(self);
    impl.manager = impl.create(client, zwlr_output_manager_v1_interface, 1, id, &requests);
    for (Output& output : impl.outputs) impl.announce(output);
    zwlr_output_manager_v1_send_done(impl.manager, impl.serial);
}

void FakeCompositor::Impl::announce(Output& output) {
    wl_client* client = wl_resource_get_client(manager);
    output.head = create(client, zwlr_output_head_v1_interface, 1, 0, nullptr);
    output.mode = create(client, zwlr_output_mode_v1_interface, 1, 0, nullptr);
    zwlr_output_manager_v1_send_head(manager, output.head);
    zwlr_output_head_v1_send_mode(output.head, output.mode);
    send_state(output);
}

void FakeCompositor::Impl::send_state(const Output& output) const {
    zwlr_output_head_v1_send_enabled(output.head, output.state.is_on);
    if (!output.state.is_on) return;
    if (output.state.has_own_mode) zwlr_output_head_v1_send_current_mode(output.head, output.mode);
    zwlr_output_head_v1_send_transform(output.head, output.state.transform);
}

void FakeCompositor::Impl::apply(wl_resource* configuration) {
    ++request_count;
    const std::vector<Change> requested = std::exchange(changes, {});
    if (std::exchange(should_refuse, false)) {
        zwlr_output_configuration_v1_send_failed(configuration);
        return;
    }
    for (Output& output : outputs) {
        for (const Change& change : requested)
            if (change.head == output.head) output.state = change.state;
        send_state(output);
    }
    zwlr_output_manager_v1_send_done(manager, ++serial);
    zwlr_output_configuration_v1_send_succeeded(configuration);
}

void FakeCompositor::Impl::bind_compositor(wl_client* client, void* self, std::uint32_t,
                                           std::uint32_t id) {
    static constexpr struct wl_surface_interface surface_requests {
        .destroy = destroy,
        .attach = [](wl_client*, wl_resource* surface, wl_resource* buffer, std::int32_t,
                     std::int32_t) { of(surface).attached = buffer; },
        .damage = ignore, .frame = ignore, .set_opaque_region = ignore, .set_input_region = ignore,
        .commit =
            [](wl_client*, wl_resource* surface) {
                Impl& impl = of(surface);
                if (impl.attached != nullptr)
                    impl.shown = copy_picture(wl_shm_buffer_get(impl.attached));
                impl.attached = nullptr;
            },
        .set_buffer_transform = ignore, .set_buffer_scale = ignore, .damage_buffer = ignore,
        .offset = ignore
    };
    static constexpr struct wl_compositor_interface requests {
        .create_surface =
            [](wl_client* requester, wl_resource* compositor, std::uint32_t new_id) {
                of(compositor)
                    .create(requester, wl_surface_interface, 4, new_id, &surface_requests);
            },
        .create_region = ignore
    };
    static_cast<Impl*>(self)->create(client, wl_compositor_interface, 4, id, &requests);
}

void FakeCompositor::Impl::for_each_buffer(const std::function<void(wl_resource*)>& handle) {
    const auto handle_resource = [](wl_resource* resource, void* function) {
        if (wl_shm_buffer_get(resource) != nullptr)
            (*static_cast<const std::function<void(wl_resource*)>*>(function))(resource);
        return WL_ITERATOR_CONTINUE;
    };
    wl_client* client = nullptr;
    wl_client_for_each(client, wl_display_get_client_list(server.display()))
        wl_client_for_each_resource(client, handle_resource,
                                    const_cast<std::function<void(wl_resource*)>*>(&handle));
}

FakeCompositor::FakeCompositor(const FakeCompositorOptions& options) {
    const std::string socket = folder_ / "wayland";
    impl_ = std::make_unique<Impl>(options, socket);
    setenv("WAYLAND_DISPLAY", socket.c_str(), 1);
}

FakeCompositor::~FakeCompositor() {
    unsetenv("WAYLAND_DISPLAY");
}

bool FakeCompositor::wait_for_watcher() {
    return impl_->server.wait_until([this] { return impl_->notification != nullptr; });
}

void FakeCompositor::report_idle() {
    impl_->server.run([this] { ext_idle_notification_v1_send_idled(impl_->notification); });
}

void FakeCompositor::report_touch() {
    impl_->server.run([this] { ext_idle_notification_v1_send_resumed(impl_->notification); });
}

bool FakeCompositor::wait_until_on(const std::vector<bool>& are_on) {
    return impl_->server.wait_until([&] {
        return std::ranges::equal(impl_->outputs, are_on, {},
                                  [](const Impl::Output& output) { return output.state.is_on; });
    });
}

std::vector<FakeOutput> FakeCompositor::outputs() {
    std::vector<FakeOutput> states;
    impl_->server.run([&] {
        for (const Impl::Output& output : impl_->outputs) states.push_back(output.state);
    });
    return states;
}

int FakeCompositor::request_count() {
    int count = 0;
    impl_->server.run([&] { count = impl_->request_count; });
    return count;
}

void FakeCompositor::refuse_next_request() {
    impl_->server.run([this] { impl_->should_refuse = true; });
}

void FakeCompositor::unplug(std::size_t index) {
    impl_->server.run([&] {
        const auto output = std::next(impl_->outputs.begin(), static_cast<std::ptrdiff_t>(index));
        zwlr_output_mode_v1_send_finished(output->mode);
        zwlr_output_head_v1_send_finished(output->head);
        impl_->outputs.erase(output);
        zwlr_output_manager_v1_send_done(impl_->manager, ++impl_->serial);
    });
}

void FakeCompositor::plug_in(const FakeOutput& output) {
    impl_->server.run([&] {
        impl_->announce(impl_->outputs.emplace_back(Impl::Output{output}));
        zwlr_output_manager_v1_send_done(impl_->manager, ++impl_->serial);
    });
}

bool FakeCompositor::wait_until_shown(const FakePicture& picture) {
    return impl_->server.wait_until([&] { return impl_->shown == picture; });
}

std::vector<FakePicture> FakeCompositor::shared_buffers() {
    std::vector<FakePicture> pictures;
    impl_->server.run([&] {
        impl_->for_each_buffer([&](wl_resource* buffer) {
            pictures.push_back(copy_picture(wl_shm_buffer_get(buffer)));
        });
    });
    return pictures;
}

void FakeCompositor::release_buffers() {
    impl_->server.run([this] {
        impl_->for_each_buffer([](wl_resource* buffer) { wl_buffer_send_release(buffer); });
    });
}

} // namespace test
