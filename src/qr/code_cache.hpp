// Keeps the QR codes of a visit, because encoding one takes longer than drawing a frame.
#pragma once

#include "qr/code.hpp"

#include <map>
#include <optional>
#include <string>

namespace qr {

class CodeCache {
public:
    // The version of the longest payload of a help line. Codes of one size look alike beside each
    // other.
    static constexpr int min_version = 2;

    // Returns the code of a payload, which is encoded at the first call. Returns null if encode()
    // returns nullopt for it. The pointer is valid until clear().
    const Code* find(const std::string& payload) {
        auto found = codes_.find(payload);
        if (found == codes_.end())
            found = codes_.emplace(payload, encode(payload, min_version)).first;
        return found->second ? &*found->second : nullptr;
    }

    void clear() { codes_.clear(); }

private:
    std::map<std::string, std::optional<Code>> codes_;
};

} // namespace qr
