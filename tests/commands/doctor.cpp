// Runs the checks of `doctor` on simulated computers, and compares the whole output.
#include "commands/healthy_station.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstring>

namespace {

using commands::doctor::Status;
using namespace test;

} // namespace

TEST_CASE("doctor: a healthy station passes every check") {
    const HealthyStation station;
    CHECK(station.report() ==
          fmt::format(R"(ok      display       HDMI-A-1 is connected, 1920 x 1080 pixels
ok      panel         24 inches in the settings; the display reports 23.8
ok      power saving  the display is on
ok      rotation      rotated by 90 degrees; the picture is portrait, 1080 x 1920 pixels
ok      mounting      the picture is 760 to 1291 mm above the floor; visitors touch it from 760 to 1220 mm
ok      touch         touchscreen: ILITEK ILITEK-TP
ok      fonts         the fonts have every character of English
ok      content       version {0}, no errors or warnings
ok      help lines    the oldest verification is from 2026-02-01 (local)
ok      languages     1 language, no unreviewed translations
ok      saved copy    version {0} is saved as a fallback
ok      permissions   the kiosk can read /etc/help-kiosk, and only root can change it
ok      permissions   only the kiosk can access /var/lib/help-kiosk
ok      station       in kiosk mode
ok      services      help-kiosk.service is active
ok      services      help-kiosk-display.service is active
ok      services      seatd.service is active
ok      services      no update has failed since the computer started
ok      lockdown      the disk is read-only
ok      lockdown      the SysRq keys are disabled
ok      lockdown      login prompts and Ctrl+Alt+Del are disabled
ok      lockdown      USB drives are blocked
ok      lockdown      swap is off, so memory is never written to the disk
ok      lockdown      nobody is logged in
ok      lockdown      no service listens on the network
ok      clock         it is set to the year 2026
ok      clock         synchronized over the network
ok      time zone     America/Chicago
ok      disk          9042 MB free
ok      memory disk   950 MB free
ok      memory        4.0 GB
ok      sound         the kiosk plays none for visitors, so no speaker is needed; the computer has a headphone jack
32 ok, 0 warnings, 0 errors
)",
                      station.version()));
    CHECK(commands::doctor::worst_status(station.findings()) == Status::ok);
}

TEST_CASE("doctor: every fault of a station is reported with advice") {
    HealthyStation station;
    FakeMachine& fake_machine = station.fake_machine;
    const std::string saved_version = station.version();
    fake_machine.add_file(
        "/etc/help-kiosk/site.yaml",
        "school: Your School Name\nplace: lobby\npanel: 43\nmounting: {bottom: 1300}\n");
    fake_machine.set_program_output("stat --format=%U %G %a /etc/help-kiosk/content.yaml",
                                    "root root 640\n");
    fake_machine.set_program_output("stat --format=%U %G %a /etc/help-kiosk/site.yaml",
                                    "caretaker caretaker 644\n");
    fake_machine.set_program_output("stat --format=%U %G %a /var/lib/help-kiosk",
                                    "root root 755\n");
    add_display(fake_machine, "DP-1");
    fake_machine.add_file("/sys/class/drm/card0-DP-1/dpms", "Off\n");
    fake_machine.add_file("/proc/bus/input/devices", keyboard + mouse);
    fake_machine.set_program_output(
        show_units, "NRestarts=827\nActiveState=active\n\nNRestarts=0\nActiveState=failed\n\n"
                    "NRestarts=1\nActiveState=active\n\nNRestarts=0\nActiveState=failed\n");
    fake_machine.add_file("/proc/self/mounts", "/dev/sda1 / ext4 ro,relatime 0 0\n");
    fake_machine.add_file("/proc/sys/kernel/sysrq", "438\n");
    fake_machine.set_program_output(
        show_logins,
        "LoadState=loaded\n\nLoadState=masked\n\nLoadState=masked\n\nLoadState=loaded\n");
    fake_machine.set_program_output("modprobe --show-depends usb-storage",
                                    "insmod /lib/modules/6.12/usb-storage.ko\n");
    fake_machine.add_file("/proc/asound/card0/codec#0",
                          "  Pin Default 0x18560010: [Jack] Digital Out at Int HDMI\n");
    fake_machine.add_file("/proc/swaps",
                          "Filename\tType\tSize\tUsed\tPriority\n/dev/sda3 partition 1000 0 -2\n");
    fake_machine.set_program_output("loginctl list-sessions --no-legend",
                                    "3 1000 caretaker seat0 tty2\n");
    const std::string header = "  sl  local_address rem_address   st tx_queue rx_queue\n";
    fake_machine.add_file("/proc/net/tcp",
                          header + "   0: 00000000:0016 00000000:0000 0A 00000000:00000000\n");
    fake_machine.add_file("/proc/net/tcp6",
                          header + "   0: 00000000000000000000000000000000:0016 "
                                   "00000000000000000000000000000000:0000 0A 00000000:00000000\n");
    fake_machine.add_file("/proc/net/udp",
                          header + "   0: 00000000:14E9 00000000:0000 07 00000000:00000000\n");
    std::filesystem::remove(fake_machine.path("/run/systemd/timesync/synchronized"));
    fake_machine.add_link("/etc/localtime", "/usr/share/zoneinfo/Etc/UTC");
    fake_machine.set_program_output(
        "df --output=avail --block-size=1M /run/help-kiosk-overlay/disk", "Avail\n 12\n");
    fake_machine.set_program_output("df --output=avail --block-size=1M /", "Avail\n 3\n");
    fake_machine.add_file("/proc/meminfo", "MemTotal:        1021384 kB\n");

    CHECK(station.report() ==
          fmt::format(R"(ok      display       DP-1 is connected, 1920 x 1080 pixels
warning display       2 displays are connected: DP-1, HDMI-A-1
                     = disconnect all but the one that visitors see
warning panel         43 inches in the settings, but the display reports 23.8
                     = measure the diagonal of the picture, and type: sudo help-kiosk setup
warning power saving  the display is off or in standby (Off)
                     = turn it on, and turn off its power saving
ok      rotation      rotated by 0 degrees; the picture is landscape, 1920 x 1080 pixels
error   mounting      the picture is 1300 to 1835 mm above the floor; only 0 mm of it is within reach
                     = mount it so that at least 270 mm is within reach, or measure from the floor to the lower edge of the picture, and type: sudo help-kiosk setup
error   touch         no touchscreen is connected
                     = check the USB cable of the display
warning touch         a keyboard is plugged in: Logitech USB Keyboard
                     = unplug it when you are done; visitors must have only the touchscreen
warning touch         a mouse is plugged in: Lenovo Optical USB Mouse
                     = unplug it when you are done; visitors must have only the touchscreen
ok      fonts         the fonts have every character of English
ok      content       version {0}, no errors or warnings
warning school        the name is still the placeholder "Your School Name"
                     = type: sudo help-kiosk setup
ok      help lines    the oldest verification is from 2026-02-01 (local)
ok      languages     1 language, no unreviewed translations
warning saved copy    the change waits, because it removes the setting "rotate"
                     = if that is right, type: sudo help-kiosk check --accept
error   permissions   the kiosk cannot read /etc/help-kiosk/content.yaml
                     = type: sudo chown root:root /etc/help-kiosk/content.yaml; sudo chmod 644 /etc/help-kiosk/content.yaml
error   permissions   users other than root can change /etc/help-kiosk/site.yaml
                     = type: sudo chown root:root /etc/help-kiosk/site.yaml; sudo chmod 644 /etc/help-kiosk/site.yaml
error   permissions   /var/lib/help-kiosk is owned by root, with mode 755
                     = type: sudo chown help-kiosk:help-kiosk /var/lib/help-kiosk; sudo chmod 700 /var/lib/help-kiosk
ok      station       in kiosk mode
warning services      help-kiosk.service is active, but has restarted 827 times since the computer started
                     = type: journalctl -b -u help-kiosk.service
error   services      help-kiosk-display.service is not active: failed
                     = type: systemctl status help-kiosk-display.service
warning services      seatd.service is active, but has restarted 1 time since the computer started
                     = type: journalctl -b -u seatd.service
warning services      the last update failed and will be tried again the next night
                     = type: journalctl -b -u help-kiosk-update.service
error   lockdown      the disk is writable, so a power failure can damage it
                     = restart; if this does not help, reinstall help-kiosk-station
error   lockdown      the SysRq keys are enabled (kernel.sysrq = 438)
                     = remove the setting from /etc/sysctl.d, and restart
error   lockdown      not disabled: getty@tty1.service, ctrl-alt-del.target
                     = restart; if this does not help, reinstall help-kiosk-station
error   lockdown      USB drives are not blocked
                     = remove the setting that allows them from /etc/modprobe.d, and restart
error   lockdown      swap is on, so memory can be written to the disk
                     = remove the line with "swap" from /etc/fstab, and restart
error   lockdown      active login sessions: 1
                     = type loginctl to list them, and log out
error   lockdown      services listen on the network: tcp 22, udp 5353
                     = type sudo ss -lntup to list these services, and remove them
ok      clock         it is set to the year 2026
warning clock         not synchronized over the network since the computer started
                     = compare the kiosk's clock screen with your own clock
warning time zone     not set, so the clock shows UTC
                     = type, for example: sudo timedatectl set-timezone America/Chicago
error   disk          it is read-only; the kernel may have found errors on it
                     = restart; if this does not help, the disk may be failing
warning disk          12 MB free
                     = updates need 1000 MB; to free space, type: sudo help-kiosk-unlock apt clean
warning memory disk   3 MB free
                     = it holds all changes since the last start; to empty it, restart
warning memory        1.0 GB
                     = use a computer with at least 1.5 GB
ok      sound         the kiosk plays none for visitors, so no speaker is needed; the computer has a sound device, but reports no headphone jack
9 ok, 15 warnings, 14 errors
)",
                      station.version(), saved_version));
    CHECK(commands::doctor::worst_status(station.findings()) == Status::error);
}

TEST_CASE("doctor: what somebody has to do comes first, the same advice once, without what is ok") {
    using commands::doctor::Findings;
    const Findings findings{{Status::ok, "fonts", "fine"},
                            {Status::warning, "panel", "no size", "type: setup"},
                            {Status::warning, "clock", "wrong", "set it"},
                            {Status::error, "touch", "none", "check the cable"},
                            {Status::warning, "school", "no name", "type: setup"},
                            {Status::error, "swap", "on", "type: setup"}};
    CHECK(commands::doctor::to_do_list(findings) == R"(error   touch         none
                     = check the cable
error   swap          on
                     = type: setup
warning panel         no size
warning school        no name
                     = type: setup
warning clock         wrong
                     = set it
1 ok, 3 warnings, 2 errors
)");
    CHECK(commands::doctor::to_do_list({{Status::ok, "fonts", "fine"}}) ==
          "1 ok, 0 warnings, 0 errors\n");
}

TEST_CASE("doctor: a keyboard or mouse that a virtual machine reports at the PS/2 port is ok") {
    HealthyStation station;
    std::string devices = keyboard + mouse;
    for (std::size_t offset = 0; (offset = devices.find("Bus=0003", offset)) != std::string::npos;)
        devices.replace(offset, 8, "Bus=0011");
    station.fake_machine.add_file("/proc/bus/input/devices", devices);
    CHECK(station.report(commands::doctor::check_touch) ==
          R"(error   touch         no touchscreen is connected
                     = check the USB cable of the display
ok      touch         at the PS/2 port, or built in: Logitech USB Keyboard
ok      touch         at the PS/2 port, or built in: Lenovo Optical USB Mouse
)");
}

TEST_CASE("doctor: files with nearly the right name are reported") {
    HealthyStation station;
    station.fake_machine.add_file("/etc/help-kiosk/Site.yml", "rotate: 90\n");
    const std::string report = station.report(commands::doctor::check_content);
    CHECK_MESSAGE(
        report.find("/etc/help-kiosk/Site.yml: the kiosk does not read this file: its name "
                    "is \"Site.yml\", not \"site.yaml\"\n                     = if it is "
                    "newer than site.yaml, copy its text to site.yaml; then move it to "
                    "another folder\n") != std::string::npos,
        report);
}

TEST_CASE("doctor: a clock that cannot be right is an error") {
    using namespace std::chrono_literals;
    for (const auto day : {2026y / std::chrono::October / 31, 1970y / std::chrono::January / 1,
                           2036y / std::chrono::January / 1, 2039y / std::chrono::June / 15}) {
        const FakeMachine fake_machine;
        const content::LoadResult loaded;
        const auto findings =
            commands::doctor::check_clock({fake_machine.machine, loaded, nullptr, day});
        CHECK(findings.front().status == Status::error);
        CHECK(findings.front().message.ends_with(", so the opening hours do not apply"));
    }
}

TEST_CASE("doctor: a computer that reports nothing gets warnings, not guesses") {
    const FakeMachine fake_machine;
    const content::LoadResult loaded =
        content::load({fake_machine.path("/none.yaml"), std::nullopt, fake_machine.path("/none")});
    const auto findings =
        commands::doctor::run_all_checks({fake_machine.machine, loaded, nullptr, today});
    CHECK(commands::doctor::to_string(findings) ==
          R"(error   display       the kernel has found no display connector
                     = the graphics adapter may need a firmware package; see section 1 of the runbook
warning mounting      the settings do not have the mounting height
                     = measure from the floor to the lower edge of the picture, and type: sudo help-kiosk setup
warning touch         could not list the input devices
                     = touch a card on the kiosk, and check whether it opens
error   fonts         no font can be loaded
                     = type: sudo apt install fonts-noto-core
error   content       1 error and 0 warnings, so it is not shown
                     = type: help-kiosk check
warning station       this computer is not a station, so visitors could leave the kiosk
                     = to show the kiosk and nothing else, install help-kiosk-station
ok      clock         it is set to the year 2026
warning clock         could not determine whether it is synchronized over the network
                     = compare the kiosk's clock screen with your own clock
warning time zone     not set, so the clock shows UTC
                     = type, for example: sudo timedatectl set-timezone America/Chicago
warning disk          could not determine the free space
                     = type: df -h
warning memory        could not determine the amount of memory
                     = type: free -h
ok      sound         the kiosk plays none for visitors, so no speaker is needed; the computer has no sound device
2 ok, 7 warnings, 3 errors
)");
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

TEST_CASE(
    "doctor: old verifications, unreviewed translations and missing characters are reported") {
    HealthyStation station;
    station.fake_machine.add_file("/translations/xx.yaml",
                                  "language: {code: xx, name: \"X\xe2\xbf\xa0\", direction: "
                                  "ltr, reviewed_by: \"\"}\ntexts: [{en: Free., xx: Xree.}]\n"
                                  "end: true\n");
    station.fake_machine.add_file("/etc/help-kiosk/site.yaml",
                                  "school: Sample School\nplace: lobby\nlanguages: [en, xx]\n"
                                  "panel: 24\nrotate: 90\nmounting: {bottom: 760}\n");
    std::string content = content_yaml;
    content.replace(content.find("2026-02-01, by: Ana, source: a call"), 35,
                    "2025-02-01, source: its own page");
    station.fake_machine.add_file("/etc/help-kiosk/content.yaml", content);
    // The English screens show the name of the other language, too.
    const std::string advice = "                     = install a font that has them, or remove the "
                               "language from \"languages\"\n";
    CHECK(station.report(commands::doctor::check_fonts) ==
          "error   fonts         English: no font has the characters U+2FE0\n" + advice +
              "error   fonts         X\xe2\xbf\xa0: no font has the characters U+2FE0\n" + advice);
    const std::string saved_version = content::content_version(
        reload::SnapshotFile(station.fake_machine.path("/var/lib/help-kiosk")).load().value());
    CHECK(station.report(commands::doctor::check_content) ==
          fmt::format(R"(warning content       version {}, 2 warnings
                     = type: help-kiosk check
warning help lines    the oldest verification is from 2025-02-01 (local)
                     = print what to ask with "help-kiosk calls", call each help line, and enter the answers with "help-kiosk calls --record"
warning help lines    nobody has called 1 of 2 help lines yet: local
                     = print what to ask with "help-kiosk calls", call each help line, and enter the answers with "help-kiosk calls --record"
warning languages     xx is not shown, because 15 of 16 texts are not translated
                     = type: sudo help-kiosk translate xx, and fill in what is empty
warning languages     unreviewed translations: X{}
                     = have a speaker of the language review each one, and enter the name in "reviewed_by"
warning saved copy    version {} is saved, but the files have another version
                     = type: sudo systemctl restart help-kiosk.service
)",
                      station.version(), "\xe2\xbf\xa0", saved_version));
}

TEST_CASE("doctor: help lines to call and unknown facts are reported as short lists") {
    HealthyStation station;
    std::string lines;
    for (int i = 1; i <= 12; ++i) {
        // The first six were never called, and the others long ago.
        const std::string verified = i <= 6 ? "on: 2026-01-01" : "on: 2025-01-01, by: Ana";
        lines +=
            fmt::format("  - {{id: line{}, name: Line {}, need: Help, call: \"414-266-10{:02}\", "
                        "remember: R., answers: A., cost: Free., reports: L.,{} verified: {{{}, "
                        "source: a page}}}}\n",
                        i, i, i, i > 2 ? " hours: Always.," : "", verified);
    }
    std::string content = content_yaml;
    const std::size_t strip = content.find("strip:");
    content.insert(strip, lines);
    station.fake_machine.add_file("/etc/help-kiosk/content.yaml", content);
    const std::string advice = "                     = print what to ask with \"help-kiosk "
                               "calls\", call each help line, and "
                               "enter the answers with \"help-kiosk calls --record\"\n";
    const std::string report = station.report(commands::doctor::check_content);
    const std::string expected =
        "warning help lines    nobody has called 6 of 14 help lines yet: line1, line2, line3, "
        "line4, "
        "and 2 more\n" +
        advice +
        "warning help lines    nobody has called in 12 months: line7, line8, line9, line10, and 2 "
        "more\n" +
        advice + "warning help lines    unknown hours: line1, line2\n" + advice +
        "warning help lines    unknown languages: line1, line2, line3, line4, and 8 more\n" +
        advice;
    CHECK_MESSAGE(report.find(expected) != std::string::npos, report);
    CHECK(report.find("unknown cost") == std::string::npos);
}

TEST_CASE("doctor: with errors in the files, the saved content is shown") {
    HealthyStation station;
    const std::string saved_version = station.version();
    station.fake_machine.add_file("/etc/help-kiosk/site.yaml", "plac: lobby\n");
    CHECK(station.report(commands::doctor::check_content) ==
          fmt::format(R"(error   content       3 errors and 0 warnings, so it is not shown
                     = type: help-kiosk check
ok      saved copy    version {} is saved, and is shown until the errors are fixed
)",
                      saved_version));
    std::filesystem::remove(station.fake_machine.path("/var/lib/help-kiosk/last-good.json"));
    CHECK(
        station.report(commands::doctor::check_content).find("no content is saved as a fallback") !=
        std::string::npos);
}

TEST_CASE("doctor: a size that a display reports counts only if it can be believed") {
    HealthyStation station;
    const std::string folder = "/sys/class/drm/card0-HDMI-A-1";
    const auto panel_finding = [&station] {
        const std::string report = station.report(commands::doctor::check_display);
        const std::size_t start = report.find(" panel ") - std::strlen("warning");
        return report.substr(start, report.find(" power saving") - std::strlen("warning") - start);
    };
    const auto unbelieved = [](const std::string& size) {
        return fmt::format(
            R"(warning panel         the display reports {} mm, which cannot be right, so the kiosk assumes 24 inches
                     = measure the diagonal of the picture, and type: sudo help-kiosk setup; until then, test the panel ruler of the staff screens
)",
            size);
    };
    station.fake_machine.add_file(folder + "/edid", edid(160, 90));
    CHECK(panel_finding() == "ok      panel         24 inches in the settings; the display reports "
                             "160 x 90 mm, which cannot be right\n");
    station.fake_machine.add_file("/etc/help-kiosk/site.yaml", "school: S\nplace: lobby\n");
    CHECK(panel_finding() == unbelieved("160 x 90"));
    for (const auto& [width_mm, height_mm] :
         {std::pair{160, 100}, {1600, 900}, {1600, 1000}, {30, 20}, {530, 400}}) {
        station.fake_machine.add_file(folder + "/edid", edid(width_mm, height_mm));
        CHECK(panel_finding() == unbelieved(fmt::format("{} x {}", width_mm, height_mm)));
    }
    // The kernel passes on the size in centimeters, so the kiosk does not know a better one.
    std::string aspect_in_centimeters = edid();
    aspect_in_centimeters[21] = 16;
    aspect_in_centimeters[22] = 9;
    station.fake_machine.add_file(folder + "/edid", aspect_in_centimeters);
    CHECK(panel_finding() == unbelieved("160 x 90"));
    std::string aspect_in_timing = edid(160, 90);
    aspect_in_timing[21] = 53;
    aspect_in_timing[22] = 30;
    station.fake_machine.add_file(folder + "/edid", aspect_in_timing);
    CHECK(panel_finding() == "ok      panel         24.0 inches, as the display reports\n");
    station.fake_machine.add_file(folder + "/edid", edid(477, 268));
    CHECK(panel_finding() == "ok      panel         21.5 inches, as the display reports\n");
}

TEST_CASE("doctor: missing information about the display is a warning") {
    HealthyStation station;
    const std::string folder = "/sys/class/drm/card0-HDMI-A-1";
    std::string edid_without_timing = edid();
    edid_without_timing[54] = 0;
    station.fake_machine.add_file(folder + "/edid", edid_without_timing);
    CHECK(station.report(commands::doctor::check_display).find("the display reports 24.0") !=
          std::string::npos);
    station.fake_machine.add_file(folder + "/edid", "");
    station.fake_machine.add_file(folder + "/modes", "");
    station.fake_machine.add_file(folder + "/dpms", "");
    CHECK(station.report(commands::doctor::check_display) ==
          R"(warning display       HDMI-A-1 is connected; could not determine its resolution
                     = check that the picture is sharp and fills the display
ok      panel         24 inches in the settings; the display does not report its size
warning power saving  could not determine whether the display turns itself off
                     = check the display after an hour without a touch
)");
    station.fake_machine.add_file("/etc/help-kiosk/site.yaml", "school: S\nplace: lobby\n");
    CHECK(station.report(commands::doctor::check_display)
              .find("the display does not report its size, so the kiosk assumes 24 inches") !=
          std::string::npos);
    station.fake_machine.add_file(folder + "/status", "disconnected\n");
    CHECK(station.report(commands::doctor::check_display) ==
          R"(error   display       no display is connected
                     = check the display's video cable and power
)");
}
