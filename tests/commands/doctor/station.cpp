#include "commands/healthy_station.hpp"

#include <doctest/doctest.h>

namespace {

using commands::doctor::Status;
using namespace test;

} // namespace

TEST_CASE("doctor: visitors can listen with a jack that the computer watches, or a USB adapter") {
    const auto sound_with = [](const std::string& file, const std::string& text) {
        HealthyStation station;
        station.fake_machine.add_file("/proc/asound/card0/codec#0", "");
        station.fake_machine.add_file("/proc/asound/" + file, text);
        for (const auto& finding : station.findings())
            if (finding.topic == "sound") return finding.message;
        return std::string("nothing");
    };
    const std::string jack = "Node 0x21 [Pin Complex] wcaps 0x40058d: Stereo Amp-Out\n"
                             "  Pin Default 0x02214040: [Jack] HP Out at Ext Front\n"
                             "    Conn = 1/8, Color = Green\n";
    const std::string has_jack =
        "visitors can listen with headphones: the computer has a headphone jack";
    const std::string has_none =
        "visitors can listen only with a USB adapter for headphones: the computer has a sound "
        "device, but reports no headphone jack that it watches";
    CHECK(sound_with("card0/codec#0", jack) == has_jack);
    CHECK(sound_with("card0/codec#0", jack + "Node 0x22\n    Misc = NO_PRESENCE\n") == has_jack);
    CHECK(sound_with("card0/codec#0", jack + "    Misc = NO_PRESENCE\n") == has_none);
    CHECK(sound_with("card1/usbid", "0d8c:0014\n") ==
          "visitors can listen with headphones: a USB adapter is plugged in");
}

TEST_CASE("doctor: restrictions that cannot be checked are warnings, not ok") {
    HealthyStation station;
    for (const char* name : {"/proc/self/mounts", "/proc/sys/kernel/sysrq", "/proc/swaps",
                             "/proc/net/tcp", "/proc/net/tcp6", "/proc/net/udp"})
        std::filesystem::remove(station.fake_machine.path(name));
    for (const char* command :
         {"modprobe --show-depends usb-storage", "loginctl list-sessions --no-legend"})
        station.fake_machine.remove_program_output(command);
    station.fake_machine.remove_program_output(show_logins);
    const commands::doctor::Findings findings =
        station.with_context(commands::doctor::check_lockdown);
    CHECK(findings.size() == 7);
    for (const commands::doctor::Finding& finding : findings) {
        CHECK(finding.status == Status::warning);
        CHECK(finding.message.starts_with("could not determine whether "));
    }
}

TEST_CASE("doctor: USB drives that site.yaml allows are ok") {
    HealthyStation station;
    station.fake_machine.add_file("/etc/help-kiosk/site.yaml",
                                  "school: Lincoln\nplace: lobby\nusb_storage: allowed\n");
    station.fake_machine.set_program_output("modprobe --show-depends usb-storage",
                                            "insmod /lib/modules/6.12/usb-storage.ko\n");
    CHECK(station.report(commands::doctor::check_lockdown)
              .find("ok      lockdown      USB drives are allowed by site.yaml\n") !=
          std::string::npos);
}

TEST_CASE("doctor: maintenance mode and a missing restart are warnings") {
    HealthyStation station;
    station.fake_machine.add_file("/proc/cmdline", "quiet help-kiosk=service\n");
    station.fake_machine.add_file("/boot/grub/grub.cfg",
                                  "linux /vmlinuz quiet help-kiosk=overlay\n");
    CHECK(station.report(commands::doctor::check_lockdown) == "");
    CHECK(
        station.report(commands::doctor::check_station) ==
        R"(warning station       in maintenance mode: the kiosk is not running, and nothing is locked down
                     = when you are done, type: sudo systemctl reboot
ok      next start    the next start will be in kiosk mode
)");
    station.fake_machine.add_file("/proc/cmdline", "quiet\n");
    station.fake_machine.add_file("/boot/grub/grub.cfg", "linux /vmlinuz quiet\n");
    CHECK(station.report(commands::doctor::check_station) ==
          R"(warning station       installed, but nothing is locked down before the next restart
                     = type: sudo systemctl reboot
error   next start    the boot menu has no entry for kiosk mode
                     = type: sudo update-grub
)");
}

TEST_CASE(
    "doctor: systemd that is not running is an error, systemd that does not reply a warning") {
    HealthyStation station;
    station.fake_machine.remove_program_output(show_units);
    CHECK(station.report(commands::doctor::check_station) == R"(ok      station       in kiosk mode
warning services      could not get the state of the services from systemd
                     = type: systemctl status help-kiosk
)");
    std::filesystem::remove_all(station.fake_machine.path("/run/systemd/system"));
    CHECK(station.report(commands::doctor::check_station) == R"(ok      station       in kiosk mode
error   services      systemd is not running, and nothing else starts the kiosk
                     = run this command on the installed system, not in a container or a rescue system
)");
}
