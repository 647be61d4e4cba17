"""The calculations before this one: kept over a restart, the newest first; a press takes one up again."""

from datetime import datetime

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHeaderView, QTableWidget, QWidget

from sellerdesk.domain.calculation import Calculation
from sellerdesk.domain.return_costs import Figure
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.desk.tasks import single_shot
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.text_table import TextTable

KEEP_MS, LEAST = 1_500, 60
"""A pause in the typing after which the calculation is kept, and pixels of the list."""
ITEM, LEAST_ITEM = 1, 80
"""The column of the items' names, and the pixels to which it may shrink before the list has to be moved sideways."""


class KeptAnswers(QWidget):
    """The list; `taken` tells a calculation to be taken up. `due` asks for the one in the form, to be kept."""

    taken = Signal(object)
    due = Signal()

    def __init__(self, desk: Desk) -> None:
        """Nothing is kept yet."""
        super().__init__()
        self.desk = desk
        self.kept: list[Calculation] = []
        self.title, self.table = build.label("", bold=True), TextTable(4, least=LEAST_ITEM)
        self.table.horizontalHeader().hide()
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.table.setMinimumHeight(LEAST)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.table.cellClicked.connect(lambda line, _column: self.take(line))
        self.table.cellActivated.connect(lambda line, _column: self.take(line))
        self.pause = single_shot(self, KEEP_MS, self.due.emit)
        head = build.box(build.row(self.title, margins=(20, 4, 12, 4)))
        self.setLayout(build.column(build.hairline(), head, build.hairline(), self.table, gap=0, grow=self.table))

    def load(self) -> Calculation | None:
        """Fetch what the shop at hand keeps; gives the calculation that was begun."""
        from sellerdesk.workflows.returns import calculations

        self.kept = self.desk.attempt(lambda: calculations.load(self.desk.store)) or []
        self.fill()
        return next((calculation for calculation in self.kept if calculation.begun), None)

    def keep(self, newest: Calculation) -> None:
        """Keep a calculation, unless the shop is only read or was never saved."""
        from sellerdesk.workflows.returns import calculations

        self.pause.stop()
        if not self.desk.has_shop() or self.desk.read_only:
            return
        there = calculations.with_newest(self.kept, newest)
        same = [msgspec.structs.replace(calculation, at="") for calculation in self.kept] == [
            msgspec.structs.replace(calculation, at="") for calculation in there
        ]
        if not same:
            self.kept = there
            self.desk.attempt(lambda: calculations.keep(self.desk.store, there, self.desk.now()))
            self.fill()

    def close_begun(self) -> None:
        """The form is emptied: what was begun is one of the calculations before."""
        from sellerdesk.workflows.returns import calculations

        self.pause.stop()
        if any(calculation.begun for calculation in self.kept) and not self.desk.read_only:
            self.kept = [msgspec.structs.replace(calculation, begun=False) for calculation in self.kept]
            self.desk.attempt(lambda: calculations.keep(self.desk.store, self.kept, self.desk.now()))
            self.fill()

    def before(self) -> list[Calculation]:
        """The calculations before the one in the form."""
        return [calculation for calculation in self.kept if not calculation.begun]

    def fill(self) -> None:
        """Show them."""
        from sellerdesk.writers.quote_words import amount

        lang = self.desk.lang
        shown = self.before()
        self.table.title(["", "", "", ""], wide=ITEM)
        self.table.fill(
            ((day_words(name.at), item_of(name), self.reason(name), "–" if name.yen is None else
              amount(Figure(name.yen, name.bound), lang)) for name in shown), figures=(3,),
        )  # fmt: skip
        self.setVisible(bool(shown))

    @staticmethod
    def reason(calculation: Calculation) -> str:
        """The reason of a calculation, by its row, or as it was typed."""
        if calculation.reason:
            return translate("Returns", "reason {row}").format(row=calculation.reason)
        return calculation.inputs.get("reason", "–")

    def take(self, line: int) -> None:
        """Take one up; what stands in the form is kept before."""
        shown = self.before()
        if 0 <= line < len(shown):
            self.taken.emit(shown[line])

    def restyle(self) -> None:
        """Words."""
        self.title.setText(translate("Returns", "Calculations before this one (20 at most)"))
        self.table.setAccessibleName(self.title.text())
        self.fill()


def item_of(calculation: Calculation) -> str:
    """What came back: its name, or what is known in its place."""
    return calculation.title or calculation.sku or calculation.inputs.get("category", "–")


def day_words(at: str) -> str:
    """The day of a calculation, short."""
    moment = datetime.fromisoformat(at)
    return f"{moment.month}/{moment.day}"
