#include "cli/bench.hpp"
#include "cli/check.hpp"
#include "cli/doctor.hpp"
#include "cli/draw.hpp"
#include "cli/pin.hpp"
#include "cli/privacy_report.hpp"
#include "cli/run.hpp"
#include "cli/settings.hpp"
#include "cli/setup.hpp"
#include "cli/tour.hpp"

#include <cstdio>
#include <exception>

int main(int argc, char** argv) {
    try {
        cli::CommandLine line("A touch kiosk that tells students who will help", HELP_KIOSK_VERSION);
        cli::add_run(line);
        cli::add_check(line);
        cli::add_setup(line);
        cli::add_doctor(line);
        cli::add_draw(line);
        cli::add_tour(line);
        cli::add_pin(line);
        cli::add_bench(line);
        cli::add_privacy_report(line);
        cli::add_settings(line);
        return line.run(argc, argv);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "help-kiosk: %s\n", error.what());
        return 1;
    }
}
