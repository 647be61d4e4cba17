"""Japanese business days: Monday to Friday without national holidays, and without the days on which the shop is closed.

Sources: P2-06 (ten days to the badge), S-24 (two days to the refund). National holidays, moved ones too, are jpholiday's; those of the
years that returns and badges are of are listed here, and the tests hold them to it.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import islice

from sellerdesk.domain.calendar import NATIONAL, Calendar

SATURDAY = 5


HOLIDAYS = {
    2019: "0101 0114 0211 0321 0429 0430 0501 0502 0503 0504 0505 0506 0715 0811 0812 0916 0923 1014 1022 1103 1104 1123",
    2020: "0101 0113 0211 0223 0224 0320 0429 0503 0504 0505 0506 0723 0724 0810 0921 0922 1103 1123",
    2021: "0101 0111 0211 0223 0320 0429 0503 0504 0505 0722 0723 0808 0809 0920 0923 1103 1123",
    2022: "0101 0110 0211 0223 0321 0429 0503 0504 0505 0718 0811 0919 0923 1010 1103 1123",
    2023: "0101 0102 0109 0211 0223 0321 0429 0503 0504 0505 0717 0811 0918 0923 1009 1103 1123",
    2024: "0101 0108 0211 0212 0223 0320 0429 0503 0504 0505 0506 0715 0811 0812 0916 0922 0923 1014 1103 1104 1123",
    2025: "0101 0113 0211 0223 0224 0320 0429 0503 0504 0505 0506 0721 0811 0915 0923 1013 1103 1123 1124",
    2026: "0101 0112 0211 0223 0320 0429 0503 0504 0505 0506 0720 0811 0921 0922 0923 1012 1103 1123",
    2027: "0101 0111 0211 0223 0321 0322 0429 0503 0504 0505 0719 0811 0920 0923 1011 1103 1123",
}
"""The national holidays of years, as month and day: jpholiday takes 0.3 ms for a day, a sheet of 10,000 returns asks for some hundred."""


@cache
def holidays(year: int) -> frozenset[tuple[int, int]] | None:
    """The national holidays of a year as month and day; None for a year that is not listed."""
    return frozenset((int(day[:2]), int(day[2:])) for day in HOLIDAYS[year].split()) if year in HOLIDAYS else None


@cache
def is_holiday(day: date) -> bool:
    """Whether a day is a national holiday in Japan."""
    if (listed := holidays(day.year)) is not None:
        return (day.month, day.day) in listed
    import jpholiday  # noqa: PLC0415 (0.03 s to load, and most runs count no day of another year)

    return bool(jpholiday.is_holiday(day))


def is_open(day: date, calendar: Calendar) -> bool:
    """Whether a day (Japan) is a business day of a shop."""
    return not calendar.closes(day) and day.weekday() < SATURDAY and not is_holiday(day)


def business_days(start: date, calendar: Calendar = NATIONAL) -> Iterator[date]:
    """The business days from `start` on, up to the last but one that Python has; `start` itself first when it is one."""
    day = start
    while day < date.max:
        if is_open(day, calendar):
            yield day
        day += timedelta(days=1)


def business_days_after(start: date, days: int, calendar: Calendar = NATIONAL, *, from_day_one: bool = False) -> date:
    """The last of so many business days; `start` is day 0, or day 1 with `from_day_one` where it is a business day itself.

    After a mistyped day at the end of all years it is the last of them.
    """
    first = start if from_day_one or start == date.max else start + timedelta(days=1)
    return next(islice(business_days(first, calendar), days - 1, None), date.max)
