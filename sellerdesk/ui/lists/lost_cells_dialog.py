"""The cells of an export that its form does not hold as they are: row, column, text."""

from typing import Any

from PySide6.QtWidgets import QHeaderView, QWidget

from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.style import plain
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.dialog import Dialog
from sellerdesk.ui.widgets.text_table import sheet

MOST = 2_000


class LostCells(Dialog):
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
        close = build.button(translate("Export", "Close"))
        close.clicked.connect(self.close)
        words = build.label(f"{note} {more}" if len(lost) > MOST else note, wrap=True)
        self.setLayout(build.column(words, self.table, build.row(None, close), margins=(16, 16, 16, 16), grow=self.table))
        self.resize(760, 420)
