"""Days between payment reports that no report holds: a month downloaded before its end, a settlement that ends before the next file."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from sellerdesk.domain.payment import Payment

Days = tuple[date, date]
"""The first and the last of some days (Japan)."""
USUAL = 3
"""Days without a row that no shop wonders at: a weekend with a holiday."""
RARE = 3
"""By so many times the usual days from row to row a month's end without rows is no chance: where rows come by chance, one in twenty is."""
DAY = timedelta(days=1)


def holes(files: Sequence[Sequence[Payment]]) -> list[Days]:
    """The days between some files that are more than these have without a row inside, the earliest first.

    Where the next file begins with a month, the one before seems to be of a month that was not over: there fewer days are enough.
    """
    days = [sorted(map(date.fromisoformat, {row.at[:10] for row in rows})) for rows in files if rows]
    if not days:
        return []
    longest = max((rest(*two) for mine in days for two in pairwise(mine)), default=0)
    spread = sum((mine[-1] - mine[0]).days + 1 for mine in days) / sum(map(len, days))
    found: list[Days] = []
    end = min(mine[0] for mine in days)
    for first, last in sorted((mine[0], mine[-1]) for mine in days):
        begins_month = first.day <= USUAL and first.replace(day=1) > end
        most = max(USUAL, min(longest, RARE * spread) if begins_month else longest)
        if rest(end, first) > most:
            found.append((end + DAY, first - DAY))
        end = max(end, last)
    return found


def rest(before: date, after: date) -> int:
    """The days between two days, without both."""
    return (after - before).days - 1
