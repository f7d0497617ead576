// The last good content, kept in a file of its own: shown when the school's files cannot be. The only file that
// the kiosk ever writes, and nothing about a visit is in it.
#pragma once

#include "content/source_files.hpp"

#include <filesystem>
#include <optional>

namespace reload {

class SnapshotFile {
public:
    // In `folder`, which must exist by the time of write().
    explicit SnapshotFile(const std::filesystem::path& folder) : path_(folder / "last-good.json") {}

    // The folder that systemd made for it. nullopt: started by hand, nothing is kept.
    static std::optional<SnapshotFile> from_state_directory();

    const std::filesystem::path& path() const { return path_; }

    // nullopt: nothing is kept, or what is there is damaged.
    std::optional<content::SourceFiles> load() const;

    // Whole or not at all, even if the power fails half-way. Writes nothing when it is kept already. Throws
    // std::runtime_error, in one line.
    void save(const content::SourceFiles& source_files) const;

private:
    std::filesystem::path path_;
};

} // namespace reload
