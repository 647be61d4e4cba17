"""One order, as far as the cashless rebate of 2019–20 asks about it; nothing of the buyer."""

from datetime import datetime
from typing import Literal

import msgspec

STATUSES = ("pending", "unshipped", "shipped", "cancelled")
"""Pending is what a report says of an order On Hold, too."""

Payment = Literal["cashless", "other"]
"""Inside METI's project (cards, Amazon points, gift cards), or outside it (cash on delivery, convenience store)."""
PAYMENTS: tuple[Payment, ...] = ("cashless", "other")

Never = Literal["none"]
"""Known not to have happened, as against `None`, not known."""

Moment = datetime | Never
"""A moment with its zone; a day without a time is its first moment in Japan, for every boundary is a midnight there."""


class Dispatch(msgspec.Struct, frozen=True):
    """When some lines of an order were shipped, and when that was confirmed to Amazon."""

    shipped: Moment | None = None
    confirmed: Moment | None = None


class Order(msgspec.Struct, frozen=True):
    """One order, its lines added up. `None` is "not known".

    `status` is one of STATUSES, or a word that nobody knows. `payment` is one of PAYMENTS, or words that nobody knows: that is not
    the same as not told, for no answer about other orders may fill it. `changed_to` is what the buyer changed to, "none" when there
    was no change. `amount` is the yen of all lines that were not cancelled. `parcels` holds what its lines tell about shipping, each
    telling once; `updated` is when the order last changed in any way, the latest of its lines. `category` is one of the ten of the
    campaign (CP-01), where the file tells it; `units` how many of which SKU were ordered; `torn` when some of its lines could not be
    read. `line` is the first line of the file that it stands on.
    """

    order_id: str
    placed: datetime | None = None
    status: str | None = None
    payment: str | None = None
    changed_to: str | None = None
    amount: int | None = None
    parcels: tuple[Dispatch, ...] = (Dispatch(),)
    units: tuple[tuple[str, int], ...] = ()
    category: str | None = None
    torn: bool = False
    line: int = 0
    updated: datetime | None = None
