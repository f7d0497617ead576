"""What every probe needs: counting what held, and knowing home when it is on the screen."""

import json
import os
import subprocess
import time

SETTINGS = os.path.join(os.path.dirname(__file__), "../station/usr/lib/help-kiosk-station/grub.cfg")
# What the boot loader says to the kernel.
LOCKED = "root=/dev/vda2 ro " + subprocess.run(
    ["sh", "-c", '. "$0" && printf %s "$GRUB_CMDLINE_LINUX_DEFAULT"', SETTINGS],
    capture_output=True, text=True, check=True).stdout
WIDE, HIGH = 1280, 720  # pixels


class Probes:
    def __init__(self, work):
        self.work = work
        self.passed = self.failed = 0

    def saw(self, what, good, more=""):
        self.passed += bool(good)
        self.failed += not good
        print(f"{'held' if good else 'FAILED':7} {what}{': ' if more else ''}{more}", flush=True)

    def wait_for_home(self, machine):
        """Until the program says it is up and its picture stands still. Returns that picture."""
        machine.wait_for_door()
        while machine.ask("systemctl is-active help-kiosk") != "active\n" and machine.seconds() < 900:
            time.sleep(3)  # asking takes from the time that the PC has
        return self.still(machine)

    def still(self, machine, name="home"):
        """The picture that is not followed by another one for some seconds."""
        before, since = machine.picture(), time.monotonic()
        while time.monotonic() - since < 5:
            time.sleep(0.5)
            now = machine.picture()
            if now != before:
                before, since = now, time.monotonic()
        return machine.picture(name)

    def comes_back(self, machine, home, seconds):
        """Seconds until home is on the screen, or None."""
        begin = time.monotonic()
        while machine.picture() != home:
            if time.monotonic() - begin > seconds:
                return None
            time.sleep(0.2)  # looking takes from the time that the emulator has
        return time.monotonic() - begin

    def goes(self, machine, home, seconds=60):
        """Whether home leaves the screen."""
        begin = time.monotonic()
        while machine.picture() == home:
            if time.monotonic() - begin > seconds:
                return False
            time.sleep(0.2)
        return True

    def goes_and_comes_back(self, what, machine, home, seconds=60):
        gone = self.goes(machine, home, seconds)
        took = self.comes_back(machine, home, 120)
        self.saw(what, gone and took is not None, f"home again {took:.1f} s after it was gone" if took else "not home")

    def place(self, machine, does, screen="home", wide=WIDE, high=HIGH):
        """Of the button that does this, as parts of the picture's width and height. The program itself knows."""
        said = machine.ask(f"help-kiosk draw --content /etc/help-kiosk/content.yaml --screen {screen} "
                           f"--size {wide}x{high} --outline")
        # The panel is 24 inches in the site of kiosk/test-boot.
        mm_wide = 24 * 25.4 * wide / (wide**2 + high**2) ** 0.5
        for node in json.loads(said):
            if node.get("does") == does:
                left, top, width, height = node["mm"]
                return (left + width / 2) / mm_wide, (top + height / 2) / (mm_wide * high / wide)
        raise RuntimeError(f"nothing on the screen {screen} does: {does}")
