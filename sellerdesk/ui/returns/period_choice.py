"""The box of the analysis that chooses over which returns is added up: twelve months, those before, all, or a single month."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtWidgets import QComboBox

from sellerdesk.ui.returns.analysis_words import period_words
from sellerdesk.ui.style.translate import translate

HIGH, MOST = 32, 16
"""Pixels of its height at least, and lines of its list in sight at once."""


class PeriodChoice(QComboBox):
    """The periods; below them the months of the returns that came, the newest first."""

    def __init__(self) -> None:
        """Nothing is offered yet."""
        super().__init__()
        self.setMinimumHeight(HIGH)
        self.setMaxVisibleItems(MOST)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def chosen(self) -> str:
        """The period: "year", "before", "all", or a month ("2026-07")."""
        return str(self.currentData() or "year")

    def offer(self, as_of: date, months: Iterable[str]) -> None:
        """Offer the periods of a day (Japan) and the months that returns are of ("" where that is not known: it is no month).

        What is chosen stays chosen; a month whose returns were taken away stays in the list as long as it is, for undo brings them back.
        """
        kept = self.chosen()
        periods = period_words(as_of)
        wanted = {month for month in (*months, kept) if month and month not in periods}
        self.blockSignals(True)  # noqa: FBT003 (Qt's signature)
        self.clear()
        for name, words in (*periods.items(), *((month, month) for month in sorted(wanted, reverse=True))):
            self.addItem(words, name)
        if wanted:
            self.insertSeparator(len(periods))
        self.setCurrentIndex(self.findData(kept))
        self.blockSignals(False)  # noqa: FBT003 (as above)
        self.setAccessibleName(translate("Analysis", "Period"))
