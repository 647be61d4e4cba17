"""The rows of a report that could not be read: line, column, value, what was expected, how to mend it."""

from PySide6.QtWidgets import QHeaderView, QWidget

from sellerdesk.ui.desk import Desk
from sellerdesk.ui.translate import translate
from sellerdesk.ui.widgets import parts, plain
from sellerdesk.ui.widgets.sheet import sheet
from sellerdesk.ui.widgets.shop_dialog import ShopDialog

MOST = 1_000


class RefusedRows(ShopDialog):
    """A window that may stay open beside the work."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """List what the last import refused."""
        from sellerdesk.workflows.judged.why import refusal_words

        super().__init__(desk, parent)
        self.setWindowTitle(translate("Refused", "Rows that could not be read"))
        refused = desk.state.refused if desk.state else ()
        titles = (
            translate("Refused", "Line"),
            translate("Refused", "Column"),
            translate("Refused", "Value"),
            translate("Refused", "Expected"),
            translate("Refused", "How to fix"),
        )
        self.table = sheet(min(MOST, len(refused)), len(titles))
        self.table.setHorizontalHeaderLabels(list(titles))
        for number, one in enumerate(refused[:MOST]):
            for place, words in enumerate(refusal_words(one, desk.lang)):
                self.table.setItem(number, place, plain.cell(words))
        self.table.resizeColumnsToContents()
        self.table.horizontalHeader().setSectionResizeMode(len(titles) - 1, QHeaderView.ResizeMode.Stretch)
        self.table.setAccessibleName(self.windowTitle())
        note = translate("Refused", "All other rows were read. Correct these in the file, or in Seller Central, and open it again.")
        close = parts.button(translate("Refused", "Close"))
        close.clicked.connect(self.close)
        self.setLayout(
            parts.column(parts.label(note, wrap=True), self.table, parts.row(None, close), margins=(16, 16, 16, 16), grow=self.table)
        )
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)  # long advice runs over lines
        self.resize(1060, 460)
