"""What refunds lack for the labels that the customer pays, by the columns of payment reports: item by item, and of the price alone.

Shipping that was not refunded beside a whole price is no label that was held back, nor is a restocking fee, nor what the refund of
another item lacks; but yen that are just the labels are of these, wherever they lack.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from sellerdesk.domain.charged import Charged
from sellerdesk.domain.folding import fold
from sellerdesk.domain.returned_item import ENDED, ReturnedItem
from sellerdesk.rules.returns.label_rows import best_rows
from sellerdesk.workflows.returns.unnamed import with_unnamed

Key = tuple[str, str]
"""An order, and one of its SKUs, folded."""
Rows = Sequence[ReturnedItem]


class Lack(msgspec.Struct, frozen=True):
    """The yen of the price and of the shipping that refunds lack, and how many of them are rounding: one for each piece."""

    price: int
    shipping: int
    rounding: int


def with_label_lacks(items: Rows, paid: Mapping[Key, Charged]) -> list[ReturnedItem]:
    """The returns that the customer pays, with what refunds lack for their labels, where payments tell it by their columns."""
    orders: defaultdict[str, list[ReturnedItem]] = defaultdict(list)
    told = {order for order, _sku in paid}
    for item in items:
        if item.subject in told and item.status not in ENDED:
            orders[item.subject].append(item)
    known = with_unnamed(items, paid)
    lacks = {(order, label): yen for order, rows in orders.items() for label, yen in lacks_of_order(rows, known).items()}
    return [with_its_lack(item, lacks.get((item.subject, item.label))) for item in items] if lacks else [*items]


def with_its_lack(item: ReturnedItem, yen: int | None) -> ReturnedItem:
    """A return that the customer pays with what refunds lack for its label."""
    return replace(item, label_lack=yen) if item.payer == "customer" else item


def lacks_of_order(rows: Rows, paid: Mapping[Key, Charged]) -> dict[str, int]:
    """The yen that refunds lack for each label of an order that the customer pays; none of those of which payments do not tell it."""
    groups = [(group, lack_of(group, paid)) for group in groups_of(rows)]
    known = [(group, lack) for group, lack in groups if lack is not None]
    costs = costs_of(rows)
    if len(known) == len(groups) and is_just(lack_in_all(lack for _group, lack in known), costs):
        return {label: cost or 0 for label, cost in costs.items()}
    return {label: yen for group, lack in known for label, yen in shared(lack, costs_of(group)).items()}


def groups_of(rows: Rows) -> Iterator[list[ReturnedItem]]:
    """The rows of an order that an item or a label joins."""
    left = [*rows]
    while left:
        group = [left.pop(0)]
        for row in group:  # grows while it is walked: what is joined may join more
            group += [other for other in left if other.label == row.label or fold(other.sku or "") == fold(row.sku or "")]
            left = [other for other in left if other not in group]
        yield group


def costs_of(rows: Rows) -> dict[str, int | None]:
    """What each label that the customer pays cost, in yen; None where that is not told, as where all are told to have cost nothing."""
    ours = best_rows((row for row in rows if row.payer == "customer"), lambda row: row.label_yen)
    costs = {label: item.label_yen for (_order, label), item in ours.items()}
    return costs if any(costs.values()) else dict.fromkeys(costs)


def lack_of(group: Rows, paid: Mapping[Key, Charged]) -> Lack | None:
    """What the refunds of some joined rows lack; None where payments do not tell it of each of their items.

    Nor is it told where rows name two costs of a label and payments none: what lacks may be the one or the other.
    """
    if any(row.label_costs and row.label_taken is None for row in group):
        return None
    items: defaultdict[str, list[ReturnedItem]] = defaultdict(list)
    for row in group:
        items[fold(row.sku or "")].append(row)
    order = group[0].subject
    lacks = [lack_of_item(rows, paid.get((order, sku))) for sku, rows in items.items()]
    known = [lack for lack in lacks if lack is not None]
    return lack_in_all(known) if len(known) == len(lacks) else None


def lack_in_all(lacks: Iterable[Lack]) -> Lack:
    """Several lacks as one."""
    every = [*lacks]
    return Lack(sum(one.price for one in every), sum(one.shipping for one in every), sum(one.rounding for one in every))


def lack_of_item(rows: Rows, known: Charged | None) -> Lack | None:
    """What the refunds of one item lack; None where its sale or its refunds are not told whole.

    What is still on its way may be refunded, too. Where the returns report tells more of the refund, it is believed.
    """
    if known is None or not is_told(known) or any(row.quantity is None for row in rows):
        return None
    back = (known.refunded or 0) - known.shipping_alone - known.shipping_back
    reported = max(0, (rows[0].refunded or 0) - (known.refunded or 0)) if len(rows) == 1 else 0
    due, pieces = due_of([row for row in rows if row.arrived_on], known)
    if back > due + pieces:
        due, pieces = due_of(rows, known)
    price = max(0, due - back - known.restocking - reported)
    shipping = known.shipping - known.shipping_back - known.shipping_alone if pieces >= (known.pieces or 0) else 0
    return Lack(price if price > pieces else 0, max(0, shipping), pieces)


def is_told(known: Charged) -> bool:
    """Whether payments tell the sale of an item and all of what was refunded for it, none of it held back, claimed or taken back."""
    is_open = known.held or known.claimed or known.claim_held or known.refund_back or known.by_one_report
    return bool(known.price is not None and known.pieces and known.refunded and not is_open)


def due_of(rows: Rows, known: Charged) -> tuple[int, int]:
    """The yen due for some rows of an item, without its shipping, and of how many pieces."""
    sold = known.pieces or 1
    pieces = min(sold, sum(row.quantity or 0 for row in rows))
    return (known.price or 0) * pieces // sold + known.wrap * pieces // sold, pieces


def is_just(lack: Lack, costs: Mapping[str, int | None]) -> bool:
    """Whether refunds lack just some labels, of the price alone or of that and of shipping."""
    whole = sum(cost or 0 for cost in costs.values())
    is_known = bool(whole) and None not in costs.values() and lack.price > 0
    return is_known and any(abs(yen - whole) <= lack.rounding for yen in (lack.price, lack.price + lack.shipping))


def shared(lack: Lack, costs: Mapping[str, int | None]) -> dict[str, int]:
    """What refunds lack of the price, over the labels of which it may be; all that is left may be of one of which no cost is told."""
    if is_just(lack, costs):
        return {label: cost or 0 for label, cost in costs.items()}
    left, found = lack.price, dict[str, int]()
    for label, cost in sorted(costs.items(), key=lambda pair: pair[1] is None):
        found[label] = left if cost is None else min(left, cost)
        left -= found[label]
    return found
