"""Business days in Japan against the dates that the documents name and against a slow count of our own."""

from datetime import date, timedelta

import jpholiday
import pytest

from sellerdesk.domain.calendar import NATIONAL, Calendar
from sellerdesk.rules.business_days import HOLIDAYS, business_days_after, is_holiday, is_open

FRIDAY_2020_07_31 = date(2020, 7, 31)


def test_the_badge_of_2020_comes_by_one_of_two_days() -> None:
    assert business_days_after(FRIDAY_2020_07_31, 10) == date(2020, 8, 17)
    assert business_days_after(FRIDAY_2020_07_31, 10, from_day_one=True) == date(2020, 8, 14)


@pytest.mark.parametrize(
    ("arrived", "due"),
    [("2020-07-22", "2020-07-28"), ("2020-08-07", "2020-08-12"), ("2019-04-26", "2019-05-08"), ("2021-04-30", "2021-05-07"),
     ("2026-09-18", "2026-09-25")],
)  # fmt: skip
def test_two_business_days_pass_over_moved_and_long_holidays(arrived: str, due: str) -> None:
    assert business_days_after(date.fromisoformat(arrived), 2) == date.fromisoformat(due)


@pytest.mark.parametrize("day", [date.max, date.max - timedelta(days=1)])
def test_a_mistyped_day_at_the_end_of_all_years_is_no_fault(day: date) -> None:
    assert business_days_after(day, 2) == business_days_after(day, 2, from_day_one=True) == date.max


def test_the_owners_closed_days_and_the_year_end_move_the_day() -> None:
    closed = Calendar(frozenset({date(2020, 8, 13), date(2020, 8, 14)}))
    assert business_days_after(FRIDAY_2020_07_31, 10, closed) == date(2020, 8, 19)
    assert business_days_after(date(2020, 12, 28), 2) == date(2020, 12, 30)
    assert business_days_after(date(2020, 12, 28), 2, Calendar(year_end=True)) == date(2021, 1, 5)


HOLIDAYS_2020 = {
    "01-01", "01-13", "02-11", "02-23", "02-24", "03-20", "04-29", "05-03", "05-04", "05-05", "05-06", "07-23", "07-24", "08-10",
    "09-21", "09-22", "11-03", "11-23",
}  # fmt: skip


def test_every_day_of_2020_is_open_or_not_as_the_law_of_that_year_says() -> None:
    """The list is the government's of 2020, with the holidays moved for the Olympics."""
    day = date(2020, 1, 1)
    while day.year == 2020:
        assert is_open(day, NATIONAL) == (day.weekday() < 5 and f"{day:%m-%d}" not in HOLIDAYS_2020), day
        day += timedelta(days=1)


def test_listed_years_are_those_of_the_library_day_by_day() -> None:
    assert {2019, 2020, 2026} < set(HOLIDAYS)
    day = date(min(HOLIDAYS) - 1, 12, 1)
    while day < date(max(HOLIDAYS) + 1, 2, 1):
        assert is_holiday(day) == jpholiday.is_holiday(day), day
        day += timedelta(days=1)
