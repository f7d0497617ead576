// help-kiosk-viewer: the program that shows the kiosk. The service starts it, and `help-kiosk run`
// replaces itself with it. It parses its few options itself and links nothing that the kiosk does
// not need while it is shown.
#include "cli/content_paths.hpp"
#include "cli/pixel_size.hpp"
#include "cli/standard_streams.hpp"
#include "viewer/viewer.hpp"

#include <array>
#include <charconv>
#include <cstdio>
#include <cstring>
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
  --speaker TEXT              The socket of the service that reads the screens aloud on headphones
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
    speaker,
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
    option{"speaker", required_argument, nullptr, speaker},
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

// The options of the command line. The paths are chosen when all of them are known.
struct CommandLine {
    viewer::ViewerOptions viewer;
    cli::ContentOptions content;
};

void set_option(CommandLine& command_line, int code, const std::string& value) {
    switch (code) {
    case content:
        command_line.content.content = value;
        break;
    case site:
        command_line.content.site = value;
        break;
    case translations:
        command_line.content.translations = value;
        break;
    case window:
        command_line.viewer.window_size = parse_window_size(value);
        break;
    case panel:
        command_line.viewer.panel_inches = parse_panel_inches(value);
        break;
    case renderer:
        command_line.viewer.renderer = parse_renderer(value);
        break;
    case speaker:
        command_line.viewer.speaker_socket = value;
        break;
    case no_locks:
        command_line.viewer.should_restrict = false;
        break;
    default:
        break;
    }
}

// Returns nullopt after printing the help text or the version. Throws UsageError.
std::optional<viewer::ViewerOptions> parse_options(int argc, char** argv) {
    CommandLine command_line;
    opterr = 0; // getopt's own messages do not say what to do
    for (int code = 0;
         (code = getopt_long(argc, argv, ":h", long_options.data(), nullptr)) != -1;) {
        switch (code) {
        case print_version:
            std::puts(HELP_KIOSK_VERSION);
            return std::nullopt;
        case 'h':
            std::fputs(help, stdout);
            return std::nullopt;
        case ':':
            throw UsageError(std::string(argv[optind - 1]) + ": missing value");
        case '?':
            throw UsageError(std::string(argv[optind - 1]) + ": unknown option");
        default:
            set_option(command_line, code, optarg == nullptr ? "" : optarg);
        }
    }
    if (optind < argc) throw UsageError(std::string(argv[optind]) + ": unexpected argument");
    command_line.viewer.content_paths = cli::find_content_paths(command_line.content);
    return command_line.viewer;
}

} // namespace

int main(int argc, char** argv) {
    return cli::run_main([&] {
        try {
            if (const auto options = parse_options(argc, argv)) viewer::run(*options);
            return 0;
        } catch (const UsageError& error) {
            std::fprintf(stderr, "help-kiosk-viewer: %s\nRun with --help for more information.\n",
                         error.what());
            return 2;
        }
    });
}
