// The file with the last good content, which is shown if the school's files are invalid. It is the
// only file that the viewer ever writes, and it contains nothing about a visit.
#pragma once

#include "content/load.hpp"
#include "content/source_files.hpp"

#include <filesystem>
#include <optional>

namespace reload {

class SnapshotFile {
public:
    // The file is last-good.json in `folder`, which must exist when save() is called.
    explicit SnapshotFile(const std::filesystem::path& folder) : path_(folder / "last-good.json") {}

    // Uses the first folder in the environment variable STATE_DIRECTORY, which systemd sets for a
    // service. Returns nullopt if it is not set, as it is if a person starts the program.
    static std::optional<SnapshotFile> from_state_directory();

    const std::filesystem::path& path() const { return path_; }

    // Returns nullopt if there is no snapshot, or if it is damaged.
    std::optional<content::SourceFiles> load() const;

    // Replaces the snapshot atomically, so that it is complete even after a power failure. Does not
    // write if the snapshot is the same already. Throws std::runtime_error with a message of one
    // line if the file cannot be written; then the old snapshot is unchanged.
    void save(const content::SourceFiles& source_files) const;

private:
    std::filesystem::path path_;
};

// Parses the files of a snapshot, also of one that an earlier edition of the program has saved.
content::LoadResult parse_snapshot(const content::SourceFiles& files,
                                   content::LoadContext context = {});

} // namespace reload
