"""The rows of a report that could not be read: line, column, value, what was expected, how to mend it."""

from PySide6.QtWidgets import QHeaderView, QWidget

from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets.list_dialog import ListDialog

MOST = 1_000


class RefusedRowsDialog(ListDialog):
    """What the last import refused."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """List it."""
        from sellerdesk.workflows.judged.why import refusal_words

        super().__init__(desk, parent)
        refused = desk.state.refused if desk.state else ()
        titles = (
            translate("Refused", "Line"),
            translate("Refused", "Column"),
            translate("Refused", "Value"),
            translate("Refused", "Expected"),
            translate("Refused", "How to fix"),
        )
        note = translate("Refused", "All other rows were read. Correct these in the file, or in Seller Central, and open it again.")
        rows = (refusal_words(refusal, desk.lang) for refusal in refused[:MOST])
        self.lay_out(translate("Refused", "Rows that could not be read"), note, titles, rows, (1060, 460))
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)  # long advice runs over lines
