// help-kiosk-viewer: the program that shows the kiosk. The service starts it, and `help-kiosk run`
// replaces itself with it. It parses its few options itself and links nothing that the kiosk does
// not need while it is shown.
#include "cli/content_paths.hpp"
#include "cli/pixel_size.hpp"
#include "viewer/viewer.hpp"

#include <array>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <exception>
#include <getopt.h>
#include <optional>
#include <stdexcept>
#include <string>

namespace {

constexpr const char* help = R"(Show the kiosk, full screen
Usage: help-kiosk run [OPTIONS]

Options:
  -h,--help                   Print this help message and exit
  --version                   Print the version and exit
  --content TEXT              The content file (default: content.yaml)
  --site TEXT                 This building's settings (default: site.yaml beside the content)
  --translations TEXT         The folder of the translations
  --window WxH                Size of a window in pixels, for example 1080x1920 (default: full screen)
  --panel INCHES              Diagonal of the panel, 4 to 120 inches
  --renderer WORD             auto, software, gpu
  --tone TEXT                 The FIFO of the service that plays the sound test of the staff screens
  --no-locks                  Do not restrict the program, for debuggers
)";

// Thrown if the command line is invalid. The message says what to write instead.
struct UsageError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

enum Option : int {
    content = 256,
    site,
    translations,
    window,
    panel,
    renderer,
    tone,
    no_locks,
    print_version
};

constexpr std::array long_options{
    option{"content", required_argument, nullptr, content},
    option{"site", required_argument, nullptr, site},
    option{"translations", required_argument, nullptr, translations},
    option{"window", required_argument, nullptr, window},
    option{"panel", required_argument, nullptr, panel},
    option{"renderer", required_argument, nullptr, renderer},
    option{"tone", required_argument, nullptr, tone},
    option{"no-locks", no_argument, nullptr, no_locks},
    option{"version", no_argument, nullptr, print_version},
    option{"help", no_argument, nullptr, 'h'},
    option{nullptr, 0, nullptr, 0},
};

display::WindowOptions::Size parse_window_size(const std::string& text) {
    const auto size = cli::parse_pixel_size(text);
    if (!size) throw UsageError("--window: " + std::string(cli::pixel_size_advice));
    return {size->width, size->height};
}

double parse_panel_inches(const std::string& text) {
    double inches = 0;
    const char* end = text.data() + text.size();
    const auto result = std::from_chars(text.data(), end, inches);
    const bool is_in_range = inches >= 4 && inches <= 120;
    if (result.ec != std::errc() || result.ptr != end || !is_in_range)
        throw UsageError("--panel: write the diagonal in inches, 4 to 120, for example 24");
    return inches;
}

display::Renderer parse_renderer(const std::string& text) {
    if (text == "auto") return display::Renderer::automatic;
    if (text == "software") return display::Renderer::software;
    if (text == "gpu") return display::Renderer::gpu;
    throw UsageError("--renderer: write one of: auto, software, gpu");
}

// Returns nullopt after printing the help text or the version. Throws UsageError.
std::optional<viewer::ViewerOptions> parse_options(int argc, char** argv) {
    viewer::ViewerOptions options;
    cli::ContentOptions content_options;
    opterr = 0; // getopt's own messages do not say what to do
    for (int code = 0;
         (code = getopt_long(argc, argv, ":h", long_options.data(), nullptr)) != -1;) {
        switch (code) {
        case content:
            content_options.content = optarg;
            break;
        case site:
            content_options.site = optarg;
            break;
        case translations:
            content_options.translations = optarg;
            break;
        case window:
            options.window_size = parse_window_size(optarg);
            break;
        case panel:
            options.panel_inches = parse_panel_inches(optarg);
            break;
        case renderer:
            options.renderer = parse_renderer(optarg);
            break;
        case tone:
            options.tone_pipe = optarg;
            break;
        case no_locks:
            options.should_restrict = false;
            break;
        case print_version:
            std::puts(HELP_KIOSK_VERSION);
            return std::nullopt;
        case 'h':
            std::fputs(help, stdout);
            return std::nullopt;
        case ':':
            throw UsageError(std::string(argv[optind - 1]) + ": missing value");
        default:
            throw UsageError(std::string(argv[optind - 1]) + ": unknown option");
        }
    }
    if (optind < argc) throw UsageError(std::string(argv[optind]) + ": unexpected argument");
    options.content_paths = cli::find_content_paths(content_options);
    return options;
}

} // namespace

int main(int argc, char** argv) {
    try {
        if (const auto options = parse_options(argc, argv)) viewer::run(*options);
        return 0;
    } catch (const UsageError& error) {
        std::fprintf(stderr, "help-kiosk-viewer: %s\nRun with --help for more information.\n",
                     error.what());
        return 2;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "help-kiosk: %s\n", error.what());
        return 1;
    }
}
