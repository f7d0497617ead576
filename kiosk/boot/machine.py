"""A virtual machine with a display, a keyboard, a touchscreen and an agent that runs commands in it.

Power, display and touchscreen can be disconnected."""

import array
import atexit
import json
import os
import shutil
import socket
import struct
import subprocess
import time

from screenshot import Screenshot

FIRMWARE = "/usr/share/OVMF/OVMF_CODE"
STARTUP_TIMEOUT = 600  # seconds; emulation is slow, and the host may be busy


class DisplayCable:
    """The connection between the virtual machine and its display. QEMU's VNC server reports the size of its client to
    the guest as the size of the display; a size of zero means that no display is connected."""

    def __init__(self, path):
        self.connection = socket.socket(socket.AF_UNIX)
        self.connection.connect(path)
        read = self.connection.makefile("rb").read
        self.connection.sendall(read(12))  # protocol version
        read(read(1)[0])  # security types
        self.connection.sendall(b"\x01")  # no authentication
        read(4)
        self.connection.sendall(b"\x01")  # shared with other clients
        read(20)
        read(struct.unpack(">I", read(4))[0])  # desktop name
        self.plug()  # the server assumes no size at first, and reports only changes

    def plug(self, width=1280, height=720):
        self.connection.sendall(struct.pack(">BxHHBxIHHHHI", 251, width, height, 1, 0, 0, 0, width, height, 0))

    def unplug(self):
        self.plug(0, 0)


class Machine:
    def __init__(self, work, *, disk="disk.raw", kernel_command_line=None, usb_drive=None, has_keyboard=True):
        """Boots the disk through its boot loader or, if a kernel command line is given, boots the kernel directly. Without a
        keyboard, keys are pressed on the keypad of plug_keypad()."""
        self.work = work
        self.restarts = 0
        command = ["qemu-system-x86_64", "-machine", "q35,accel=tcg", "-cpu", "max", "-smp", "2", "-m", "2048"]
        command += ["-display", "none", "-vnc", f"unix:{work}/screen", "-vga", "none", "-nic", "none"]
        command += ["-device", "virtio-vga,xres=1280,yres=720"]
        if has_keyboard:
            command += ["-device", "virtio-keyboard-pci"]
        command += ["-device", "qemu-xhci", "-device", "usb-tablet,id=touchscreen", "-device", "virtio-serial"]
        # A sound card that does not know its jacks, and so must stay silent, and a USB adapter for plug_headphones().
        command += ["-audiodev", f"wav,id=room,path={work}/room.wav", "-device", "ich9-intel-hda"]
        command += ["-device", "hda-output,audiodev=room", "-audiodev", f"wav,id=headphones,path={work}/headphones.wav"]
        command += ["-chardev", f"socket,id=agent,path={work}/agent,server=on,wait=off"]
        command += ["-device", "virtserialport,chardev=agent,name=test-agent", "-qmp", f"unix:{work}/qmp,server,nowait"]
        if disk:
            command += ["-drive", f"file={work}/{disk},format=raw,if=virtio,cache=unsafe"]
        if usb_drive:
            command += ["-drive", f"file={work}/{usb_drive},format=raw,if=none,id=usb-drive,cache=unsafe"]
            command += ["-device", "usb-storage,drive=usb-drive,id=usb-drive-device,removable=on"]
        command += self.kernel_options(kernel_command_line) if kernel_command_line else self.firmware_options()
        for name in ("agent", "qmp", "screen"):
            if os.path.exists(f"{work}/{name}"):
                os.unlink(f"{work}/{name}")
        self.started_at = time.monotonic()
        self.process = subprocess.Popen(command)
        atexit.register(self.process.kill)
        self.qmp = self.connect("qmp").makefile("rw")
        self.qmp.readline()
        self.execute("qmp_capabilities")
        self.agent = self.connect("agent")
        self.agent_output = self.agent.makefile(errors="replace")
        self.display_cable = DisplayCable(f"{work}/screen")

    def kernel_options(self, command_line):
        return ["-kernel", f"{self.work}/vmlinuz", "-initrd", f"{self.work}/initrd.img", "-append", command_line]

    def firmware_options(self):
        suffix = "_4M.fd" if os.path.exists(f"{FIRMWARE}_4M.fd") else ".fd"
        variables = f"{self.work}/firmware-variables"
        shutil.copy(f"{FIRMWARE.replace('CODE', 'VARS')}{suffix}", variables)
        return ["-drive", f"if=pflash,format=raw,readonly=on,file={FIRMWARE}{suffix}",
                "-drive", f"if=pflash,format=raw,file={variables}"]

    def connect(self, name):
        connection = socket.socket(socket.AF_UNIX)
        for _ in range(100):
            try:
                connection.connect(f"{self.work}/{name}")
                return connection
            except OSError:
                time.sleep(0.1)
        raise SystemExit("kiosk/test-boot: the emulator does not start")

    def execute(self, qmp_command, **arguments):
        """Sends a command to QEMU and returns its result. Also counts the resets that QEMU reports."""
        self.qmp.write(json.dumps({"execute": qmp_command, "arguments": arguments}) + "\n")
        self.qmp.flush()
        while True:
            message = json.loads(self.qmp.readline())
            self.restarts += message.get("event") == "RESET"
            if "error" in message:
                raise RuntimeError(message["error"]["desc"])
            if "return" in message:
                return message["return"]

    def wait_for_agent(self):
        self.agent.settimeout(STARTUP_TIMEOUT)
        while self.agent_output.readline().strip() != "ready":
            pass

    def run(self, command):
        """Runs a shell command as root in the virtual machine and returns its output."""
        self.agent.settimeout(STARTUP_TIMEOUT)
        self.agent.sendall((command + "\n").encode())
        output = []
        for line in self.agent_output:
            if line.startswith("="):
                return "".join(output)
            output.append(line)
        raise RuntimeError("the agent in the virtual machine has exited")

    def screenshot(self, name=None):
        """Takes a screenshot and, if a name is given, saves it as `name`.png."""
        if name:
            self.execute("screendump", filename=f"{self.work}/{name}.png", format="png")
        return Screenshot(*self.pixels())

    def pixels(self):
        """Returns the width of the screen and its pixels, three bytes for each."""
        path = f"{self.work}/pixels.ppm"
        self.execute("screendump", filename=path)
        with open(path, "rb") as file:
            file.readline()  # format
            width = int(file.readline().split()[0])
            file.readline()  # maximum value
            return width, file.read()

    def press(self, *keys, seconds=0.1):
        self.execute("send-key", keys=[{"type": "qcode", "data": key} for key in keys],
                     **{"hold-time": int(seconds * 1000)})

    def type(self, text):
        names = {" ": "spc", "\n": "ret", "-": "minus", ".": "dot", "/": "slash"}
        for letter in text:
            self.press(names.get(letter, letter))
            time.sleep(0.3)

    def tap(self, x, y):
        """Taps a point, given as fractions of the width and height of the screen."""
        position = [{"type": "abs", "data": {"axis": axis, "value": int(fraction * 0x7FFF)}}
                    for axis, fraction in (("x", x), ("y", y))]
        self.execute("input-send-event", events=position)
        for is_down in (True, False):
            time.sleep(0.2)
            self.execute("input-send-event",
                         events=[{"type": "btn", "data": {"down": is_down, "button": "left"}}])

    def samples(self, name):
        """Returns the samples of the left and of the right channel since startup: of the headphones or the room."""
        if not os.path.exists(f"{self.work}/{name}.wav"):
            return array.array("h"), array.array("h")
        with open(f"{self.work}/{name}.wav", "rb") as file:
            file.seek(44)  # skip the header
            data = file.read()
        samples = array.array("h", data[: len(data) // 4 * 4])
        return samples[0::2], samples[1::2]

    def plug_headphones(self):
        self.execute("device_add", driver="usb-audio", id="adapter", audiodev="headphones")

    def unplug_headphones(self):
        self.execute("device_del", id="adapter")

    def plug_keypad(self):
        self.execute("device_add", driver="usb-kbd", id="keypad")

    def unplug_touchscreen(self):
        self.execute("device_del", id="touchscreen")

    def plug_touchscreen(self):
        self.execute("device_add", driver="usb-tablet", id="touchscreen")

    def shuts_down_within(self, seconds):
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        return True

    def copy_disk(self, name):
        """Copies the disk as it is now, and as it would be if the power failed now."""
        self.execute("stop")
        subprocess.run(["cp", "--sparse=always", f"{self.work}/disk.raw", f"{self.work}/{name}"], check=True)
        self.execute("cont")

    def cut_power(self):
        self.process.kill()
        self.process.wait()

    def seconds(self):
        """Seconds since power-on."""
        return time.monotonic() - self.started_at
