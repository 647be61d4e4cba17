"""Rows of several files counted once: months that were read twice, ranges that overlap, a month that grew.

Two equal rows of one file are both true (two of one item, bought in one order). Of a row that stands in several files the largest
count of any of them holds. A header inside a file begins a part of it, and parts are compared as files are.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import partial

import msgspec

from sellerdesk.domain.damage import looks_damaged
from sellerdesk.domain.payment import Payment, PaymentsOfFile
from sellerdesk.rules.payments.held import DEFERRED, waiting
from sellerdesk.rules.payments.kinds import Places
from sellerdesk.rules.payments.numbered import numbered
from sellerdesk.rules.payments.sameness import MINUTE, Key, Part, blur_of, blurred_key, is_rough, key_of, part_of, times_of


class RowsOnce(msgspec.Struct, frozen=True):
    """Rows, each counted once; of each file (by its place) how many rows others had brought before.

    `held` are rows that Amazon still holds back: no money that was paid, and in no sum. `settled` are all rows of settlement reports,
    also those that transactions tell instead, and `unmet` the settlements whose rows do not come to the total that their report prints.
    """

    payments: Sequence[Payment]
    doubled: Mapping[int, int]
    held: Sequence[Payment] = ()
    settled: Sequence[Payment] = ()
    unmet: AbstractSet[str] = frozenset()


def every_once(read: Sequence[PaymentsOfFile], places: Places) -> RowsOnce:
    """The rows of some files that were read whole, each counted once."""
    met = {name for content in read for name in met_of(content)}
    unmet = {total.settlement for content in read for total in content.printed} - met
    found = rows_once([content.payments for content in read], places, met)
    reports = [content.payments for content in read if content.payments and content.payments[0].report == "settlement"]
    settled = once(reports, lambda payment: key_of(payment, places), Counter())
    return msgspec.structs.replace(found, settled=[row for rows in settled for row in rows], unmet=unmet)


def rows_once(files: Sequence[Sequence[Payment]], places: Places, met: AbstractSet[str] = frozenset()) -> RowsOnce:
    """The rows of some files in the order of the files, each counted once; those held back apart, as long as they wait.

    `met` are the settlements whose rows come to the total that their report prints.
    """
    times = times_of(files)
    if not any(row.state == DEFERRED for rows in files for row in rows):
        return paid_once(files, places, met, times)
    found = paid_once([[row for row in rows if row.state != DEFERRED] for rows in files], places, met, times)
    held = paid_once([[row for row in rows if row.state == DEFERRED] for rows in files], places, met, times)
    doubled = {place: found.doubled.get(place, 0) + held.doubled.get(place, 0) for place in {*found.doubled, *held.doubled}}
    return RowsOnce(found.payments, doubled, waiting(held.payments, found.payments, places))


def paid_once(files: Sequence[Sequence[Payment]], places: Places, met: AbstractSet[str], times: Sequence[int]) -> RowsOnce:
    """The rows of some files in the order of the files, each counted once; `times` tells of each file whether it has days alone."""
    files, covered = without_settled(files, places, met)
    if len(files) == 1:
        return RowsOnce(files[0], covered)
    kept = kept_by_blur([by_blur(rows, time) for rows, time in zip(files, times, strict=True)], places)
    doubled = {place: covered.get(place, 0) + len(rows) - len(some) for place, (rows, some) in enumerate(zip(files, kept, strict=True))}
    return RowsOnce([payment for rows in kept for payment in rows], {place: count for place, count in doubled.items() if count})


def by_blur(rows: Sequence[Payment], time: int) -> dict[int, list[Payment]]:
    """The rows of a file by what a spreadsheet left unknown of them; of all of them `time`."""
    found: defaultdict[int, list[Payment]] = defaultdict(list)
    for row in rows:
        found[blur_of(row) | time].append(row)
    return found


def kept_by_blur(files: Sequence[Mapping[int, Sequence[Payment]]], places: Places) -> list[list[Payment]]:
    """Of each file the rows that others have not brought: whole rows first, then those of which less is known, by what all of them tell.

    A row that is not known whole may be one that its own file tells whole: so many of these count before it.
    """
    kept, done = [list[Payment]() for _file in files], [list[Payment]() for _file in files]
    together = 0
    for blur in sorted({blur for rows in files for blur in rows}, key=int.bit_count):
        together |= blur
        key = partial(blurred_key, places=places, blur=together)
        mine = [rows.get(blur, ()) for rows in files]
        found = once(mine, key, Counter(key(row) for rows in kept for row in rows), [Counter(map(key, rows)) for rows in done])
        kept = [[*some, *more] for some, more in zip(kept, found, strict=True)]
        done = [[*some, *more] for some, more in zip(done, mine, strict=True)]
    return kept


def once(
    files: Sequence[Sequence[Payment]], key: Callable[[Payment], Key], taken: Counter[Key], before: Sequence[Counter[Key]] = ()
) -> list[list[Payment]]:
    """Of each file the rows that those before it have not brought; `taken` counts what is there already, and grows.

    `before` counts what each file itself has told already.
    """
    kept: list[list[Payment]] = []
    for place, rows in enumerate(files):
        seen: Counter[Key] = Counter(before[place]) if before else Counter()
        mine: list[Payment] = []
        for payment in rows:
            name = key(payment)
            seen[name] += 1
            if seen[name] > taken[name]:
                mine.append(payment)
        taken |= seen
        kept.append(mine)
    return kept


def parts_once(parts: Sequence[Sequence[Payment]]) -> list[Payment]:
    """The rows of a file's parts, each below a header of its own, as if every part were a file: a row that stands in several counts once.

    Rows with the same moment and yen in every column are the same, whatever their kind is called: a part may be in the other language.
    """
    length = MINUTE if any(is_rough(payment) for rows in parts for payment in rows) else None

    def key(payment: Payment) -> Key:
        yen = payment.amounts, payment.total, payment.quantity, payment.state == DEFERRED
        words = (payment.type, payment.amount_type, payment.text) if payment.report == "settlement" else ()
        return payment.at[:length], payment.order_id, payment.sku, payment.settlement, *yen, *words

    return [payment for rows in once(parts, key, Counter()) for payment in rows]


def without_settled(
    files: Sequence[Sequence[Payment]], places: Places, met: AbstractSet[str]
) -> tuple[list[Sequence[Payment]], dict[int, int]]:
    """The files without what stands both in transactions and in the report of their settlement: amount by amount, where that is whole.

    A settlement report whose rows miss its printed total was cut, or holds rows that were not read. There an order is counted by it
    only where its rows come to the same yen, and else by the transactions: nothing is lost, and nothing counts twice. Payouts stay,
    which no settlement report lists; with them the count of rows left out, by the place of the file. An order whose number is damaged
    in one of the two is in a whole report all the same.
    """
    settled = yen_by_part((rows for rows in files if rows and rows[0].report == "settlement"), places)
    if not settled:
        return [*files], {}
    files = numbered(files, places, met).files
    numbers, unnamed = {part[0] for part in settled}, {part[0] for part in settled if looks_damaged(part[1])}
    listed = yen_by_part(([row for row in rows if row.report == "payments" and row.settlement in numbers] for rows in files), places)
    orders = {part[:2] for part in settled}
    whole = {
        part for part in listed if part[0] in met and (part[:2] in orders or (part[1] and part[0] in unnamed) or looks_damaged(part[1]))
    }
    by_report = whole | {part for part in listed if part[0] not in met and listed[part] == settled.get(part)}
    by_rows = {part for part in listed if part[0] not in met and part in settled and part not in by_report}
    kept: list[Sequence[Payment]] = []
    covered: dict[int, int] = {}
    for place, rows in enumerate(files):
        is_settlement = bool(rows) and rows[0].report == "settlement"
        left_out = by_rows if is_settlement else by_report
        rest = [row for row in rows if row.settlement not in numbers or part_of(row, places) not in left_out] if left_out else rows
        kept.append(rest)
        if len(rest) < len(rows):
            covered[place] = len(rows) - len(rest)
    return kept, covered


def yen_by_part(files: Iterable[Sequence[Payment]], places: Places) -> dict[Part, int]:
    """The yen of every part; of one that stands in several files those of the file that has most rows of it."""
    found: dict[Part, tuple[int, int]] = {}
    for rows in files:
        mine: defaultdict[Part, list[int]] = defaultdict(list)
        for payment in rows:
            mine[part_of(payment, places)].append(payment.total)
        for part, yen in mine.items():
            found[part] = max(found.get(part, (0, 0)), (len(yen), sum(yen)))
    return {part: yen for part, (_rows, yen) in found.items() if part[0]}


def met_of(content: PaymentsOfFile) -> set[str]:
    """The settlements of a file whose rows come to the total that it prints."""
    yen: defaultdict[str, int] = defaultdict(int)
    for payment in content.payments:
        if payment.report == "settlement":
            yen[payment.settlement] += payment.total
    return {total.settlement for total in content.printed if yen.get(total.settlement) == total.yen}
