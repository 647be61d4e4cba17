"""Two easily mistaken reasons side by side: who pays by each, what it costs and what is refunded; one of them is taken."""

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.returns.answer_panel import payer_words
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.dialog import Dialog
from sellerdesk.ui.widgets.text_table import TextTable

if TYPE_CHECKING:
    from sellerdesk.domain.assumptions import Assumptions
    from sellerdesk.workflows.returns.quote import Quote

WIDTH, HEIGHT = 720, 300


class CompareDialog(Dialog):
    """Both answers; `taken` tells the row of the reason that was taken. Neither is the default."""

    taken = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget, quote: "Quote", shop: "Assumptions") -> None:
        """The reason in the form, and its near twin."""
        super().__init__(desk, parent)
        from sellerdesk.workflows.returns.quote import quote as answer

        twin = quote.twins[0]
        row = str(quote.finding.facts.get("row", ""))
        other = answer(msgspec.structs.replace(quote.item, reason=str(twin.row)), desk.as_of, shop)
        self.setWindowTitle(translate("Returns", "Which reason is it?"))
        self.table = TextTable(3)
        self.table.setAccessibleName(self.windowTitle())
        self.table.title(("", self.name(row), self.name(str(twin.row))), wide=0)
        self.table.fill(self.lines(quote, other))
        self.note = build.label(translate("Returns", "The buyer's own words decide, not the sum."), wrap=True)
        buttons = [build.button(translate("Returns", "Take {row}").format(row=name)) for name in (row, str(twin.row))]
        for button, chosen in zip(buttons, (row, str(twin.row)), strict=True):
            button.clicked.connect(lambda _on=False, chosen=chosen: self.take(chosen))
        close = build.button(translate("Returns", "Close"))
        close.clicked.connect(self.close)
        self.setLayout(build.column(self.note, self.table, build.row(*buttons, None, close), margins=(16, 14, 16, 14), grow=self.table))
        self.resize(WIDTH, HEIGHT)

    def name(self, row: str) -> str:
        """A reason with its number."""
        from sellerdesk.workflows.returns.reasons import reasons_on

        named = {str(reason.row): reason.en if self.desk.lang == "en" else reason.ja for reason in reasons_on(self.desk.as_of)}
        return f"{row}  {named.get(row, '')}"

    def lines(self, *quotes: "Quote") -> list[list[str]]:
        """What differs, line by line."""
        from sellerdesk.writers.quote_words import amount

        lang, figures = self.desk.lang, [quote.costs.figures for quote in quotes]
        return [
            [translate("Returns", "Who pays"), *(payer_words(quote.payer) for quote in quotes)],
            [translate("Returns", "Cost of this return"), *(amount(figure.cost, lang) for figure in figures)],
            [translate("Returns", "Full refund"), *(amount(figure.refund, lang) for figure in figures)],
            [translate("Returns", "Charged by Amazon (points apart)"), *(amount(figure.account_charge, lang) for figure in figures)],
        ]

    def take(self, row: str) -> None:
        """Take a reason."""
        self.taken.emit(row)
        self.close()
