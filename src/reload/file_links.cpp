#include "reload/file_links.hpp"

#include <deque>
#include <system_error>

namespace reload {

namespace fs = std::filesystem;

void add_entries_on_the_way(const fs::path& file, std::set<FolderEntry>& entries) {
    constexpr int max_links = 40; // as in the kernel, because links can lead in a circle
    std::error_code error;
    const fs::path absolute = fs::absolute(file, error);
    std::deque<fs::path> names(absolute.begin(), absolute.end());
    fs::path folder = "/";
    int link_count = 0;
    while (!names.empty()) {
        const fs::path name = names.front();
        names.pop_front();
        if (name.empty() || name == ".") continue;
        if (name.is_absolute()) { // the start of the path or of a link's target
            folder = "/";
            continue;
        }
        if (name == "..") {
            folder = folder.parent_path();
            continue;
        }
        entries.emplace(folder, name.string());
        const auto type = fs::symlink_status(folder / name, error).type();
        if (type == fs::file_type::not_found || type == fs::file_type::none) return;
        if (type != fs::file_type::symlink) {
            folder /= name;
            continue;
        }
        const fs::path target = fs::read_symlink(folder / name, error);
        if (error || ++link_count > max_links) return;
        names.insert(names.begin(), target.begin(), target.end());
    }
}

} // namespace reload
