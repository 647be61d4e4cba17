"""Sums of payments by kind, month, SKU or order: placed and not placed come to the total of all rows, to the yen."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from sellerdesk.domain.damage import looks_damaged
from sellerdesk.domain.folding import fold_sku
from sellerdesk.domain.payment import Payment
from sellerdesk.rules.payments.kinds import NOT_PLACED, Places

GROUPS = ("month", "sku", "order", "kind")
"""What sums can be made by."""


class Sum(msgspec.Struct, frozen=True):
    """The yen of a kind, and the rows that have any of it."""

    kind: str
    yen: int
    rows: int


class Placed(msgspec.Struct, frozen=True):
    """Sums over some rows: `placed` + `not_placed` = `total`, all in whole yen."""

    rows: int
    total: int
    kinds: Sequence[Sum]

    @property
    def not_placed(self) -> int:
        """Yen of which it is not known what they are for."""
        return next((amount.yen for amount in self.kinds if amount.kind == NOT_PLACED), 0)

    @property
    def placed(self) -> int:
        """Yen of all known kinds, payouts among them."""
        return sum(amount.yen for amount in self.kinds if amount.kind != NOT_PLACED)


def placed(payments: Iterable[Payment], places: Places) -> Placed:
    """The sums of some rows."""
    by_plan: defaultdict[tuple[str, ...], list[Payment]] = defaultdict(list)
    for payment in payments:
        by_plan[places.plan(payment)].append(payment)
    yen: defaultdict[str, int] = defaultdict(int)
    rows: defaultdict[str, int] = defaultdict(int)
    count = total = 0
    for plan, some in by_plan.items():
        count += len(some)
        total += sum(payment.total for payment in some)
        add(yen, rows, plan, some)
    return Placed(count, total, [Sum(kind, yen[kind], rows[kind]) for kind in sorted(yen, key=order_of) if rows[kind]])


class NotPlaced(msgspec.Struct, frozen=True):
    """Rows of one kind of transaction and one text, as the reports write them, and their whole yen that are not placed."""

    type: str
    text: str
    rows: int
    yen: int


def not_placed(payments: Iterable[Payment], places: Places) -> list[NotPlaced]:
    """The rows with yen that are not placed, by kind of transaction and text, the most yen first."""
    yen: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for payment in payments:
        mine = [amount for kind, amount in places.parts(payment) if kind == NOT_PLACED] if is_open(payment, places) else []
        if any(mine):
            yen[payment.type, payment.text].append(sum(mine))
    found = [NotPlaced(*key, len(some), sum(some)) for key, some in yen.items()]
    return sorted(found, key=lambda rows: (-abs(rows.yen), rows.type, rows.text))


def is_open(payment: Payment, places: Places) -> bool:
    """Whether a row has a column that is not placed, or a total beyond its columns."""
    return NOT_PLACED in places.plan(payment) or bool(payment.difference)


def add(yen: dict[str, int], rows: dict[str, int], plan: tuple[str, ...], some: Sequence[Payment]) -> None:
    """Add rows that are placed alike, a column at a time; what a total has beyond its columns is not placed."""
    columns = list(zip(*(payment.amounts for payment in some), strict=True))
    apart = [payment.total - sum(payment.amounts) for payment in some]
    kinds_and_columns = [*zip(plan, columns, strict=True), *([(NOT_PLACED, tuple(apart))] if any(apart) else [])]
    for kind in dict.fromkeys(kind for kind, _column in kinds_and_columns):
        mine = [column for name, column in kinds_and_columns if name == kind and any(column)]
        yen[kind] += sum(map(sum, mine))
        rows[kind] += len(some) - mine[0].count(0) if len(mine) == 1 else sum(map(any, zip(*mine, strict=True)))


def order_of(kind: str) -> tuple[int, str]:
    """The order in which kinds are shown: as they are listed, what is not placed last."""
    return (1 if kind == NOT_PLACED else 0), kind


def grouped(payments: Iterable[Payment], places: Places, by: str) -> Mapping[str, Placed]:
    """The sums by month (Japan), SKU or order, in the order of their names; rows without one stand under "".

    An order number that a spreadsheet damaged is none. A SKU is the same in capital and small letters, as reports write it now so, now so:
    it has the name that comes first.
    """
    groups: defaultdict[str, list[Payment]] = defaultdict(list)
    names: dict[str, str] = {}
    field = {"month": "month", "sku": "sku", "order": "order_id"}[by]
    for payment in payments:
        name = getattr(payment, field)
        name = "" if by == "order" and looks_damaged(name) else name
        groups[names.setdefault(fold_sku(name), name) if by == "sku" else name].append(payment)
    return {key: placed(groups[key], places) for key in sorted(groups)}
