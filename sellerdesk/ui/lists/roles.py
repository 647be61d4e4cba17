"""Qt's roles and states by short names."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QStyle

Index = QModelIndex | QPersistentModelIndex
DISPLAY, ALIGN, ACCESSIBLE, TIP, ROW = (
    int(Qt.ItemDataRole.DisplayRole),
    int(Qt.ItemDataRole.TextAlignmentRole),
    int(Qt.ItemDataRole.AccessibleTextRole),
    int(Qt.ItemDataRole.ToolTipRole),
    int(Qt.ItemDataRole.UserRole),
)
HORIZONTAL = Qt.Orientation.Horizontal
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
NOWHERE = QModelIndex()
DESCENDING = Qt.SortOrder.DescendingOrder
ELIDE = Qt.TextElideMode.ElideRight
SELECTED, HOVER = QStyle.StateFlag.State_Selected, QStyle.StateFlag.State_MouseOver
