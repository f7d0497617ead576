#include "ui/widgets/help_line_list.hpp"

#include "ui/widgets/help_line_row.hpp"
#include "ui/widgets/help_line_tiles.hpp"

#include <algorithm>
#include <vector>

namespace ui {

namespace {

constexpr double help_line_gap_mm = 2.6;

using HelpLines = std::vector<const content::HelpLine*>;

HelpLines visible_help_lines(const Frame& frame, const content::HelpLinesBlock& block) {
    HelpLines help_lines;
    for (const std::string& id : block.ids) {
        const content::HelpLine* help_line = frame.content.find_help_line(id);
        if (help_line != nullptr && session::can_show(frame.state, help_line->audience))
            help_lines.push_back(help_line);
    }
    return help_lines;
}

double draw_rows(Frame& frame, const HelpLines& help_lines, const render::Rect& column) {
    const double gap = frame.px(help_line_gap_mm);
    double y = column.y;
    for (const auto* help_line : help_lines) {
        if (y > column.y) frame.add_block_top(y);
        y += frame.draw_row(help_line, {column.x, y, column.w, 0}, [&](const render::Rect& place) {
            return draw_help_line_row(frame, *help_line, place) + gap;
        });
    }
    return std::max(0.0, y - column.y - gap);
}

} // namespace

double draw_help_lines(Frame& frame, const content::HelpLinesBlock& block,
                       const render::Rect& column) {
    const HelpLines help_lines = visible_help_lines(frame, block);
    if (help_lines.empty()) return 0;
    return can_be_tiles(frame, help_lines, column.w)
               ? draw_help_line_tiles(frame, help_lines, column)
               : draw_rows(frame, help_lines, column);
}

} // namespace ui
