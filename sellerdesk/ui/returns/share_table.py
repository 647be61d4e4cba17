"""The table of what returns cost by reason, SKU, category or month: a line for each with its bar, what is confirmed filled."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QTableWidget

from sellerdesk.ui.style import plain, theme
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets.text_table import TextCells, TextTable

if TYPE_CHECKING:
    from sellerdesk.workflows.returns.analysis import CostShare

BAR, BAR_HEIGHT, BAR_MARGIN = 3, 14, 12
SHARE, PAID = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
"""The cell roles that hold the share of a line in the dearest one, and how much of it payment reports confirm; from 0 to 1."""


class Bars(TextCells):
    """Paints the share of a line in the dearest one as a pale bar with an outline, its confirmed part filled."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """The ground of the cell, and the bar."""
        super().paint(painter, option, index)
        rect = option.rect
        room = rect.width() - 2 * BAR_MARGIN
        width = round(room * float(index.data(SHARE) or 0))
        if width <= 0 or room <= 0:
            return
        bar = QRect(rect.left() + BAR_MARGIN, rect.top() + (rect.height() - BAR_HEIGHT) // 2, max(3, width), BAR_HEIGHT)
        painter.fillRect(bar, theme.colour("pale_bar"))
        painter.fillRect(QRect(bar.left(), bar.top(), round(bar.width() * float(index.data(PAID) or 0)), bar.height()), theme.colour("bar"))
        painter.setPen(theme.colour("bar"))
        painter.drawRect(bar.adjusted(0, 0, -1, -1))


class ShareTable(TextTable):
    """Lines of sums, the dearest first; the bar beside each sum shows it again for the eye."""

    def __init__(self) -> None:
        """No lines yet."""
        super().__init__(5)
        self.shares: Sequence[CostShare] = ()
        self.setItemDelegateForColumn(BAR, Bars(self))
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)

    def load(self, head: str, shares: "Sequence[CostShare]", names: Sequence[str]) -> None:
        """Show sums under the title of what they are added up by, with the names of their lines."""
        self.shares = shares
        most = max((share.yen for share in shares), default=0)
        titles = (head, translate("Analysis", "Returns"), translate("Analysis", "Cost (yen)"), "", translate("Analysis", "Each (yen)"))
        self.title(titles, wide=BAR)
        sums = [(f"{share.count + share.unknown:,}", yen_words(share), "", each_words(share)) for share in shares]
        self.fill(((name, *line) for name, line in zip(names, sums, strict=True)), figures=(1, 2, 4))
        for line, share in enumerate(shares):
            bar = plain.cell()
            bar.setData(SHARE, share.yen / most if most else 0.0)
            bar.setData(PAID, share.paid / share.yen if share.yen else 0.0)
            bar.setData(Qt.ItemDataRole.AccessibleTextRole, yen_words(share))
            self.setItem(line, BAR, bar)


def yen_words(share: "CostShare") -> str:
    """A sum; a dash where no yen are known."""
    return f"{share.yen:,}" if share.count else "–"


def each_words(share: "CostShare") -> str:
    """What one of the returns costs whose cost is known, and how many these are where they are not all."""
    each = "–" if share.each is None else f"{share.each:,}"
    return translate("Analysis", "{yen} (of {count})").format(yen=each, count=f"{share.count:,}") if share.unknown and share.count else each
