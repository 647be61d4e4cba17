"""The field of a day. It stands in the header, so it comes without what other fields need: Qt's classes load one by one."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDateEdit


class DayField(QDateEdit):
    """A day that is told when it is whole, not for every digit typed."""

    def __init__(self) -> None:
        """With a calendar."""
        super().__init__()
        self.setCalendarPopup(True)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel changes nothing."""
        event.ignore()
