"""How many yen are due for what came back, and how those refunded beyond an order are divided among the labels that its buyer paid."""

from collections.abc import Iterable, Mapping

import msgspec

from sellerdesk.domain.returned_item import ENDED, ReturnedItem
from sellerdesk.rules.returns.charged import is_part


def due_of(item: ReturnedItem, price: int | None, sold: int | None) -> int | None:
    """The whole yen to be refunded for a return, of a sale of `price` yen for `sold` pieces; None where neither sale nor amount tells."""
    pieces = item.quantity or (1 if sold == 1 else None)
    if price is not None and sold and pieces:
        return price * min(pieces, sold) // sold
    return item.amount if item.amount is not None and not is_part(item) else None


def label_off(item: ReturnedItem) -> int:
    """The yen of a label that the customer pays, which may be taken off the refund (S-27)."""
    return item.label_cost or 0 if item.payer == "customer" else 0


class BuyersLabel(msgspec.Struct, frozen=True):
    """A label that the buyer was charged or paid at the counter: its yen less what came back as postage, None where that is not told.

    `sure`: the shop pays its return by the terms. Where who pays is not known, the label may be the buyer's own.
    """

    yen: int | None
    sure: bool


def is_buyers(item: ReturnedItem) -> bool:
    """Whether the buyer was charged for a label, or paid it at the counter."""
    return item.label_payer == "customer" or (item.label_type == "unpaid" and item.label_payer != "amazon")


def buyers_labels(returned: Iterable[ReturnedItem]) -> dict[str, BuyersLabel]:
    """The labels of an order that its buyer paid and the shop may owe, by the label."""
    return {
        item.label: BuyersLabel(label_owed(item), item.payer == "seller")
        for item in returned
        if item.status not in ENDED and item.payer != "customer" and is_buyers(item)
    }


def label_owed(item: ReturnedItem) -> int | None:
    """The yen of such a label that the buyer has not back as postage; at the counter a cost of 0 is what Amazon charged: nothing.

    Of a cost that is not told it is not known whether the postage that came back is all of it.
    """
    if item.label_cost is None or (item.label_type == "unpaid" and not item.label_cost):
        return None
    return max(0, item.label_cost - item.postage_back)


def divided(yen: int, labels: Mapping[str, BuyersLabel]) -> tuple[dict[str, int], int]:
    """What of some yen that were refunded beyond an order is of each label that the shop owes, and what is of none (S-26).

    What a label costs that nobody tells is not known: all that the others leave may be of it.
    """
    found: dict[str, int] = {}
    for label, one in labels.items():
        if one.sure and one.yen is not None:
            found[label] = min(yen, one.yen)
            yen -= found[label]
    return found, yen
