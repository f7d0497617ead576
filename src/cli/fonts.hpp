// The fonts, opened beside whatever else a command does at its start.
#pragma once

#include "text/typesetter.hpp"

#include <future>
#include <memory>

namespace cli {

using Fonts = std::future<std::unique_ptr<text::Typesetter>>; // get() throws what Typesetter() throws

inline Fonts open_fonts() {
    return std::async(std::launch::async, [] { return std::make_unique<text::Typesetter>(); });
}

} // namespace cli
