// Runs the checks of `doctor` on simulated computers, and compares the whole output.
#include "commands/healthy_station.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

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
ok      sound         visitors can listen with headphones: the computer has a headphone jack
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
ok      sound         visitors can listen only with a USB adapter for headphones: the computer has a sound device, but reports no headphone jack that it watches
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
ok      sound         visitors can listen only with a USB adapter for headphones: the computer has no sound device
2 ok, 7 warnings, 3 errors
)");
}
