"""What is on the screen while the PC starts."""

import time

PAPER = (246, 242, 234)  # the kiosk's
BLACK = (0, 0, 0)
STILL = 20  # seconds that home stands still
LONGEST = 900  # seconds


def seen_as(colour):
    """A text screen has fewer colours, and shows one that is nearly the paper's."""
    return PAPER if all(abs(one - other) < 8 for one, other in zip(colour, PAPER)) else colour


def kind(pixels, width):
    """What the picture is: of one colour, halfway from one to the other, none at all, or something to see."""
    colours = {seen_as(colour) for colour in set(zip(pixels[::3], pixels[1::3], pixels[2::3]))}
    if colours <= {PAPER, BLACK}:
        return {(PAPER,): "paper", (BLACK,): "black"}.get(tuple(colours), "paper over black")
    # Where a screen would say "no signal", the emulator writes a line in the middle of black.
    rows = [pixels[start:start + 3 * width] for start in range(0, len(pixels), 3 * width)]
    written = [number / len(rows) for number, row in enumerate(rows) if any(row)]
    return "off" if written[0] > 0.45 and written[-1] < 0.55 else "picture"


class Starting:
    def __init__(self, machine):
        self.machine = machine
        self.seen = []  # kinds of pictures, each once in a row
        self.words = []  # names of the pictures between the first plain one and home that were not plain
        self.last, self.since = b"", time.monotonic()

    def look(self):
        """The boot loader's is the first picture in the kiosk's colour; what was before it is the PC's own."""
        time.sleep(0.3)  # the emulator has other things to do
        width, pixels = self.machine.pixels()
        if pixels == self.last:
            return
        self.last, self.since = pixels, time.monotonic()
        now = kind(pixels, width)
        if self.seen[-1:] != [now]:
            self.seen.append(now)
        if now == "picture":
            name = f"starting-{len(self.words)}"
            self.machine.picture(name)
            if "paper" in self.seen:
                self.words.append(name)

    def is_over(self):
        """Once a picture stands still: that is home, and not among the words."""
        still = time.monotonic() - self.since > STILL and self.seen[-1:] == ["picture"] and "paper" in self.seen
        if still:
            self.words.pop()
        return still or self.machine.seconds() > LONGEST
