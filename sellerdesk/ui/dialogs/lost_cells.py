"""The cells of an export that its form does not hold as they are: row, column, text."""

from typing import Any

from PySide6.QtWidgets import QHeaderView, QWidget

from sellerdesk.ui.desk import Desk
from sellerdesk.ui.translate import translate
from sellerdesk.ui.widgets import parts, plain
from sellerdesk.ui.widgets.sheet import sheet
from sellerdesk.ui.widgets.shop_dialog import ShopDialog

MOST = 2_000


class LostCells(ShopDialog):
    """A list that may stay open beside the work."""

    def __init__(self, desk: Desk, parent: QWidget, lost: list[dict[str, Any]]) -> None:
        """List the cells."""
        super().__init__(desk, parent)
        self.setWindowTitle(translate("Export", "Cells that do not fit as they are"))
        heads = [translate("Export", "Row"), translate("Export", "Column"), translate("Export", "Text")]
        self.table = sheet(min(MOST, len(lost)), len(heads))
        self.table.setHorizontalHeaderLabels(heads)
        for line, one in enumerate(lost[:MOST]):
            for place, name in enumerate(("row", "column", "value")):
                self.table.setItem(line, place, plain.cell(str(one[name])))
        self.table.resizeColumnsToContents()
        self.table.horizontalHeader().setSectionResizeMode(len(heads) - 1, QHeaderView.ResizeMode.Stretch)
        self.table.setAccessibleName(self.windowTitle())
        note = translate(
            "Export", "Every row is in the file. In these cells 〓 stands for letters that the form lacks, or the text is cut."
        )
        more = translate("Export", "Listed: the first {most} of {count}.").format(most=f"{MOST:,}", count=f"{len(lost):,}")
        close = parts.button(translate("Export", "Close"))
        close.clicked.connect(self.close)
        words = parts.label(f"{note} {more}" if len(lost) > MOST else note, wrap=True)
        self.setLayout(parts.column(words, self.table, parts.row(None, close), margins=(16, 16, 16, 16), grow=self.table))
        self.resize(760, 420)
