"""The days from a return's arrival to its deadline, each with why it counts or not."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sellerdesk.ui.style import tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build

if TYPE_CHECKING:
    from sellerdesk.domain.calendar import Calendar

MOST = 14
WEEKEND = 5


class DeadlineStrip(QWidget):
    """A small box for each day."""

    def __init__(self) -> None:
        """No days yet."""
        super().__init__()
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(4)

    def show_days(self, span: tuple[date, date], today: date, calendar: "Calendar", *, calm: bool = False) -> None:
        """Show the days from the arrival (day 0) to the deadline, `calm` where it is over; in long holidays the middle is left out."""
        from sellerdesk.workflows.returns.deadlines import is_open

        arrived, due = span
        build.emptied(self.line)
        count = 0
        days = [arrived + timedelta(days=number) for number in range((due - arrived).days + 1)]
        for number, day in enumerate(days):
            counts = number > 0 and is_open(day, calendar)
            count += counts
            if len(days) > MOST and MOST // 2 <= number < len(days) - MOST // 2:
                continue
            self.add(
                day,
                self.note(day, number, count, due, today, counts=counts),
                due=day == due and not calm,
                today=day == today,
                counts=counts or number == 0,
            )
        self.line.addStretch(1)

    def add(self, day: date, note: str, *, due: bool, today: bool, counts: bool) -> None:
        """One day."""
        week = QLocale().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
        token = "breach" if due else "text" if counts else "muted"
        head = build.row(build.label(f"{day.month}/{day.day}", bold=True, token=token), None, build.label(week, "small", token))
        box = build.box(build.column(head, build.label(note, "small", token), gap=2, margins=(8, 4, 8, 4)))
        tint.fill_background(box, "breach_bg" if due else "accent_soft" if today else "alt")
        self.line.addWidget(box)

    @staticmethod
    def note(day: date, number: int, count: int, due: date, today: date, *, counts: bool) -> str:
        """What a day is."""
        if number == 0:
            return translate("Days", "arrived")
        if day == due:
            return translate("Days", "due")
        if counts:
            words = translate("Days", "day {number}").format(number=count)
            return words + (" · " + translate("Days", "today") if day == today else "")
        return translate("Days", "weekend") if day.weekday() >= WEEKEND else translate("Days", "closed")
