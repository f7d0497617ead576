// The file in which somebody accepts a version of the content that a running kiosk does not show by
// itself, because the change removes a part of the content.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace reload {

// What to say about content that waits because it lacks `parts`, as of content::find_lost_parts().
std::string waiting_message(const std::vector<std::string>& lost_parts);
inline constexpr const char* waiting_advice =
    "if that is right, type: help-kiosk check --accept; a restart of the kiosk accepts it, too";

class AcceptanceFile {
public:
    // The file is content.accepted in the folder of content.yaml, so whoever may change the content
    // may accept it.
    explicit AcceptanceFile(const std::filesystem::path& content_file)
        : path_(content_file.parent_path() / "content.accepted") {}

    const std::filesystem::path& path() const { return path_; }

    // Returns whether the version of content::content_version() was the last one accepted.
    bool is_accepted(std::string_view version) const;

    // Accepts a version instead of all earlier ones. Everybody may read the file, because the kiosk
    // runs as another user. Throws std::runtime_error with a message of one line.
    void accept(std::string_view version) const;

private:
    std::filesystem::path path_;
};

} // namespace reload
