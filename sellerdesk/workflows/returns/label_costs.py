"""What the payment reports took for the return labels of an order and did not give back, each yen at one label."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sellerdesk.domain.charged import Charged
from sellerdesk.domain.returned_item import ReturnedItem
from sellerdesk.rules.returns.charged import is_named_charge
from sellerdesk.rules.returns.label_rows import Label
from sellerdesk.workflows.returns.label_backs import Key, Labels, spread

SIDES = ("seller", None, "customer")
"""Who a report says was charged, the likeliest first that the shop was: another word, or Amazon, is the least likely."""


def label_costs(labels: Mapping[Label, ReturnedItem], paid: Mapping[Key, Charged]) -> dict[Label, int]:
    """The yen that are out of every label of which payment reports tell what it cost; a label by a row of it."""
    of_order = {order: known for (order, _sku), known in paid.items() if known.label > 0 or known.label_back}
    orders: defaultdict[str, dict[str, ReturnedItem]] = defaultdict(dict)
    for (order, label), item in labels.items():
        if order in of_order:
            orders[order][label] = item
    return {(order, label): yen for order, some in orders.items() for label, yen in parts(some, of_order[order]).items()}


def without_given(costs: Mapping[Label, int], labels: Mapping[Label, ReturnedItem], paid: Mapping[Key, Charged]) -> dict[Label, int]:
    """The yen that are out of labels, those that the customer pays less what other rows gave the shop for their order.

    Not of labels of which the returns report names a charge of the shop's: what came back of these is told already (`label_back`). Nor is
    it of a label what makes up for yen that the buyer got beyond the sale.
    """
    given = {order: max(0, sum(known.adjusted) - (known.beyond or 0)) for (order, _sku), known in paid.items()}
    found = dict(costs)
    for label, yen in costs.items():
        item = labels[label]
        if item.payer == "customer" and not is_named_charge(item):
            back = min(yen, given[item.subject])
            found[label], given[item.subject] = yen - back, given[item.subject] - back
    return found


def parts(labels: Labels, known: Charged) -> dict[str, int]:
    """The part of each label in what the labels of an order cost; yen that no label is known to have cost are of the likeliest.

    Of a label that has none of them payment reports tell nothing: its charge may stand in another file, or the buyer may have paid it.
    What other rows gave back for a label is in `label_back` of its return, but not in `known.label`.
    """
    settled = {label: max(0, item.label_yen - item.label_back) for label, item in labels.items() if item.label_back and item.label_yen}
    adjusted = max(0, sum(item.label_back for item in labels.values()) - known.label_back)
    left = max(0, known.label - sum(settled.values()) - adjusted)
    open_ = sorted((label for label in labels if label not in settled), key=lambda label: likely(labels[label]))
    found = spread(left, {label: charge_of(labels[label]) or 0 for label in open_})
    if open_:
        found[first_untold(open_, labels)] += left - sum(found.values())
    return settled | {label: yen for label, yen in found.items() if yen}


def likely(item: ReturnedItem) -> tuple[bool, int]:
    """What labels are sorted by, that first which the shop was most likely charged: a charge is known to be of it, then who was charged."""
    return item.label_taken is None, SIDES.index(item.label_payer) if item.label_payer in SIDES else len(SIDES)


def charge_of(item: ReturnedItem) -> int | None:
    """What a label was charged at, or else what the returns report says that it cost, in yen; None where neither tells."""
    return item.label_cost if item.label_taken is None else item.label_taken


def first_untold(labels: Iterable[str], of: Labels) -> str:
    """The first of some labels of which no cost is told, or else the first of all."""
    every = [*labels]
    return next((label for label in every if charge_of(of[label]) is None), every[0])
