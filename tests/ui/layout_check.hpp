// Finds what is wrong with the layout of a screen.
#pragma once

#include "ui/kiosk.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace test {

inline constexpr double rounding_mm = 0.35; // edges are rounded to whole pixels

// What this project requires of touch targets. A small panel is used from a shorter distance, so
// its targets may be smaller.
struct TargetLimits {
    double min_target_mm;
    double min_primary_mm;
    double min_gap_mm;
};

inline TargetLimits target_limits(const ui::Panel& panel) {
    if (panel.inches < 8) return {12, 12, 1.5};
    // On a panel that is as low as a tablet, the bar has no space for buttons larger than others.
    constexpr double low_panel_mm = 190;
    const double height_mm =
        panel.height_px / std::hypot(panel.width_px, panel.height_px) * panel.inches * 25.4;
    const bool is_low = panel.width_px > panel.height_px && height_mm < low_panel_mm;
    return {20, is_low ? 20.0 : 25.0, 2.5};
}

inline double gap_between(const render::Rect& a, const render::Rect& b) {
    const double across = std::max(a.x - b.right(), b.x - a.right());
    const double down = std::max(a.y - b.bottom(), b.y - a.bottom());
    return std::max(across, down);
}

inline bool is_overlapping(const render::Rect& a, const render::Rect& b) {
    const render::Rect intersection = a.intersection(b);
    return intersection.w > 1 && intersection.h > 1;
}

// Collects the problems of a kiosk's screen as text. There are millions of checks, and CHECK would
// be too slow for them.
class LayoutCheck {
public:
    explicit LayoutCheck(const ui::Kiosk& kiosk)
        : theme_(kiosk.theme()), outline_(kiosk.outline()) {
        check_targets();
        check_positions();
        check_texts();
    }

    std::string problems;

private:
    void report_unless(bool is_ok, const ui::OutlineNode& node, const char* problem, double value) {
        if (!is_ok) problems += fmt::format("  \"{}\" {} ({:.1f})\n", node.text, problem, value);
    }

    void check_targets() {
        const TargetLimits limits = target_limits(theme_.panel());
        std::vector<const ui::OutlineNode*> seen;
        for (const ui::OutlineNode& node : outline_) {
            if (!node.event) continue;
            const double side = theme_.panel_mm(std::min(node.rect.w, node.rect.h));
            report_unless(side >= (node.is_primary ? limits.min_primary_mm : limits.min_target_mm) -
                                      rounding_mm,
                          node, "is too small, mm", side);
            if (node.visible_rect().h <= 0) continue;
            for (const ui::OutlineNode* other : seen) {
                const double gap =
                    theme_.panel_mm(gap_between(node.visible_rect(), other->visible_rect()));
                report_unless(gap >= limits.min_gap_mm - rounding_mm, node,
                              ("is too close to " + other->text + ", mm").c_str(), gap);
            }
            seen.push_back(&node);
        }
    }

    void check_positions() {
        const double height = theme_.panel().height_px;
        for (const ui::OutlineNode& node : outline_) {
            report_unless(node.rect.x >= node.clip.x - 1, node, "starts outside its view, px",
                          node.clip.x - node.rect.x);
            report_unless(node.rect.right() <= node.clip.right() + 1, node,
                          "ends outside its view, px", node.rect.right() - node.clip.right());
            if (!node.is_scrollable)
                report_unless(node.rect.y >= -1 && node.rect.bottom() <= height + 1, node,
                              "is off the screen, px", node.rect.y);
            if (node.parent < 0) continue;
            const render::Rect& button = outline_[static_cast<std::size_t>(node.parent)].rect;
            const double overhang =
                std::max({button.x - node.rect.x, node.rect.right() - button.right(),
                          button.y - node.rect.y, node.rect.bottom() - button.bottom()});
            report_unless(overhang <= 2, node, "extends beyond its button, px", overhang);
        }
    }

    void check_texts() {
        std::vector<const ui::OutlineNode*> seen;
        for (const ui::OutlineNode& node : outline_) {
            if (node.event || node.visible_rect().h <= 0) continue;
            for (const ui::OutlineNode* other : seen)
                report_unless(!is_overlapping(node.visible_rect(), other->visible_rect()), node,
                              ("overlaps " + other->text).c_str(), 0);
            seen.push_back(&node);
        }
    }

    const ui::Theme& theme_;
    const ui::Outline& outline_;
};

} // namespace test
