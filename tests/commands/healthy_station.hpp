// A simulated station on which every check of `doctor` is ok. Tests change it to make checks fail.
#pragma once

#include "commands/doctor/checks.hpp"
#include "commands/fake_machine.hpp"
#include "reload/snapshot_file.hpp"
#include "support/test_visitor.hpp"

namespace test {

constexpr std::chrono::year_month_day today{std::chrono::year(2026), std::chrono::November,
                                            std::chrono::day(24)};

const std::string content_yaml = R"(help_lines:
  - {id: crisis, name: Crisis Lifeline, need: Crisis line, call: "988", remember: Remember., answers: A person.,
     hours: Always., cost: Free., languages: English., reports: Little., verified: {on: 2026-09-14, by: Ana, source: a page}}
  - {id: local, name: Local <& near>, need: Local, call: "211", text: {to: "898211", word: HELP}, remember: Remember.,
     answers: A person., hours: Always., cost: Free., languages: English., reports: Little.,
     verified: {on: 2026-02-01, by: Ana, source: a call}}
strip: [crisis]
home: {headline: Be safe., line: Facts., privacy: Nothing is saved.}
sections:
  - {id: what, title: What it is, icon: lock, lead: It is not your fault., blocks: [{text: There are two kinds.}]}
end: true
)";

const std::string site_yaml = R"(school: Sample School
place: nurse
languages: [en]
panel: 24
rotate: 90
mounting: {bottom: 760}
)";

const std::string touch_devices = R"(I: Bus=0003 Vendor=222a Product=0001 Version=0110
N: Name="ILITEK ILITEK-TP"
H: Handlers=mouse0 event4
B: PROP=2
B: EV=1b
B: KEY=400 0 0 0 0 0
B: ABS=3273800000000003

I: Bus=0003 Vendor=222a Product=0001 Version=0110
N: Name="ILITEK ILITEK-TP Mouse"
B: KEY=70000 0 0 0 0
B: REL=103

)";
const std::string power_button = R"(I: Bus=0019 Vendor=0000 Product=0001 Version=0000
N: Name="Power Button"
H: Handlers=kbd event0
B: KEY=8000 10000000000000 0

)";
const std::string keyboard = R"(I: Bus=0003 Vendor=046d Product=c31c Version=0110
N: Name="Logitech USB Keyboard"
B: KEY=1000000000007 ff9f207ac14057ff febeffdfffefffff fffffffffffffffe

)";
const std::string mouse = R"(I: Bus=0003 Vendor=17ef Product=6019 Version=0111
N: Name="Lenovo Optical USB Mouse"
B: KEY=70000 0 0 0 0
B: REL=103

)";

// Returns the EDID of a display with a picture of this size. The first size is in whole
// centimeters.
inline std::string edid(int width_mm = 527, int height_mm = 296) {
    std::string bytes(128, '\0');
    const auto set = [&bytes](std::size_t offset, int value) {
        bytes[offset] = static_cast<char>(value);
    };
    bytes.replace(0, 8, "\x00\xff\xff\xff\xff\xff\xff\x00", 8);
    set(21, (width_mm + 5) / 10);
    set(22, (height_mm + 5) / 10);
    set(54, 1); // marks the first detailed timing as present
    set(66, width_mm & 0xff);
    set(67, height_mm & 0xff);
    set(68, (width_mm >> 8) << 4 | height_mm >> 8);
    return bytes;
}

const std::string show_units = "systemctl show --property=ActiveState,NRestarts help-kiosk.service "
                               "help-kiosk-display.service seatd.service help-kiosk-update.service";
const std::string show_logins =
    "systemctl show --property=LoadState getty@tty1.service autovt@tty2.service "
    "serial-getty@ttyS0.service ctrl-alt-del.target";

inline void add_display(FakeMachine& fake_machine, const std::string& name) {
    const std::string folder = "/sys/class/drm/card0-" + name;
    fake_machine.add_file(folder + "/status", "connected\n");
    fake_machine.add_file(folder + "/enabled", "enabled\n");
    fake_machine.add_file(folder + "/dpms", "On\n");
    fake_machine.add_file(folder + "/modes", "1920x1080\n1920x1080\n1280x720\n");
    fake_machine.add_file(folder + "/edid", edid());
}

inline void add_lockdown(FakeMachine& fake_machine) {
    fake_machine.add_file("/proc/self/mounts",
                          "overlay / overlay rw,relatime 0 0\n/dev/sda2 /boot/efi vfat rw 0 0\n");
    fake_machine.add_file("/proc/sys/kernel/sysrq", "0\n");
    fake_machine.add_file("/proc/swaps", "Filename\tType\tSize\tUsed\tPriority\n");
    const std::string header = "  sl  local_address rem_address   st tx_queue rx_queue\n";
    fake_machine.add_file("/proc/net/tcp",
                          header + "   0: 0100007F:0277 00000000:0000 0A 00000000:00000000\n"
                                   "   1: 0202000A:BE12 507100CB:0050 01 00000000:00000000\n");
    fake_machine.add_file("/proc/net/tcp6",
                          header + "   0: 00000000000000000000000001000000:0277 "
                                   "00000000000000000000000000000000:0000 0A 00000000:00000000\n");
    fake_machine.add_file("/proc/net/udp",
                          header + "   0: 00000000:0044 00000000:0000 07 00000000:00000000\n");
    fake_machine.set_program_output(
        show_logins,
        "LoadState=masked\n\nLoadState=masked\n\nLoadState=masked\n\nLoadState=masked\n");
    fake_machine.set_program_output("modprobe --show-depends usb-storage", "install /bin/false \n");
    fake_machine.set_program_output("loginctl list-sessions --no-legend", "");
}

// The station is in kiosk mode, and its viewer has saved the content.
struct HealthyStation {
    HealthyStation() {
        fake_machine.add_file("/usr/lib/systemd/system/help-kiosk.service", "");
        fake_machine.add_file("/proc/cmdline", "BOOT_IMAGE=/vmlinuz quiet help-kiosk=overlay\n");
        fake_machine.add_file("/etc/help-kiosk/content.yaml", content_yaml);
        fake_machine.add_file("/etc/help-kiosk/site.yaml", site_yaml);
        fake_machine.set_program_output("stat --format=%U %G %a /etc/help-kiosk/content.yaml",
                                        "root root 644\n");
        fake_machine.set_program_output("stat --format=%U %G %a /etc/help-kiosk/site.yaml",
                                        "root root 644\n");
        fake_machine.set_program_output("stat --format=%U %G %a /var/lib/help-kiosk",
                                        "help-kiosk help-kiosk 700\n");
        add_display(fake_machine, "HDMI-A-1");
        fake_machine.add_file("/sys/class/drm/card0-DP-1/status", "disconnected\n");
        fake_machine.add_file("/proc/bus/input/devices", power_button + touch_devices);
        fake_machine.add_file("/run/systemd/system/any", "");
        fake_machine.set_program_output(
            show_units, "NRestarts=0\nActiveState=active\n\nNRestarts=0\nActiveState=active\n\n"
                        "NRestarts=0\nActiveState=active\n\nNRestarts=0\nActiveState=inactive\n");
        add_lockdown(fake_machine);
        fake_machine.add_file("/run/systemd/timesync/synchronized", "");
        fake_machine.add_link("/etc/localtime", "/usr/share/zoneinfo/America/Chicago");
        fake_machine.set_program_output(
            "df --output=avail --block-size=1M /run/help-kiosk-overlay/disk", "Avail\n 9042\n");
        fake_machine.set_program_output("df --output=avail --block-size=1M /", "Avail\n 950\n");
        fake_machine.add_file("/proc/meminfo",
                              "MemTotal:        3921384 kB\nMemFree:          221004 kB\n");
        fake_machine.add_file("/proc/asound/cards", " 0 [PCH]: HDA-Intel - HDA Intel PCH\n");
        fake_machine.add_file("/proc/asound/card0/codec#0",
                              "  Pin Default 0x02214040: [Jack] HP Out at Ext Front\n");
        fake_machine.add_file("/var/lib/help-kiosk/any", "");
        reload::SnapshotFile(fake_machine.path("/var/lib/help-kiosk")).save(load().files);
    }

    content::LoadResult load() const {
        return content::load({fake_machine.path("/etc/help-kiosk/content.yaml"), std::nullopt,
                              fake_machine.path("/translations")},
                             {today, {}, false, true});
    }
    template <class Check>
    auto with_context(const Check& check) const {
        const content::LoadResult loaded = load();
        return check(
            commands::doctor::DoctorContext{fake_machine.machine, loaded, &typesetter(), today});
    }
    commands::doctor::Findings findings() const {
        return with_context(commands::doctor::run_all_checks);
    }
    std::string report() const { return commands::doctor::to_string(findings()); }
    std::string
    report(commands::doctor::Findings (*check)(const commands::doctor::DoctorContext&)) const {
        std::string text;
        for (const commands::doctor::Finding& finding : with_context(check))
            text += commands::doctor::to_string(finding);
        return text;
    }
    std::string version() const { return content::content_version(load().files); }

    FakeMachine fake_machine;
};

} // namespace test
