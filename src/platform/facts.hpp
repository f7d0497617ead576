// What the librarian knows, as the staff page tells it.
#pragma once

#include "platform/librarian.hpp"
#include "ui/facts.hpp"

namespace platform {

// The same facts, with those about the content taken from `edition`.
ui::Facts with(ui::Facts facts, const Edition& edition);

} // namespace platform
