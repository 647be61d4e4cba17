"""The list of causes at the left of the SFP tab: symbol, few words, clause, count; the worst first."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem

from sellerdesk.ui.lists.items_model import ItemsModel
from sellerdesk.ui.lists.roles import ELIDE, HOVER, ROW, SELECTED
from sellerdesk.ui.style import icons, theme
from sellerdesk.ui.widgets import build

HEIGHT = 54
COUNT_WIDTH = 64
LEFT = 38


class Cause(NamedTuple):
    """A cause: its code ("" all, "missing", or rule:case), outcome, few words, a note, and how many offers."""

    code: str
    outcome: str
    title: str
    note: str
    offers: int


class CauseCells(QStyledItemDelegate):
    """Paints a cause in two lines with its count at the right."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Two lines."""
        return QSize(200, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Background, symbol, words, count."""
        cause: Cause = index.data(ROW)
        rect = option.rect
        selected = bool(option.state & SELECTED)
        if selected:
            painter.fillRect(rect, theme.colour("select"))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), theme.colour("accent"))
        elif option.state & HOVER:
            painter.fillRect(rect, theme.colour("alt"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.colour("line"))
        known = cause.outcome in theme.VERDICTS
        icons.paint(
            painter,
            cause.outcome if known else "sheet",
            theme.over(cause.outcome if known else "muted", selected=selected),
            QRect(rect.left() + 12, rect.top() + 8, 18, 18),
        )
        painter.setFont(theme.font("lead", bold=True))
        painter.setPen(theme.colour(theme.over(cause.outcome if known and cause.offers else "muted", selected=selected)))
        painter.drawText(rect.adjusted(0, 0, -12, -1), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{cause.offers:,}")
        words = QRect(rect.left() + LEFT, rect.top() + 6, rect.width() - LEFT - COUNT_WIDTH, 22)
        self.write(painter, words, cause.title, "body", "on_select" if selected else "text", bold=selected)
        self.write(painter, words.translated(0, 20), cause.note, "small", theme.over("muted", selected=selected), bold=False)

    @staticmethod
    def write(painter: QPainter, where: QRect, text: str, size: str, token: str, *, bold: bool) -> None:
        """One line of words."""
        font = theme.font(size, bold=bold)
        painter.setFont(font)
        painter.setPen(theme.colour(token))
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, QFontMetrics(font).elidedText(text, ELIDE, where.width()))


class CauseList(QListView):
    """The list; `chosen` tells another cause."""

    chosen = Signal()

    def __init__(self) -> None:
        """No causes yet."""
        super().__init__()
        self.causes = ItemsModel(lambda cause: f"{cause.title} {cause.offers:,}", self)
        self.setModel(self.causes)
        self.setItemDelegate(CauseCells(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self.chosen)

    def load(self, causes: Sequence[Cause]) -> None:
        """Show other causes; the chosen one stays chosen while it is there."""
        code = self.code()
        self.blockSignals(True)  # noqa: FBT003 (Qt's signature)
        self.causes.load(causes)
        place = next((number for number, cause in enumerate(causes) if cause.code == code), 0)
        self.setCurrentIndex(self.causes.index(place, 0))
        self.blockSignals(False)  # noqa: FBT003 (as above)
        bold = QFontMetrics(theme.font(bold=True))
        widest = max((bold.horizontalAdvance(cause.title) for cause in causes), default=0)
        self.setMinimumWidth(max(248, widest + LEFT + COUNT_WIDTH + 12))
        build.slim(self)
        if self.code() != code:
            self.chosen.emit()

    def code(self) -> str:
        """The code of the chosen cause; "" for all."""
        place = self.currentIndex().row()
        return self.causes.items[place].code if 0 <= place < len(self.causes.items) else ""
