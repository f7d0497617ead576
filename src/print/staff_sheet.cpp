// The sheet for the nurse's drawer: whom to call with a report, how to talk with the student, local
// numbers, and where the facts come from. Texts for staff are in English only.
#include "print/flow.hpp"
#include "print/paper_job.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <stdexcept>
#include <string>

namespace print {

namespace {

constexpr double sheet_margin = 13;
constexpr double column_gap = 8;
constexpr double max_pt = 10;
constexpr double min_pt = 7;

using Blocks = std::vector<const content::Block*>;

// What is on the sheet, from the staff sections and the blocks for staff in others.
struct StaffContent {
    const content::Section* section = nullptr;      // the first one for staff
    const content::HelpLine* report_line = nullptr; // the first one that it names
    Blocks blocks;                                  // of all sections for staff
    Blocks notes;                                   // for staff, in other sections
    std::vector<const content::HelpLine*> lines;    // beside such notes, and held ones
};

class StaffContentReader {
public:
    explicit StaffContentReader(const content::Content& content) : content_(content) {}

    StaffContent read() {
        for (const content::Section& section : content_.sections)
            for (const content::SectionTab& tab : section.tabs) read_tab(section, tab);
        if (result_.section == nullptr || result_.report_line == nullptr)
            throw std::runtime_error("content.yaml has no section with \"audience: staff\" that "
                                     "names a help line for reports");
        for (const content::HelpLine& help_line : content_.help_lines)
            if (help_line.is_held() || help_line.prominent) add_line(help_line.id);
        return result_;
    }

private:
    void read_tab(const content::Section& section, const content::SectionTab& tab) {
        const bool is_for_staff = section.audience == content::Audience::staff;
        if (is_for_staff && result_.section == nullptr) result_.section = &section;
        const bool has_staff_blocks =
            std::ranges::any_of(tab.blocks, [](const content::Block& block) {
                return block.audience == content::Audience::staff;
            });
        for (const content::Block& block : tab.blocks) {
            if (const auto* lines = std::get_if<content::HelpLinesBlock>(&block.body)) {
                if (!is_for_staff && !has_staff_blocks) continue;
                for (const std::string& id : lines->ids) read_line(id, is_for_staff);
            } else if (is_for_staff) {
                result_.blocks.push_back(&block);
            } else if (block.audience == content::Audience::staff) {
                result_.notes.push_back(&block);
            }
        }
    }

    void read_line(const std::string& id, bool is_for_staff) {
        if (is_for_staff && result_.report_line == nullptr) {
            const content::HelpLine* const line = content_.find_help_line(id);
            if (line != nullptr && line->call) {
                result_.report_line = line;
                seen_.insert(id);
                return;
            }
        }
        add_line(id);
    }

    void add_line(const std::string& id) {
        const content::HelpLine* const line = content_.find_help_line(id);
        if (line != nullptr && seen_.insert(id).second) result_.lines.push_back(line);
    }

    const content::Content& content_;
    StaffContent result_;
    std::set<std::string> seen_;
};

std::string written(std::chrono::year_month_day date) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

// A row of the table of numbers.
struct NumberRow {
    TextLayout name;
    TextLayout number;
    TextLayout about;
    TextLayout source;

    double height() const {
        return std::max(
                   {name.height_mm(), number.height_mm(), about.height_mm(), source.height_mm()}) +
               1.6;
    }
};

class StaffSheet {
public:
    StaffSheet(PaperJob& job, StaffContent staff)
        : job_(job), canvas_(job.canvas), staff_(std::move(staff)),
          width_(job.canvas.page().width_mm - 2 * sheet_margin),
          column_width_((width_ - column_gap) / 2) {}

    void draw() {
        double y = draw_title();
        y = draw_report_line(y + 2.5) + 4;
        const double bottom = canvas_.page().height_mm - sheet_margin;
        constexpr double step = 0.99;
        double size = max_pt;
        while (!layout(size) || y + height() > bottom) {
            size *= step;
            if (size < min_pt)
                throw std::runtime_error(fmt::format(
                    "the texts for staff do not fit on one page in type of {} points; shorten them",
                    min_pt));
        }
        draw_columns(y);
        draw_numbers(y + columns_height() + 3);
        draw_signature(bottom);
    }

private:
    double draw_title() {
        const TextLayout school = canvas_.type().fit(
            job_.words(job_.content.site.school) + "\nFor staff. Keep it in a drawer.",
            {.size_pt = 9.5, .color = color::gray, .align = Align::end}, width_ * 0.4, 10, 7);
        const TextLayout title = canvas_.type().fit(
            job_.words(staff_.section->title),
            {.size_pt = 24, .is_bold = true, .color = color::ink}, width_ * 0.58, 11, 12);
        canvas_.draw_text(title, sheet_margin, 9, "H1");
        canvas_.draw_text(school, sheet_margin + width_ * 0.6, 10);
        return 9 + std::max(title.height_mm(), school.height_mm());
    }

    // Draws whom to call with a report. Returns where it ends.
    double draw_report_line(double top) {
        const content::HelpLine& line = *staff_.report_line;
        const double left = width_ * 0.44, right = width_ - left - 17;
        const TextLayout name = canvas_.type().fit(
            job_.words(line.name) + (line.hours.empty() ? "" : "\n" + job_.words(line.hours)),
            {.size_pt = 10.5, .color = color::white}, left, 11, 8);
        const TextLayout digits = canvas_.type().fit(
            line.call->display_text(),
            {.size_pt = 32, .is_bold = true, .color = color::white, .line_height_em = 1.05}, left,
            14, 16);
        const std::vector<Span> spans{
            {job_.words(staff_.section->lead) + "\n", true, color::white},
            {job_.words(line.answers) + " " + job_.words(line.reports), false, color::white}};
        const TextLayout about = canvas_.type().fit(spans, {.size_pt = 10.5}, right, 30, 8);
        const double inner = std::max(name.height_mm() + digits.height_mm(), about.height_mm()) + 7;
        canvas_.fill({sheet_margin, top, width_, inner}, color::teal, 3.2);
        const double y = top + (inner - name.height_mm() - digits.height_mm()) / 2;
        canvas_.draw_text(name, sheet_margin + 6, y);
        canvas_.draw_text(digits, sheet_margin + 6, y + name.height_mm());
        canvas_.draw_text(about, sheet_margin + 6 + left + 5,
                          top + (inner - about.height_mm()) / 2);
        return top + inner;
    }

    // Lays out everything below the number for reports. Returns whether each word fits.
    bool layout(double size) {
        style_ = {size, column_width_};
        layout_columns();
        rows_.clear();
        for (const content::HelpLine* line : staff_.lines) rows_.push_back(layout_row(*line));
        return std::ranges::none_of(rows_, [](const NumberRow& row) {
            return row.name.is_too_wide() || row.number.is_too_wide() || row.about.is_too_wide() ||
                   row.source.is_too_wide();
        });
    }

    // The parts that begin with a heading are kept in their order, and in one column each.
    void layout_columns() {
        std::vector<std::vector<FlowItem>> parts;
        for (const content::Block* block : staff_.blocks) {
            if (parts.empty() || std::holds_alternative<content::HeadingBlock>(block->body))
                parts.emplace_back();
            append_block(parts.back(), *block, style_, job_.words, canvas_.type());
        }
        if (parts.empty()) parts.emplace_back();
        for (const content::Block* block : staff_.notes)
            append_block(parts.back(), *block, style_, job_.words, canvas_.type());
        balance_columns(parts);
    }

    // Chooses the column of each part but the first one so that the longer column is as short as
    // possible.
    void balance_columns(const std::vector<std::vector<FlowItem>>& parts) {
        constexpr std::size_t max_movable = 10;
        const std::size_t movable = std::min(parts.size() - 1, max_movable);
        std::size_t best = 0;
        double best_height = 1e9;
        for (std::size_t choice = 0; choice < std::size_t{1} << movable; ++choice) {
            fill_columns(parts, choice);
            if (columns_height() >= best_height) continue;
            best_height = columns_height();
            best = choice;
        }
        fill_columns(parts, best);
    }

    // A bit of `choice` puts a part into the second column.
    void fill_columns(const std::vector<std::vector<FlowItem>>& parts, std::size_t choice) {
        for (std::vector<FlowItem>& column : columns_) column.clear();
        for (std::size_t i = 0; i < parts.size(); ++i) {
            std::vector<FlowItem>& column = columns_[i > 0 ? choice >> (i - 1) & 1 : 0];
            column.insert(column.end(), parts[i].begin(), parts[i].end());
        }
    }

    NumberRow layout_row(const content::HelpLine& line) {
        const Typesetter& type = canvas_.type();
        const TextStyle small{.size_pt = style_.size_pt * 0.88, .line_height_em = 1.2};
        TextStyle bold = small.sized(style_.size_pt * 0.95);
        bold.is_bold = true;
        const TextStyle smallest = small.sized(style_.size_pt * 0.8);
        std::string numbers = line.call ? line.call->display_text() : "";
        if (line.text && (!line.call || !(line.text->to == *line.call)))
            numbers += (numbers.empty() ? "Text " : "\nText ") + line.text->to.display_text();
        const content::Verification& verified = line.verified;
        const std::string called =
            verified.is_by_phone()
                ? fmt::format("Called by {}, {}.", verified.by, written(verified.on))
                : "\xE2\x98\x90 Call first: nobody has yet.";
        job_.words(verified.source);
        return {type.layout(job_.words(line.name), bold, width_ * 0.22 - 2),
                type.layout(numbers, bold.sized(style_.size_pt * 1.1), width_ * 0.19 - 2),
                type.layout(job_.words(line.answers), small, width_ * 0.31 - 3),
                type.layout(called + " From: " + verified.source + ".", smallest, width_ * 0.28)};
    }

    double columns_height() const {
        return std::max(flow_height(columns_[0]), flow_height(columns_[1]));
    }

    double row_heading_height() const { return style_.size_pt * 1.35 * mm_per_point * 1.4; }

    double height() const {
        double height = columns_height() + 3 + row_heading_height() + 9;
        for (const NumberRow& row : rows_) height += row.height();
        return height;
    }

    void draw_columns(double y) {
        draw_flow(canvas_, columns_[0], sheet_margin, y, style_);
        draw_flow(canvas_, columns_[1], sheet_margin + column_width_ + column_gap, y, style_);
    }

    void draw_numbers(double y) {
        const TextLayout heading = canvas_.type().layout(std::string("Numbers"),
                                                         {.size_pt = style_.size_pt * 1.35,
                                                          .is_bold = true,
                                                          .color = color::teal,
                                                          .line_height_em = 1.2},
                                                         width_);
        canvas_.draw_text(heading, sheet_margin, y, "H2");
        y += row_heading_height();
        for (const NumberRow& row : rows_) {
            canvas_.draw_line(sheet_margin, y, sheet_margin + width_, y, color::edge, 0.25);
            canvas_.draw_text(row.name, sheet_margin, y + 0.8);
            canvas_.draw_text(row.number, sheet_margin + width_ * 0.22, y + 0.8);
            canvas_.draw_text(row.about, sheet_margin + width_ * 0.41, y + 0.8);
            canvas_.draw_text(row.source, sheet_margin + width_ * 0.72, y + 0.8);
            y += row.height();
        }
        canvas_.draw_line(sheet_margin, y, sheet_margin + width_, y, color::edge, 0.25);
    }

    void draw_signature(double bottom) {
        const bool is_called = std::ranges::all_of(
            staff_.lines, [](const auto* line) { return line->verified.is_by_phone(); });
        const std::string text = std::string(is_called ? "" : "Call each number once.   ") +
                                 "Called on ______________ by ______________";
        const TextLayout line = canvas_.type().layout(
            text, {.size_pt = 8.5, .color = color::gray, .align = Align::end}, width_);
        canvas_.draw_text(line, sheet_margin, bottom - line.height_mm());
    }

    PaperJob& job_;
    Canvas& canvas_;
    StaffContent staff_;
    double width_;
    double column_width_;
    FlowStyle style_;
    std::vector<FlowItem> columns_[2];
    std::vector<NumberRow> rows_;
};

} // namespace

void draw_staff_sheet(PaperJob& job) {
    StaffSheet(job, StaffContentReader(job.content).read()).draw();
}

} // namespace print
