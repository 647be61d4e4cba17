"""A field that changes nothing by accident: not by a turn of the wheel in passing, not half-way through the keyboard."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox

LETTERS = 12
"""So many letters of an answer are seen at least; its longest one, the name of a category, would be wider than a panel."""


class ChoiceField(QComboBox):
    """A choice that is `answered` when it is made: a press in its list, Enter, or leaving the field; arrow keys only look."""

    answered = Signal()

    def __init__(self) -> None:
        """Takes the focus by key or press, never by the wheel."""
        super().__init__()
        self.looking = False
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(LETTERS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(self._activated)

    def _activated(self) -> None:
        """A press in the list answers; an arrow key, which Qt tells the same way, does not."""
        if not self.looking:
            self.answered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter answers."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._settle()
            return
        before = self.currentIndex()
        self.looking = True
        super().keyPressEvent(event)
        self.looking = self.currentIndex() != before or (self.looking and event.key() != Qt.Key.Key_Escape)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving answers what was looked at; opening the list is not leaving."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._settle()

    def _settle(self) -> None:
        """Answer what was looked at."""
        if self.looking:
            self.looking = False
            self.answered.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls what is around."""
        event.ignore()
