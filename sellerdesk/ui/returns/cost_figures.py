"""The sums over the analysis: how many returns, what each costs, the change since the year before, and all of it."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from sellerdesk.ui.returns.analysis_words import left_out_words, sum_words
from sellerdesk.ui.style import tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.wrapping_row import Flow

if TYPE_CHECKING:
    from sellerdesk.workflows.returns.analysis import CostShare

NAMES = ("count", "each", "change", "cost")
GAP = 20


class CostFigures(QWidget):
    """Four figures side by side, the sum last and largest; below it, what it leaves out."""

    def __init__(self) -> None:
        """No returns yet."""
        super().__init__()
        self.titles = {name: build.label("", "small", "muted") for name in NAMES}
        self.values = {name: build.label("", "title" if name == "cost" else "body", bold=True) for name in NAMES}
        side_by_side = Flow(self, GAP)
        for name in NAMES:
            side_by_side.addWidget(build.box(build.column(self.titles[name], self.values[name], gap=0)))

    def show_sums(self, now: "CostShare", before: "CostShare | None") -> None:
        """Show the sum of the returns in sight, beside that of the year before where there is one."""
        yen = translate("Analysis", "¥{yen}")
        self.values["count"].setText(f"{now.count + now.unknown:,}")
        self.values["each"].setText("–" if now.each is None else yen.format(yen=f"{now.each:,}"))
        self.values["cost"].setText(sum_words(now))
        cost = translate("Analysis", "Cost of returns")
        self.titles["cost"].setText(f"{cost} {left_out_words(now)}".strip())
        each = translate("Analysis", "Each of {count} calculated") if now.unknown else translate("Analysis", "Each")
        self.titles["each"].setText(each.format(count=f"{now.count:,}"))
        self.values["change"].setText(change_words(now, before))
        tint.colour_text(self.values["change"], "text")

    def restyle(self) -> None:
        """Titles."""
        self.titles["count"].setText(translate("Analysis", "Returns"))
        self.titles["change"].setText(translate("Analysis", "Since the 12 months before"))


def change_words(now: "CostShare", before: "CostShare | None") -> str:
    """How much more or less the returns cost than a year before; a dash where that year is not known."""
    if before is None or not before.count:
        return "–"
    yen = now.yen - before.yen
    share = f"{100 * yen / before.yen:+.1f}%" if before.yen else ""
    words = translate("Analysis", "¥{yen} more") if yen >= 0 else translate("Analysis", "¥{yen} less")
    return words.format(yen=f"{abs(yen):,}") + (f" ({share})" if share else "")
