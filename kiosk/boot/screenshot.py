"""A screenshot of the virtual machine."""

MAX_CURSOR_PX = 16  # width and height of the cursor on a text console
MAX_SHIFT_PX = 2  # distance by which the kiosk shifts its picture against burn-in, horizontally and vertically
EDGE_PX = 16  # areas that touch the edge of the screen do not shift there


class Screenshot:
    """Equals another screenshot if the two differ at most by the shift that the kiosk makes every three minutes."""

    def __init__(self, width, pixels):
        self.width = width
        self.pixels = pixels  # three bytes per pixel
        self.rows = [pixels[start:start + 3 * width] for start in range(0, len(pixels), 3 * width)]

    def __eq__(self, other):
        if self.pixels == other.pixels:
            return True
        shifts = range(-MAX_SHIFT_PX, MAX_SHIFT_PX + 1)
        return self.has_size_of(other) and any(self.is_shifted(other, x, y) for x in shifts for y in shifts)

    def has_size_of(self, other):
        return len(self.pixels) == len(other.pixels) and self.width == other.width

    def count_text_lines(self):
        background = self.pixels[-3:] * self.width
        return sum(row != background and above == background
                   for above, row in zip([background] + self.rows, self.rows))

    def differs_only_by_cursor(self, other):
        """Whether the two are equal except for an area that is not larger than a cursor."""
        if not self.has_size_of(other):
            return False
        changed_rows = [pair for pair in zip(self.rows, other.rows) if pair[0] != pair[1]]
        changed_columns = [offset // 3 for row, other_row in changed_rows[:2 * MAX_CURSOR_PX]
                           for offset in range(3 * self.width) if row[offset] != other_row[offset]]
        return len(changed_rows) <= 2 * MAX_CURSOR_PX and (
            not changed_columns or max(changed_columns) - min(changed_columns) < MAX_CURSOR_PX)

    def is_shifted(self, other, x, y):
        inner_rows = range(EDGE_PX, len(self.rows) - EDGE_PX)
        left, right = 3 * EDGE_PX, 3 * (self.width - EDGE_PX)
        return all(self.rows[row][left:right] == other.rows[row + y][left + 3 * x:right + 3 * x] for row in inner_rows)
