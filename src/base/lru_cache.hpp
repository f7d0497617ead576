// Keeps the values used last, up to a number of them.
#pragma once

#include <list>
#include <unordered_map>
#include <utility>

namespace base {

template <class Key, class Value, class Hash = std::hash<Key>>
class LruCache {
public:
    explicit LruCache(std::size_t capacity) : capacity_(capacity) {}

    // Null: not kept. The value lives until the next keep() or clear().
    Value* find(const Key& key) {
        const auto found = values_.find(key);
        if (found == values_.end()) return nullptr;
        order_.splice(order_.begin(), order_, found->second.position);
        return &found->second.value;
    }

    // A key that is not kept yet.
    Value& insert(const Key& key, Value value) {
        while (values_.size() >= capacity_) evict_oldest();
        const auto [entry, is_new] = values_.emplace(key, Entry{std::move(value), {}});
        order_.push_front(&entry->first);
        entry->second.position = order_.begin();
        return entry->second.value;
    }

    void clear() {
        order_.clear();
        values_.clear();
    }

private:
    using Order = std::list<const Key*>; // the last used first; the keys belong to values_
    struct Entry {
        Value value;
        typename Order::iterator position;
    };

    void evict_oldest() {
        const auto oldest = values_.find(*order_.back());
        order_.pop_back();
        values_.erase(oldest);
    }

    std::size_t capacity_;
    Order order_;
    std::unordered_map<Key, Entry, Hash> values_;
};

} // namespace base
