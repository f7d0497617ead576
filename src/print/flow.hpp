// Blocks of the content below each other in a column, as the screen shows them.
#pragma once

#include "content/content.hpp"
#include "print/canvas.hpp"
#include "print/words.hpp"

#include <string>
#include <vector>

namespace print {

// One paragraph with what marks it.
struct FlowItem {
    TextLayout text;
    double gap_mm = 0;     // before it, unless it is the first in a column
    double indent_mm = 0;  // of the text; the mark is before it
    int number = 0;        // of a step; 0 for none
    std::string icon = {}; // a name that content::icon_code_point() knows; may be empty
    bool is_heading = false;
    bool is_boxed = false; // what matters most
};

// What a column has in common.
struct FlowStyle {
    double size_pt = 9;
    double width_mm = 90;
};

// Appends a block to a flow. Help lines are left out, because every paper shows them in its own
// way.
void append_block(std::vector<FlowItem>& flow, const content::Block& block, const FlowStyle& style,
                  Words& words, const Typesetter& type);

// Appends a heading.
void append_heading(std::vector<FlowItem>& flow, const std::string& text, const FlowStyle& style,
                    const Typesetter& type);

// Returns the height of a column in millimeters.
double flow_height(const std::vector<FlowItem>& flow);

// Draws a column. Returns where it ends.
double draw_flow(Canvas& canvas, const std::vector<FlowItem>& flow, double x, double y,
                 const FlowStyle& style);

} // namespace print
