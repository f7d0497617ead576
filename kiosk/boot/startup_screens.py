"""Records which kinds of pictures are on the screen while the computer starts."""

import time

BACKGROUND = (246, 242, 234)  # the kiosk's background color
BLACK = (0, 0, 0)
HOME_STABLE_SECONDS = 20  # how long the home screen must not change
MAX_SECONDS = 900


def normalize(color):
    """Maps colors close to the background to it, because a text console has fewer colors and shows a similar one."""
    return BACKGROUND if all(abs(one - other) < 8 for one, other in zip(color, BACKGROUND)) else color


def classify(pixels, width):
    """Returns the kind of a picture: background, black, both of them, display off, or a picture with content."""
    colors = {normalize(color) for color in set(zip(pixels[::3], pixels[1::3], pixels[2::3]))}
    if colors <= {BACKGROUND, BLACK}:
        return {(BACKGROUND,): "background", (BLACK,): "black"}.get(tuple(colors), "background over black")
    # Where a real display would show "no signal", the emulator prints one line of text in the middle of a black screen.
    rows = [pixels[start:start + 3 * width] for start in range(0, len(pixels), 3 * width)]
    text_positions = [index / len(rows) for index, row in enumerate(rows) if any(row)]
    return "off" if text_positions[0] > 0.45 and text_positions[-1] < 0.55 else "picture"


class StartupScreens:
    def __init__(self, machine):
        self.machine = machine
        self.kinds = []  # kinds of pictures in the order of their appearance, without repetitions
        self.unexpected = []  # names of pictures with content between the boot loader and the home screen
        self.last_pixels, self.last_change = b"", time.monotonic()

    def capture(self):
        """Looks at the screen once. Pictures before the first background are those of the firmware and do not count."""
        time.sleep(0.3)  # taking a screenshot slows down the emulator
        width, pixels = self.machine.pixels()
        if pixels == self.last_pixels:
            return
        self.last_pixels, self.last_change = pixels, time.monotonic()
        kind = classify(pixels, width)
        if self.kinds[-1:] != [kind]:
            self.kinds.append(kind)
        if kind == "picture":
            name = f"starting-{len(self.unexpected)}"
            self.machine.screenshot(name)
            if "background" in self.kinds:
                self.unexpected.append(name)

    def is_complete(self):
        """True once a picture with content has stopped changing: this is home, and it does not count as unexpected."""
        is_home = (time.monotonic() - self.last_change > HOME_STABLE_SECONDS and self.kinds[-1:] == ["picture"]
                   and "background" in self.kinds)
        if is_home:
            self.unexpected.pop()
        return is_home or self.machine.seconds() > MAX_SECONDS
