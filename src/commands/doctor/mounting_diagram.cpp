#include "commands/doctor/mounting_diagram.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace commands::doctor {

namespace {

// Millimetres of the wall, from the left and from the ceiling, as SVG wants them.
constexpr int student_x = 190, student_mm = 1500;
constexpr int margin_w = 560;    // on either side of the picture
constexpr int label_height = 78; // height of a line of figures

class MountingDiagram {
public:
    explicit MountingDiagram(const TouchZone& zone)
        : zone_(zone), floor_y_(std::max(zone.top_mm, student_mm) + 120) {
        left_ = 2 * student_x + margin_w;
        right_ = left_ + zone.width_mm;
    }

    std::string draw() const {
        std::string svg =
            fmt::format("<svg viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"How the panel hangs\">\n",
                        right_ + margin_w, floor_y_ + 130);
        svg += student_svg() + panel_svg();
        svg += height_line(zone_.top_mm, "upper edge", true) + height_line(zone_.bottom_mm, "lower edge", true);
        if (zone_.height_mm() > 0)
            svg += height_line(zone_.highest_mm, "highest touch", false) +
                   height_line(zone_.lowest_mm, "lowest touch", false);
        svg += fmt::format("<path class=\"floor\" d=\"M0 {0}H{1}\"/><text x=\"{2}\" y=\"{3}\" "
                           "text-anchor=\"middle\">floor</text>\n",
                           floor_y_, right_ + margin_w, (left_ + right_) / 2, floor_y_ + 105);
        return svg + "</svg>\n";
    }

private:
    int svg_y(int above_floor) const { return floor_y_ - above_floor; }

    std::string panel_svg() const {
        return fmt::format("<rect class=\"picture\" x=\"{0}\" y=\"{1}\" width=\"{2}\" height=\"{3}\"/>"
                           "<rect class=\"touched\" x=\"{0}\" y=\"{4}\" width=\"{2}\" height=\"{5}\"/>\n",
                           left_, svg_y(zone_.top_mm), zone_.width_mm, zone_.top_mm - zone_.bottom_mm,
                           svg_y(zone_.highest_mm), std::max(0, zone_.height_mm()));
    }

    // A line from the picture, with what it is above it and how high below it.
    std::string height_line(int mm, const char* label, bool is_left) const {
        const int from = is_left ? left_ : right_,
                  to = is_left ? left_ - margin_w + 60 : right_ + margin_w - 60;
        return fmt::format("<path d=\"M{0} {1}H{2}\"/><text x=\"{2}\" y=\"{3}\" text-anchor=\"{4}\">{5}</text>"
                           "<text class=\"mm\" x=\"{2}\" y=\"{6}\" text-anchor=\"{4}\">{7} mm</text>\n",
                           from, svg_y(mm), to, svg_y(mm) - 22, is_left ? "start" : "end", label,
                           svg_y(mm) + label_height, mm);
    }

    std::string student_svg() const {
        constexpr int head = 110, shoulders = 330;
        return fmt::format(
            "<circle class=\"student\" cx=\"{0}\" cy=\"{1}\" r=\"{2}\"/>"
            "<rect class=\"student\" x=\"{3}\" y=\"{4}\" width=\"{5}\" height=\"{6}\" rx=\"150\"/>\n",
            student_x, svg_y(student_mm) + head, head, student_x - shoulders / 2,
            svg_y(student_mm) + 2 * head + 30, shoulders, student_mm - 2 * head - 30);
    }

    TouchZone zone_;
    int floor_y_, left_ = 0, right_ = 0;
};

} // namespace

std::string mounting_svg(const TouchZone& zone) {
    return MountingDiagram(zone).draw();
}

} // namespace commands::doctor
