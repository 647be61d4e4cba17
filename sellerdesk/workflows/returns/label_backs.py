"""What the payment reports took for return labels, and gave back of them to the shop or to the buyer, label by label."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, combinations

import msgspec
from msgspec.structs import replace

from sellerdesk.domain.charged import Charged
from sellerdesk.domain.returned_item import ENDED, ReturnedItem
from sellerdesk.rules.returns.buyers_labels import buyers_labels, divided
from sellerdesk.rules.returns.charged import label_lack
from sellerdesk.rules.returns.label_rows import best_rows

Key = tuple[str, str]
"""An order, and one of its SKUs, folded."""
Labels = Mapping[str, ReturnedItem]
"""The labels of an order, each with a return under it."""
MOST = 12
"""Adjustments of one order of which every choice is looked at: 4,096 choices."""


class LabelYen(msgspec.Struct, frozen=True):
    """The yen of one label: what came back, what may have come back of it, and what is still held back.

    `others` is what other rows gave the shop for the order, and what is of no label for certain.
    """

    back: int
    maybe: int
    held: int
    others: int


def with_labels_taken(items: Sequence[ReturnedItem], paid: Mapping[Key, Charged]) -> list[ReturnedItem]:
    """The returns with what payment reports took for their labels."""
    of_order = {order: known for (order, _sku), known in paid.items() if known.labels}
    labels = labels_of_shop(items, of_order)
    taken = {(order, label): yen for order, some in labels.items() for label, yen in charges_of(some, of_order[order].labels).items()}
    return [replace(item, label_taken=taken.get((item.subject, item.label))) if item.subject in labels else item for item in items]


def with_unseen(items: Sequence[ReturnedItem], paid: Mapping[Key, Charged]) -> list[ReturnedItem]:
    """The returns, those told whose label payment reports do not show although they tell the refund and every month since the request.

    Only where all that was taken for labels of the order is of others: what is of no label may be of this one. Nor of a label that cost
    nothing.
    """
    orders = {order: known for (order, _sku), known in paid.items() if not known.postage}
    labels = labels_of_shop(items, orders)
    open_ = {order for order, some in labels.items() if sum(orders[order].labels) > sum(item.label_taken or 0 for item in some.values())}
    named = {(order, label) for order, some in labels.items() if order not in open_ for label, row in some.items() if row.label_cost != 0}
    return [
        replace(item, label_unseen=True)
        if (item.subject, item.label) in named and item.label_taken is None and is_time_held(item, orders[item.subject])
        else item
        for item in items
    ]


def is_time_held(item: ReturnedItem, known: Charged) -> bool:
    """Whether payment reports tell the refund of a return and have rows of every month from its request to their last one."""
    since = item.requested_on or item.arrived_on or known.refunded_on
    return bool(item.paid_back) and since is not None and known.held_from is not None and known.held_from <= since


def with_labels_back(items: Sequence[ReturnedItem], paid: Mapping[Key, Charged]) -> list[ReturnedItem]:
    """The returns, of which it is known what was taken for their labels, with what payment reports gave back of that."""
    of_order = {
        order: known for (order, _sku), known in paid.items() if known.label_back or known.adjusted or known.safe_t or known.label_held
    }
    labels = labels_of_shop(items, of_order)
    known = {(order, label): yen for order, some in labels.items() for label, yen in yen_of_labels(some, of_order[order]).items()}
    given = {order: sum(yen.adjusted) + sum(yen.safe_t) for order, yen in of_order.items()} | {
        order: yen.others for (order, _label), yen in known.items()
    }
    return [with_given(with_yen(item, known.get((item.subject, item.label))), given.get(item.subject, 0)) for item in items]


def with_given(item: ReturnedItem, yen: int) -> ReturnedItem:
    """A return with the yen that other rows gave the shop for its order."""
    return replace(item, given=yen) if yen else item


def labels_of_shop(items: Iterable[ReturnedItem], orders: Mapping[str, Charged]) -> dict[str, dict[str, ReturnedItem]]:
    """The labels of some orders that the shop was charged and that may have cost something, by the order."""
    bought = (item for item in items if item.subject in orders and item.label_payer == "seller" and item.label_type != "unpaid")
    return by_order(item for item in bought if item.label_cost != 0)


def by_order(items: Iterable[ReturnedItem]) -> dict[str, dict[str, ReturnedItem]]:
    """The labels of some returns by their orders, each with the row that tells most of its cost."""
    orders: defaultdict[str, dict[str, ReturnedItem]] = defaultdict(dict)
    for (order, label), item in best_rows(items, lambda row: row.label_cost).items():
        orders[order][label] = item
    return orders


def with_postage_back(items: Sequence[ReturnedItem], paid: Mapping[Key, Charged]) -> list[ReturnedItem]:
    """The returns that the shop pays, those whose label the buyer had paid with what the buyer got back of it."""
    left = {order: known.postage for (order, _sku), known in paid.items() if known.postage}
    if not left:
        return [*items]
    of_buyer = (item for item in items if item.label_payer == "customer" or item.label_type == "unpaid")
    owed = (item for item in of_buyer if item.subject in left and item.payer == "seller")
    back: dict[Key, int] = {}
    for (order, label), item in best_rows(owed, lambda row: row.label_cost).items():
        back[order, label] = min(item.label_cost or left[order], left[order])
        left[order] -= back[order, label]
    return [replace(item, postage_back=back.get((item.subject, item.label), 0)) for item in items]


def with_labels_of_shop(items: Sequence[ReturnedItem], paid: Mapping[Key, Charged]) -> list[ReturnedItem]:
    """The returns, labels that the report says the buyer was charged with what payment reports took from the shop for them.

    Where the report names a label of the shop's in the order, that is the one which was taken.
    """
    named = {item.subject for item in items if item.label_payer == "seller" and item.status not in ENDED}
    of_order = {order: known for (order, _sku), known in paid.items() if known.label > 0 and known.labels and order not in named}
    of_buyer = [item for item in items if item.label_payer == "customer" and item.label_type != "unpaid" and item.status not in ENDED]
    labels = by_order(item for item in of_buyer if item.subject in of_order)
    parts = {(order, label): part for order, some in labels.items() for label, part in parts_of_shop(some, of_order[order]).items()}
    lines = {item.line for item in of_buyer}
    return [with_part(item, parts.get((item.subject, item.label))) if item.line in lines else item for item in items]


def with_part(item: ReturnedItem, part: tuple[int, bool] | None) -> ReturnedItem:
    """A return with what the shop was charged for its label, or for it and others together."""
    return item if part is None else replace(item, label_of_shop=part[0], label_shared=part[1])


def parts_of_shop(labels: Labels, known: Charged) -> dict[str, tuple[int, bool]]:
    """The yen that the shop was charged for each of some labels, and whether they may be of several others, too."""
    found, left = matched(labels, known.labels if sum(known.labels) == known.label else (known.label,))
    rest = [label for label in labels if label not in found]
    parts = {label: (yen, False) for label, yen in found.items()}
    return parts | (dict.fromkeys(rest, (sum(left), len(rest) > 1)) if left else {})


def with_beyond(items: Sequence[ReturnedItem], paid: Mapping[Key, Charged]) -> list[ReturnedItem]:
    """The returns, labels that the buyer paid in the shop's place with what was refunded beyond the sale of their order, each yen once."""
    orders = {order: known for (order, _sku), known in paid.items() if known.beyond is not None}
    rows: defaultdict[str, list[ReturnedItem]] = defaultdict(list)
    for item in items:
        if item.subject in orders:
            rows[item.subject].append(item)
    yen = {(order, label): each for order, some in rows.items() for label, each in beyond_of_labels(some, orders[order]).items()}
    return [with_its_beyond(item, yen.get((item.subject, item.label))) for item in items]


def with_its_beyond(item: ReturnedItem, yen: tuple[int, int] | None) -> ReturnedItem:
    """A return with what was refunded beyond the sale and is of its label, and what more of that is held back."""
    return item if yen is None else replace(item, label_beyond=yen[0], label_beyond_held=yen[1])


def beyond_of_labels(items: Sequence[ReturnedItem], known: Charged) -> dict[str, tuple[int, int]]:
    """The yen of each label that the buyer paid, and those held back; those of which the cost is not told may have what is left."""
    labels, beyond = buyers_labels(items), known.beyond or 0
    made, left = divided(beyond, labels)
    whole, more = divided(beyond + known.beyond_held, labels)
    return {label: (made.get(label, left), whole.get(label, more) - made.get(label, left)) for label in labels}


def with_yen(item: ReturnedItem, yen: LabelYen | None) -> ReturnedItem:
    """A return with what is known of its label's yen."""
    if yen is None:
        return item
    return replace(item, label_back=yen.back, label_maybe_back=yen.maybe, label_held=yen.held)


def yen_of_labels(labels: Labels, known: Charged) -> dict[str, LabelYen]:
    """The yen of each label of an order, those that the customer pays first.

    What came back is first of labels that no refund was made less by: of others the shop has them already. A label may be charged again
    after it came back: what is still charged is out. What SAFE-T claims gave is a label's only where it is just its yen.
    """
    first = sorted(labels, key=lambda label: labels[label].payer != "customer")
    costs = {label: labels[label].label_yen or 0 for label in first}
    off = {label: min(costs[label], label_lack(labels[label]) or 0) if labels[label].payer == "customer" else 0 for label in first}
    found, twice = matched(labels, known.labels)
    back, others = given_back(costs, off, came_back(costs, off, known, twice if found.keys() == labels.keys() else []), known.adjusted)
    back, safe_t = given_back(costs, off, back, known.safe_t)
    rests = {label: costs[label] - back[label] for label in first}
    maybe, held = spread_but(off, sum(others), rests), spread_but(off, known.label_held, rests)
    return {label: LabelYen(back[label], maybe[label], held[label], sum(others) + sum(safe_t)) for label in first}


def came_back(costs: Mapping[str, int], off: Mapping[str, int], known: Charged, twice: Sequence[int]) -> dict[str, int]:
    """What rows for labels gave back of each label; `twice` was taken once more for some of them.

    Just what some labels cost is of these, unless it is what was taken once more: that comes back first.
    """
    if not known.postage and not choice_of(twice, known.label_back):
        for yen in ({label: cost - off[label] for label, cost in costs.items()}, costs):
            if some := labels_of_just(yen, known.label_back):
                return {label: cost if label in some else 0 for label, cost in yen.items()}
    back = min(known.label_back, max(0, sum(costs.values()) + known.postage - known.label))
    return spread_but(off, back, costs)


def labels_of_just(yen: Mapping[str, int], whole: int) -> tuple[str, ...]:
    """The fewest labels that come to just some yen; none where no choice does."""
    labels = [label for label, each in yen.items() if each][:MOST]
    choices = chain.from_iterable(combinations(labels, count) for count in range(1, len(labels) + 1))
    return next((some for some in choices if sum(yen[label] for label in some) == whole), ()) if whole else ()


def given_back(
    costs: Mapping[str, int], off: Mapping[str, int], came_back: Mapping[str, int], adjusted: Sequence[int]
) -> tuple[dict[str, int], list[int]]:
    """What came back of each label, and the yen of other rows that may be of any; `off` is what refunds were made less by.

    Other rows that give back just what is still out of a label are of that one.
    """
    back, others = dict(came_back), [*adjusted]
    for less in (off, {}):
        for label, cost in costs.items():
            some = choice_of(others, max(0, cost - back[label] - less.get(label, 0)))
            back[label] += sum(some)
            for yen in some:
                others.remove(yen)
    return back, others


def spread_but(off: Mapping[str, int], yen: int, rests: Mapping[str, int]) -> dict[str, int]:
    """Some yen over labels, first over what refunds were not made less by (`off`), then over the rest of them."""
    first = spread(yen, {label: max(0, rest - off[label]) for label, rest in rests.items()})
    more = spread(yen - sum(first.values()), {label: rest - first[label] for label, rest in rests.items()})
    return {label: first[label] + more[label] for label in rests}


def spread(yen: int, rests: Mapping[str, int]) -> dict[str, int]:
    """Some yen over labels, to each no more than is still out of it, one after the other."""
    found: dict[str, int] = {}
    for label, rest in rests.items():
        found[label] = min(rest, yen)
        yen -= found[label]
    return found


def charges_of(labels: Labels, charges: Sequence[int]) -> dict[str, int]:
    """What each label was charged at, where that is known: first by its cost, then for the only one left, or those one side pays."""
    found, left = matched(labels, charges)
    rest = sorted((label for label in labels if label not in found), key=lambda label: labels[label].label_cost or 0)
    if not left or not rest or len({labels[label].payer for label in rest}) > 1:
        return found
    left = by_cost([labels[label].label_cost or 0 for label in rest], left)
    found |= dict(zip(rest, left, strict=False))
    if len(left) > len(rest):  # a label may be charged in several rows
        found[rest[-1]] += sum(left[len(rest) :])
    return found


def by_cost(costs: Sequence[int], charges: list[int]) -> list[int]:
    """Some charges, those in fewer rows than there are labels by the costs (yen) of these: a row may be of several.

    What is beyond the costs is of the dearest, the last. Where they are not all told, or less was charged, the charges stay as they are.
    """
    if len(charges) >= len(costs) or not all(costs) or sum(charges) < sum(costs):
        return charges
    return [*costs[:-1], sum(charges) - sum(costs[:-1])]


def matched(labels: Labels, charges: Sequence[int]) -> tuple[dict[str, int], list[int]]:
    """The labels that were charged just what they cost, each in a row or all that are left together, and the other charges."""
    left, found = sorted(charges), dict[str, int]()
    for label, item in labels.items():
        if item.label_cost in left:
            left.remove(item.label_cost)
            found[label] = item.label_cost
    rest = {label: item.label_cost or 0 for label, item in labels.items() if label not in found}
    is_all = left and all(rest.values()) and sum(left) == sum(rest.values())
    return (found | rest, []) if is_all else (found, left)


def choice_of(yen: Sequence[int], whole: int) -> tuple[int, ...]:
    """The fewest of some yen that come to just so many; none where no choice does."""
    choices: Iterable[tuple[int, ...]] = chain.from_iterable(combinations(yen[:MOST], count) for count in range(1, min(len(yen), MOST) + 1))
    return next((some for some in choices if sum(some) == whole), ()) if whole else ()
