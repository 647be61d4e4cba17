"""Rows that Amazon holds back: which of them still wait, and which were paid since, in transactions or in a settlement.

A row that is held back is not money that was paid. The row that pays it has the same order, SKU, kind and yen; its moment may be the one
of the sale or that of its release, and its settlement another.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

import msgspec

from sellerdesk.domain.folding import fold
from sellerdesk.domain.payment import Payment
from sellerdesk.rules.payments.kinds import Places

DEFERRED = "deferred"
DAY = len("2026-07-03")
Key = tuple[str, ...]
"""An order with a SKU and what the row is part of; without an order its text."""


class Paid(msgspec.Struct):
    """Yen that were paid at once, the last day (Japan) of their rows, and the day of their release where it is told apart from that."""

    yen: int = 0
    day: str = ""
    released: str = ""

    def pays(self, held: Payment) -> bool:
        """Whether the days fit a row held back: its own day, or one on which it can have been released.

        A row whose release is told apart keeps its own day: another day is another row.
        """
        own, due = held.at[:DAY], held.released[:DAY]
        return self.day == own or (not self.released and self.day >= max(own, due))


def key_of(payment: Payment, places: Places) -> Key:
    """What a row that is held back and the one that pays it have in common, beside their yen."""
    kinds = dict.fromkeys(places.plan(payment))
    part = places.role(payment) or (next(iter(kinds)) if len(kinds) == 1 else fold(payment.type))
    return payment.order_id, fold(payment.sku), part, "" if payment.order_id else fold(payment.text)


def waiting(held: Sequence[Payment], paid: Iterable[Payment], places: Places) -> list[Payment]:
    """The rows held back that none of the paid ones has replaced, in their order."""
    if not held:
        return []
    of_key: defaultdict[Key, list[int]] = defaultdict(list)
    for place, payment in enumerate(held):
        of_key[key_of(payment, places)].append(place)
    payouts = paid_by_key([payment for payment in paid if payment.order_id or payment.text], of_key, places)
    rest = {place for key, some in of_key.items() for place in unpaid(held, some, payouts.get(key, []))}
    return [payment for place, payment in enumerate(held) if place in rest]


def paid_by_key(paid: Iterable[Payment], wanted: Collection[Key], places: Places) -> dict[Key, list[Paid]]:
    """What was paid of some keys: a row of transactions each, the amounts of a settlement together."""
    orders = {key[0] for key in wanted}
    found: dict[Key, list[Paid]] = {}
    settled: dict[tuple[Key, str], Paid] = {}
    for payment in paid:
        if payment.order_id not in orders or (key := key_of(payment, places)) not in wanted:
            continue
        if payment.report == "payments":
            found.setdefault(key, []).append(Paid(payment.total, payment.at[:DAY], told_apart(payment)))
            continue
        if (key, payment.settlement) not in settled:
            found.setdefault(key, []).append(settled.setdefault((key, payment.settlement), Paid()))
        amounts = settled[key, payment.settlement]
        amounts.yen, amounts.day = amounts.yen + payment.total, max(amounts.day, payment.at[:DAY])
    return found


def unpaid(held: Sequence[Payment], some: Iterable[int], paid: list[Paid]) -> list[int]:
    """Of rows of one key (by their places) those that were not paid since: each payment pays one, or all that are left together."""
    left: list[int] = []
    for place in sorted(some, key=lambda place: held[place].at):
        found = next((release for release in paid if release.yen == held[place].total and release.pays(held[place])), None)
        if found is None:
            left.append(place)
        else:
            paid.remove(found)
    whole = sum(held[place].total for place in left)
    return [] if any(release.yen == whole and all(release.pays(held[place]) for place in left) for release in paid) else left


def told_apart(payment: Payment) -> str:
    """The day (Japan) of a row's release, where it is another one than that of the row; "" else."""
    return "" if payment.released[:DAY] == payment.at[:DAY] else payment.released[:DAY]
