"""The labels that the buyer paid and the shop may owe, and how the yen refunded beyond an order are divided among them (S-26)."""

from collections.abc import Iterable, Mapping

import msgspec

from sellerdesk.domain.returned_item import ENDED, ReturnedItem
from sellerdesk.rules.returns.label_rows import tells


class BuyersLabel(msgspec.Struct, frozen=True):
    """A label that the buyer was charged or paid at the counter: its yen less what came back as postage, None where that is not told.

    `sure`: the shop pays its return by the terms. Where who pays is not known, the label may be the buyer's own.
    """

    yen: int | None
    sure: bool


def is_buyers(item: ReturnedItem) -> bool:
    """Whether the buyer was charged for a label, or paid it at the counter."""
    return item.label_payer == "customer" or (item.label_type == "unpaid" and item.label_payer != "amazon")


def is_label_off(item: ReturnedItem, missing: int) -> bool:
    """Whether the yen that a refund lacks are just the label, a yen of each piece being rounding."""
    return bool(item.label_cost) and abs(missing - (item.label_cost or 0)) <= (item.quantity or 1)


def buyers_labels(returned: Iterable[ReturnedItem]) -> dict[str, BuyersLabel]:
    """The labels of an order that its buyer paid and the shop may owe, by the label: of several rows under one, the one with its cost."""
    found: dict[str, BuyersLabel] = {}
    for item in returned:
        if item.status not in ENDED and item.payer != "customer" and is_buyers(item):
            label = BuyersLabel(label_owed(item), item.payer == "seller")
            found[item.label] = max(found.get(item.label, label), label, key=lambda one: tells(one.yen))
    return found


def label_owed(item: ReturnedItem) -> int | None:
    """The yen of such a label that the buyer has not back as postage; at the counter a cost of 0 is what Amazon charged: nothing.

    Of a cost that is not told it is not known whether the postage that came back is all of it.
    """
    if item.label_cost is None or (item.label_type == "unpaid" and not item.label_cost):
        return None
    if item.label_later:
        return 0
    return max(0, item.label_cost - item.postage_back)


def divided(yen: int, labels: Mapping[str, BuyersLabel]) -> tuple[dict[str, int], int]:
    """What of some yen that were refunded beyond an order is of each label that the shop owes, and what is of none (S-26).

    What a label costs that nobody tells is not known: all that the others leave may be of it.
    """
    found: dict[str, int] = {}
    for name, label in labels.items():
        if label.sure and label.yen is not None:
            found[name] = min(yen, label.yen)
            yen -= found[name]
    return found, yen
