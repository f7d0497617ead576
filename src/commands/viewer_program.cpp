#include "commands/viewer_program.hpp"

#include <stdexcept>

namespace commands {

namespace fs = std::filesystem;

fs::path find_viewer() {
    const fs::path folder = fs::read_symlink("/proc/self/exe").parent_path();
    const fs::path beside = folder / "help-kiosk-viewer";
    const fs::path installed = folder.parent_path() / "libexec" / "help-kiosk-viewer";
    for (const fs::path& candidate : {beside, installed})
        if (fs::exists(candidate)) return candidate;
    throw std::runtime_error("the program help-kiosk-viewer is neither at " + beside.string() +
                             " nor at " + installed.string() +
                             "; install the package help-kiosk again");
}

} // namespace commands
