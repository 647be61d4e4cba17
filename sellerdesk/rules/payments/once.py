"""Rows of several files counted once: months that were read twice, ranges that overlap, a month that grew.

Two equal rows of one file are both true (two of one item, bought in one order). Of a row that stands in several files the largest
count of any of them holds.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from sellerdesk.domain.payment import Payment
from sellerdesk.rules.payments.kinds import Places

Key = tuple[object, ...]


class Together(msgspec.Struct, frozen=True):
    """Rows, each counted once; of each file (by its place) how many rows others had brought before."""

    payments: Sequence[Payment]
    doubled: Mapping[int, int]


def together(files: Sequence[Sequence[Payment]], places: Places) -> Together:
    """The rows of some files in the order of the files, each counted once."""
    files, covered = without_settled(files, places)
    if len(files) == 1:
        return Together(files[0], covered)
    taken: Counter[Key] = Counter()
    kept: list[Payment] = []
    doubled = Counter(covered)
    for place, rows in enumerate(files):
        seen: Counter[Key] = Counter()
        for one in rows:
            key = key_of(one, places)
            seen[key] += 1
            if seen[key] > taken[key]:
                kept.append(one)
            else:
                doubled[place] += 1
        taken |= seen
    return Together(kept, {place: count for place, count in doubled.items() if count})


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
    settled = {rows[0].settlement for rows in files if rows and rows[0].report == "settlement"} - {""}
    if not settled:
        return [*files], {}
    kept: list[Sequence[Payment]] = []
    covered: dict[int, int] = {}
    for place, rows in enumerate(files):
        rest = [one for one in rows if one.report == "settlement" or one.settlement not in settled or set(places.plan(one)) == {"transfer"}]
        kept.append(rest)
        if len(rest) < len(rows):
            covered[place] = len(rows) - len(rest)
    return kept, covered
