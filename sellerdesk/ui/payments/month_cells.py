"""The cells of the table of 入出金 that are drawn: a name with its note, and the bars of a row's months."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from sellerdesk.ui.style import theme
from sellerdesk.ui.widgets.text_table import TextCells

NOTE, BARS = Qt.ItemDataRole.UserRole + 2, Qt.ItemDataRole.UserRole + 3
"""The cell roles of the grey words after a name, and of the bars: shares from 0 to 1 with the token of their colour."""
LEAST_NAME, LEAST_NOTE = 130, 40
WIDEST, LEAST_BAR, GAP, ROOM = 14, 3, 6, 8
"""Pixels of a bar at most and at least, between two, and above and below them."""
Index = QModelIndex | QPersistentModelIndex


class NameCells(TextCells):
    """A name with its note in small grey words, as far as there is room."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The cell, and the note after its words."""
        super().paint(painter, option, index)
        note, name = str(index.data(NOTE) or ""), str(index.data() or "")
        painter.save()
        painter.setFont(index.data(Qt.ItemDataRole.FontRole) or option.font)
        room = option.rect.adjusted(painter.fontMetrics().horizontalAdvance(name) + 24, 0, -6, 0)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour(theme.over("muted", selected=bool(option.state & QStyle.StateFlag.State_Selected))))
        if note and room.width() >= LEAST_NOTE:
            words = painter.fontMetrics().elidedText(note, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the name: the note takes what is left."""
        return super().sizeHint(option, index).expandedTo(QSize(LEAST_NAME, 0))


class BarCells(TextCells):
    """A bar for each month, scaled to the largest of the row."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The cell, its bars and the line they stand on."""
        super().paint(painter, option, index)
        bars = index.data(BARS) or ()
        if not bars:
            return
        room = option.rect.adjusted(ROOM, ROOM, -ROOM, -ROOM)
        wide = max(LEAST_BAR, min(WIDEST, room.width() // len(bars) - GAP))
        gap = min(GAP, max(1, (room.width() - wide * len(bars)) // len(bars)))
        for place, (share, token) in enumerate(bars):
            high = round(room.height() * share)
            painter.fillRect(QRect(room.left() + place * (wide + gap), room.bottom() - high, wide, high), theme.colour(token))
        painter.fillRect(room.left(), room.bottom(), (wide + gap) * len(bars) - gap, 1, theme.colour("control"))
