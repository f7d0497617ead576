// Converts the interface's values to those of ImGui.
#pragma once

#include "render/color.hpp"

#include <imgui.h>

namespace ui {

inline ImVec2 to_imgui_vector(double x, double y) {
    return {static_cast<float>(x), static_cast<float>(y)};
}

inline ImU32 to_imgui_color(render::Color c) {
    return IM_COL32(c.r, c.g, c.b, c.a);
}

} // namespace ui
