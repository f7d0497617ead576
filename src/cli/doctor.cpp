#include "cli/doctor.hpp"

#include "cli/doctor/probes.hpp"
#include "cli/doctor/sheet.hpp"
#include "cli/fonts.hpp"
#include "cli/options.hpp"
#include "cli/places.hpp"
#include "platform/clock.hpp"
#include "platform/whole_file.hpp"
#include "ui/words.hpp"

#include <fmt/format.h>

#include <memory>
#include <stdexcept>

namespace cli {

namespace {

struct DoctorWish {
    SourceOptions sources;
    std::string html;
};

std::unique_ptr<text::Typesetter> fonts_if_any() {
    try {
        return open_fonts().get();
    } catch (const std::runtime_error&) {
        return nullptr;
    }
}

int run(const DoctorWish& wish) {
    const platform::Machine machine;
    const auto today = platform::today();
    const content::Loaded loaded = content::load(find_sources(wish.sources), {today, ui::words});
    const auto typesetter = fonts_if_any();
    const doctor::Subject subject{machine, loaded, typesetter.get(), today};
    const doctor::Findings findings = doctor::look_at_all(subject);
    fmt::print("{}", doctor::to_string(findings));
    if (!wish.html.empty()) platform::write_whole(wish.html, doctor::sheet(subject, findings));
    return static_cast<int>(doctor::worst(findings));
}

} // namespace

void add_doctor(CommandLine& line) {
    auto wish = std::make_shared<DoctorWish>();
    Command command = line.add("doctor", "Say whether this machine is fit to be a kiosk");
    add_source_options(command, wish->sources);
    command.option("--html", wish->html, "Write a sheet to print, sign and keep");
    command.does([wish] { return run(*wish); });
}

} // namespace cli
