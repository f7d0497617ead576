// What the librarian knows, as the staff page tells it.
#pragma once

#include "platform/librarian.hpp"
#include "ui/facts.hpp"

namespace platform {

// The same facts, with those about the content taken from `edition`.
ui::DeviceStatus with_content(ui::DeviceStatus device_status, const ContentUpdate& update);

} // namespace platform
