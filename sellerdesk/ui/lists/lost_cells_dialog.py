"""The cells of an export that its form does not hold as they are: row, column, text."""

from typing import Any

from PySide6.QtWidgets import QWidget

from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets.list_dialog import ListDialog

MOST = 2_000


class LostCellsDialog(ListDialog):
    """The cells that one export lost something of."""

    def __init__(self, desk: Desk, parent: QWidget, lost: list[dict[str, Any]]) -> None:
        """List them."""
        super().__init__(desk, parent)
        titles = (translate("Export", "Row"), translate("Export", "Column"), translate("Export", "Text"))
        note = translate(
            "Export", "Every row is in the file. In these cells 〓 stands for letters that the form lacks, or the text is cut."
        )
        if len(lost) > MOST:
            more = translate("Export", "Listed: the first {most} of {count}.")
            note += " " + more.format(most=f"{MOST:,}", count=f"{len(lost):,}")
        rows = ((str(cell["row"]), str(cell["column"]), str(cell["value"])) for cell in lost[:MOST])
        self.lay_out(translate("Export", "Cells that do not fit as they are"), note, titles, rows, (760, 420))
