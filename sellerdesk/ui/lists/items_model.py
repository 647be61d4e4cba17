"""A list of ready items for a list view whose delegate paints them; each has words for a screen reader."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QObject

from sellerdesk.ui.lists.roles import ACCESSIBLE, DISPLAY, NOWHERE, ROW, Index
from sellerdesk.ui.style.plain import shown


class ItemsModel(QAbstractListModel):
    """Items with their words."""

    def __init__(self, words: Callable[[Any], str], parent: QObject | None = None) -> None:
        """No items yet."""
        super().__init__(parent)
        self.words = words
        self.items: Sequence[Any] = ()

    def load(self, items: Sequence[Any]) -> None:
        """Take other items."""
        self.beginResetModel()
        self.items = items
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many items there are."""
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        """An item's words, or the item itself."""
        if not index.isValid():
            return None
        if role in (DISPLAY, ACCESSIBLE):
            return shown(self.words(self.items[index.row()]))
        return self.items[index.row()] if role == ROW else None
