#include "ui/reading_order.hpp"

namespace ui {

namespace {

bool is_read(const OutlineNode& node) {
    const bool is_part_of_button = node.parent >= 0;
    const bool turns_page = node.event && std::holds_alternative<session::ScrollTo>(*node.event);
    return !is_part_of_button && !turns_page && node.role != Role::qr_code && !node.text.empty();
}

} // namespace

std::vector<int> reading_order(const Outline& outline) {
    std::vector<int> order;
    for (const auto screen_part : {ScreenPart::page, ScreenPart::strip, ScreenPart::bar})
        for (std::size_t i = 0; i < outline.size(); ++i)
            if (outline[i].screen_part == screen_part && is_read(outline[i]))
                order.push_back(static_cast<int>(i));
    return order;
}

} // namespace ui
