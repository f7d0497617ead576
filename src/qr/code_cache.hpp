// QR codes by what they say. Making one takes longer than drawing a frame, so each is made once a visit.
#pragma once

#include "qr/code.hpp"

#include <map>
#include <optional>
#include <string>

namespace qr {

class CodeCache {
public:
    // Null: no code can say this. Valid until forget().
    const Code* find(const std::string& payload) {
        auto found = codes_.find(payload);
        if (found == codes_.end()) found = codes_.emplace(payload, encode(payload)).first;
        return found->second ? &*found->second : nullptr;
    }

    void clear() { codes_.clear(); }

private:
    std::map<std::string, std::optional<Code>> codes_;
};

} // namespace qr
