"""Rates by which Amazon looks at a shop over the days just past, and how many more failures a rate can bear.

The figures are no part of the terms: they are dated figures with the day on which they were checked.
"""

from collections.abc import Iterable
from datetime import date, timedelta

import msgspec

from sellerdesk.domain.clause import Words
from sellerdesk.domain.money import PER_CENT
from sellerdesk.rules.figures.figure import Sure


class Measure(msgspec.Struct, frozen=True):
    """A rate to keep: at least so many percent over the trailing days, the day of the run included.

    `checked` is the day on which the figure was checked, `sure` how far it can be trusted.
    """

    id: str
    name: Words
    counts: str
    least_percent: int
    days: int
    checked: date
    sure: Sure = "sure"


class Measured(msgspec.Struct, frozen=True):
    """A rate as it stands: of so many `counted` so many `met` it; `unknown` are not counted.

    `failures_left` is how many more failures, on top of what is counted, take the rate below (0: it is below; None: nothing counted).
    """

    measure: str
    start: date
    end: date
    counted: int
    met: int
    unknown: int
    least_percent: int
    failures_left: int | None
    checked: date
    name: Words
    sure: Sure = "sure"


def measured(measure: Measure, results: Iterable[tuple[date | None, bool | None]], as_of: date) -> Measured:
    """The rate over the days that end with `as_of` (Japan); a result is its day and whether it met the measure, `None` not known.

    A result without a day may or may not lie in the window: it is not known either.
    """
    start = as_of - timedelta(days=measure.days - 1)
    inside = [met if day is not None else None for day, met in results if day is None or start <= day <= as_of]
    met, counted = inside.count(True), len(inside) - inside.count(None)
    left = failures_left(met, counted, measure.least_percent) if counted else None
    unknown, least = len(inside) - counted, measure.least_percent
    return Measured(measure.id, start, as_of, counted, met, unknown, least, left, measure.checked, measure.name, measure.sure)


def failures_left(met: int, counted: int, least_percent: int) -> int:
    """How many more failures take `met` of `counted` below a percentage: the least n with met / (counted + n) below it."""
    return max(0, met * PER_CENT // least_percent - counted + 1)
