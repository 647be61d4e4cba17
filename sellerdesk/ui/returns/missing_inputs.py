"""The line that says how many inputs make an answer exact, each as a link to its field."""

from collections.abc import Collection, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sellerdesk.ui.returns.calculator_words import input_words
from sellerdesk.ui.style import tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.wrapping_row import Flow

if TYPE_CHECKING:
    from sellerdesk.workflows.returns.quote import Quote

GAP = 12
OF_THE_FARE = ("method", "size", "from_prefecture", "to_prefecture")
"""What a fare is looked up by: the table asks for one after the other, the line names them all."""
OF_THE_FEE = ("price", "shipping_charged", "gift_wrap", "referral_percent")
"""What a fee is worked out from, beside the points: an answer to one asks for the next, the line names them all."""
NAMES = {"weight": "weight_kg"}


class MissingInputs(QWidget):
    """`sought` names the input whose link was pressed."""

    sought = Signal(str)

    def __init__(self) -> None:
        """Nothing is asked yet."""
        super().__init__()
        self.names: tuple[str, ...] = ()
        self.mark, self.words, self.links = tint.picture("info", "accent", 20), build.label("", bold=True), QWidget()
        self.flow = Flow(self.links, GAP)
        self.setLayout(build.row(self.mark, self.words, GAP, self.links, margins=(12, 6, 12, 6), grow=self.links))

    def show_names(self, names: tuple[str, ...]) -> None:
        """Show the inputs that are missing; the line keeps its place when there are none."""
        self.names = names
        build.emptied(self.flow)
        for name in names:
            link = build.flat(input_words(name))
            link.clicked.connect(partial(self.sought.emit, name))
            self.flow.addWidget(link)
        self.links.setVisible(bool(names))
        count = translate("Returns", "{count} more and it is exact:").format(count=len(names))
        self.words.setText(count if names else translate("Returns", "All is filled in"))
        tint.repicture(self.mark, *(("info", "accent") if names else ("ok", "ok")))
        tint.fill_background(self, "alt")

    def words_of(self, lacking: Iterable[str]) -> str:
        """How many of the inputs that are missing one figure waits for; "" for none."""
        fields = fields_of(lacking)
        count = sum(name in fields for name in self.names)
        return of_all_words(count, len(self.names)) if count else ""


def of_all_words(count: int, every: int) -> str:
    """So many of all inputs that are missing: the same number stands wherever they are counted."""
    return translate("Returns", "{count} of {every} not filled in").format(count=count, every=every)


def fields_of(lacking: Iterable[str]) -> frozenset[str]:
    """The fields of what is missing; a fare waits for all that it is looked up by."""
    names = {NAMES.get(name, name) for name in lacking}
    return frozenset(names.union(OF_THE_FARE) if names.intersection(OF_THE_FARE) else names)


def missing_of(quote: "Quote", filled: Collection[str], wrong: Iterable[str]) -> tuple[str, ...]:
    """The inputs that what is shown still waits for, of a form in which some are `filled`; in the order of the account.

    What Amazon charges and what was spent before are shown, too, so they count. Those in which something `wrong` is typed are among them.
    """
    figures = quote.costs.figures
    lacking = [
        *quote.ruled.ruling.waits_for,
        *figures.cost.lacking,
        *figures.refund.lacking,
        *figures.account_charge.lacking,
        *figures.sunk.lacking,
    ]
    if any(name in OF_THE_FARE for name in lacking):
        lacking += [name for name in OF_THE_FARE if name not in filled]
    if quote.costs.refund_by is None:
        lacking.append("arrived_on")
    lacking += wrong
    known = [NAMES.get(name, name) for lack in lacking for name in (lack, *asked_next(lack, quote))]
    from sellerdesk.workflows.returns.quote import is_input

    return tuple(dict.fromkeys(name for name in known if is_input(name)))


def asked_next(name: str, quote: "Quote") -> Iterator[str]:
    """The inputs that are asked for once one that is missing is filled in: they count from the start, and each answer makes them fewer."""
    from sellerdesk.workflows.returns.fees import category_rate

    item = quote.item
    if name == "price":
        yield from (part for part in ("shipping_charged", "gift_wrap") if getattr(item, part) is None)
        if item.referral_percent is None and category_rate(item.category, item.ordered_on or quote.day) is None:
            yield "referral_percent"
    if name in OF_THE_FEE and item.points is None:
        yield "points"
