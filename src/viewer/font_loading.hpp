// The fonts, opened beside whatever else a command does at its start.
#pragma once

#include "text/typesetter.hpp"

#include <future>
#include <memory>

namespace viewer {

using FontsFuture = std::future<std::unique_ptr<text::Typesetter>>; // get() throws what Typesetter() throws

inline FontsFuture load_fonts_async() {
    return std::async(std::launch::async, [] { return std::make_unique<text::Typesetter>(); });
}

} // namespace viewer
