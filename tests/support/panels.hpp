// The panels that the interface is designed for, in landscape and portrait.
#pragma once

#include "ui/theme.hpp"

#include <array>

namespace test {

inline const std::array<ui::Panel, 16> panels{{{800, 480, 7, {}},
                                               {480, 800, 7, {}},
                                               {1280, 800, 10.1, {}},
                                               {800, 1280, 10.1, {}},
                                               {1920, 1080, 15.6, {}},
                                               {1080, 1920, 15.6, {}},
                                               {1920, 1080, 21.5, {}},
                                               {1080, 1920, 21.5, {}},
                                               {1920, 1080, 24, {}},
                                               {1080, 1920, 24, {}},
                                               {1920, 1080, 32, {}},
                                               {1080, 1920, 32, {}},
                                               {3840, 2160, 32, {}},
                                               {2160, 3840, 32, {}},
                                               {3840, 2160, 43, {}},
                                               {2160, 3840, 43, {}}}};

} // namespace test
