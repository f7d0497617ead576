"""What was on the screen at one moment."""

CURSOR = 16  # pixels that the cursor of a text screen is wide, at most
MOST = 2  # pixels between two pictures that are one, against burning in, across and down
EDGE = 16  # pixels; what reaches to the edge of the screen does not move there


class Picture:
    """The same as another one that differs only by the small step that the kiosk makes every three minutes."""

    def __init__(self, width, pixels):
        self.width = width
        self.pixels = pixels  # three bytes for each
        self.rows = [pixels[start:start + 3 * width] for start in range(0, len(pixels), 3 * width)]

    def __eq__(self, other):
        if self.pixels == other.pixels:
            return True
        steps = range(-MOST, MOST + 1)
        return len(self.pixels) == len(other.pixels) and self.width == other.width and any(
            self.is_moved(other, across, down) for across in steps for down in steps)

    def lines(self):
        """How many lines are written on it."""
        nothing = self.pixels[-3:] * self.width
        return sum(row != nothing and above == nothing for above, row in zip([nothing] + self.rows, self.rows))

    def blinks(self, other):
        """Whether a cursor is all that may differ."""
        if len(self.pixels) != len(other.pixels) or self.width != other.width:
            return False
        changed = [pair for pair in zip(self.rows, other.rows) if pair[0] != pair[1]]
        places = [place // 3 for one, another in changed[:2 * CURSOR] for place in range(3 * self.width)
                  if one[place] != another[place]]
        return len(changed) <= 2 * CURSOR and (not places or max(places) - min(places) < CURSOR)

    def is_moved(self, other, across, down):
        inside = range(EDGE, len(self.rows) - EDGE)
        left, right = 3 * EDGE, 3 * (self.width - EDGE)
        return all(self.rows[row][left:right] == other.rows[row + down][left + 3 * across:right + 3 * across]
                   for row in inside)
