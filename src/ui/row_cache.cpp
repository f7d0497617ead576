#include "ui/row_cache.hpp"

#include <algorithm>
#include <utility>

namespace ui {

namespace {

// More than a section of the shipped content has, so that it is laid out at once, and little enough
// to be laid out within a few frames' time on a slow computer.
constexpr std::size_t max_budget_bytes = 30'000;
// A row costs something even without a text.
constexpr std::size_t row_bytes = 50;

} // namespace

std::size_t RowCache::HashKey::operator()(const RowKey& key) const {
    constexpr std::size_t factor = 1'000'003;
    std::size_t hash = std::hash<const void*>()(key.content);
    hash = hash * factor + std::hash<double>()(key.width);
    return hash * factor + std::hash<int>()(key.arrangement);
}

void RowCache::set_context(const RowContext& context, bool is_visit_active) {
    is_visit_active_ = is_visit_active;
    if (!is_visit_active && idle_context_ != context) {
        idle_numbers_.clear();
        idle_context_ = context;
    }
    if (context_ == context) return;
    forget_visit();
    context_ = context;
}

void RowCache::forget_visit() {
    rows_.clear();
    numbers_.clear();
    total_height_ = 0;
    context_ = {};
}

void RowCache::clear() {
    forget_visit();
    idle_numbers_.clear();
}

const CachedRow* RowCache::find(const RowKey& key) const {
    const auto found = rows_.find(key);
    return found == rows_.end() ? nullptr : &found->second;
}

void RowCache::insert(const RowKey& key, CachedRow row) {
    spend(row_bytes);
    total_height_ += row.height;
    const auto [entry, is_new] = rows_.try_emplace(key);
    if (!is_new) total_height_ -= entry->second.height;
    entry->second = std::move(row);
}

std::optional<double> RowCache::find_number(const RowKey& key) const {
    const auto found = numbers_.find(key);
    if (found != numbers_.end()) return found->second;
    if (context_ != idle_context_) return std::nullopt;
    const auto idle = idle_numbers_.find(key);
    return idle == idle_numbers_.end() ? std::nullopt : std::optional(idle->second);
}

void RowCache::insert_number(const RowKey& key, double number) {
    (is_visit_active_ ? numbers_ : idle_numbers_)[key] = number;
}

double RowCache::estimated_height() const {
    return rows_.empty() ? 1 : total_height_ / static_cast<double>(rows_.size());
}

void RowCache::grant_budget() {
    budget_bytes_ = max_budget_bytes;
}

void RowCache::spend(std::size_t text_bytes) {
    budget_bytes_ -= std::min(budget_bytes_, text_bytes);
}

} // namespace ui
