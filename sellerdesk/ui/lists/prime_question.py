"""The question of a list which of its rows are of Prime items: what tells it, and a tick where all of them are."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.style import tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build


class PrimeQuestion(QWidget):
    """Hidden while every row is known; `templates` asks for the question which templates are Prime ones, `opens` for a report."""

    templates, opens = Signal(), Signal()

    def __init__(self, desk: Desk, tell_all: Callable[[bool], None]) -> None:
        """`tell_all` keeps whether all rows are of Prime items."""
        super().__init__()
        self.desk, self.tell_all, self.unknown = desk, tell_all, 0
        self.asks, self.all_prime = build.label("", wrap=True), QCheckBox()
        self.choose, self.open = build.button(height=30), build.button(icon="open", height=30)
        self.choose.clicked.connect(self.templates)
        self.open.clicked.connect(self.opens)
        self.all_prime.clicked.connect(self.tell)
        answers = build.row(self.choose, self.open, self.all_prime, None)
        self.setLayout(build.column(self.asks, answers, gap=4, margins=(16, 6, 12, 6)))

    def tell(self) -> None:
        """Keep that all are, or that it is not so; the page is made anew only after the press is over."""
        every = self.all_prime.isChecked()
        QTimer.singleShot(0, self, lambda: self.tell_all(every))

    def show_counts(self, counts: Mapping[str, Any], every_words: str) -> None:
        """Ask about what the last judging counted as unknown; `every_words` stand at the tick."""
        self.unknown, every = int(counts.get("unknown", 0)), bool(counts.get("all_prime"))
        self.setVisible(bool(self.unknown) or every)
        state = self.desk.state
        has_listings = state is not None and state.last is not None
        named = state is not None and state.prime_templates is not None
        self.asks.setText(self.words(has_listings=has_listings, named=named).format(count=f"{self.unknown:,}"))
        self.asks.setVisible(bool(self.unknown))
        self.choose.setVisible(bool(self.unknown) and has_listings and not named)
        self.open.setVisible(bool(self.unknown) and not self.choose.isVisibleTo(self))
        self.all_prime.setText(every_words)
        self.all_prime.setChecked(every)
        self.restyle()

    def words(self, *, has_listings: bool, named: bool) -> str:
        """What would tell: the listings report, the Prime templates, or, where both are there, a listings report with these SKUs."""
        if not has_listings:
            return translate(
                "Prime",
                "Whether rows are of Prime items is not known: {count}. Your listings report and its Prime templates tell. "
                "If all are, tick it.",
            )
        if not named:
            return translate(
                "Prime", "Whether rows are of Prime items is not known: {count}. Your Prime templates tell. If all are, tick it."
            )
        return translate(
            "Prime",
            "Whether rows are of Prime items is not known: {count}. The listings report has no such SKU, or not its template. "
            "A newer one may tell. If all are, tick it.",
        )

    def restyle(self) -> None:
        """Words and colours."""
        self.choose.setText(translate("Prime", "Choose the Prime templates…"))
        self.open.setText(translate("Window", "Open report…"))
        tint.fill_background(self, "check_bg")
        tint.colour_text(self.asks, "text")
