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
        self.dateChanged.connect(self.typed.hide)  # a day of the calendar takes the place of what was typed

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel changes nothing."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit, or what is pasted, begins another day, unless a part of the one that stands there is marked; rubbing out mends it.

        What is rubbed out of a day would come back by itself in Qt's own line once the field is left.
        """
        pasted = QApplication.clipboard().text().strip() if event.matches(QKeySequence.StandardKey.Paste) else ""
        line = self.lineEdit()
        if line.selectedText() in ("", line.text()):
            if pasted or event.text().isdecimal():
                self.begin_typing(pasted or event.text())
                return
            if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
                self.begin_rubbing_out(event)
                return
        super().keyPressEvent(event)

    def begin_typing(self, text: str) -> None:
        """Have a line of its own take what is typed."""
        self.typed.setGeometry(self.lineEdit().geometry())
        self.typed.setText(text)
        self.typed.show()
        self.typed.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_rubbing_out(self, event: QKeyEvent) -> None:
        """Rub out a letter of the day, or all of it where all is marked, in the line that takes what is typed."""
        line = self.lineEdit()
        at, whole = line.cursorPosition(), line.hasSelectedText()
        self.begin_typing(line.text())
        self.typed.setCursorPosition(at)
        if whole:
            self.typed.selectAll()
        QApplication.sendEvent(self.typed, QKeyEvent(event.type(), event.key(), event.modifiers(), event.text()))

    @property
    def is_open(self) -> bool:
        """Whether something is typed that is no day yet."""
        return self.typed.isVisible()

    def leave(self) -> None:
        """The place is left: take the day that was typed. What is none is said, and the day that was there stands again."""
        if self.is_open and not self.take():
            stays = translate("Day", "{day} stays.").format(day=self.date().toString("yyyy-MM-dd"))
            self.refused.emit(f"{self.fault_words()} {stays}")
            self.typed.hide()

    def end_typing(self) -> None:
        """Take the day that was typed; what is none is said and stays to be mended, until Escape."""
        if not self.is_open:
            return
        stays = self.typed.hasFocus()
        if not self.take():
            self.refused.emit(self.fault_words())
            self.typed.selectAll()
        elif stays:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def take(self) -> bool:
        """Take the day that was typed; False when it is none that can be chosen here."""
        day = written_day(self.typed.text())
        if not (day.isValid() and self.minimumDate() <= day <= self.maximumDate()):
            return False
        self.typed.hide()
        self.setDate(day)
        return True

    def fault_words(self) -> str:
        """Why what is typed is no day that can be chosen."""
        words = translate("Day", "There is no such day: “{text}”. Write it like 2026-11-30.")
        if written_day(self.typed.text()).isValid():
            words = translate("Day", "“{text}” cannot be chosen here: days from {first} to {last} can.")
        first, last = (bound.toString("yyyy-MM-dd") for bound in (self.minimumDate(), self.maximumDate()))
        return words.format(text=self.typed.text(), first=first, last=last)


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
