"""A field for a day that may stay empty: typed, or picked in a calendar that opens below it."""

from datetime import date

from PySide6.QtCore import QDate, QPoint
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QMenu, QWidgetAction

from sellerdesk.ui.style import icons
from sellerdesk.ui.style.translate import translate


class PickedDay(QLineEdit):
    """An empty field is a day that is not known; what is picked stands there as it would be typed."""

    def __init__(self) -> None:
        """Empty."""
        super().__init__()
        self.opens = self.addAction(icons.icon("calendar", "muted"), QLineEdit.ActionPosition.TrailingPosition)
        self.opens.triggered.connect(self.open_calendar)

    def open_calendar(self) -> None:
        """Let a day be picked, from the one that stands in the field."""
        menu, calendar = QMenu(self), QCalendarWidget()
        calendar.setSelectedDate(self.day() or QDate.currentDate())
        calendar.clicked.connect(self.pick)
        calendar.clicked.connect(menu.close)
        held = QWidgetAction(menu)
        held.setDefaultWidget(calendar)
        menu.addAction(held)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def day(self) -> QDate | None:
        """The day that stands in the field, as far as it is one."""
        try:
            found = date.fromisoformat(self.text().strip())
        except ValueError:
            return None
        return QDate(found.year, found.month, found.day)

    def pick(self, day: QDate) -> None:
        """Write a day into the field."""
        self.setText(day.toString("yyyy-MM-dd"))
        self.setFocus()

    def restyle(self) -> None:
        """The picture of the calendar, and what it does."""
        self.opens.setIcon(icons.icon("calendar", "muted"))
        self.opens.setText(translate("Returns", "Pick a day"))
