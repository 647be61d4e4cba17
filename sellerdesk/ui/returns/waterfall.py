"""The waterfall of a cost: a line for each part with its bar where the one before it ended; keys reach every line."""

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem

from sellerdesk.ui.lists.items_model import ItemsModel
from sellerdesk.ui.lists.roles import ELIDE, ROW, SELECTED
from sellerdesk.ui.style import theme

HEIGHT, BAR = 30, 14
NAME_PART, YEN_WIDTH, BASIS_WIDTH = 3, 110, 150


class Part(NamedTuple):
    """A line: its words, the yen as text and with what they lack, the yen before it and its own (None: not known), its basis and kind."""

    words: str
    yen: str
    told: str
    start: int
    size: int | None
    whole: int
    basis: str
    kind: str


class WaterfallCells(QStyledItemDelegate):
    """Paints words, yen, bar and basis."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """One line."""
        return QSize(300, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """One line of the waterfall."""
        part: Part = index.data(ROW)
        rect = option.rect
        if option.state & SELECTED:
            painter.fillRect(rect, theme.colour("select"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.colour("line"))
        font = theme.font(bold=part.kind == "sum")
        painter.setFont(font)
        names = rect.width() // NAME_PART
        painter.setPen(theme.colour("muted" if part.size is None else "text"))
        words = QFontMetrics(font).elidedText(part.words, ELIDE, names - 8)
        painter.drawText(QRect(rect.left(), rect.top(), names, rect.height()), Qt.AlignmentFlag.AlignVCenter, words)
        yen_width = max(YEN_WIDTH, 16 + max(map(yen_room, index.model().items)))  # type: ignore[attr-defined]  # the model of Fall
        self.draw_yen(painter, part, QRect(rect.left() + names, rect.top(), rect.width() - names - BASIS_WIDTH, rect.height()), yen_width)
        room = rect.width() - names - yen_width - BASIS_WIDTH
        if part.size and part.whole and room > 0:
            left = rect.left() + names + yen_width + room * part.start // part.whole
            bar = QRect(left, rect.top() + (rect.height() - BAR) // 2, max(2, room * part.size // part.whole), BAR)
            painter.fillRect(bar, theme.colour({"sum": "accent", "sunk": "pale_bar"}.get(part.kind, "bar")))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("muted"))
        where = QRect(rect.right() - BASIS_WIDTH + 12, rect.top(), BASIS_WIDTH - 12, rect.height())
        painter.drawText(
            where, Qt.AlignmentFlag.AlignVCenter, QFontMetrics(theme.font("small")).elidedText(part.basis, ELIDE, where.width())
        )

    @staticmethod
    def draw_yen(painter: QPainter, part: Part, room: QRect, wide: int) -> None:
        """The yen before the bar, whole; where they are not known there is no bar, and what they wait for has its room."""
        if part.size is None:
            text = QFontMetrics(painter.font()).elidedText(part.told, ELIDE, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        else:
            where = QRect(room.left(), room.top(), wide - 16, room.height())
            painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, part.yen)


def yen_room(part: Part) -> int:
    """The pixels that a line's yen need, where they are known."""
    return 0 if part.size is None else QFontMetrics(theme.font(bold=part.kind == "sum")).horizontalAdvance(part.yen)


class Waterfall(QListView):
    """The waterfall."""

    def __init__(self) -> None:
        """No lines yet."""
        super().__init__()
        self.parts = ItemsModel(lambda part: f"{part.words} {part.told} {part.basis}", self)
        self.setModel(self.parts)
        self.setItemDelegate(WaterfallCells(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def load(self, lines: list[Part]) -> None:
        """Show other lines."""
        self.parts.load(lines)
        self.setFixedHeight(HEIGHT * len(lines) + 4)
