// Turns a content update into what the staff overview shows about the content.
#pragma once

#include "reload/content_reloader.hpp"
#include "ui/device_status.hpp"

namespace viewer {

// Returns `device_status` with the version and the problems of the content taken from `update`.
ui::DeviceStatus with_content(ui::DeviceStatus device_status, const reload::ContentUpdate& update);

} // namespace viewer
