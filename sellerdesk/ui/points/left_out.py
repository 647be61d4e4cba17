"""What a fix file for points leaves out, and what to do with it: a line for each reason, its offers folded below."""

from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from sellerdesk.ui.style import plain
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.fold import Fold

FEW = 3
"""Offers that a line names; of more it says how many they are."""
LIST_HEIGHT = 96
"""Pixels of the open list: it scrolls, for the rows of the file need the room."""
Answer = dict[str, Any]
"""What the command `fix` tells."""


def impossible_words(answer: Answer) -> Iterator[str]:
    """The offers whose price can carry no points: each in a sentence, of many one sentence."""
    offers = answer.get("impossible", [])
    one = translate("Fix", "Not in the file: {sku} at ¥{price} can carry no points between {least}% and {most}%. Change its price.")
    many = translate(
        "Fix",
        "Not in the file: {count} offers whose price can carry no points between {least}% and {most}% (¥{prices}). Change the prices.",
    )
    bounds = {"least": answer.get("least_percent"), "most": answer.get("most_percent")}
    if len(offers) <= FEW:
        yield from (one.format(sku=offer["sku"], price=f"{offer['price']:,}", **bounds) for offer in offers)
        return
    prices = sorted({offer["price"] for offer in offers})
    named = ", ".join(f"{price:,}" for price in prices[:FEW]) + (" …" if len(prices) > FEW else "")
    yield many.format(count=f"{len(offers):,}", prices=named, **bounds)


def by_hand_words(offers: Sequence[dict[str, Any]], one: str, many: str) -> list[str]:
    """The offers that the file cannot hold: each in a sentence, of many one sentence."""
    if len(offers) > FEW:
        return [many.format(count=f"{len(offers):,}")]
    return [one.format(sku=offer["sku"], after=f"{offer['after']:,}") for offer in offers]


def sentences(answer: Answer) -> list[str]:
    """What is not in the file, a line or two for each reason."""
    found = answer.get("by_hand", [])
    by_hand, mistyped = ([offer for offer in found if offer["over_cap"] is above] for above in (False, True))
    return [
        *impossible_words(answer),
        *by_hand_words(
            by_hand,
            translate("Fix", "Cannot stand in the file: set the points of {sku} to {after} by hand."),
            translate("Fix", "Cannot stand in the file: {count} offers. Set their points by hand."),
        ),
        *by_hand_words(
            mistyped,
            translate("Fix", "Cannot stand in the file: {sku} is above the cap, perhaps mistyped. The most that is allowed: {after}."),
            translate("Fix", "Cannot stand in the file: {count} offers above the cap, perhaps mistyped."),
        ),
    ]


def named(answer: Answer) -> list[str]:
    """Each offer that a sentence only counts, with its price, or with the points to set by hand."""
    lines: list[str] = []
    offers = answer.get("impossible", [])
    if len(offers) > FEW:
        lines += [translate("Fix", "{sku}: ¥{price}").format(sku=offer["sku"], price=f"{offer['price']:,}") for offer in offers]
    found = answer.get("by_hand", [])
    for above, words in ((False, translate("Fix", "{sku}: {after} points")), (True, translate("Fix", "{sku}: at most {after} points"))):
        mine = [offer for offer in found if offer["over_cap"] is above]
        lines += [words.format(sku=offer["sku"], after=f"{offer['after']:,}") for offer in mine] if len(mine) > FEW else []
    return lines


class LeftOut(QWidget):
    """Hidden while nothing is left out."""

    def __init__(self) -> None:
        """Nothing is left out yet."""
        super().__init__()
        self.text, self.list = build.label("", wrap=True), QPlainTextEdit()
        self.list.setReadOnly(True)
        self.list.setTabChangesFocus(True)
        self.list.setFixedHeight(LIST_HEIGHT)
        self.fold = Fold("", self.list)
        self.setLayout(build.column(self.text, self.fold, gap=2))

    def tell(self, answer: Answer, after: Sequence[str]) -> None:
        """Say what is left out of the file; `after` are further lines of the dialog."""
        self.text.setText("\n".join([*sentences(answer), *after]))
        lines = named(answer)
        self.fold.button.say(translate("Fix", "These offers ({count})").format(count=f"{len(lines):,}"))
        self.fold.setVisible(bool(lines))
        self.list.setPlainText(plain.shown("\n".join(lines)))
        self.list.setAccessibleName(self.fold.button.words)
        self.setVisible(bool(self.text.text()))
