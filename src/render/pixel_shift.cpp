#include "render/pixel_shift.hpp"

#include <imgui.h>

#include <array>

namespace render {

namespace {

constexpr base::Duration interval = std::chrono::minutes{3};

// A position relative to the unmoved image, in steps.
struct Step {
    int x;
    int y;
};

// All positions around the center. Each one is next to the one before it.
constexpr std::array<Step, 9> path{
    {{0, 0}, {1, 0}, {1, 1}, {0, 1}, {-1, 1}, {-1, 0}, {-1, -1}, {0, -1}, {1, -1}}};

float shifted(float at, float by, float end) {
    return at <= 0 || at >= end ? at : at + by;
}

} // namespace

base::Instant PixelShift::next_step_at() const {
    return last_step_at_ + interval;
}

void PixelShift::advance(base::Instant now) {
    if (now < next_step_at()) return;
    step_ = (step_ + 1) % path.size();
    last_step_at_ = now;
}

void PixelShift::apply(ImDrawData& data, int pixels) const {
    if (step_ == 0) return;
    const ImVec2 end = data.DisplaySize;
    const ImVec2 plain = ImGui::GetFontTexUvWhitePixel();
    const Step step = path[step_];
    const ImVec2 by{static_cast<float>(step.x * pixels), static_cast<float>(step.y * pixels)};
    for (int i = 0; i < data.CmdListsCount; ++i) {
        for (ImDrawVert& corner : data.CmdLists[i]->VtxBuffer) {
            // An image keeps its size even at an edge, because otherwise its pixels would be
            // stretched.
            const bool is_image = corner.uv.x != plain.x || corner.uv.y != plain.y;
            corner.pos.x = is_image ? corner.pos.x + by.x : shifted(corner.pos.x, by.x, end.x);
            corner.pos.y = is_image ? corner.pos.y + by.y : shifted(corner.pos.y, by.y, end.y);
        }
        for (ImDrawCmd& command : data.CmdLists[i]->CmdBuffer) {
            ImVec4& clip = command.ClipRect;
            clip = {shifted(clip.x, by.x, end.x), shifted(clip.y, by.y, end.y),
                    shifted(clip.z, by.x, end.x), shifted(clip.w, by.y, end.y)};
        }
    }
}

} // namespace render
