#include "display/wayland_server.hpp"

#include <stdexcept>
#include <sys/eventfd.h>
#include <unistd.h>

namespace test {

namespace {

constexpr std::chrono::seconds max_wait{10};

} // namespace

WaylandServer::WaylandServer(const std::string& socket) : task_fd_(eventfd(0, EFD_CLOEXEC)) {
    if (wl_display_add_socket(display_, socket.c_str()) != 0)
        throw std::runtime_error("cannot create the socket " + socket);
    const auto handle = [](int, std::uint32_t, void* self) {
        static_cast<WaylandServer*>(self)->run_tasks();
        return 0;
    };
    task_source_ = wl_event_loop_add_fd(wl_display_get_event_loop(display_), task_fd_,
                                        WL_EVENT_READABLE, handle, this);
}

WaylandServer::~WaylandServer() {
    if (thread_.joinable()) {
        run([this] { is_stopping_ = true; });
        thread_.join();
    }
    wl_event_source_remove(task_source_);
    wl_display_destroy_clients(display_);
    wl_display_destroy(display_);
    close(task_fd_);
}

void WaylandServer::start(std::chrono::milliseconds answer_delay) {
    thread_ = std::thread([=, this] { serve(answer_delay); });
}

void WaylandServer::serve(std::chrono::milliseconds answer_delay) {
    while (!is_stopping_) {
        std::this_thread::sleep_for(answer_delay);
        wl_display_flush_clients(display_);
        wl_event_loop_dispatch(wl_display_get_event_loop(display_), -1);
        if (condition_ && condition_()) {
            condition_ = nullptr;
            is_met_.set_value();
        }
    }
}

void WaylandServer::run_tasks() {
    eventfd_t count = 0;
    eventfd_read(task_fd_, &count);
    std::vector<Task> ready;
    {
        const std::lock_guard lock(mutex_);
        ready.swap(tasks_);
    }
    for (const Task& task : ready) task();
}

void WaylandServer::run(const Task& task) {
    std::promise<void> is_done;
    {
        const std::lock_guard lock(mutex_);
        tasks_.push_back([&] {
            task();
            is_done.set_value();
        });
    }
    eventfd_write(task_fd_, 1);
    is_done.get_future().wait();
}

bool WaylandServer::wait_until(const std::function<bool()>& condition) {
    std::future<void> result;
    run([&] {
        is_met_ = {};
        result = is_met_.get_future();
        condition_ = condition;
    });
    const bool has_happened = result.wait_for(max_wait) == std::future_status::ready;
    if (!has_happened) run([this] { condition_ = nullptr; });
    return has_happened;
}

} // namespace test
