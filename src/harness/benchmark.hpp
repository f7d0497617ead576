// Measures the speed and the memory of the kiosk on this computer. All times are real time.
#pragma once

#include "content/content.hpp"
#include "display/window.hpp"
#include "harness/process_usage.hpp"
#include "text/typesetter.hpp"
#include "ui/kiosk.hpp"
#include "viewer/event_loop.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace harness {

// The median and the 95th percentile.
struct Percentiles {
    double median = 0;
    double p95 = 0;
};

// Starts a viewer `start_count` times, one after the other, and ends each one with SIGTERM. Returns
// the times in milliseconds from just before the program is executed until it reports that its
// first frame is on the display (READY=1, sd_notify(3)). `command` is the path of the program and
// its arguments. The environment is inherited. Throws std::runtime_error if the viewer cannot be
// started, exits before its first frame, or is not ready within 10 seconds.
Percentiles measure_start_ms(const std::vector<std::string>& command, std::size_t start_count);

// A kiosk in a window, without the restrictions of the viewer.
class Benchmark {
public:
    // Opens the window in `size` and shows home. Throws std::runtime_error as display::Window and
    // text::Typesetter do.
    Benchmark(std::shared_ptr<const content::Content> content, display::WindowOptions::Size size);

    // Runs the event loop without input, and returns what the process used meanwhile.
    ProcessUsage measure_idle(base::Duration duration);

    // Returns the times in milliseconds from a touch event in SDL's queue to the changed picture on
    // the display. Both the press and the release of a tap count, on each section card of home and
    // on the way back.
    Percentiles measure_tap_ms();

    // The time of full redraws of one screen in milliseconds, including presenting them.
    struct RedrawTime {
        std::string screen; // its name in `draw --screen`
        Percentiles ms;
    };

    // Resizes the window to `size`, and measures each screen that visitors can open.
    std::vector<RedrawTime> measure_redraws(display::WindowOptions::Size size);

private:
    Percentiles measure_redraw_ms(ui::Kiosk& kiosk);

    std::shared_ptr<const content::Content> content_;
    display::Window window_;
    std::unique_ptr<text::Typesetter> typesetter_;
    ui::Kiosk kiosk_;
    viewer::EventLoop loop_;
};

} // namespace harness
