// The doctor on machines that are made of a folder: what it says is compared whole.
#include "commands/healthy_station.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace {

using commands::doctor::Status;
using namespace test;

} // namespace

TEST_CASE("a station as it should be: all is well") {
    const HealthyStation station;
    CHECK(station.report() == fmt::format(R"(ok    display       HDMI-A-1 is connected, 1920 x 1080 pixels
ok    panel         24 inches, say the settings; the display says 23.8
ok    power saving  the display is awake
ok    rotation      turned by 90 degrees: the picture stands upright, 1080 wide and 1920 high
ok    mounting      the picture hangs 760 to 1291 mm above the floor, and is touched from 760 to 1220
ok    touch         touch screen: ILITEK ILITEK-TP
ok    fonts         every text can be drawn in English
ok    content       version {0}, without a mistake
ok    help lines    the oldest line of help was verified on 2026-02-01 (local)
ok    languages     1 language, no drafts
ok    last good     version {0} is kept for bad days
ok    files         the kiosk reads /etc/help-kiosk, and only root changes it
ok    files         /var/lib/help-kiosk belongs to the kiosk alone
ok    station       started for visitors
ok    services      help-kiosk.service is up
ok    services      help-kiosk-display.service is up
ok    services      seatd.service is up
ok    services      no update has failed since the machine started
ok    locks         the disk is only read from
ok    locks         the keyboard's magic keys do nothing
ok    locks         no login can be reached, and Ctrl+Alt+Del does nothing
ok    locks         USB sticks are not read
ok    locks         memory is never written to the disk (no swap)
ok    locks         nobody is logged in
ok    locks         nothing here can be reached from the network
ok    clock         it says that this is the year 2026
ok    clock         the network sets it
ok    time zone     America/Chicago
ok    disk          9042 MB free
ok    memory disk   950 MB free
ok    memory        4.0 GB
ok    sound         visitors hear none, and no loudspeaker is needed; the computer has an audio jack for headphones
32 ok, 0 to look at, 0 bad
)",
                                          station.version()));
    CHECK(commands::doctor::worst_status(station.findings()) == Status::ok);
}

TEST_CASE("a station on which everything is wrong") {
    HealthyStation station;
    FakeMachine& fake_machine = station.fake_machine;
    const std::string saved_version = station.version();
    fake_machine.add_file("/etc/help-kiosk/site.yaml",
                          "school: Your School Name\nplace: lobby\npanel: 43\nmounting: {bottom: 1300}\n");
    fake_machine.set_program_output("stat --format=%U %G %a /etc/help-kiosk/content.yaml", "root root 640\n");
    fake_machine.set_program_output("stat --format=%U %G %a /etc/help-kiosk/site.yaml",
                                    "caretaker caretaker 644\n");
    fake_machine.set_program_output("stat --format=%U %G %a /var/lib/help-kiosk", "root root 755\n");
    add_display(fake_machine, "DP-1");
    fake_machine.add_file("/sys/class/drm/card0-DP-1/dpms", "Off\n");
    fake_machine.add_file("/proc/bus/input/devices", keyboard + mouse);
    fake_machine.set_program_output(show_units,
                                    "NRestarts=827\nActiveState=active\n\nNRestarts=0\nActiveState=failed\n\n"
                                    "NRestarts=1\nActiveState=active\n\nNRestarts=0\nActiveState=failed\n");
    fake_machine.add_file("/proc/self/mounts", "/dev/sda1 / ext4 ro,relatime 0 0\n");
    fake_machine.add_file("/proc/sys/kernel/sysrq", "438\n");
    fake_machine.set_program_output(
        show_logins, "LoadState=loaded\n\nLoadState=masked\n\nLoadState=masked\n\nLoadState=loaded\n");
    fake_machine.set_program_output("modprobe --show-depends usb-storage",
                                    "insmod /lib/modules/6.12/usb-storage.ko\n");
    fake_machine.add_file("/proc/asound/card0/codec#0",
                          "  Pin Default 0x18560010: [Jack] Digital Out at Int HDMI\n");
    fake_machine.add_file("/proc/swaps",
                          "Filename\tType\tSize\tUsed\tPriority\n/dev/sda3 partition 1000 0 -2\n");
    fake_machine.set_program_output("loginctl list-sessions --no-legend", "3 1000 caretaker seat0 tty2\n");
    const std::string header = "  sl  local_address rem_address   st tx_queue rx_queue\n";
    fake_machine.add_file("/proc/net/tcp", header + "   0: 00000000:0016 00000000:0000 0A 00000000:00000000\n");
    fake_machine.add_file("/proc/net/tcp6", header +
                                                "   0: 00000000000000000000000000000000:0016 "
                                                "00000000000000000000000000000000:0000 0A 00000000:00000000\n");
    fake_machine.add_file("/proc/net/udp", header + "   0: 00000000:14E9 00000000:0000 07 00000000:00000000\n");
    std::filesystem::remove(fake_machine.path("/run/systemd/timesync/synchronized"));
    fake_machine.add_link("/etc/localtime", "/usr/share/zoneinfo/Etc/UTC");
    fake_machine.set_program_output("df --output=avail --block-size=1M /run/help-kiosk-overlay/disk",
                                    "Avail\n 12\n");
    fake_machine.set_program_output("df --output=avail --block-size=1M /", "Avail\n 3\n");
    fake_machine.add_file("/proc/meminfo", "MemTotal:        1021384 kB\n");

    CHECK(station.report() == fmt::format(R"(ok    display       DP-1 is connected, 1920 x 1080 pixels
look  display       2 displays are connected: DP-1, HDMI-A-1
                   = leave only the one that visitors see
look  panel         43 inches, say the settings, but the display says 23.8
                   = measure the picture from corner to corner, and type: sudo help-kiosk setup
look  power saving  the display is asleep now (Off)
                   = wake it, and turn its power saving off
ok    rotation      turned by 0 degrees: the picture lies on its side, 1920 wide and 1080 high
bad   mounting      the picture hangs 1300 to 1835 mm above the floor: a hand reaches 0 mm of it
                   = hang it so that 270 mm or more can be reached; or measure from the floor to the lower edge of the picture, and type: sudo help-kiosk setup
bad   touch         there is no touch screen
                   = look at the USB cable of the display
look  touch         a keyboard is plugged in: Logitech USB Keyboard
                   = pull it out when you are done: visitors get nothing but the screen
look  touch         a mouse is plugged in: Lenovo Optical USB Mouse
                   = pull it out when you are done: visitors get nothing but the screen
ok    fonts         every text can be drawn in English
ok    content       version {0}, without a mistake
look  school        it is still called "Your School Name"
                   = type: sudo help-kiosk setup
ok    help lines    the oldest line of help was verified on 2026-02-01 (local)
ok    languages     1 language, no drafts
look  last good     version {1} is kept, not the one in the files
                   = type: sudo systemctl restart help-kiosk.service
bad   files         the kiosk may not read /etc/help-kiosk/content.yaml
                   = type: sudo chown root:root /etc/help-kiosk/content.yaml; sudo chmod 644 /etc/help-kiosk/content.yaml
bad   files         others than root may change /etc/help-kiosk/site.yaml
                   = type: sudo chown root:root /etc/help-kiosk/site.yaml; sudo chmod 644 /etc/help-kiosk/site.yaml
bad   files         /var/lib/help-kiosk belongs to root, mode 755
                   = type: sudo chown help-kiosk:help-kiosk /var/lib/help-kiosk; sudo chmod 700 /var/lib/help-kiosk
ok    station       started for visitors
look  services      help-kiosk.service is up, but started again 827 times since the machine did
                   = type: journalctl -b -u help-kiosk.service
bad   services      help-kiosk-display.service is failed
                   = type: systemctl status help-kiosk-display.service
look  services      seatd.service is up, but started again 1 time since the machine did
                   = type: journalctl -b -u seatd.service
look  services      the last update failed, and is tried again in the next night
                   = type: journalctl -b -u help-kiosk-update.service
bad   locks         the disk is written to: a power cut can damage it
                   = restart; if it stays so, install help-kiosk-station again
bad   locks         the keyboard's magic keys work (kernel.sysrq = 438)
                   = something in /etc/sysctl.d allows them: remove it, and restart
bad   locks         these can be reached: getty@tty1.service, ctrl-alt-del.target
                   = restart; if it stays so, install help-kiosk-station again
bad   locks         USB sticks would be read
                   = remove what allows them from /etc/modprobe.d, and restart
bad   locks         memory is written to the disk (swap)
                   = remove the line with "swap" from /etc/fstab, and restart
bad   locks         logged in: 1 session
                   = type: loginctl; and log out
bad   locks         can be reached from the network: tcp 22, udp 5353
                   = type: sudo ss -lntup; and remove what listens
ok    clock         it says that this is the year 2026
look  clock         the network has not set it since the machine started
                   = compare it with yours on the kiosk's cover
look  time zone     none is set: the clock shows UTC
                   = for example, type: sudo timedatectl set-timezone America/Chicago
bad   disk          it can only be read: the kernel may have found it damaged
                   = restart; if it stays so, the disk is failing
look  disk          12 MB free
                   = updates need 1000 MB; for a start, type: sudo help-kiosk-unlock apt clean
look  memory disk   3 MB free
                   = what is written until the next start goes here; restart
look  memory        1.0 GB
                   = use a machine with 1.5 GB or more
ok    sound         visitors hear none, and no loudspeaker is needed; the computer has sound, but no audio jack that it knows of
9 ok, 15 to look at, 14 bad
)",
                                          station.version(), saved_version));
    CHECK(commands::doctor::worst_status(station.findings()) == Status::error);
}

TEST_CASE("a desk of which nothing can be known: nothing is guessed") {
    const FakeMachine fake_machine;
    const content::LoadResult loaded =
        content::load({fake_machine.path("/none.yaml"), std::nullopt, fake_machine.path("/none")});
    const auto findings = commands::doctor::run_all_checks({fake_machine.machine, loaded, nullptr, today});
    CHECK(commands::doctor::to_string(findings) == R"(bad   display       the kernel knows no socket for a display
                   = the graphics may need a firmware package: section 1 of the run book
look  mounting      nobody has said how high the picture hangs
                   = measure from the floor to its lower edge, and type: sudo help-kiosk setup
look  touch         what can be touched could not be found out
                   = touch a card on the kiosk, and see whether it opens
bad   fonts         no font can be read
                   = type: sudo apt install fonts-noto-core
bad   content       1 error and 0 warnings: it is not shown
                   = type: help-kiosk check
look  station       this is a computer on a desk: visitors could leave the kiosk
                   = install help-kiosk-station for a screen that shows nothing else
ok    clock         it says that this is the year 2026
look  clock         whether the network sets it could not be found out
                   = compare it with yours on the kiosk's cover
look  time zone     none is set: the clock shows UTC
                   = for example, type: sudo timedatectl set-timezone America/Chicago
look  disk          how much is free could not be found out
                   = type: df -h
look  memory        how much there is could not be found out
                   = type: free -h
ok    sound         visitors hear none, and no loudspeaker is needed; the computer has no sound
2 ok, 7 to look at, 3 bad
)");
}

TEST_CASE("locks that cannot be seen are not said to hold") {
    HealthyStation station;
    for (const char* name : {"/proc/self/mounts", "/proc/sys/kernel/sysrq", "/proc/swaps", "/proc/net/tcp",
                             "/proc/net/tcp6", "/proc/net/udp"})
        std::filesystem::remove(station.fake_machine.path(name));
    for (const char* command : {"modprobe --show-depends usb-storage", "loginctl list-sessions --no-legend"})
        station.fake_machine.remove_program_output(command);
    station.fake_machine.remove_program_output(show_logins);
    const commands::doctor::Findings findings = station.with_context(commands::doctor::check_lockdown);
    CHECK(findings.size() == 7);
    for (const commands::doctor::Finding& finding : findings) {
        CHECK(finding.status == Status::warning);
        CHECK(finding.message.ends_with("could not be found out"));
    }
}

TEST_CASE("sticks that the site allows are no finding") {
    HealthyStation station;
    station.fake_machine.add_file("/etc/help-kiosk/site.yaml",
                                  "school: Lincoln\nplace: lobby\nusb_storage: allowed\n");
    station.fake_machine.set_program_output("modprobe --show-depends usb-storage",
                                            "insmod /lib/modules/6.12/usb-storage.ko\n");
    CHECK(station.report(commands::doctor::check_lockdown)
              .find("ok    locks         USB sticks may be read: site.yaml "
                    "allows it\n") != std::string::npos);
}

TEST_CASE("a machine that was started for service, and one that was not restarted yet") {
    HealthyStation station;
    station.fake_machine.add_file("/proc/cmdline", "quiet help-kiosk=service\n");
    station.fake_machine.add_file("/boot/grub/grub.cfg", "linux /vmlinuz quiet help-kiosk=overlay\n");
    CHECK(station.report(commands::doctor::check_lockdown) == "");
    CHECK(station.report(commands::doctor::check_station) ==
          R"(look  station       started for service: the kiosk does not run, and nothing is locked
                   = when you are done, type: sudo systemctl reboot
ok    next start    the next start will be locked
)");
    station.fake_machine.add_file("/proc/cmdline", "quiet\n");
    station.fake_machine.add_file("/boot/grub/grub.cfg", "linux /vmlinuz quiet\n");
    CHECK(station.report(commands::doctor::check_station) ==
          R"(look  station       installed, but not restarted since: nothing is locked yet
                   = type: sudo systemctl reboot
bad   next start    the boot menu does not know the kiosk
                   = type: sudo update-grub
)");
}

TEST_CASE("systemd that does not run, and one that does not answer") {
    HealthyStation station;
    station.fake_machine.remove_program_output(show_units);
    CHECK(station.report(commands::doctor::check_station) == R"(ok    station       started for visitors
look  services      systemd does not say whether the kiosk is up
                   = type: systemctl status help-kiosk
)");
    std::filesystem::remove_all(station.fake_machine.path("/run/systemd/system"));
    CHECK(station.report(commands::doctor::check_station) == R"(ok    station       started for visitors
bad   services      systemd does not run here, and nothing else starts the kiosk
                   = start the machine itself, not a container or a rescue system
)");
}

TEST_CASE("content with old calls, drafts and a letter that no font has") {
    HealthyStation station;
    station.fake_machine.add_file("/translations/xx.yaml",
                                  "language: {code: xx, name: \"X\xf3\xb0\x80\x80\", direction: "
                                  "ltr, reviewed_by: \"\"}\ntexts: [{en: Free., xx: Xree.}]\n");
    station.fake_machine.add_file("/etc/help-kiosk/site.yaml",
                                  "school: Sample School\nplace: lobby\nlanguages: [en, xx]\n");
    std::string content = content_yaml;
    content.replace(content.find("2026-02-01, source: a call"), 26, "2025-02-01, source: not dialled yet");
    station.fake_machine.add_file("/etc/help-kiosk/content.yaml", content);
    // English screens name the other language, too.
    const std::string advice =
        "                   = install a font that has them, or take the language off the list\n";
    CHECK(station.report(commands::doctor::check_fonts) ==
          "bad   fonts         English: no font has U+F0000\n" + advice +
              "bad   fonts         X\xf3\xb0\x80\x80: no font has U+F0000\n" + advice);
    const std::string saved_version = content::content_version(
        reload::SnapshotFile(station.fake_machine.path("/var/lib/help-kiosk")).load().value());
    CHECK(station.report(commands::doctor::check_content) ==
          fmt::format(R"(look  content       version {}, 2 warnings
                   = type: help-kiosk check
look  help lines    the oldest line of help was verified on 2025-02-01 (local)
                   = call it, and write the day into "verified"
look  help lines    nobody has called 1 of 2 lines yet, by what "verified" says
                   = call each from a phone, and write the day into "verified"
look  languages     drafts that nobody has reviewed: X{}
                   = have somebody read them who speaks the language, and write the name into "reviewed_by"
look  last good     version {} is kept, not the one in the files
                   = type: sudo systemctl restart help-kiosk.service
)",
                      station.version(), "\xf3\xb0\x80\x80", saved_version));
}

TEST_CASE("files with a mistake: what is kept is shown") {
    HealthyStation station;
    const std::string saved_version = station.version();
    station.fake_machine.add_file("/etc/help-kiosk/site.yaml", "plac: lobby\n");
    CHECK(station.report(commands::doctor::check_content) ==
          fmt::format(R"(bad   content       3 errors and 0 warnings: it is not shown
                   = type: help-kiosk check
ok    last good     version {} is kept, and shown meanwhile
)",
                      saved_version));
    std::filesystem::remove(station.fake_machine.path("/var/lib/help-kiosk/last-good.json"));
    CHECK(station.report(commands::doctor::check_content).find("no content is kept for bad days") !=
          std::string::npos);
}

TEST_CASE("displays that say little") {
    HealthyStation station;
    const std::string folder = "/sys/class/drm/card0-HDMI-A-1";
    std::string only_head = edid();
    only_head[54] = 0;
    station.fake_machine.add_file(folder + "/edid", only_head);
    CHECK(station.report(commands::doctor::check_display).find("the display says 24.0") != std::string::npos);
    station.fake_machine.add_file(folder + "/edid", "");
    station.fake_machine.add_file(folder + "/modes", "");
    station.fake_machine.add_file(folder + "/dpms", "");
    CHECK(station.report(commands::doctor::check_display) ==
          R"(look  display       HDMI-A-1 is connected; how many pixels it has could not be found out
                   = look at the picture: is it sharp, and does it fill the display?
ok    panel         24 inches, say the settings; the display does not say
look  power saving  whether the display sleeps could not be found out
                   = look at it after an hour without a touch
)");
    station.fake_machine.add_file("/etc/help-kiosk/site.yaml", "school: S\nplace: lobby\n");
    CHECK(station.report(commands::doctor::check_display).find("24 inches are assumed") != std::string::npos);
    station.fake_machine.add_file(folder + "/status", "disconnected\n");
    CHECK(station.report(commands::doctor::check_display) == R"(bad   display       no display is connected
                   = look at the picture cable, and whether the display has power
)");
}
