"""The days that the program reckons with: what lies outside is a slip, and a day added to it would leave the calendar."""

from datetime import date

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2999, 12, 31)


def is_ours(day: date) -> bool:
    """Whether a day is one that a shop can speak of."""
    return FIRST_DAY <= day <= LAST_DAY
