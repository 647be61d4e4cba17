"""The field of a day. It stands in the header, so it comes without what other fields need: Qt's classes load one by one."""

import re
import unicodedata
from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QDateEdit, QHBoxLayout, QLineEdit, QWidget

from sellerdesk.domain.days import FIRST_DAY, LAST_DAY
from sellerdesk.domain.expressions import expression
from sellerdesk.ui.style.translate import translate

WRITTEN = expression(r"(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d\d)(\d\d))", re.ASCII)
"""A whole day as people write it: 2026-11-30, 2026/11/30, 2026年11月30日, 20261130."""


def written_day(text: str) -> QDate:
    """The day that a text says; one that is not valid for every other text, and for a day that there is not (2026-02-31)."""
    found = WRITTEN.fullmatch(unicodedata.normalize("NFKC", text).strip())
    return QDate(*(int(part) for part in found.groups() if part)) if found else QDate()


class TypedDay(QLineEdit):
    """A whole day while it is typed; Enter ends it and presses no button of the dialog, Escape leaves the day that was there."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Escape are for this line alone."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()


class DayField(QDateEdit):
    """A day that is told when it is whole, not for every digit typed; `refused` says why a day is none.

    Qt puts what is typed into the year, the month or the day that the cursor stands in, so that a whole day typed over another one
    became a third one. Where no single part is marked, a line of its own takes what is typed, and a day that there is not is said.
    """

    refused = Signal(str)

    def __init__(self) -> None:
        """With a calendar."""
        super().__init__()
        self.setCalendarPopup(True)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setDateRange(*(QDate(day.year, day.month, day.day) for day in (FIRST_DAY, LAST_DAY)))
        self.typed = TypedDay(self)
        self.typed.hide()
        self.typed.editingFinished.connect(self.end_typing)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel changes nothing."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit, or what is pasted, begins another day, unless a part of the one that stands there is marked."""
        pasted = QApplication.clipboard().text().strip() if event.matches(QKeySequence.StandardKey.Paste) else ""
        line = self.lineEdit()
        if (pasted or event.text().isdecimal()) and line.selectedText() in ("", line.text()):
            self.typed.setGeometry(line.geometry())
            self.typed.setText(pasted or event.text())
            self.typed.show()
            self.typed.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().keyPressEvent(event)

    @property
    def is_open(self) -> bool:
        """Whether something is typed that is no day yet."""
        return self.typed.isVisible()

    def give_up(self) -> None:
        """Leave the day that was there: what was typed and is none is not left behind where nobody looks."""
        self.typed.hide()

    def end_typing(self) -> None:
        """Take the day that was typed; what is none is said and stays to be mended, until Escape."""
        if not self.is_open:
            return
        day, stays = written_day(self.typed.text()), self.typed.hasFocus()
        if day.isValid() and self.minimumDate() <= day <= self.maximumDate():
            self.typed.hide()
            self.setDate(day)
        else:
            words = translate("Day", "There is no such day: “{text}”. Write it like 2026-11-30.")
            if day.isValid():
                words = translate("Day", "“{text}” cannot be chosen here: days from {first} to {last} can.")
            first, last = (bound.toString("yyyy-MM-dd") for bound in (self.minimumDate(), self.maximumDate()))
            self.refused.emit(words.format(text=self.typed.text(), first=first, last=last))
            self.typed.selectAll()
        if stays and not self.is_open:
            self.setFocus(Qt.FocusReason.OtherFocusReason)


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
