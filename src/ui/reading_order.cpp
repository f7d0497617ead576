#include "ui/reading_order.hpp"

namespace ui {

namespace {

bool turns_page(const OutlineNode& node) {
    return node.event && std::holds_alternative<session::ScrollTo>(*node.event);
}

bool is_read(const OutlineNode& node) {
    const bool is_part_of_button = node.parent >= 0;
    return !is_part_of_button && !node.is_unread && !turns_page(node) &&
           node.role != Role::qr_code && !node.text.empty();
}

template <typename Predicate>
std::vector<int> ordered_nodes(const Outline& outline, const Predicate& is_included) {
    std::vector<int> order;
    for (const auto screen_part : {ScreenPart::page, ScreenPart::strip, ScreenPart::bar})
        for (std::size_t i = 0; i < outline.size(); ++i)
            if (outline[i].screen_part == screen_part && is_included(outline[i]))
                order.push_back(static_cast<int>(i));
    return order;
}

} // namespace

std::vector<int> reading_order(const Outline& outline) {
    return ordered_nodes(outline, is_read);
}

std::vector<int> choice_order(const Outline& outline, bool has_page_turns) {
    return ordered_nodes(outline, [has_page_turns](const OutlineNode& node) {
        return node.event && (turns_page(node) ? has_page_turns : is_read(node));
    });
}

} // namespace ui
