// A Wayland server without protocols, which runs on a thread of its own. Whoever has it adds what
// programs may ask for.
#pragma once

#include <chrono>
#include <functional>
#include <future>
#include <mutex>
#include <string>
#include <thread>
#include <vector>
#include <wayland-server.h>

namespace test {

// All functions are called by the test's thread.
class WaylandServer {
public:
    using Task = std::function<void()>;

    // Throws std::runtime_error if the socket cannot be created.
    explicit WaylandServer(const std::string& socket);
    // Destroys all that clients have, and then the display.
    ~WaylandServer();
    WaylandServer(const WaylandServer&) = delete;
    WaylandServer& operator=(const WaylandServer&) = delete;

    // Until start() is called, the display may be used by any thread; after that, by tasks only.
    wl_display* display() const { return display_; }
    // Starts to answer clients, each time after a delay.
    void start(std::chrono::milliseconds answer_delay);

    // Runs the task on the server's thread, and waits for it.
    void run(const Task& task);
    // Waits until the condition holds on the server's thread. Returns false if it does not within
    // ten seconds.
    bool wait_until(const std::function<bool()>& condition);

private:
    void serve(std::chrono::milliseconds answer_delay);
    void run_tasks();

    wl_display* display_ = wl_display_create();
    bool is_stopping_ = false;
    int task_fd_;
    wl_event_source* task_source_; // of task_fd_
    std::mutex mutex_;             // guards `tasks_`
    std::vector<Task> tasks_;
    std::function<bool()> condition_; // of wait_until(), or null
    std::promise<void> is_met_;
    std::thread thread_; // last, because it uses the other members
};

} // namespace test
