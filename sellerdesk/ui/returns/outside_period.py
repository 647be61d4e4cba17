"""The line of the analysis that says that no return lies in the chosen months although there are returns, and shows them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sellerdesk.ui.returns.analysis_words import none_words
from sellerdesk.ui.style import tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build


class OutsidePeriod(QWidget):
    """Hidden while the chosen months have a return; `wide` asks for all of them."""

    wide = Signal()

    def __init__(self) -> None:
        """There is nothing to say yet."""
        super().__init__()
        self.words, self.show_all = build.label("", wrap=True), build.button(height=30)
        self.show_all.clicked.connect(self.wide)
        self.setLayout(build.row(self.words, self.show_all, margins=(16, 6, 16, 6), grow=self.words))
        self.hide()

    def tell(self, months: Sequence[str], period: str, *, chosen: int) -> None:
        """Say in which `months` ("2026-09") the returns lie when `chosen`, those of the period, are none."""
        self.setVisible(bool(months) and not chosen)
        known = sorted(month for month in months if month)
        one, several = (
            translate("Analysis", "Returns of {first}: {count}."),
            translate("Analysis", "Returns of other months: {count} ({first} to {last})."),
        )
        unknown = translate("Analysis", "Returns of which no month is known: {count}.")
        first, last = (known[0], known[-1]) if known else ("", "")
        rest = (unknown if not known else one if first == last else several).format(count=f"{len(months):,}", first=first, last=last)
        self.words.setText(f"{none_words(period)} {rest}")
        self.show_all.setText(translate("Analysis", "Show all returns"))
        tint.fill_background(self, "check_bg")
