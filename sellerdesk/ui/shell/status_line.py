"""The status line: which report, how old, how many offers, how many rows could not be read; and that nothing is sent."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.style import tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build

if TYPE_CHECKING:
    from sellerdesk.domain.imported import Import


KINDS = {
    "orders": "orders", "shipments": "shipments", "returned": "returns", "deadlines": "returns", "returns": "returns",
    "analysis": "returns", "payments": "paid",
}  # fmt: skip
"""The reports of pages, by their names in the state; the others are made of the listings."""
ADDED_UP = {"paid": "payments", "returns": "returns"}
"""Those of which all files count together, with the names under which their judging is kept."""


class Status(QWidget):
    """One line of small words."""

    def __init__(self, desk: Desk, show_refused: Callable[[], None]) -> None:
        """No report yet."""
        super().__init__()
        self.desk = desk
        self.page = ""
        self.report, self.refused = build.label("", "small"), build.flat(" ")
        self.lock, self.private = tint.picture("lock", "muted", 16), build.label("", "small")
        self.refused.clicked.connect(show_refused)
        self.setLayout(build.row(10, self.report, self.refused, None, self.lock, self.private, 10, gap=6))
        desk.on_rows(self.restyle)
        desk.follow(self.restyle)

    def show_page(self, page: str) -> None:
        """Tell the report of another page."""
        self.page = page
        self.restyle()

    def of_page(self) -> tuple["Import | None", str]:
        """The report that the page in sight is made of, and how many of what it has, in words."""
        state = self.desk.state
        if state is None:
            return None, ""
        kind = KINDS.get(self.page, "last")
        last: Import | None = getattr(state, kind)
        count = len(self.desk.rows) if kind == "last" else self.kept().get("counted", last.rows) if last else 0
        words = translate("Status", "{rows} offers") if kind == "last" else translate("Status", "{rows} rows")
        return last, words.format(rows=f"{count:,}")

    def files_of_page(self) -> int:
        """How many files the page in sight is made of: those of payments add up, and those of returns."""
        return int(self.kept().get("files", 1))

    def kept(self) -> Mapping[str, Any]:
        """What is kept of the judging of files that add up; nothing for a page of another report."""
        name = ADDED_UP.get(KINDS.get(self.page, "last"))
        return self.desk.state.judged.get(name, {}) if self.desk.state and name else {}

    def restyle(self) -> None:
        """Say it."""
        last, rows = self.of_page()
        offers = self.desk.state is not None and last is self.desk.state.last
        self.refused.setVisible(bool(last and last.refused and offers))
        self.report.setText("")
        if last is not None:
            facts = {"name": report_words(KINDS.get(self.page, "last")), "file": last.file, "age": self.age(last.imported_at), "rows": rows}
            files = self.files_of_page()
            several = translate("Status", "{name}: {files} files, the newest {file}  ·  opened {age}  ·  {rows} together")
            one = translate("Status", "{name}: {file}  ·  opened {age}  ·  {rows}")
            self.report.setText((several if files > 1 else one).format(**facts, files=f"{files:,}"))
            unread = translate("Status", "{count} rows could not be read: show").format(count=f"{last.refused:,}")
            self.refused.setText(unread)
        self.private.setText(translate("Status", "Offline"))
        tint.repicture(self.lock, "lock", "muted")
        for words in (self.report, self.private):
            tint.colour_text(words, "muted")
        tint.colour_text(self.refused, "link")

    def age(self, imported_at: str) -> str:
        """When the report was opened, and how many days ago."""
        moment = datetime.fromisoformat(imported_at)
        days = (self.desk.now().date() - moment.date()).days
        when = f"{moment:%Y-%m-%d %H:%M}"
        if days <= 0:
            return when
        return translate("Status", "{when} ({days} days ago)").format(when=when, days=f"{days:,}")


def report_words(kind: str) -> str:
    """What a report is called, by its name in the state."""
    return {
        "last": translate("Status", "Listings"),
        "orders": translate("Status", "Orders"),
        "shipments": translate("Status", "Shipments"),
        "returns": translate("Status", "Returns"),
        "paid": translate("Status", "Payments"),
    }[kind]
