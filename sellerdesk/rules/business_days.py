"""Japanese business days: Monday to Friday without national holidays, and without the days on which the shop is closed.

Sources: P2-06 (ten days to the badge), S-24 (two days to the refund). National holidays, moved ones too, are jpholiday's.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import islice

import msgspec

SATURDAY = 5
YEAR_END = ((12, 29), (12, 30), (12, 31), (1, 1), (1, 2), (1, 3))
"""Days, as month and day, on which many shops and offices are closed; 1 January is a holiday for everybody."""


class Calendar(msgspec.Struct, frozen=True):
    """What the owner closes beside national holidays: single days, and the year-end (29 December to 3 January)."""

    closed: frozenset[date] = frozenset()
    year_end: bool = False

    def is_open(self, day: date) -> bool:
        """Whether a day (Japan) is a business day."""
        off = day in self.closed or (self.year_end and (day.month, day.day) in YEAR_END)
        return not off and day.weekday() < SATURDAY and not is_holiday(day)


NATIONAL = Calendar()
"""Weekends and national holidays only: the safe side, for it gives the earliest deadline."""


@cache
def is_holiday(day: date) -> bool:
    """Whether a day is a national holiday in Japan."""
    import jpholiday  # noqa: PLC0415 (0.03 s to load, and most runs count no day)

    return bool(jpholiday.is_holiday(day))


def business_days(start: date, calendar: Calendar = NATIONAL) -> Iterator[date]:
    """The business days from `start` on; `start` itself first when it is one."""
    day = start
    while True:
        if calendar.is_open(day):
            yield day
        day += timedelta(days=1)


def business_days_after(start: date, days: int, calendar: Calendar = NATIONAL, *, from_day_one: bool = False) -> date:
    """The last of so many business days; `start` is day 0, or day 1 with `from_day_one` where it is a business day itself."""
    first = start if from_day_one else start + timedelta(days=1)
    return next(islice(business_days(first, calendar), days - 1, None))
