"""The small stock table of dialogs and of pages without rows of a report."""

from PySide6.QtWidgets import QTableWidget


def sheet(rows: int, columns: int, *, edited: bool = False) -> QTableWidget:
    """A table that Tab leaves, as it leaves every other control: arrow keys move in it. Cells are only read unless they are `edited`."""
    made = QTableWidget(rows, columns)
    made.verticalHeader().hide()
    made.setTabKeyNavigation(False)
    if not edited:
        made.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    return made
