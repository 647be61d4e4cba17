"""The last day for a refund, for every day of nine years, against a slow count by the holiday law."""

from datetime import date, timedelta

import pytest

from sellerdesk.domain.assumptions import Assumptions
from sellerdesk.domain.calendar import Calendar
from sellerdesk.domain.returned_item import ReturnedItem
from sellerdesk.workflows.returns.quote import quote, quoter

AS_OF = date(2026, 1, 1)
FIXED = ("01-01", "02-11", "04-29", "05-03", "05-04", "05-05", "11-03", "11-23")
EQUINOXES = {
    2019: ("03-21", "09-23"), 2020: ("03-20", "09-22"), 2021: ("03-20", "09-23"), 2022: ("03-21", "09-23"), 2023: ("03-21", "09-23"),
    2024: ("03-20", "09-22"), 2025: ("03-20", "09-23"), 2026: ("03-20", "09-23"), 2027: ("03-21", "09-23"), 2028: ("03-20", "09-22"),
}  # fmt: skip
MOVED = {2020: ("07-23", "07-24", "08-10"), 2021: ("07-22", "07-23", "08-08")}
"""Marine Day, Sports Day and Mountain Day of the two Olympic years."""
ENTHRONEMENT = ("04-30", "05-01", "05-02", "10-22")


def monday(year: int, month: int, which: int) -> date:
    """A Monday of a month, counted from 1."""
    first = date(year, month, 1)
    return first + timedelta(days=(7 - first.weekday()) % 7 + 7 * (which - 1))


def holidays(year: int) -> set[date]:
    """The national holidays of a year: fixed days, Mondays, equinoxes, one-off days, then what follows from them."""
    days = {date.fromisoformat(f"{year}-{day}") for day in (*FIXED, *EQUINOXES[year], *(ENTHRONEMENT if year == 2019 else ("02-23",)))}
    days |= {monday(year, 1, 2), monday(year, 9, 3)}
    if year in MOVED:
        days |= {date.fromisoformat(f"{year}-{day}") for day in MOVED[year]}
    else:
        days |= {monday(year, 7, 3), date(year, 8, 11), monday(year, 10, 2)}
    for day in sorted(days):
        following = day
        while following in days and day.weekday() == 6:
            following += timedelta(days=1)
        days.add(following)
    return days | {day + timedelta(days=1) for day in days if day + timedelta(days=2) in days}


def slow(arrived: date, off: set[date]) -> date:
    """Two business days after a day, one day at a time."""
    day, left = arrived, 2
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < 5 and day not in off
    return day


def test_every_day_of_nine_years() -> None:
    off = {day for year in range(2019, 2029) for day in holidays(year)}
    days = [date(2019, 1, 1) + timedelta(days=one) for one in range(9 * 365 + 2)]
    answer = quoter(AS_OF)
    found = [answer(ReturnedItem("1", "3", arrived_on=day)).costs.refund_by for day in days]
    assert days[-1] == date(2027, 12, 31)
    assert {day: due for day, due in zip(days, found, strict=True) if due != slow(day, off)} == {}


@pytest.mark.parametrize(
    ("arrived", "due"),
    [("2020-07-22", "2020-07-28"), ("2020-08-07", "2020-08-12"), ("2019-04-26", "2019-05-08"), ("2021-04-30", "2021-05-07"),
     ("2026-09-18", "2026-09-25")],
)  # fmt: skip
def test_the_five_dates(arrived: str, due: str) -> None:
    assert quote(ReturnedItem("1", "3", arrived_on=date.fromisoformat(arrived)), AS_OF).costs.refund_by == date.fromisoformat(due)


def test_the_shops_own_closed_days() -> None:
    item = ReturnedItem("1", "3", arrived_on=date(2026, 12, 28))
    assert quote(item, AS_OF).costs.refund_by == date(2026, 12, 30)
    assert quote(item, AS_OF, Assumptions(calendar=Calendar(year_end=True))).costs.refund_by == date(2027, 1, 5)
    closed = Calendar(frozenset({date(2026, 12, 29)}))
    assert quote(item, AS_OF, Assumptions(calendar=closed)).costs.refund_by == date(2026, 12, 31)


def test_a_day_not_known_has_no_deadline() -> None:
    assert quote(ReturnedItem("1", "3"), AS_OF).costs.refund_by is None
