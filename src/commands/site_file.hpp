// The site.yaml that `setup` and `pin` change: where it is, whether it can be changed, and writing
// it so that the kiosk can read it.
#pragma once

#include "cli/content_paths.hpp"
#include "commands/machine/machine.hpp"
#include "content/load.hpp"
#include "content/problem.hpp"
#include "content/source_files.hpp"
#include "content/yaml_edit.hpp"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <sys/types.h>
#include <vector>

namespace commands {

// Returns the path of the installed site.yaml.
std::filesystem::path installed_site_path();

// Returns why the file at `path` cannot be changed so that the change lasts, with advice, or an
// empty string if it can be. `command` is what the user typed, for example "help-kiosk setup",
// and `option` names another file.
std::string find_write_blocker(const std::filesystem::path& path, const Machine& machine,
                               const std::string& command, const std::string& option = "--site");

// Returns why `user`, who may write to the folder of an existing file, cannot replace the file with
// one that has the same owner and group, with advice, or an empty string if that is possible.
std::string find_owner_blocker(const std::filesystem::path& path, uid_t user,
                               const std::string& command);

// Does the same as find_write_blocker() for content.yaml. A file that even its owner may not write
// to was protected on purpose, so it is not replaced, not even by root.
std::string find_content_write_blocker(const std::filesystem::path& path, const Machine& machine,
                                       const std::string& command);

// Returns the content that site.yaml is validated with: the content.yaml beside `options.site`, or
// the default content if there is none.
content::ContentPaths content_paths_beside(cli::ContentOptions options);

class SiteFile {
public:
    // Reads the file. It need not exist.
    explicit SiteFile(std::filesystem::path path);

    // The errors that keep single keys from being changed without losing the rest of the file. If
    // there are any, edit() must not be called.
    const std::vector<content::Problem>& problems() const { return problems_; }

    const std::string& name() const { return file_.name; }

    // Whether the key is in the file already.
    bool has_key(const std::string& key) const;

    // Returns the file with these changes. Everything else stays as it is.
    content::SourceFile edit(std::span<const content::YamlKeyEdit> edits) const;

    // Replaces the file on the disk. It keeps its owner and mode. Throws std::system_error.
    void write(const std::string& text) const;

    // Returns advice if other users, such as the kiosk, cannot read the file, otherwise an empty
    // string.
    std::string find_read_problem() const;

private:
    std::filesystem::path path_;
    content::SourceFile file_;
    std::vector<content::Problem> problems_;
};

} // namespace commands
