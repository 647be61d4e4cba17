"""Several rows of one item in an order: the refunds that payment reports tell of the item, shared out by when each row arrived."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from sellerdesk.domain.charged import Charged
from sellerdesk.domain.folding import fold
from sellerdesk.domain.returned_item import ENDED, ReturnedItem
from sellerdesk.rules.returns.cover import label_off, labels_off

Key = tuple[str, str]
"""An order, and one of its SKUs, folded."""
Days = list[tuple[date, int]]
"""The yen refunded on each day (Japan)."""


def item_key(item: ReturnedItem) -> Key:
    """What payment reports know an item by."""
    return item.subject, fold(item.sku or "")


def rows_by_item(items: Sequence[ReturnedItem]) -> Mapping[Key, list[ReturnedItem]]:
    """The rows of each item, without those that were cancelled or declined: they take no part in a refund."""
    rows: defaultdict[Key, list[ReturnedItem]] = defaultdict(list)
    for item in items:
        if item.status not in ENDED:
            rows[item_key(item)].append(item)
    return rows


def shared_by_rows(items: Sequence[ReturnedItem], paid: Mapping[Key, Charged]) -> dict[int, Charged]:
    """What payment reports tell of each row of an item that has several, by its line.

    A row that its share of the refunds does not cover is told of all that a claim took or that is held back: it may be of any.
    """
    found: dict[int, Charged] = {}
    for key, rows in rows_by_item(items).items():
        known = paid.get(key)
        if len(rows) > 1 and known is not None:
            prices = prices_of(rows, known)
            found |= {row.line: known for row in rows} if prices is None else shares_of(rows, known, prices)
    return found


def prices_of(rows: Sequence[ReturnedItem], known: Charged) -> dict[int, int] | None:
    """The yen of the sale that each row is of, by its line; None where its sale or the pieces are not known.

    Rows of more pieces than were sold are requests for the same pieces: together they are the whole sale.
    """
    if known.price is None or not known.pieces or any(row.quantity is None for row in rows):
        return None
    pieces = max(known.pieces, sum(row.quantity or 0 for row in rows))
    return {row.line: known.price * (row.quantity or 0) // pieces for row in rows}


def covers_all(rows: Sequence[ReturnedItem], known: Charged) -> bool:
    """Whether refunds and claims of an item are all that is due for its rows, a yen of each piece being rounding."""
    prices, back = prices_of(rows, known), sum(yen for _day, yen in known.refunds)
    due = None if prices is None else sum(prices.values()) - labels_off(rows)
    return due is not None and back + known.claimed + sum(row.quantity or 1 for row in rows) >= due


def shares_of(rows: Sequence[ReturnedItem], known: Charged, prices: Mapping[int, int]) -> dict[int, Charged]:
    """The refunds of an item by row: what arrived first is refunded first, a label that may be taken off last, the rest with the last."""
    order = sorted(rows, key=lambda row: (row.arrived_on or date.max, row.line))
    offs = {row.line: min(label_off(row), prices[row.line]) for row in order}
    left = without_taken_back(known.refunds)
    days: defaultdict[int, Days] = defaultdict(list)
    for row in order:
        days[row.line] += first_refunds(left, prices[row.line] - offs[row.line])
    for row in order:
        days[row.line] += first_refunds(left, offs[row.line])
    days[order[-1].line] += left
    found = {row.line: share(row, known, prices[row.line], days[row.line]) for row in order}
    first = order[0].line
    found[first] = replace(
        found[first],
        refunded=(found[first].refunded or 0) + known.shipping_alone + known.shipping_back or None,
        shipping_alone=known.shipping_alone,
        shipping_back=known.shipping_back,
    )
    return found


def share(row: ReturnedItem, known: Charged, price: int, days: Days) -> Charged:
    """What is known of one row: its own part of the sale and of the refunds."""
    return replace(
        known, price=price, pieces=row.quantity, refunded=sum(yen for _day, yen in days) or None, refunds=tuple(sorted(days)),
        refunded_on=min((day for day, _yen in days), default=None), shipping_alone=0, shipping_back=0,
    )  # fmt: skip


def without_taken_back(refunds: Sequence[tuple[date, int]]) -> Days:
    """Refunds by day, without those that came back to the shop, the last before first."""
    left: Days = []
    for day, yen in refunds:
        left.append((day, yen))
        while len(left) > 1 and left[-1][1] < 0:
            (_later, back), (before, made) = left.pop(), left.pop()
            left.append((before, made + back))
    return [(day, yen) for day, yen in left if yen > 0]


def first_refunds(left: Days, most: int) -> Days:
    """The first refunds up to some yen; they leave those that are left."""
    found: Days = []
    while left and most > 0:
        day, yen = left.pop(0)
        part = min(yen, most)
        found.append((day, part))
        most -= part
        if yen > part:
            left.insert(0, (day, yen - part))
    return found
