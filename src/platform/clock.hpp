// The clocks of the machine. Nothing else in the program reads them.
#pragma once

#include "ui/frame.hpp"

#include <functional>

namespace platform {

// Since boot, with the time asleep: a visit that was open across a suspend is over.
session::Instant boot_time();

// Now, with the local time on the wall.
ui::Moment moment();

// What tells the time: moment(), or in a test a clock that is moved by hand.
using Clock = std::function<ui::Moment()>;

} // namespace platform
