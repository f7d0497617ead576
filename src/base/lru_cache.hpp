// A cache of limited size that drops the least recently used value when it is full.
#pragma once

#include <list>
#include <unordered_map>
#include <utility>

namespace base {

template <class Key, class Value, class Hash = std::hash<Key>>
class LruCache {
public:
    // `capacity` is the maximum number of values, at least 1.
    explicit LruCache(std::size_t capacity) : capacity_(capacity) {}

    // Returns the value and marks it as the most recently used, or nullptr if the cache has no such
    // key. The pointer is valid until the next insert() or clear().
    Value* find(const Key& key) {
        const auto found = values_.find(key);
        if (found == values_.end()) return nullptr;
        order_.splice(order_.begin(), order_, found->second.position);
        return &found->second.value;
    }

    // Adds a value as the most recently used one. The cache must not have the key yet. The returned
    // reference is valid until the next insert() or clear().
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
    // Keys from the most to the least recently used. `values_` owns them.
    using Order = std::list<const Key*>;

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
