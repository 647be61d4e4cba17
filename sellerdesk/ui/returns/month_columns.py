"""What returns cost month by month as columns: this year's beside those of the year before, the dearest one in the accent."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from sellerdesk.ui.style import theme, tint
from sellerdesk.ui.style.translate import translate

LEAST_HEIGHT, FOOT, HEAD = 120, 22, 20
WIDEST = 18
"""Pixels of a column at most."""
TEN_THOUSAND, LONG = 10_000, 100_000
"""The unit of long sums, and the yen from which on a sum has no room over its column: seven signs are wider than a month."""
LINES = 3


class Month(NamedTuple):
    """A month: its name, its yen, those of the same month a year before (None: no returns are known of it), and whether it runs."""

    name: str
    yen: int
    before: int | None
    runs: bool = False


def in_ten_thousands(months: Sequence[Month]) -> bool:
    """Whether the sums are told in ten thousand yen: in small shops that would make 0.1 of 799 yen."""
    return any(month.yen >= LONG for month in months)


class MonthColumns(QWidget):
    """Columns with their sums above them, in yen or ten thousand yen; there is no scale, for the numbers stand on the columns."""

    def __init__(self) -> None:
        """No months yet."""
        super().__init__()
        self.months: Sequence[Month] = ()
        self.setMinimumHeight(LEAST_HEIGHT)
        tint.fill_background(self, "base")

    def load(self, months: Sequence[Month]) -> None:
        """Show other months; a screen reader hears them as a sentence."""
        self.months = months
        sentences = (f"{month.name} {month.yen:,}" for month in months)
        self.setAccessibleDescription(", ".join(sentences))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw all columns."""
        painter = QPainter(self)
        if not self.months:
            return
        painter.setFont(theme.font("small"))
        foot = max(FOOT, painter.fontMetrics().height() + 4)
        room = self.rect().adjusted(16, HEAD, -16, -foot)
        most = max((max(month.yen, month.before or 0) for month in self.months), default=0)
        for line in range(LINES + 1):
            painter.fillRect(room.left(), room.bottom() - room.height() * line // LINES, room.width(), 1, theme.colour("line"))
        wide = room.width() // len(self.months)
        dearest = max(self.months, key=lambda month: month.yen)
        for place, month in enumerate(self.months):
            self.draw(painter, month, QRect(room.left() + place * wide, room.top(), wide, room.height()), most, dearest is month)
        painter.fillRect(room.left(), room.bottom(), room.width(), 1, theme.colour("control"))

    def sum_words(self, yen: int) -> str:
        """A sum as it stands over its column."""
        return f"{yen / TEN_THOUSAND:.1f}" if in_ten_thousands(self.months) else f"{yen:,}"

    def draw(self, painter: QPainter, month: Month, room: QRect, most: int, dearest: bool) -> None:  # noqa: FBT001 (of one caller)
        """Draw one month: the year before at the left, this year at the right, the name below."""
        column = min(WIDEST, (room.width() - 8) // 2)
        middle = room.center().x()
        high = room.height() * month.yen // most if most else 0
        painter.fillRect(QRect(middle + 1, room.bottom() - high, column, high), theme.colour("accent" if dearest else "bar"))
        if month.before:
            tall = room.height() * month.before // most
            earlier = QRect(middle - column - 1, room.bottom() - tall, column, tall)
            painter.fillRect(earlier, theme.colour("pale_bar"))
            painter.setPen(theme.colour("bar"))
            painter.drawRect(earlier.adjusted(0, 0, -1, 0))
        if month.yen:
            top = room.bottom() - room.height() * month.yen // most
            painter.setFont(theme.font("small", bold=dearest))
            painter.setPen(theme.colour("text"))
            words = QRect(room.left(), top - HEAD, room.width() + column, HEAD)
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.sum_words(month.yen))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("muted"))
        under = QRect(room.left() - 4, room.bottom() + 2, room.width() + 8, FOOT)
        name = translate("Analysis", "{month} so far").format(month=month.name) if month.runs else month.name
        painter.drawText(under, Qt.AlignmentFlag.AlignCenter, name)
