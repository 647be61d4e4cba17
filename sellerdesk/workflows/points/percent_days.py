"""The days on which the owner changes the percentage of points for a sale: since 21 March 2023 a sale price has no points of its own.

Source: Amazon's changelog for developers of March 2023, as the rule points.sale-percent says it.
"""

from collections.abc import Container, Mapping
from datetime import date, timedelta
from typing import Literal

import msgspec

from sellerdesk.domain.offer import Sale
from sellerdesk.rules.figures.known import POINTS_FORM
from sellerdesk.workflows.figures.in_force import version_on

DAY = timedelta(days=1)
NOW_FORM = "points-central"


class PercentDay(msgspec.Struct, frozen=True):
    """A day (Japan) on which the percentage of some offers is set for a sale, or set back after it."""

    day: date
    what: Literal["set", "back"]
    skus: tuple[str, ...]


def percent_days(sales: Mapping[str, Sale], as_of: date, listed: Container[str] | None = None) -> list[PercentDay]:
    """The days from `as_of` on, in order: the first of each sale and the one after its last; `listed` are the SKUs that count.

    A sale of which a day is not known has none, and neither has a day on which a file sets the points of a sale.
    """
    days: dict[tuple[date, Literal["set", "back"]], list[str]] = {}
    for sku, sale in sales.items():
        if sale.start is None or sale.end is None or (listed is not None and sku not in listed):
            continue
        days.setdefault((sale.start, "set"), []).append(sku)
        if sale.end < date.max:
            days.setdefault((sale.end + DAY, "back"), []).append(sku)
    return [PercentDay(day, what, tuple(skus)) for (day, what), skus in sorted(days.items()) if day >= as_of and by_percent(day)]


def by_percent(day: date) -> bool:
    """Whether points are set by the percentage alone on a day (Japan)."""
    version = version_on(POINTS_FORM, day)
    return version is not None and version.value == NOW_FORM
