// The last good content, kept in a file of its own: shown when the school's files cannot be. The only file that
// the kiosk ever writes, and nothing about a visit is in it.
#pragma once

#include "content/document.hpp"

#include <filesystem>
#include <optional>

namespace platform {

class Snapshot {
public:
    // In `folder`, which must exist by the time of write().
    explicit Snapshot(const std::filesystem::path& folder) : file_(folder / "last-good.json") {}

    // The folder that systemd made for it. nullopt: started by hand, nothing is kept.
    static std::optional<Snapshot> of_service();

    const std::filesystem::path& file() const { return file_; }

    // nullopt: nothing is kept, or what is there is damaged.
    std::optional<content::Documents> read() const;

    // Whole or not at all, even if the power fails half-way. Writes nothing when it is kept already. Throws
    // std::runtime_error, in one line.
    void write(const content::Documents& documents) const;

private:
    std::filesystem::path file_;
};

} // namespace platform
