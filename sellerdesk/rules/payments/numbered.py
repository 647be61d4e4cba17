"""Rows of transactions without a settlement's number, given that of the settlement whose report has the same yen.

A report of one order or one charge has its rows on the days of the settlement's own. Where several rows can be those of the settlement,
just as many get its number as come to its yen: two equal rows of one file are both true.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from functools import reduce
from itertools import combinations
from operator import or_

import msgspec

from sellerdesk.domain.payment import Payment
from sellerdesk.rules.payments.kinds import Places
from sellerdesk.rules.payments.sameness import Key, Part, blur_of, blurred_key, part_in_order, part_of

DAY = len("2026-07-03")
FEW = 10
"""Rows at most of which every choice is tried."""
Group = tuple[str, str]
"""An order ("": none), and its part."""


class Lot(msgspec.Struct, frozen=True):
    """What a settlement has of an order or of a charge without one: whole yen, and the days (Japan) of its rows."""

    settlement: str
    group: Group
    yen: int
    days: frozenset[str]

    def is_near(self, row: Payment) -> bool:
        """Whether a row is of one of the days, or of a day beside it: a settlement may tell the day alone, of another clock."""
        return any(day in self.days for day in around(row.at[:DAY]))


class Undecided(msgspec.Struct, frozen=True):
    """Charges without an order, in whole yen, of which it is not known whether a settlement and transactions tell the same."""

    settlement: str
    listed: int
    settled: int
    month: str
    line: int


class Numbered(msgspec.Struct, frozen=True):
    """Files whose rows have numbers as far as they are known, and what stays open."""

    files: Sequence[Sequence[Payment]]
    undecided: Sequence[Undecided] = ()


class Pool:
    """The rows without a number, by what they are of; a row that several files have stands once."""

    def __init__(self, files: Sequence[Sequence[Payment]], places: Places) -> None:
        """The rows of transactions but for payouts."""
        self.places = places
        self.blur = reduce(or_, {blur_of(row) for rows in files for row in rows}, 0)
        self.of_group: dict[Group, list[Payment]] = {}
        self.of_order: defaultdict[str, list[Group]] = defaultdict(list)
        self.numbers: defaultdict[Key, list[str]] = defaultdict(list)
        seen: Counter[Key] = Counter()
        for rows in files:
            mine: Counter[Key] = Counter()
            for row in filter(self.is_bare, rows):
                name = self.name(row)
                mine[name] += 1
                if mine[name] > seen[name]:
                    self.add(part_in_order(row, places), row)
            seen |= mine

    def add(self, group: Group, row: Payment) -> None:
        """Take up a row of a part of an order; 50,000 orders have a group or more each, so they are found by their order."""
        if group not in self.of_group:
            self.of_group[group] = []
            self.of_order[group[0]].append(group)
        self.of_group[group].append(row)

    def rows(self, group: Group) -> Sequence[Payment]:
        """The rows that are left of a part of an order."""
        return self.of_group.get(group, ())

    def is_bare(self, row: Payment) -> bool:
        """Whether a row may get a number."""
        return row.report == "payments" and not row.settlement and {*self.places.plan(row)} != {"transfer"}

    def name(self, row: Payment) -> Key:
        """What makes a row the same in several files."""
        return blurred_key(row, self.places, self.blur)

    def take(self, lot: Lot, rows: Iterable[Payment]) -> None:
        """Give rows the number of a lot."""
        for row in rows:
            group = self.of_group[part_in_order(row, self.places)]
            del group[next(place for place, other in enumerate(group) if other is row)]
            self.numbers[self.name(row)].append(lot.settlement)

    def numbered(self, rows: Sequence[Payment]) -> Sequence[Payment]:
        """The rows of a file with the numbers that were given."""
        used: Counter[Key] = Counter()
        found: list[Payment] = []
        for row in rows:
            name = self.name(row) if self.is_bare(row) else ()
            numbers = self.numbers.get(name, ()) if name else ()
            if used[name] < len(numbers):
                found.append(msgspec.structs.replace(row, settlement=numbers[used[name]]))
                used[name] += 1
            else:
                found.append(row)
        return found


def numbered(files: Sequence[Sequence[Payment]], places: Places, met: AbstractSet[str]) -> Numbered:
    """The files, rows of transactions without a settlement's number with that of the settlement that tells the same.

    `met` are the settlements whose rows come to the total that their report prints.
    """
    pool = Pool(files, places)
    lots = lots_of(files, places, met) if pool.of_group else []
    if not lots:
        return Numbered(files)
    left = [lot for lot in lots if not has_rows(pool, lot, pool.rows(lot.group))]
    left = [lot for lot in left if not has_rows(pool, lot, others_of(pool, lot))]
    for lot in left:
        if lot.group[0]:  # another sum on the same days is the same order with other yen, which somebody has to look at
            pool.take(lot, [row for row in pool.rows(lot.group) if row.at[:DAY] in lot.days])
    undecided = [charge for lot in left if not lot.group[0] and (charge := undecided_of(pool, lot)) is not None]
    return Numbered([pool.numbered(rows) for rows in files] if pool.numbers else files, undecided)


def lots_of(files: Iterable[Sequence[Payment]], places: Places, met: AbstractSet[str]) -> list[Lot]:
    """What settlements have of orders, and of charges without one, these day by day; of a part in several files that with most rows.

    A settlement that misses its total is compared part by part alone: rows may be lacking.
    """
    found: dict[Part, list[Payment]] = {}
    for rows in files:
        mine: defaultdict[Part, list[Payment]] = defaultdict(list)
        for row in rows:
            if row.report == "settlement" and (part := part_of(row, places))[0]:
                mine[part].append(row)
        found |= {part: some for part, some in mine.items() if len(some) > len(found.get(part, ()))}
    lots = [lot for part, some in found.items() for lot in by_day(part, some, is_met=part[0] in met)]
    return sorted(lots, key=lambda lot: (lot.settlement, lot.group, min(lot.days)))


def by_day(part: Part, rows: Sequence[Payment], *, is_met: bool) -> list[Lot]:
    """The lots of a part."""
    days: defaultdict[str, list[Payment]] = defaultdict(list)
    for row in rows:
        days["" if part[1] or not is_met else row.at[:DAY]].append(row)
    return [Lot(part[0], part[1:], sum(row.total for row in some), frozenset(row.at[:DAY] for row in some)) for some in days.values()]


def has_rows(pool: Pool, lot: Lot, rows: Sequence[Payment]) -> bool:
    """Whether some rows are those of a lot: they get its number."""
    found = those_of(lot, rows)
    pool.take(lot, found)
    return bool(found)


def those_of(lot: Lot, rows: Sequence[Payment]) -> Sequence[Payment]:
    """The rows that come to the yen of a lot: all, those of its days, or some of these, as few as do."""
    same, near = [row for row in rows if row.at[:DAY] in lot.days], [row for row in rows if lot.is_near(row)]
    for some in (rows if lot.group[0] else same, same, near):
        if some and sum(row.total for row in some) == lot.yen:
            return [*some]
    return chosen(lot.yen, same) or chosen(lot.yen, near)


def chosen(yen: int, rows: Sequence[Payment]) -> Sequence[Payment]:
    """As few of some rows as come to some yen; of many rows one alone."""
    sizes = range(1, len(rows) if len(rows) <= FEW else 2)
    choices = (some for size in sizes for some in combinations(rows, size))
    return next((some for some in choices if sum(row.total for row in some) == yen), ())


def others_of(pool: Pool, lot: Lot) -> list[Payment]:
    """The rows of the same order, or of none, on the days of a lot, whatever their kind: the reports may name it otherwise."""
    return [row for group in pool.of_order.get(lot.group[0], ()) for row in pool.rows(group) if lot.is_near(row)]


def undecided_of(pool: Pool, lot: Lot) -> Undecided | None:
    """What transactions have of the kind and the days of a lot that nothing took; None where they have nothing that could be the same."""
    rows = [row for row in pool.rows(lot.group) if lot.is_near(row)]
    yen = sum(row.total for row in rows)
    return Undecided(lot.settlement, yen, lot.yen, min(lot.days)[: len("2026-07")], rows[0].line) if yen * lot.yen > 0 else None


def around(day: str) -> Sequence[str]:
    """A day, the one before and the one after."""
    middle = date.fromisoformat(day)
    return [(middle + timedelta(days=apart)).isoformat() for apart in (0, -1, 1)]
