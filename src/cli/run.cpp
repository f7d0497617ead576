#include "cli/run.hpp"

#include "cli/opened.hpp"
#include "cli/options.hpp"
#include "platform/clock.hpp"
#include "platform/loop.hpp"
#include "ui/emergency.hpp"

#include <memory>

namespace cli {

namespace {

struct Wish {
    SourceOptions sources;
    Size size;
    bool windowed = false;
    double inches = 0;
    platform::Renderer renderer = platform::Renderer::automatic;
};

int run(const Wish& wish) {
    // A screen that cannot say what the school wrote still says who helps.
    auto content = open_content(wish.sources);
    if (!content) content = {std::shared_ptr<const content::Content>(), &ui::emergency_content()};
    platform::WindowWish window_wish;
    if (wish.windowed) window_wish.size = {wish.size.width, wish.size.height};
    window_wish.renderer = wish.renderer;
    window_wish.inches = wish.inches > 0 ? std::optional(wish.inches) : content->site.panel_inches;
    window_wish.mounting = content->site.mounting;
    platform::catch_signals();
    platform::Window window(window_wish);
    text::Typesetter typesetter;
    ui::Kiosk kiosk(content, window.panel(), typesetter, platform::moment());
    platform::Loop(window, kiosk).run();
    return 0;
}

void add_renderer_option(CLI::App& command, platform::Renderer& renderer) {
    static const std::map<std::string, platform::Renderer> names{{"auto", platform::Renderer::automatic},
                                                                 {"software", platform::Renderer::software},
                                                                 {"gpu", platform::Renderer::gpu}};
    command.add_option("--renderer", renderer, "auto, software or gpu")
        ->transform(CLI::CheckedTransformer(names));
}

} // namespace

void add_run(CLI::App& app, int& exit_code) {
    auto wish = std::make_shared<Wish>();
    CLI::App* command = app.add_subcommand("run", "Show the kiosk, full screen");
    add_source_options(*command, wish->sources);
    CLI::Option* window = add_size_option(*command, "--window", wish->size);
    command->add_option("--panel", wish->inches, "Diagonal of the panel in inches")
        ->check(CLI::Range(4.0, 120.0));
    add_renderer_option(*command, wish->renderer);
    command->callback([wish, window, &exit_code] {
        wish->windowed = window->count() > 0;
        exit_code = run(*wish);
    });
}

} // namespace cli
