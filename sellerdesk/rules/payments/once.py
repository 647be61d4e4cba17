"""Rows of several files counted once: months that were read twice, ranges that overlap, a month that grew.

Two equal rows of one file are both true (two of one item, bought in one order). Of a row that stands in several files the largest
count of any of them holds.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import msgspec

from sellerdesk.domain.payment import Payment
from sellerdesk.rules.payments.held import DEFERRED, waiting
from sellerdesk.rules.payments.kinds import Places

Key = tuple[object, ...]
MINUTE = len("2026-07-03 12:34")


class Together(msgspec.Struct, frozen=True):
    """Rows, each counted once; of each file (by its place) how many rows others had brought before.

    `held` are rows that Amazon still holds back: no money that was paid, and in no sum.
    """

    payments: Sequence[Payment]
    doubled: Mapping[int, int]
    held: Sequence[Payment] = ()


def together(files: Sequence[Sequence[Payment]], places: Places) -> Together:
    """The rows of some files in the order of the files, each counted once; those held back apart, as long as they wait."""
    paid = [[row for row in rows if row.state != DEFERRED] for rows in files]
    if sum(map(len, paid)) == sum(map(len, files)):
        return paid_together(files, places)
    found = paid_together(paid, places)
    held = paid_together([[row for row in rows if row.state == DEFERRED] for rows in files], places)
    doubled = {place: found.doubled.get(place, 0) + held.doubled.get(place, 0) for place in {*found.doubled, *held.doubled}}
    return Together(found.payments, doubled, waiting(held.payments, found.payments, places))


def paid_together(files: Sequence[Sequence[Payment]], places: Places) -> Together:
    """The rows of some files in the order of the files, each counted once."""
    files, covered = without_settled(files, places)
    if len(files) == 1:
        return Together(files[0], covered)
    kept = once([[row for row in rows if not is_rough(row)] for rows in files], lambda payment: key_of(payment, places), Counter())
    if any(is_rough(payment) for rows in files for payment in rows):
        there = Counter(rough_key(payment, places) for rows in kept for payment in rows)
        rough = once([[row for row in rows if is_rough(row)] for rows in files], lambda payment: rough_key(payment, places), there)
        kept = [[*some, *more] for some, more in zip(kept, rough, strict=True)]
    doubled = {place: covered.get(place, 0) + len(rows) - len(some) for place, (rows, some) in enumerate(zip(files, kept, strict=True))}
    return Together([payment for rows in kept for payment in rows], {place: count for place, count in doubled.items() if count})


def once(files: Sequence[Sequence[Payment]], key: Callable[[Payment], Key], taken: Counter[Key]) -> list[list[Payment]]:
    """Of each file the rows that those before it have not brought; `taken` counts what is there already, and grows."""
    kept: list[list[Payment]] = []
    for rows in files:
        seen: Counter[Key] = Counter()
        mine: list[Payment] = []
        for payment in rows:
            name = key(payment)
            seen[name] += 1
            if seen[name] > taken[name]:
                mine.append(payment)
        taken |= seen
        kept.append(mine)
    return kept


def is_rough(payment: Payment) -> bool:
    """Whether a row's seconds are not known: a spreadsheet saves moments to the minute."""
    return len(payment.at) == MINUTE


def rough_key(payment: Payment, places: Places) -> Key:
    """What makes a row the same in two files of which one has no seconds."""
    return key_of(msgspec.structs.replace(payment, at=payment.at[:MINUTE]), places)


def key_of(payment: Payment, places: Places) -> Key:
    """What makes a row the same in two files, also in two languages and with two columns more."""
    if payment.report == "settlement":
        return (
            payment.settlement,
            payment.at,
            payment.type,
            payment.amount_type,
            payment.text,
            payment.order_id,
            payment.sku,
            payment.total,
        )
    return payment.at, places.plan(payment), payment.order_id, payment.sku, payment.quantity, payment.amounts, payment.total


def without_settled(files: Sequence[Sequence[Payment]], places: Places) -> tuple[list[Sequence[Payment]], dict[int, int]]:
    """The files without the rows of transactions whose settlement was read whole: the settlement report has them amount by amount.

    Payouts stay, which no settlement report lists; with them the count of rows left out, by the place of the file.
    """
    settled = {payment.settlement for rows in files if rows and rows[0].report == "settlement" for payment in rows} - {""}
    if not settled:
        return [*files], {}
    kept: list[Sequence[Payment]] = []
    covered: dict[int, int] = {}
    for place, rows in enumerate(files):
        rest = [
            payment
            for payment in rows
            if payment.report == "settlement" or payment.settlement not in settled or set(places.plan(payment)) == {"transfer"}
        ]
        kept.append(rest)
        if len(rest) < len(rows):
            covered[place] = len(rows) - len(rest)
    return kept, covered
