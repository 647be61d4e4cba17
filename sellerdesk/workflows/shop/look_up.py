"""Which figures to look up, once a month: of those that were checked long ago the unsure and the oldest, with where to look."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import msgspec

from sellerdesk.store.connection import Database
from sellerdesk.store.facts import get_setting, put_setting
from sellerdesk.store.history import doing
from sellerdesk.workflows.shop.shown_figures import Shown, lookups, shown

SEEN = "figures_seen"
"""The setting that holds the day on which the owner last looked at the figures."""
FRESH_DAYS = 30
"""A figure that was checked in the last month need not be looked up again."""


def to_look_up(as_of: date, seen: date | None, found: Callable[[date], list[Shown]] = shown) -> list[Shown]:
    """The figures to look up on a day (Japan); none in a month in which the owner looked at them already."""
    if seen is not None and (seen.year, seen.month) >= (as_of.year, as_of.month):
        return []
    return [figure for figure in lookups(found(as_of)) if figure.age is not None and figure.age > FRESH_DAYS]


def seen_on(db: Database) -> date | None:
    """The day (Japan) on which the owner last looked at the figures; None for never."""
    return msgspec.convert(get_setting(db, SEEN), date | None)


def looked_up(store: Path, day: date, now: datetime) -> None:
    """Keep that the owner looked at the figures on a day (Japan); it can be undone. Raises UnusableStore."""
    with doing(store, "looked_up", now, subject=day.isoformat()) as db:
        put_setting(db, SEEN, day, now)
