// Loads the fonts on another thread, so that the window can be opened at the same time.
#pragma once

#include "text/typesetter.hpp"

#include <future>
#include <memory>

namespace viewer {

// get() returns the typesetter, which is never null, or throws what Typesetter() throws.
using FontsFuture = std::future<std::unique_ptr<text::Typesetter>>;

inline FontsFuture load_fonts_async() {
    return std::async(std::launch::async, [] { return std::make_unique<text::Typesetter>(); });
}

} // namespace viewer
