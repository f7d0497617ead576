// Remembers the rows of long columns, so that the work of a frame depends on what is on the screen
// and not on how long the column is.
#pragma once

#include "session/state.hpp"
#include "ui/outline.hpp"
#include "ui/page_breaks.hpp"
#include "ui/theme.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace ui {

// What the layout of every row depends on, besides its content and its width.
struct RowContext {
    Panel panel;
    session::ColorScheme color_scheme = {};
    int text_size = 0;
    std::string language;

    bool operator==(const RowContext&) const = default;
};

// Identifies a row and one way to lay it out.
struct RowKey {
    // The address of the row's content.
    const void* content = nullptr;
    // Width in pixels.
    double width = 0;
    // Distinguishes arrangements of the same content at the same width.
    int arrangement = 0;

    bool operator==(const RowKey&) const = default;
};

// A row as it was laid out last. Lengths are in pixels.
struct CachedRow {
    double height = 0;
    // What the row adds to the outline. Positions are relative to its top left corner, indices of
    // parents to its first node, and IDs may not be unique.
    Outline nodes;
    // Relative to its top.
    ColumnParts parts;
};

class RowCache {
public:
    // Forgets all rows and numbers that were found for another context.
    void set_context(const RowContext& context, bool is_visit_active);
    // Forgets everything of a visit. The numbers that were found while nobody used the kiosk stay:
    // they are those of the screen that waits for everybody, which is drawn anew after each visit.
    void forget_visit();
    // Forgets everything, because the content is replaced.
    void clear();

    // Returns null if the row is not known. The pointer is valid until the next insert() or
    // clear().
    const CachedRow* find(const RowKey& key) const;
    void insert(const RowKey& key, CachedRow row);
    // Other numbers that take as long to find as a layout, such as the size in which many titles
    // fit.
    std::optional<double> find_number(const RowKey& key) const;
    void insert_number(const RowKey& key, double number);
    // Returns the average height of all known rows, for a row that is not laid out yet.
    double estimated_height() const;

    // The number of bytes of text that rows off the screen may still have laid out until the next
    // grant, so that each frame is fast. What is left is laid out in the next frames.
    void grant_budget();
    bool has_budget() const { return budget_bytes_ > 0; }
    void spend(std::size_t text_bytes);

private:
    struct HashKey {
        std::size_t operator()(const RowKey& key) const;
    };

    using Numbers = std::unordered_map<RowKey, double, HashKey>;

    RowContext context_;
    bool is_visit_active_ = false;
    std::unordered_map<RowKey, CachedRow, HashKey> rows_;
    Numbers numbers_;
    RowContext idle_context_;
    Numbers idle_numbers_; // found while nobody used the kiosk
    double total_height_ = 0;
    std::size_t budget_bytes_ = 0;
};

} // namespace ui
