"""What the payment reports give back to the shop of the return labels that it was charged for, label by label."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from sellerdesk.domain.charged import Charged
from sellerdesk.domain.returned_item import ReturnedItem

Key = tuple[str, str]
"""An order, and one of its SKUs, folded."""


def with_labels_back(items: Sequence[ReturnedItem], paid: Mapping[Key, Charged]) -> list[ReturnedItem]:
    """The returns with the yen of their label that came back to the shop, by what payment reports tell of their orders."""
    of_order = {order: known for (order, _sku), known in paid.items() if known.label_back or known.adjusted}
    if not of_order:
        return [*items]
    labels: defaultdict[str, dict[str, ReturnedItem]] = defaultdict(dict)
    for item in items:
        if item.subject in of_order and item.label_payer == "seller" and item.label_cost and item.label_type != "unpaid":
            labels[item.subject].setdefault(item.label, item)
    back = {(order, label): yen for order, some in labels.items() for label, yen in backs_of(some, of_order[order]).items()}
    return [replace(item, label_back=yen) if (yen := back.get((item.subject, item.label))) else item for item in items]


def backs_of(labels: Mapping[str, ReturnedItem], known: Charged) -> dict[str, int]:
    """The yen that came back of each label of an order: first of those that the customer pays.

    A label may be charged again after it came back: what is still charged is out. Another row that gives back just what a label
    costs is of that label.
    """
    costs = {label: item.label_cost or 0 for label, item in labels.items()}
    left, adjusted = min(known.label_back, max(0, sum(costs.values()) - known.label)), [*known.adjusted]
    found: dict[str, int] = {}
    for label in sorted(labels, key=lambda label: labels[label].payer != "customer"):
        found[label] = min(costs[label], left)
        left -= found[label]
        rest = costs[label] - found[label]
        if rest and rest in adjusted:
            adjusted.remove(rest)
            found[label] += rest
    return found
