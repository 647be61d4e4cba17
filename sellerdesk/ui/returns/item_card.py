"""The card below the calculator's search: which item was found and what is known of it; its place is kept while it is empty."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sellerdesk.domain.judged_row import JudgedReturn
from sellerdesk.ui.style import tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build

if TYPE_CHECKING:
    from sellerdesk.workflows.returns.from_item import FoundItem

LEAST = 100
FACTS = ("price", "points", "category", "size", "fare")


def listed_words(returns: Sequence[JudgedReturn], order_id: str) -> str:
    """What the list of returns says that an order costs, and what that counts; "" for none."""
    row = next((row for row in returns if row.order_id == order_id and row.cost), None) if order_id else None
    words = translate("Returns", "Returns report: {yen} (as known there, or what payments took)")
    yen, least = translate("Analysis", "¥{yen}"), translate("Analysis", "¥{yen} or more")
    return words.format(yen=(least if row.at_least else yen).format(yen=f"{row.cost:,}")) if row else ""


class ItemCard(QWidget):
    """An item, or what one can do without; `dropped`: it was taken out; `by_hand`: the fields are filled by hand; `opens` a report."""

    dropped = Signal()
    by_hand = Signal()
    opens = Signal()

    def __init__(self) -> None:
        """No item yet."""
        super().__init__()
        self.item: FoundItem | None = None
        self.title, self.number = build.label("", bold=True, wrap=True), build.label("", "small", "muted", wrap=True)
        self.facts = build.label("", "small", wrap=True)
        self.drop, self.manual, self.open = build.flat(), build.flat(), build.flat()
        self.drop.clicked.connect(self.dropped)
        self.manual.clicked.connect(self.by_hand)
        self.open.clicked.connect(self.opens)
        top = build.row(self.title, self.drop, self.manual, self.open, gap=4, grow=self.title)
        self.setLayout(build.column(top, self.number, self.facts, None, gap=2, margins=(14, 6, 8, 6)))
        self.setMinimumHeight(LEAST)

    def show_item(self, item: "FoundItem", words: dict[str, str], returns: Sequence[JudgedReturn]) -> None:
        """Show an item; `words` are what its inputs say in the form, with their units, `returns` the rows of the list of returns."""
        self.item = item
        self.say(item.title or item.sku, "")
        self.tell_settled(settled=False)
        today = translate("Returns", "The price is that of the listing today.") if item.of_today else ""
        self.facts.setText(
            "\n".join(
                filter(None, ("   ".join(words[name] for name in FACTS if name in words), listed_words(returns, item.order_id), today))
            )
        )
        self.drop.show()
        tint.fill_background(self, "accent_soft")

    def tell_settled(self, *, settled: bool) -> None:
        """The SKU and the order of the item, and whether no refund of it is due any more."""
        if self.item is None:
            return
        order = translate("Returns", "order {number}").format(number=self.item.order_id) if self.item.order_id else ""
        done = translate("Returns", "refunded or ended already") if settled else ""
        build.set_breakable(self.number, " · ".join(filter(None, (f"SKU {self.item.sku}", order, done))))

    def show_hint(self, *, reports: bool) -> None:
        """Say what the search copies, or that a report has to be opened first."""
        self.item = None
        ready = translate("Returns", "Price, points, category, size and days are copied from your listings and returns report.")
        opened = translate("Returns", "Open a report, and you can start from the item.")
        self.say("", ready if reports else opened)
        self.open.setVisible(not reports)
        tint.fill_background(self, "alt")

    def show_nothing(self, text: str) -> None:
        """Say that neither listings nor returns have what was typed."""
        self.item = None
        self.say("", translate("Returns", "“{text}” is in neither the listings nor the returns.").format(text=text))
        self.manual.show()
        tint.fill_background(self, "alt")

    def say(self, title: str, number: str) -> None:
        """Two lines of words, no buttons."""
        build.set_breakable(self.title, title)
        build.set_breakable(self.number, number)
        self.facts.setText("")
        for button in (self.drop, self.manual, self.open):
            button.hide()

    def restyle(self) -> None:
        """Words of the buttons."""
        self.drop.setText(translate("Returns", "Take out"))
        self.manual.setText(translate("Returns", "Fill in by hand"))
        self.open.setText(translate("Window", "Open report…"))
