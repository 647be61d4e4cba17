"""The card below the calculator's search: which item was found and what is known of it; its place is kept while it is empty."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sellerdesk.domain.judged_row import JudgedReturn
from sellerdesk.ui.style import tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.cut_label import CutLabel

if TYPE_CHECKING:
    from sellerdesk.workflows.returns.from_item import FoundItem

GAP, ABOVE = 2, 6
LINES = 4
"""Small lines below the name: the number, two of facts, and what the list of returns says."""
FACTS = (("price", "points", "category"), ("size", "fare"))
"""What is said of an item, in two lines: one that breaks where it is full would part a figure from its unit."""


def listed_words(returns: Sequence[JudgedReturn], order_id: str) -> str:
    """What the list of returns says that an order costs, and what that counts; "" for none."""
    row = next((row for row in returns if row.order_id == order_id and row.cost), None) if order_id else None
    words = translate("Returns", "Returns report: {yen} (as known, or what payments took)")
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
        self.title, self.number = CutLabel(bold=True), CutLabel("small", "muted")
        self.hint, self.facts, self.listed = (
            build.label("", "small", "muted", wrap=True),
            build.label("", "small", wrap=True),
            CutLabel("small"),
        )
        self.drop, self.manual, self.open = build.flat(), build.flat(), build.flat()
        self.drop.clicked.connect(self.dropped)
        self.manual.clicked.connect(self.by_hand)
        self.open.clicked.connect(self.opens)
        top = build.row(self.title, self.drop, self.manual, self.open, gap=4, grow=self.title)
        lines = (top, self.hint, self.number, self.facts, self.listed, None)
        self.setLayout(build.column(*lines, gap=GAP, margins=(14, ABOVE, 8, ABOVE)))

    def show_item(self, item: "FoundItem", words: dict[str, str], returns: Sequence[JudgedReturn]) -> None:
        """Show an item; `words` are what its inputs say in the form, with their units, `returns` the rows of the list of returns."""
        self.item = item
        self.say(item.title or item.sku)
        self.tell_settled(settled=False)
        today = translate("Returns", "The price is that of the listing today.") if item.of_today else ""
        lines = ("   ".join(words[name] for name in line if name in words) for line in FACTS)
        self.facts.setText("\n".join(filter(None, lines)))
        self.listed.say(" ".join(filter(None, (listed_words(returns, item.order_id), today))))
        self.drop.show()
        tint.fill_background(self, "accent_soft")

    def tell_settled(self, *, settled: bool) -> None:
        """The SKU and the order of the item, and whether no refund of it is due any more."""
        if self.item is None:
            return
        order = translate("Returns", "order {number}").format(number=self.item.order_id) if self.item.order_id else ""
        done = translate("Returns", "refunded or ended") if settled else ""
        self.number.say(" · ".join(filter(None, (f"SKU {self.item.sku}", order, done))))

    def show_hint(self, *, reports: bool) -> None:
        """Say what the search copies, or that a report has to be opened first."""
        self.item = None
        ready = translate("Returns", "Price, points, category, size and days are copied from your listings and returns report.")
        opened = translate("Returns", "Open a report, and you can start from the item.")
        self.say("", hint=ready if reports else opened)
        self.open.setVisible(not reports)
        tint.fill_background(self, "alt")

    def show_nothing(self, text: str) -> None:
        """Say that neither listings nor returns have what was typed."""
        self.item = None
        self.say("", hint=translate("Returns", "“{text}” is in neither the listings nor the returns.").format(text=text))
        self.manual.show()
        tint.fill_background(self, "alt")

    def say(self, title: str, hint: str = "") -> None:
        """A name or a hint, no buttons."""
        self.title.say(title)
        build.set_breakable(self.hint, hint)
        self.facts.setText("")
        for line in (self.number, self.listed):
            line.say("")
        self.hint.setVisible(bool(hint))
        for part in (self.number, self.facts, self.listed):
            part.setHidden(bool(hint))
        for button in (self.drop, self.manual, self.open):
            button.hide()

    def restyle(self) -> None:
        """Words of the buttons, and the height of all lines, so that the fields below never move."""
        small, name = self.facts.fontMetrics().height() + GAP, self.drop.sizeHint().height()
        self.setMinimumHeight(2 * ABOVE + name + LINES * small)
        self.drop.setText(translate("Returns", "Take out"))
        self.manual.setText(translate("Returns", "Fill in by hand"))
        self.open.setText(translate("Window", "Open report…"))
