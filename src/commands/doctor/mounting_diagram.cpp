#include "commands/doctor/mounting_diagram.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace commands::doctor {

namespace {

// One unit of the SVG is one mm of the wall. The origin is at the top left.
constexpr int student_x = 190;    // the center of the figure
constexpr int student_mm = 1500;  // the height of the figure
constexpr int label_margin = 560; // on each side of the picture
constexpr int label_height = 78;  // of one line of text

class MountingDiagram {
public:
    explicit MountingDiagram(const TouchZone& zone)
        : zone_(zone), floor_y_(std::max(zone.top_mm, student_mm) + 120) {
        left_ = 2 * student_x + label_margin;
        right_ = left_ + zone.width_mm;
    }

    std::string draw() const {
        std::string svg = fmt::format(
            "<svg viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"Mounting heights\">\n",
            right_ + label_margin, floor_y_ + 130);
        svg += student_svg() + panel_svg();
        svg += height_line(zone_.top_mm, "upper edge", true) +
               height_line(zone_.bottom_mm, "lower edge", true);
        if (zone_.height_mm() > 0)
            svg += height_line(zone_.highest_mm, "highest touch", false) +
                   height_line(zone_.lowest_mm, "lowest touch", false);
        svg += fmt::format("<path class=\"floor\" d=\"M0 {0}H{1}\"/><text x=\"{2}\" y=\"{3}\" "
                           "text-anchor=\"middle\">floor</text>\n",
                           floor_y_, right_ + label_margin, (left_ + right_) / 2, floor_y_ + 105);
        return svg + "</svg>\n";
    }

private:
    int svg_y(int height_mm) const { return floor_y_ - height_mm; }

    std::string panel_svg() const {
        return fmt::format(
            "<rect class=\"picture\" x=\"{0}\" y=\"{1}\" width=\"{2}\" height=\"{3}\"/>"
            "<rect class=\"touched\" x=\"{0}\" y=\"{4}\" width=\"{2}\" height=\"{5}\"/>\n",
            left_, svg_y(zone_.top_mm), zone_.width_mm, zone_.top_mm - zone_.bottom_mm,
            svg_y(zone_.highest_mm), std::max(0, zone_.height_mm()));
    }

    // Draws a line from the side of the picture, with its label above and its height below the
    // line.
    std::string height_line(int mm, const char* label, bool is_left) const {
        const int from = is_left ? left_ : right_;
        const int to = is_left ? left_ - label_margin + 60 : right_ + label_margin - 60;
        return fmt::format(
            "<path d=\"M{0} {1}H{2}\"/><text x=\"{2}\" y=\"{3}\" text-anchor=\"{4}\">{5}</text>"
            "<text class=\"mm\" x=\"{2}\" y=\"{6}\" text-anchor=\"{4}\">{7} mm</text>\n",
            from, svg_y(mm), to, svg_y(mm) - 22, is_left ? "start" : "end", label,
            svg_y(mm) + label_height, mm);
    }

    std::string student_svg() const {
        constexpr int head = 110; // radius
        constexpr int shoulders = 330;
        return fmt::format("<circle class=\"student\" cx=\"{0}\" cy=\"{1}\" r=\"{2}\"/>"
                           "<rect class=\"student\" x=\"{3}\" y=\"{4}\" width=\"{5}\" "
                           "height=\"{6}\" rx=\"150\"/>\n",
                           student_x, svg_y(student_mm) + head, head, student_x - shoulders / 2,
                           svg_y(student_mm) + 2 * head + 30, shoulders,
                           student_mm - 2 * head - 30);
    }

    TouchZone zone_;
    int floor_y_;
    // The edges of the picture.
    int left_ = 0;
    int right_ = 0;
};

} // namespace

std::string mounting_svg(const TouchZone& zone) {
    return MountingDiagram(zone).draw();
}

} // namespace commands::doctor
