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
    """Yen that were paid at once, and the last day (Japan) that their rows name."""

    yen: int = 0
    day: str = ""


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
            found.setdefault(key, []).append(Paid(payment.total, max(payment.at, payment.released)[:DAY]))
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
        found = next((one for one in paid if one.yen == held[place].total and one.day >= held[place].at[:DAY]), None)
        if found is None:
            left.append(place)
        else:
            paid.remove(found)
    whole, first = sum(held[place].total for place in left), min((held[place].at[:DAY] for place in left), default="")
    return [] if any(one.yen == whole and one.day >= first for one in paid) else left
