"""An emulated PC with a screen, keys, a finger and a back door."""

import atexit
import json
import os
import shutil
import socket
import subprocess
import time

FIRMWARE = "/usr/share/OVMF/OVMF_CODE"
STARTING = 600  # seconds that a start may take; emulation is slow, and the machine below may be busy


class Machine:
    def __init__(self, work, *, direct=None, stick=None):
        """Starts it from `work`/disk.raw: by its boot loader, or `direct`ly with these words for the kernel."""
        self.work = work
        self.restarts = 0
        command = ["qemu-system-x86_64", "-machine", "q35,accel=tcg", "-cpu", "max", "-smp", "2", "-m", "2048"]
        command += ["-display", "none", "-vga", "none", "-device", "virtio-vga,xres=1280,yres=720", "-nic", "none"]
        command += ["-device", "virtio-tablet-pci", "-device", "virtio-keyboard-pci", "-device", "qemu-xhci"]
        command += ["-drive", f"file={work}/disk.raw,format=raw,if=virtio,cache=unsafe", "-device", "virtio-serial"]
        command += ["-chardev", f"socket,id=door,path={work}/door,server=on,wait=off"]
        command += ["-device", "virtserialport,chardev=door,name=back-door", "-qmp", f"unix:{work}/qmp,server,nowait"]
        if stick:
            command += ["-drive", f"file={stick},format=raw,if=none,id=stick", "-device", "usb-storage,drive=stick"]
        command += self.direct(direct) if direct else self.firmware()
        for leftover in ("door", "qmp"):
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

    def picture(self, name):
        """Of the screen, as bytes that are equal when the pictures are; kept as `name`.png."""
        path = f"{self.work}/{name}.png"
        self.do("screendump", filename=path, format="png")
        with open(path, "rb") as file:
            return file.read()

    def press(self, *keys):
        self.do("send-key", keys=[{"type": "qcode", "data": key} for key in keys], **{"hold-time": 100})

    def tap(self, across, down):
        """At these parts of the screen's width and height."""
        place = [{"type": "abs", "data": {"axis": axis, "value": int(part * 0x7FFF)}}
                 for axis, part in (("x", across), ("y", down))]
        self.do("input-send-event", events=place)
        for is_down in (True, False):
            time.sleep(0.2)
            self.do("input-send-event",
                    events=[{"type": "btn", "data": {"down": is_down, "button": "left"}}])

    def pull_the_plug(self):
        self.process.kill()
        self.process.wait()

    def seconds(self):
        return time.monotonic() - self.begin
