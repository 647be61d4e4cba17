"""The status line: which report, how old, how many offers, how many rows could not be read; and that nothing is sent."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QWidget

from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.style import tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build


class Status(QWidget):
    """One line of small words."""

    def __init__(self, desk: Desk, show_refused: Callable[[], None]) -> None:
        """No report yet."""
        super().__init__()
        self.desk = desk
        self.report, self.refused = build.label("", "small"), build.flat(" ")
        self.lock, self.private = tint.picture("lock", "muted", 16), build.label("", "small")
        self.refused.clicked.connect(show_refused)
        self.setLayout(build.row(10, self.report, self.refused, None, self.lock, self.private, 10, gap=6))
        desk.take(self.dress)
        desk.follow(self.dress)

    def dress(self) -> None:
        """Say it."""
        state = self.desk.state
        last = state.last if state else None
        self.refused.setVisible(bool(last and last.refused))
        self.report.setText("")
        if last is not None:
            told = {"file": last.file, "age": self.age(last.imported_at), "rows": f"{len(self.desk.rows):,}"}
            self.report.setText(translate("Status", "{file}  ·  opened {age}  ·  {rows} offers").format(**told))
            rows = translate("Status", "{count} rows could not be read: show").format(count=f"{last.refused:,}")
            self.refused.setText(rows)
        self.private.setText(translate("Status", "Offline"))
        tint.repicture(self.lock, "lock", "muted")
        for words in (self.report, self.private):
            tint.ink(words, "muted")
        tint.ink(self.refused, "link")

    def age(self, imported_at: str) -> str:
        """When the report was opened, and how many days ago."""
        moment = datetime.fromisoformat(imported_at)
        days = (self.desk.now().date() - moment.date()).days
        when = f"{moment:%Y-%m-%d %H:%M}"
        if days <= 0:
            return when
        return translate("Status", "{when} ({days} days ago)").format(when=when, days=f"{days:,}")
