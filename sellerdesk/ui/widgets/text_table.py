"""The small table of texts, for dialogs and for pages without rows of a report."""

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget

from sellerdesk.ui.style import plain

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class TextTable(QTableWidget):
    """A table that Tab leaves, as it leaves every other control: arrow keys move in it. Cells are only read unless they are `edited`."""

    def __init__(self, columns: int, *, edited: bool = False) -> None:
        """Without rows."""
        super().__init__(0, columns)
        self.verticalHeader().hide()
        self.setTabKeyNavigation(False)
        if not edited:
            self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)

    def title(self, titles: Sequence[str], *, wide: int = -1) -> None:
        """Titles over the columns, of which one (by default the last) takes what room is left."""
        self.setHorizontalHeaderLabels(list(titles))
        self.horizontalHeader().setSectionResizeMode(wide % len(titles), QHeaderView.ResizeMode.Stretch)

    def fill(self, rows: Iterable[Sequence[str]], figures: Collection[int] = ()) -> None:
        """Show rows of texts, each text as it stands, `figures` being the columns set to the right."""
        shown = list(rows)
        self.setRowCount(len(shown))
        for line, row in enumerate(shown):
            for place, text in enumerate(row):
                cell = plain.cell(text)
                if place in figures:
                    cell.setTextAlignment(RIGHT)
                self.setItem(line, place, cell)
        self.resizeColumnsToContents()
