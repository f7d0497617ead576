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

struct DoctorOptions {
    ContentOptions content_options;
    std::string html_path;
};

std::unique_ptr<text::Typesetter> load_fonts_or_null() {
    try {
        return load_fonts_async().get();
    } catch (const std::runtime_error&) {
        return nullptr;
    }
}

int run(const DoctorOptions& options) {
    const platform::Machine machine;
    const auto today = platform::today();
    const content::LoadResult loaded =
        content::load(find_content_paths(options.content_options), {today, ui::ui_strings});
    const auto typesetter = load_fonts_or_null();
    const doctor::DoctorContext context{machine, loaded, typesetter.get(), today};
    const doctor::Findings findings = doctor::run_all_checks(context);
    fmt::print("{}", doctor::to_string(findings));
    if (!options.html_path.empty())
        platform::write_file_atomically(options.html_path, doctor::commissioning_sheet(context, findings));
    return static_cast<int>(doctor::worst_status(findings));
}

} // namespace

void add_doctor_command(CommandLine& command_line) {
    auto options = std::make_shared<DoctorOptions>();
    Command command = command_line.add_command("doctor", "Say whether this machine is fit to be a kiosk");
    add_content_options(command, options->content_options);
    command.add_option("--html", options->html_path, "Write a sheet to print, sign and keep");
    command.set_action([options] { return run(*options); });
}

} // namespace cli
