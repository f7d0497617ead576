#include "cli/doctor/drawing.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace cli::doctor {

namespace {

// Millimetres of the wall, from the left and from the ceiling, as SVG wants them.
constexpr int student_x = 190, student_mm = 1500;
constexpr int figures_w = 560; // on either side of the picture
constexpr int letters = 78;    // height of a line of figures

class Wall {
public:
    explicit Wall(const Reach& reach) : reach_(reach), top_(std::max(reach.top_mm, student_mm) + 120) {
        left_ = 2 * student_x + figures_w;
        right_ = left_ + reach.width_mm;
    }

    std::string draw() const {
        std::string svg =
            fmt::format("<svg viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"How the panel hangs\">\n",
                        right_ + figures_w, top_ + 130);
        svg += student() + panel();
        svg += height(reach_.top_mm, "upper edge", true) + height(reach_.bottom_mm, "lower edge", true);
        if (reach_.zone_mm() > 0)
            svg += height(reach_.highest_mm, "highest touch", false) +
                   height(reach_.lowest_mm, "lowest touch", false);
        svg += fmt::format("<path class=\"floor\" d=\"M0 {0}H{1}\"/><text x=\"{2}\" y=\"{3}\" "
                           "text-anchor=\"middle\">floor</text>\n",
                           top_, right_ + figures_w, (left_ + right_) / 2, top_ + 105);
        return svg + "</svg>\n";
    }

private:
    int y(int above_floor) const { return top_ - above_floor; }

    std::string panel() const {
        return fmt::format("<rect class=\"picture\" x=\"{0}\" y=\"{1}\" width=\"{2}\" height=\"{3}\"/>"
                           "<rect class=\"touched\" x=\"{0}\" y=\"{4}\" width=\"{2}\" height=\"{5}\"/>\n",
                           left_, y(reach_.top_mm), reach_.width_mm, reach_.top_mm - reach_.bottom_mm,
                           y(reach_.highest_mm), std::max(0, reach_.zone_mm()));
    }

    // A line from the picture, with what it is above it and how high below it.
    std::string height(int mm, const char* what, bool left) const {
        const int from = left ? left_ : right_, to = left ? left_ - figures_w + 60 : right_ + figures_w - 60;
        return fmt::format("<path d=\"M{0} {1}H{2}\"/><text x=\"{2}\" y=\"{3}\" text-anchor=\"{4}\">{5}</text>"
                           "<text class=\"mm\" x=\"{2}\" y=\"{6}\" text-anchor=\"{4}\">{7} mm</text>\n",
                           from, y(mm), to, y(mm) - 22, left ? "start" : "end", what, y(mm) + letters, mm);
    }

    std::string student() const {
        constexpr int head = 110, shoulders = 330;
        return fmt::format(
            "<circle class=\"student\" cx=\"{0}\" cy=\"{1}\" r=\"{2}\"/>"
            "<rect class=\"student\" x=\"{3}\" y=\"{4}\" width=\"{5}\" height=\"{6}\" rx=\"150\"/>\n",
            student_x, y(student_mm) + head, head, student_x - shoulders / 2, y(student_mm) + 2 * head + 30,
            shoulders, student_mm - 2 * head - 30);
    }

    Reach reach_;
    int top_, left_ = 0, right_ = 0;
};

} // namespace

std::string drawing(const Reach& reach) {
    return Wall(reach).draw();
}

} // namespace cli::doctor
