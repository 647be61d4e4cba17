"""The field of a day. It stands in the header, so it comes without what other fields need: Qt's classes load one by one."""

from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QDateEdit, QHBoxLayout, QWidget


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


class OptionalDay(QWidget):
    """A day that may not have come: a tick, and the day beside it."""

    def __init__(self, day: date | None, otherwise: date) -> None:
        """The day, or the one that stands ready when it is ticked."""
        super().__init__()
        self.tick, self.day = QCheckBox(), DayField()
        shown = day or otherwise
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.day.setDate(QDate(shown.year, shown.month, shown.day))
        self.day.setMinimumHeight(32)
        self.tick.setChecked(day is not None)
        self.day.setEnabled(day is not None)
        self.tick.toggled.connect(self.day.setEnabled)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.tick)
        line.addWidget(self.day, 1)

    def text(self) -> str:
        """The day as it is kept; "" when it is not ticked."""
        return self.day.date().toString("yyyy-MM-dd") if self.tick.isChecked() else ""
