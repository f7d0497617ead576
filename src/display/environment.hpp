// Environment variables that the libraries of the display read.
#pragma once

namespace display {

// Must be called before any thread is started and before a Window is opened: setenv(3) is not safe
// while another thread reads the environment.
void set_environment();

} // namespace display
