"""Rates by which Amazon looks at a shop over the days just past, and how many more failures a rate can bear.

The figures are no part of the terms: they are dated figures with the day on which they were checked.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import msgspec

from sellerdesk.domain.clause import Words
from sellerdesk.domain.doubt import Sure
from sellerdesk.domain.money import PER_CENT


class Measure(msgspec.Struct, frozen=True):
    """A rate to keep: at least so many percent over the trailing days, the day of the run included.

    `most_percent` is the bound of a rate of failures (then the least is what is left of 100), which must stay `below` it or reach it.
    `checked` is the day on which the figure was checked, `sure` how far it can be trusted,
    `known_from` its first known day.
    """

    id: str
    name: Words
    counts: str
    least_percent: int
    days: int
    checked: date
    sure: Sure = "sure"
    most_percent: int | None = None
    below: bool = False
    known_from: date | None = None


Result = tuple[date | None, bool | None]
"""The day of an order (Japan) and whether it met a measure; `None` is not known."""


class Measured(msgspec.Struct, frozen=True):
    """A rate as it stands: of so many `counted` so many `met` it; `unknown` are not counted.

    `failures_left` is how many more failures, on top of what is counted, make it missed (0: it is missed; None: nothing counted).
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
    most_percent: int | None = None
    below: bool = False
    known_from: date | None = None

    @property
    def is_missed(self) -> bool:
        """Whether what is counted misses it; the trial's, too."""
        return self.failures_left is not None and self.failures_left <= 0

    @property
    def counted_of_it(self) -> int:
        """What its bound speaks of: the failures of a rate of failures, else what met it."""
        return self.met if self.most_percent is None else self.counted - self.met


def measured(measure: Measure, results: Iterable[Result], as_of: date) -> Measured:
    """The rate over the days that end with `as_of` (Japan).

    A result without a day may or may not lie in the window: it is not known either.
    """
    start = as_of - timedelta(days=measure.days - 1)
    inside = [met if day is not None else None for day, met in results if day is None or start <= day <= as_of]
    return counted_up(measure, inside, start, as_of)


def counted_up(measure: Measure, results: Sequence[bool | None], start: date, end: date) -> Measured:
    """The rate of results that are all in its window, from its first day to its last."""
    met, counted = results.count(True), len(results) - results.count(None)
    left = failures_left(met, counted, measure.least_percent, above=measure.below) if counted else None
    return Measured(
        measure.id, start, end, counted, met, len(results) - counted, measure.least_percent, left, measure.checked, measure.name,
        measure.sure, measure.most_percent, measure.below, measure.known_from,
    )  # fmt: skip


def failures_left(met: int, counted: int, least_percent: int, *, above: bool = False) -> int:
    """How many more failures take `met` of `counted` below a percentage, or down to it where it must stay `above`.

    The least n with met / (counted + n) below it; 0 where it is below already. A percentage of 0 is never missed.
    """
    if least_percent == 0:
        return counted + 1
    most = -(-met * PER_CENT // least_percent) - 1 if above else met * PER_CENT // least_percent
    return max(0, most - counted + 1)
