"""What the judged returns cost, added up by reason, SKU, category and month; with the yen that payment reports confirm.

A return of which no yen are known stands in no sum: it is counted apart, and never as 0.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import msgspec

from sellerdesk.domain.folding import fold_code
from sellerdesk.domain.judged_row import JudgedReturn
from sellerdesk.rules.returns.payer import Reason

YEAR = 12
"""Months of a period."""


class CostEntry(msgspec.Struct, frozen=True):
    """A returned order. `yen` is what is known of its cost (None: nothing), `paid` how much of it payment reports confirm.

    `reason` is a row of the reason table or the report's own words, `month` that of the request ("2026-09"), `at_least`: more may
    come on top of the known yen.
    """

    order_id: str
    reason: str
    sku: str
    category: str
    month: str
    yen: int | None
    paid: int
    at_least: bool


class CostShare(msgspec.Struct):
    """Returns added up: `count` of them have known yen (`at_least` of these not all), `unknown` more have none."""

    key: str
    count: int = 0
    yen: int = 0
    paid: int = 0
    at_least: int = 0
    unknown: int = 0

    @property
    def each(self) -> int | None:
        """What one of them costs, in whole yen, rounded half up; None where the cost of none is known."""
        return (2 * self.yen + self.count) // (2 * self.count) if self.count else None

    def add(self, cost_entry: CostEntry) -> None:
        """Add a return."""
        if cost_entry.yen is None:
            self.unknown += 1
            return
        self.count += 1
        self.yen += cost_entry.yen
        self.paid += cost_entry.paid
        self.at_least += cost_entry.at_least


def entries(rows: Iterable[JudgedReturn], named: Mapping[str, Reason], paid: Mapping[str, int]) -> list[CostEntry]:
    """The returns with what each costs; `named` are the rows of the reason table by word, `paid` the confirmed yen by order."""
    return [entry(row, named, paid.get(row.order_id, 0)) for row in rows]


def entry(row: JudgedReturn, named: Mapping[str, Reason], paid: int) -> CostEntry:
    """One return."""
    reason = named.get(fold_code(row.reason))
    yen = row.cost if row.cost or not row.at_least else None
    month = row.requested_on[:7]
    words = str(reason.row) if reason else row.reason
    return CostEntry(row.order_id, words, row.sku, row.category, month, yen, min(paid, yen or 0), bool(row.at_least))


def months_to(as_of: date, count: int = YEAR) -> list[str]:
    """The last months up to that of a day, the oldest first."""
    last = as_of.year * YEAR + as_of.month - 1
    return [f"{number // YEAR:04}-{number % YEAR + 1:02}" for number in range(last - count + 1, last + 1)]


def within(found: Iterable[CostEntry], months: Sequence[str]) -> list[CostEntry]:
    """The returns of some months."""
    wanted = set(months)
    return [entry for entry in found if entry.month in wanted]


def added(found: Iterable[CostEntry], field: str) -> list[CostShare]:
    """The returns added up by a field, the dearest first."""
    sums: defaultdict[str, CostShare] = defaultdict(lambda: CostShare(""))
    for cost_entry in found:
        key = getattr(cost_entry, field)
        sums[key].key = key
        sums[key].add(cost_entry)
    return sorted(sums.values(), key=lambda share: (-share.yen, -share.count - share.unknown, share.key))


def whole(found: Iterable[CostEntry]) -> CostShare:
    """All of them added up."""
    share = CostShare("")
    for cost_entry in found:
        share.add(cost_entry)
    return share


def commonest_reasons(found: Iterable[CostEntry]) -> dict[str, tuple[str, int]]:
    """For every SKU the reason that most of its returns name, and how many do; of equally many, the first in order."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for cost_entry in found:
        counts[cost_entry.sku][cost_entry.reason] += 1
    return {sku: min(reasons.items(), key=lambda pair: (-pair[1], pair[0])) for sku, reasons in counts.items()}
