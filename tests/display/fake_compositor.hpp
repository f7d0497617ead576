// A Wayland compositor inside the test program. It has what display::DisplayPower and
// display::WaylandPresenter need of one, and does what the test tells it to.
#pragma once

#include "support/temporary_folder.hpp"

#include <cstdint>
#include <memory>
#include <vector>

namespace test {

struct FakeOutput {
    bool is_on = true;
    bool has_own_mode = true; // not some other mode
    int transform = 0;        // a value of wl_output.transform

    bool operator==(const FakeOutput&) const = default;
};

struct FakePicture {
    int width = 0;  // pixels
    int height = 0; // pixels
    std::vector<std::uint32_t> pixels;

    bool operator==(const FakePicture&) const = default;
};

struct FakeCompositorOptions {
    std::vector<FakeOutput> outputs{{}};
    bool has_output_management = true;
    bool has_idle_notifications = true;
    bool has_shared_memory = true;
    // How long the program waits for an answer, during which a request has already had its effect.
    std::chrono::milliseconds answer_delay{0};
};

// It runs on a thread of its own. While it exists, WAYLAND_DISPLAY names its socket. Functions that
// wait return false if it does not happen within ten seconds.
class FakeCompositor {
public:
    explicit FakeCompositor(const FakeCompositorOptions& options = {});
    ~FakeCompositor();
    FakeCompositor(const FakeCompositor&) = delete;
    FakeCompositor& operator=(const FakeCompositor&) = delete;

    // Waits until the program asks to be told of touches.
    bool wait_for_watcher();
    // Tells the program that nobody has touched the display for a while, and that somebody has
    // touched it again. The program must have asked for it.
    void report_idle();
    void report_touch();

    // Waits until exactly these displays are on.
    bool wait_until_on(const std::vector<bool>& are_on);
    std::vector<FakeOutput> outputs();
    // How many times the program has asked to switch displays.
    int request_count();
    // The next request to switch displays fails.
    void refuse_next_request();
    void unplug(std::size_t index);
    void plug_in(const FakeOutput& output);

    // Waits until the picture is the newest one on the surface.
    bool wait_until_shown(const FakePicture& picture);
    // Returns what is in each buffer that the program shares.
    std::vector<FakePicture> shared_buffers();
    // Tells the program that no buffer is read any longer.
    void release_buffers();

private:
    struct Impl;

    TemporaryFolder folder_;
    std::unique_ptr<Impl> impl_;
};

} // namespace test
