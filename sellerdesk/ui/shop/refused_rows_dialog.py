"""The rows of a report that could not be read: line, column, value, what was expected, how to mend it."""

from PySide6.QtWidgets import QHeaderView, QWidget

from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.style import plain
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.dialog import Dialog
from sellerdesk.ui.widgets.text_table import sheet

MOST = 1_000


class RefusedRows(Dialog):
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
        close = build.button(translate("Refused", "Close"))
        close.clicked.connect(self.close)
        self.setLayout(
            build.column(build.label(note, wrap=True), self.table, build.row(None, close), margins=(16, 16, 16, 16), grow=self.table)
        )
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)  # long advice runs over lines
        self.resize(1060, 460)
