"""Since which day payment reports hold every month: what they do not show of an order in that time, they do not have yet."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta

import msgspec

from sellerdesk.domain.charged import Charged

Key = tuple[str, str]
"""An order, and one of its SKUs, folded."""


def with_time(known: Mapping[Key, Charged], months: Collection[str]) -> Mapping[Key, Charged]:
    """What is known, with the first day since which the files have rows of every month ("2026-07") up to their last one."""
    if not months:
        return known
    first = date.fromisoformat(f"{max(months)}-01")
    while f"{before(first):%Y-%m}" in months:
        first = before(first)
    return {key: msgspec.structs.replace(paid, held_from=first) for key, paid in known.items()}


def before(first: date) -> date:
    """The first day of the month before that of a day."""
    return (first.replace(day=1) - timedelta(days=1)).replace(day=1)
