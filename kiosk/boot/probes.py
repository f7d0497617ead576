"""Common base of the probes: counts results, and recognizes the home screen."""

import json
import os
import subprocess
import time

GRUB_SETTINGS = os.path.join(os.path.dirname(__file__), "../station/usr/lib/help-kiosk-station/grub.cfg")
# The kernel command line of kiosk mode, as the boot loader passes it.
KIOSK_MODE = "root=/dev/vda2 ro " + subprocess.run(
    ["sh", "-c", '. "$0" && printf %s "$GRUB_CMDLINE_LINUX_DEFAULT"', GRUB_SETTINGS],
    capture_output=True, text=True, check=True).stdout
WIDTH_PX, HEIGHT_PX = 1280, 720


class Probes:
    def __init__(self, work):
        self.work = work
        self.passed = self.failed = 0

    def report(self, name, has_passed, details=""):
        self.passed += bool(has_passed)
        self.failed += not has_passed
        print(f"{'passed' if has_passed else 'FAILED':7} {name}{': ' if details else ''}{details}", flush=True)

    def wait_for_home(self, machine):
        """Waits until the viewer is up and its picture no longer changes. Returns a screenshot of it."""
        machine.wait_for_agent()
        while machine.run("systemctl is-active help-kiosk") != "active\n" and machine.seconds() < 900:
            time.sleep(3)  # each command takes CPU time from the virtual machine
        return self.wait_until_stable(machine)

    def wait_until_stable(self, machine, name="home"):
        """Waits until the picture has not changed for five seconds. Saves and returns a screenshot of it."""
        last, last_change = machine.screenshot(), time.monotonic()
        while time.monotonic() - last_change < 5:
            time.sleep(0.5)
            current = machine.screenshot()
            if current != last:
                last, last_change = current, time.monotonic()
        return machine.screenshot(name)

    def seconds_until_home(self, machine, home, timeout):
        """Waits for the home screen. Returns the seconds that it took, or None after the timeout."""
        begin = time.monotonic()
        while machine.screenshot() != home:
            if time.monotonic() - begin > timeout:
                return None
            time.sleep(0.2)  # each screenshot takes CPU time from the emulator
        return time.monotonic() - begin

    def leaves_home(self, machine, home, timeout=60):
        """Waits until the home screen is no longer shown. Returns False after the timeout."""
        begin = time.monotonic()
        while machine.screenshot() == home:
            if time.monotonic() - begin > timeout:
                return False
            time.sleep(0.2)
        return True

    def report_recovery(self, name, machine, home, timeout=60):
        """Reports whether the home screen disappears and then comes back."""
        has_left = self.leaves_home(machine, home, timeout)
        seconds = self.seconds_until_home(machine, home, 120)
        self.report(name, has_left and seconds is not None,
                    f"home again {seconds:.1f} s after it was gone" if seconds else "not home")

    def find_button(self, machine, does, screen="home", width=WIDTH_PX, height=HEIGHT_PX, options=""):
        """Returns the center of the button with this action, as fractions of the width and height of the picture. The
        outline that `help-kiosk draw` prints contains the positions."""
        outline = machine.run(f"help-kiosk draw --content /etc/help-kiosk/content.yaml --screen {screen} "
                              f"--size {width}x{height} {options} --outline")
        # The panel in the site.yaml of kiosk/test-boot has 24 inches.
        width_mm = 24 * 25.4 * width / (width**2 + height**2) ** 0.5
        for node in json.loads(outline):
            if node.get("does") == does:
                left, top, node_width, node_height = node["mm"]
                return (left + node_width / 2) / width_mm, (top + node_height / 2) / (width_mm * height / width)
        raise RuntimeError(f"the screen {screen} has no button with the action: {does}")
