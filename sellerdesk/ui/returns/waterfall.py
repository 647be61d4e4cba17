"""The account of a cost as a waterfall: a line for each part with its bar where the one before it ended; keys reach every line."""

from typing import Any, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem

from sellerdesk.ui.lists.items_model import ItemsModel
from sellerdesk.ui.lists.roles import DISPLAY, ELIDE, ROW, SELECTED, TIP, Index
from sellerdesk.ui.style import plain, theme

BAR, PAD, LEAST_ROW = 14, 12, 30
NAMES, BASES = 0.28, 0.28
"""The parts of the width that the names of lines and what they rest on have."""
LEAST_YEN, LEAST_BAR = 80, 3
STEPS, ROUND = 4, (1, 2, 4, 8)
"""Parts of the scale, and the leading figures of its end: each part is then a round number of yen."""
MIDDLE = Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | MIDDLE


class Part(NamedTuple):
    """A line: its words, the yen as text, the yen before it and its own (None: not known), what it rests on, and its kind.

    Kinds: "head" for the titles, "part", "sum", and "scale" for the numbers under the bars.
    """

    words: str
    yen: str
    start: int
    size: int | None
    basis: str
    kind: str


def end_of_scale(most: int) -> int:
    """The first round number of yen from a sum upwards: 1, 2, 4 or 8 and zeros, at least 100."""
    ten = 100
    while True:
        for lead in ROUND:
            if lead * ten >= most:
                return lead * ten
        ten *= 10


class WaterfallCells(QStyledItemDelegate):
    """Paints words, yen, bar and basis."""

    end, yen_room = 100, LEAST_YEN

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """One line."""
        return QSize(300, max(LEAST_ROW, option.fontMetrics.height() + PAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """One line of the waterfall."""
        part: Part = index.data(ROW)
        rect = QRect(option.rect)
        if option.state & SELECTED and part.kind in ("part", "sum"):
            painter.fillRect(rect, theme.colour("select"))
        names, bases = round(rect.width() * NAMES), round(rect.width() * BASES)
        bars = QRect(rect.left() + names + self.yen_room, rect.top(), rect.width() - names - bases - self.yen_room, rect.height())
        if part.kind == "scale":
            self.draw_scale(painter, bars)
            return
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.colour("line"))
        self.draw_words(painter, part, rect, names, bases)
        if part.kind != "head":
            self.draw_bar(painter, part, bars.adjusted(PAD, 0, -PAD, 0))
        else:
            painter.drawText(bars.adjusted(PAD, 0, 0, 0), MIDDLE, index.model().over_bars)  # type: ignore[attr-defined]  # of Waterfall

    def draw_words(self, painter: QPainter, part: Part, rect: QRect, names: int, bases: int) -> None:
        """The name and the yen before the bar, and what they rest on behind it."""
        head, unknown = part.kind == "head", part.kind == "part" and part.size is None
        font = theme.font("small" if head else "body", bold=part.kind == "sum")
        painter.setFont(font)
        painter.setPen(theme.colour("muted" if head else "text"))
        painter.drawText(
            QRect(rect.left(), rect.top(), names, rect.height()), MIDDLE, QFontMetrics(font).elidedText(part.words, ELIDE, names - 8)
        )
        painter.setFont(theme.font("small" if head else "body", bold=unknown or part.kind == "sum"))
        painter.setPen(theme.colour("check" if unknown else "muted" if head else "text"))
        painter.drawText(QRect(rect.left() + names, rect.top(), self.yen_room, rect.height()), RIGHT, part.yen)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("muted"))
        where = QRect(rect.right() - bases, rect.top(), bases, rect.height())
        painter.drawText(where, MIDDLE, painter.fontMetrics().elidedText(part.basis, ELIDE, where.width()))

    def draw_bar(self, painter: QPainter, part: Part, room: QRect) -> None:
        """The bar on its scale; where the yen are not known, a dashed box that has no end."""
        for step in range(STEPS + 1):
            painter.fillRect(self.place(room, self.end * step // STEPS), room.top(), 1, room.height(), theme.colour("line"))
        left, top = self.place(room, part.start), room.top() + (room.height() - BAR) // 2
        if part.size is None and part.kind == "part":
            box = QRect(left, top, max(BAR, room.right() - left), BAR)
            painter.fillRect(box, theme.colour("check_bg"))
            painter.setPen(QPen(theme.colour("check"), 1, Qt.PenStyle.DashLine))
            painter.drawRect(box)
            painter.setFont(theme.font("small", bold=True))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "?")
        elif part.size:
            width = max(LEAST_BAR, self.place(room, part.start + part.size) - left)
            painter.fillRect(QRect(left, top, width, BAR), theme.colour("accent" if part.kind == "sum" else "bar"))
        if part.kind == "part":  # the line to where the next bar begins
            foot = self.place(room, part.start + (part.size or 0))
            painter.fillRect(foot, top + BAR, 1, room.bottom() - top - BAR, theme.colour("control"))

    def place(self, room: QRect, yen: int) -> int:
        """Where so many yen lie on the scale."""
        return room.left() + room.width() * min(yen, self.end) // self.end

    def draw_scale(self, painter: QPainter, bars: QRect) -> None:
        """The numbers under the bars."""
        room = bars.adjusted(PAD, 0, -PAD, 0)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("faint"))
        wide = room.width() // STEPS
        step = 1 if painter.fontMetrics().horizontalAdvance(f"{self.end:,}") < wide else 2
        for number in range(0, STEPS + 1, step):
            yen = self.end * number // STEPS
            where = QRect(self.place(room, yen) - wide, bars.top(), 2 * wide, bars.height())
            painter.drawText(where, Qt.AlignmentFlag.AlignCenter, f"{yen:,}")


class Lines(ItemsModel):
    """The lines, and the title over their bars."""

    over_bars = ""

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        """A line; its words and what it rests on as a tip, for where there is no room for them."""
        if role == TIP:
            part: Part = self.items[index.row()]
            return plain.tip("\n".join(filter(None, (part.words, part.basis))))
        return super().data(index, role)


class Waterfall(QListView):
    """The waterfall."""

    def __init__(self) -> None:
        """No lines yet."""
        super().__init__()
        self.parts = Lines(lambda part: f"{part.words} {part.yen} {part.basis}".strip(), self)
        self.setModel(self.parts)
        self.cells = WaterfallCells(self)
        self.setItemDelegate(self.cells)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def load(self, lines: list[Part], over_bars: str) -> None:
        """Show other lines; the scale ends at a round number above all of them."""
        self.parts.over_bars = over_bars
        self.cells.end = end_of_scale(max((line.start + (line.size or 0) for line in lines), default=0))
        bold = QFontMetrics(theme.font(bold=True))
        self.cells.yen_room = max(LEAST_YEN, *(bold.horizontalAdvance(line.yen) for line in lines))
        self.parts.load(lines)
        high = max(LEAST_ROW, self.fontMetrics().height() + PAD)
        self.setFixedHeight(high * len(lines) + 4)
