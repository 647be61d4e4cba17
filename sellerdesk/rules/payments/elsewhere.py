"""Rows that stand in two files under two settlements' numbers, or in one of them under none: sums may hold them twice.

Both may be true (two parcels of one order, of the same price), so none is left out; but somebody has to look. Files of transactions
count such rows once whatever their numbers are (sameness.py): only a settlement report makes them stand twice.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

import msgspec

from sellerdesk.domain.damage import looks_damaged
from sellerdesk.domain.payment import Payment, PaymentsOfFile
from sellerdesk.rules.payments.held import DEFERRED
from sellerdesk.rules.payments.kinds import Places
from sellerdesk.rules.payments.numbered import DAY, Group, around, numbered
from sellerdesk.rules.payments.once import met_of
from sellerdesk.rules.payments.sameness import part_in_order


class PartOfOrder(msgspec.Struct):
    """What a file (by its place) tells of a part of an order under one settlement's number: rows, whole yen, days (Japan)."""

    file: int
    report: str
    settlement: str
    rows: int = 0
    yen: int = 0
    days: set[str] = msgspec.field(default_factory=set)


class StandsTwice(msgspec.Struct, frozen=True):
    """Rows of a file (by its place) that also stand in an earlier one (`other`) under another settlement's number, or under none.

    `orders` are those that the rows are of.
    """

    file: int
    other: int
    rows: int
    orders: frozenset[str]


def elsewhere(read: Sequence[PaymentsOfFile], places: Places) -> list[StandsTwice]:
    """The rows of orders that two files have with the same yen, on the same days, under different numbers."""
    if not any(rows.payments and rows.payments[0].report == "settlement" for rows in read):
        return []
    met = {name for content in read for name in met_of(content)}
    files = numbered([content.payments for content in read], places, met).files
    count, orders = Counter[tuple[int, int]](), defaultdict[tuple[int, int], set[str]](set)
    for (order, _part), some in by_group(files, places).items():
        for first, second in pairs(some):
            count[second.file, first.file] += second.rows
            orders[second.file, first.file].add(order)
    return [StandsTwice(*pair, rows, frozenset(orders[pair])) for pair, rows in sorted(count.items())]


def by_group(files: Iterable[Sequence[Payment]], places: Places) -> dict[Group, list[PartOfOrder]]:
    """What every file tells of the parts of orders, by settlement, in the order of the files."""
    found: defaultdict[Group, list[PartOfOrder]] = defaultdict(list)
    for place, rows in enumerate(files):
        mine: dict[tuple[Group, str], PartOfOrder] = {}
        for row in rows:
            if row.order_id and row.state != DEFERRED and not looks_damaged(row.order_id):
                key = part_in_order(row, places), row.settlement
                part = mine.setdefault(key, PartOfOrder(place, row.report, row.settlement))
                part.rows, part.yen = part.rows + 1, part.yen + row.total
                part.days.add(row.at[:DAY])
        for (group, _settlement), part in mine.items():
            found[group].append(part)
    return found


def pairs(some: Sequence[PartOfOrder]) -> Iterator[tuple[PartOfOrder, PartOfOrder]]:
    """Those of two files that tell the same; where a file has both numbers itself, they are two payments."""
    own: defaultdict[int, set[str]] = defaultdict(set)
    for part in some:
        own[part.file].add(part.settlement)
    for first, second in combinations(some, 2):
        are_numbers_apart = second.settlement not in own[first.file] and first.settlement not in own[second.file]
        are_bare = not first.settlement and not second.settlement and first.report != second.report
        if first.file != second.file and (are_numbers_apart or are_bare) and is_same(first, second):
            yield first, second


def is_same(first: PartOfOrder, second: PartOfOrder) -> bool:
    """Whether two files tell the same yen of the same days; a settlement may tell the day of another clock than transactions do."""
    if not first.yen or first.yen != second.yen or first.report == second.report == "payments":
        return False
    if first.report == second.report:
        return first.days == second.days
    return all(any(near in second.days for near in around(day)) for day in first.days)
