// How a frame draws the rows of long columns.
#include "ui/frame.hpp"

#include <cmath>
#include <utility>

namespace ui {

namespace {

// How far a row may draw beyond its rectangle: a focus ring, an edge, the tail of a letter.
constexpr double row_overhang_mm = 10;

// Where the height of a row that is not laid out completely is remembered. No arrangement of a
// screen is negative.
RowKey estimate_key(RowKey key) {
    key.arrangement = -1 - key.arrangement;
    return key;
}

// Returns the height that a row had when a part of it was estimated, and otherwise the average.
double estimate_height(const RowCache& rows, const RowKey& key) {
    const auto height = rows.find_number(estimate_key(key));
    return height ? *height : rows.estimated_height();
}

} // namespace

double Frame::draw_row(const void* row_content, const render::Rect& column, const DrawRow& draw,
                       int arrangement) {
    const RowKey key{row_content, column.w, arrangement};
    const CachedRow* row = caches_.rows.find(key);
    const double height = row == nullptr ? estimate_height(caches_.rows, key) : row->height;
    if (is_drawing() && is_on_screen(column, height)) {
        const double real_height = draw(column);
        if (row == nullptr) caches_.rows.insert_number(estimate_key(key), real_height);
        return real_height;
    }
    const bool is_known = row != nullptr;
    if (!is_known) {
        if (!should_lay_out(column.y)) {
            ++estimated_row_count_;
            return height;
        }
        const double real_height = record_row(key, column, draw);
        row = caches_.rows.find(key);
        if (row == nullptr) return real_height;
    }
    if (parts_ != nullptr && is_known) parts_->append(row->parts, column.y);
    if (mode_ != Mode::measuring) add_recorded(*row, column);
    return row->height;
}

double Frame::measure_parts(const std::function<double()>& draw, ColumnParts& parts) {
    return measure([&] {
        parts_ = &parts;
        return draw();
    });
}

void Frame::add_titled_part(const render::Rect& part, const PartTitle& title) {
    const VerticalSpan span{part.y, part.bottom()};
    if (parts_ != nullptr) parts_->titled_parts.push_back({span, title.height()});
    const bool began_above = repeated_title_height({{span, title.height()}}, clip_.y) > 0;
    if (is_drawing() && is_clipped_ && began_above) titles_above.push_back(title);
}

double Frame::remember(const RowKey& key, const std::function<double()>& find) const {
    if (const auto known = caches_.rows.find_number(key)) return *known;
    const double number = find();
    caches_.rows.insert_number(key, number);
    return number;
}

bool Frame::is_on_screen(const render::Rect& column, double height) const {
    const double overhang = px(row_overhang_mm);
    return column.y + height + overhang >= clip_.y && column.y - overhang <= clip_.bottom();
}

// Returns whether a row off the screen has to be laid out now.
bool Frame::should_lay_out(double y) {
    if (std::isfinite(measured_end_y_)) return y <= measured_end_y_;
    is_animating = is_animating || !caches_.rows.has_budget();
    return caches_.rows.has_budget();
}

// Lays out a row without drawing it, and remembers it unless a row within it is missing.
double Frame::record_row(const RowKey& key, const render::Rect& column, const DrawRow& draw) {
    const std::size_t first = outline.size();
    const int estimated_row_count = estimated_row_count_;
    const Mode mode = std::exchange(mode_, Mode::recording);
    CachedRow row;
    ColumnParts parts;
    ColumnParts* const outer_parts = std::exchange(parts_, &parts);
    row.height = draw(column);
    mode_ = mode;
    parts_ = outer_parts;
    if (parts_ != nullptr) parts_->append(parts, 0);
    row.parts.append(parts, -column.y);
    const render::Rect origin = mirror(column);
    const auto begin = outline.begin() + static_cast<std::ptrdiff_t>(first);
    row.nodes.reserve(outline.size() - first);
    for (auto node = begin; node != outline.end(); ++node) {
        node->rect.x -= origin.x;
        node->rect.y -= origin.y;
        if (node->parent >= 0) node->parent -= static_cast<int>(first);
        row.nodes.push_back(std::move(*node));
    }
    outline.erase(begin, outline.end());
    const double height = row.height;
    if (estimated_row_count_ == estimated_row_count)
        caches_.rows.insert(key, std::move(row));
    else
        caches_.rows.insert_number(estimate_key(key), height);
    return height;
}

void Frame::add_recorded(const CachedRow& row, const render::Rect& column) {
    const render::Rect origin = mirror(column);
    const int first = static_cast<int>(outline.size());
    for (const OutlineNode& recorded : row.nodes) {
        OutlineNode& node = outline.emplace_back(recorded);
        node.rect.x += origin.x;
        node.rect.y += origin.y;
        node.clip = clip_;
        node.is_scrollable = is_clipped_;
        if (node.parent >= 0) node.parent += first;
        if (node.event && is_drawing()) node.id = unique_id(node.id);
    }
}

} // namespace ui
