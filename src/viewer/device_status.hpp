// What the librarian knows, as the staff page tells it.
#pragma once

#include "reload/content_reloader.hpp"
#include "ui/device_status.hpp"

namespace viewer {

// The same facts, with those about the content taken from `edition`.
ui::DeviceStatus with_content(ui::DeviceStatus device_status, const reload::ContentUpdate& update);

} // namespace viewer
