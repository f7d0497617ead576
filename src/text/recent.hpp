// Keeps the values used last, up to a number of them.
#pragma once

#include <list>
#include <unordered_map>
#include <utility>

namespace text {

template <class Key, class Value, class Hash = std::hash<Key>>
class Recent {
public:
    explicit Recent(std::size_t most) : most_(most) {}

    // Null: not kept. The value lives until the next keep() or clear().
    Value* find(const Key& key) {
        const auto found = values_.find(key);
        if (found == values_.end()) return nullptr;
        order_.splice(order_.begin(), order_, found->second.place);
        return &found->second.value;
    }

    // A key that is not kept yet.
    Value& keep(const Key& key, Value value) {
        while (values_.size() >= most_) forget_oldest();
        const auto [kept, is_new] = values_.emplace(key, Kept{std::move(value), {}});
        order_.push_front(&kept->first);
        kept->second.place = order_.begin();
        return kept->second.value;
    }

    void clear() {
        order_.clear();
        values_.clear();
    }

private:
    using Order = std::list<const Key*>; // the last used first; the keys belong to values_
    struct Kept {
        Value value;
        typename Order::iterator place;
    };

    void forget_oldest() {
        const auto oldest = values_.find(*order_.back());
        order_.pop_back();
        values_.erase(oldest);
    }

    std::size_t most_;
    Order order_;
    std::unordered_map<Key, Kept, Hash> values_;
};

} // namespace text
