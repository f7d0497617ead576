#include "commands/site_file.hpp"

#include "content/parser/read_file.hpp"
#include "content/parser/source_text.hpp"
#include "content/parser/yaml_tree.hpp"
#include "os/atomic_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace commands {

namespace {

namespace fs = std::filesystem;
using content::YamlKeyEdit;

fs::path folder_of(const fs::path& path) {
    std::error_code missing; // a missing file has no canonical path
    const fs::path target = fs::canonical(path, missing);
    const fs::path& file = missing ? path : target;
    return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

} // namespace

fs::path installed_site_path() {
    return fs::path(KIOSK_INSTALLED_CONTENT).parent_path() / "site.yaml";
}

std::string find_write_blocker(const fs::path& path, const Machine& machine,
                               const std::string& command, const std::string& option) {
    const auto root = root_mount(machine);
    if (has_kernel_option(machine, "help-kiosk=overlay") && root && root->type == "overlay")
        return fmt::format("the disk of this station is read-only, so changes would be lost at the "
                           "next restart\n  = type: sudo help-kiosk-unlock {}\n",
                           command);
    const fs::path folder = folder_of(path);
    if (access(folder.c_str(), W_OK) == 0) return find_owner_blocker(path, geteuid(), command);
    switch (errno) {
    case ENOENT:
    case ENOTDIR:
        return fmt::format(
            "there is no folder {}\n  = install help-kiosk, or choose another file with {}\n",
            folder.string(), option);
    case EROFS:
        return fmt::format("the disk with {} is read-only\n  = start in maintenance mode, or "
                           "choose another file with {}\n",
                           folder.string(), option);
    case EACCES:
    case EPERM:
        return fmt::format("no permission to write to {}\n  = type: sudo {}\n", folder.string(),
                           command);
    default:
        return fmt::format("cannot write to {}: {}\n  = choose another file with {}\n",
                           folder.string(), std::strerror(errno), option);
    }
}

std::string find_owner_blocker(const fs::path& path, uid_t user, const std::string& command) {
    struct stat file {};
    if (user == 0 || stat(path.c_str(), &file) != 0) return {};
    if (file.st_uid == user && group_member(file.st_gid) != 0) return {};
    return fmt::format("{} belongs to another user or group\n  = type: sudo {}\n", path.string(),
                       command);
}

std::string find_content_write_blocker(const fs::path& path, const Machine& machine,
                                       const std::string& command) {
    const std::string blocker = find_write_blocker(path, machine, command, "--content");
    if (!blocker.empty()) return blocker;
    constexpr auto any_write =
        fs::perms::owner_write | fs::perms::group_write | fs::perms::others_write;
    std::error_code error; // a missing file is reported when it is loaded
    const fs::perms mode = fs::status(path, error).permissions();
    if (error || (mode & any_write) != fs::perms::none) return {};
    return fmt::format("{0} is read-only\n  = type: chmod u+w {0}\n", path.string());
}

content::ContentPaths content_paths_beside(cli::ContentOptions options) {
    const fs::path content_path = fs::path(options.site).parent_path() / "content.yaml";
    std::error_code ignored; // an error counts as a missing file
    if (options.content.empty() && fs::exists(content_path, ignored))
        options.content = content_path;
    return cli::find_content_paths(options);
}

SiteFile::SiteFile(fs::path path) : path_(std::move(path)) {
    const auto result = content::parser::read_file(path_);
    if (result.file) file_ = *result.file;
    file_.name = path_.string();
    if (result.problem) problems_.push_back(*result.problem);
    const std::array sample_edit{YamlKeyEdit{"school", "s"}};
    if (problems_.empty()) content::edit_yaml_keys(file_, sample_edit, problems_);
}

bool SiteFile::has_key(const std::string& key) const {
    std::vector<content::Problem> ignored; // problems_ has them
    content::parser::SourceText source(file_, ignored);
    const auto root = content::parser::parse_yaml(source);
    return root && std::ranges::find(root->entries, key, &content::parser::YamlEntry::key) !=
                       root->entries.end();
}

content::SourceFile SiteFile::edit(std::span<const YamlKeyEdit> edits) const {
    std::vector<content::Problem> ignored; // the constructor has checked that there are none
    return {file_.name, content::edit_yaml_keys(file_, edits, ignored).value_or("")};
}

void SiteFile::write(const std::string& text) const {
    os::edit_file_atomically(path_, text);
}

std::string SiteFile::find_read_problem() const {
    std::error_code error;
    const fs::perms mode = fs::status(path_, error).permissions();
    if (error || (mode & fs::perms::others_read) != fs::perms::none) return {};
    return fmt::format("Only some users can read this file, so the kiosk may not be able to.\n"
                       "  = type: sudo chmod 644 {}\n",
                       path_.string());
}

} // namespace commands
