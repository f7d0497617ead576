"""An emulated PC with a screen, keys, a finger and a back door."""
# Every part of it can be pulled out: the power, the screen's cable, the finger's.

import array
import atexit
import json
import os
import shutil
import socket
import struct
import subprocess
import time

from picture import Picture

FIRMWARE = "/usr/share/OVMF/OVMF_CODE"
STARTING = 600  # seconds that a start may take; emulation is slow, and the machine below may be busy


class Cable:
    """Between the PC and its screen. The emulator's VNC server tells the PC's graphics what size of screen there is;
    one of no size is no screen."""

    def __init__(self, path):
        self.end = socket.socket(socket.AF_UNIX)
        self.end.connect(path)
        read = self.end.makefile("rb").read
        self.end.sendall(read(12))  # the version
        read(read(1)[0])  # of ways to log in
        self.end.sendall(b"\x01")  # with none
        read(4)
        self.end.sendall(b"\x01")  # others may look too
        read(20)
        read(struct.unpack(">I", read(4))[0])  # the name of the machine
        self.plug()  # no size is what the server believes at first, and it passes on nothing but changes

    def plug(self, width=1280, height=720):
        self.end.sendall(struct.pack(">BxHHBxIHHHHI", 251, width, height, 1, 0, 0, 0, width, height, 0))

    def unplug(self):
        self.plug(0, 0)


class Machine:
    def __init__(self, work, *, disk="disk.raw", direct=None, stick=None):
        """Starts it from the disk: by its boot loader, or `direct`ly with these words for the kernel."""
        self.work = work
        self.restarts = 0
        command = ["qemu-system-x86_64", "-machine", "q35,accel=tcg", "-cpu", "max", "-smp", "2", "-m", "2048"]
        command += ["-display", "none", "-vnc", f"unix:{work}/screen", "-vga", "none", "-nic", "none"]
        command += ["-device", "virtio-vga,xres=1280,yres=720", "-device", "virtio-keyboard-pci"]
        command += ["-device", "qemu-xhci", "-device", "usb-tablet,id=finger", "-device", "virtio-serial"]
        command += ["-audiodev", f"wav,id=jack,path={work}/jack.wav", "-device", "ich9-intel-hda"]
        command += ["-device", "hda-output,audiodev=jack"]
        command += ["-chardev", f"socket,id=door,path={work}/door,server=on,wait=off"]
        command += ["-device", "virtserialport,chardev=door,name=back-door", "-qmp", f"unix:{work}/qmp,server,nowait"]
        if disk:
            command += ["-drive", f"file={work}/{disk},format=raw,if=virtio,cache=unsafe"]
        if stick:
            command += ["-drive", f"file={work}/{stick},format=raw,if=none,id=stick,cache=unsafe"]
            command += ["-device", "usb-storage,drive=stick,id=stick,removable=on"]
        command += self.direct(direct) if direct else self.firmware()
        for leftover in ("door", "qmp", "screen"):
            if os.path.exists(f"{work}/{leftover}"):
                os.unlink(f"{work}/{leftover}")
        self.begin = time.monotonic()
        self.process = subprocess.Popen(command)
        atexit.register(self.process.kill)
        self.qmp = self.connect("qmp").makefile("rw")
        self.qmp.readline()
        self.do("qmp_capabilities")
        self.door = self.connect("door")
        self.answers = self.door.makefile(errors="replace")
        self.cable = Cable(f"{work}/screen")

    def direct(self, words):
        return ["-kernel", f"{self.work}/vmlinuz", "-initrd", f"{self.work}/initrd.img", "-append", words]

    def firmware(self):
        suffix = "_4M.fd" if os.path.exists(f"{FIRMWARE}_4M.fd") else ".fd"
        settings = f"{self.work}/settings"
        shutil.copy(f"{FIRMWARE.replace('CODE', 'VARS')}{suffix}", settings)
        return ["-drive", f"if=pflash,format=raw,readonly=on,file={FIRMWARE}{suffix}",
                "-drive", f"if=pflash,format=raw,file={settings}"]

    def connect(self, name):
        end = socket.socket(socket.AF_UNIX)
        for _ in range(100):
            try:
                end.connect(f"{self.work}/{name}")
                return end
            except OSError:
                time.sleep(0.1)
        raise SystemExit("kiosk/test-boot: the emulator does not start")

    def do(self, what, **how):
        self.qmp.write(json.dumps({"execute": what, "arguments": how}) + "\n")
        self.qmp.flush()
        while True:
            answer = json.loads(self.qmp.readline())
            self.restarts += answer.get("event") == "RESET"
            if "error" in answer:
                raise RuntimeError(answer["error"]["desc"])
            if "return" in answer:
                return answer["return"]

    def wait_for_door(self):
        self.door.settimeout(STARTING)
        while self.answers.readline().strip() != "ready":
            pass

    def ask(self, command):
        """What the command prints, run as root inside."""
        self.door.settimeout(STARTING)
        self.door.sendall((command + "\n").encode())
        said = []
        for line in self.answers:
            if line.startswith("="):
                return "".join(said)
            said.append(line)
        raise RuntimeError("the back door is shut")

    def picture(self, name=None):
        """Of the screen; with a name it is kept as `name`.png."""
        if name:
            self.do("screendump", filename=f"{self.work}/{name}.png", format="png")
        return Picture(*self.pixels())

    def pixels(self):
        """Of the screen: how many in a row, and three bytes for each."""
        path = f"{self.work}/pixels.ppm"
        self.do("screendump", filename=path)
        with open(path, "rb") as file:
            file.readline()  # the format
            width = int(file.readline().split()[0])
            file.readline()  # the brightest
            return width, file.read()

    def press(self, *keys, seconds=0.1):
        self.do("send-key", keys=[{"type": "qcode", "data": key} for key in keys], **{"hold-time": int(seconds * 1000)})

    def type(self, text):
        names = {" ": "spc", "\n": "ret", "-": "minus", ".": "dot", "/": "slash"}
        for letter in text:
            self.press(names.get(letter, letter))
            time.sleep(0.3)

    def tap(self, across, down):
        """At these parts of the screen's width and height."""
        place = [{"type": "abs", "data": {"axis": axis, "value": int(part * 0x7FFF)}}
                 for axis, part in (("x", across), ("y", down))]
        self.do("input-send-event", events=place)
        for is_down in (True, False):
            time.sleep(0.2)
            self.do("input-send-event",
                    events=[{"type": "btn", "data": {"down": is_down, "button": "left"}}])

    def heard(self):
        """What has come out of the jack: of the left and of the right side, number after number."""
        with open(f"{self.work}/jack.wav", "rb") as file:
            file.seek(44)  # what kind of file it is
            data = file.read()
        numbers = array.array("h", data[: len(data) // 4 * 4])
        return numbers[0::2], numbers[1::2]

    def unplug_finger(self):
        self.do("device_del", id="finger")

    def plug_finger(self):
        self.do("device_add", driver="usb-tablet", id="finger")

    def ends(self, seconds):
        """Whether it switches itself off within this time."""
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        return True

    def copy_disk(self, name):
        """As it is at this moment, and would be if the power failed now."""
        self.do("stop")
        subprocess.run(["cp", "--sparse=always", f"{self.work}/disk.raw", f"{self.work}/{name}"], check=True)
        self.do("cont")

    def pull_the_plug(self):
        self.process.kill()
        self.process.wait()

    def seconds(self):
        return time.monotonic() - self.begin
