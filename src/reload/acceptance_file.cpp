#include "reload/acceptance_file.hpp"

#include "content/lost_parts.hpp"
#include "os/atomic_file.hpp"

#include <fmt/format.h>

#include <fstream>
#include <stdexcept>
#include <system_error>

namespace reload {

std::string waiting_message(const std::vector<std::string>& lost_parts) {
    return fmt::format("the change waits, because it removes {}",
                       content::join_lost_parts(lost_parts));
}

bool AcceptanceFile::is_accepted(std::string_view version) const {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path_, error)) return false; // a pipe would block
    std::ifstream file(path_);
    std::string accepted;
    return file >> accepted && accepted == version;
}

void AcceptanceFile::accept(std::string_view version) const {
    using std::filesystem::perms;
    try {
        os::write_file_atomically(path_, fmt::format("{}\n", version));
        std::filesystem::permissions(path_, perms::owner_read | perms::owner_write |
                                                perms::group_read | perms::others_read);
    } catch (const std::system_error& error) {
        throw std::runtime_error(
            fmt::format("cannot write {}: {}", path_.string(), error.code().message()));
    }
}

} // namespace reload
