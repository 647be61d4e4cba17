"""Months and days in the words of the window's language."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QLocale

from sellerdesk.ui.style.translate import translate

WHOLE_MONTH = ("28", "29", "30", "31")
"""A month whose rows go to one of these days is taken to be over."""


def month_words(month: str) -> str:
    """A month ("2026-07") with its year."""
    year, number = month.split("-")
    return translate("Months", "{month} {year}").format(year=year, month=month_name(int(number)))


def short_month(month: str) -> str:
    """A month ("2026-07") without its year."""
    return month_name(int(month[5:7]))


def month_name(number: int) -> str:
    """The name of a month by its number from 1 to 12."""
    return QLocale().standaloneMonthName(number, QLocale.FormatType.ShortFormat)


def day_words(day: str) -> str:
    """A day ("2026-09-27") with its weekday."""
    found = date.fromisoformat(day)
    week = QLocale().dayName(found.isoweekday(), QLocale.FormatType.ShortFormat)
    return translate("Months", "{month} {day} ({week})").format(month=month_name(found.month), day=found.day, week=week)


def last_whole(months: Sequence[str], last_day: str) -> str:
    """The newest month that is over, as far as rows up to a last day tell."""
    running = len(months) > 1 and last_day[:7] == months[-1] and last_day[8:] not in WHOLE_MONTH
    return months[-2 if running else -1]


def title_of(month: str, last_day: str) -> str:
    """A month's title; one that is not over says up to which day its rows go."""
    if last_day[:7] != month or last_day[8:] in WHOLE_MONTH:
        return month_words(month)
    return translate("Months", "{month} (to the {day})").format(month=short_month(month), day=int(last_day[8:]))
