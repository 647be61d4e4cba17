"""One order, as far as the cashless rebate of 2019–20 asks about it; nothing of the buyer."""

from datetime import datetime
from typing import Literal

import msgspec

Status = Literal["pending", "unshipped", "shipped", "cancelled", "unknown"]
"""Pending is what a report says of an order On Hold, too; "unknown" is told in words that nobody knows."""

Payment = Literal["cashless", "other", "unknown"]
"""Inside METI's project (cards, Amazon points, gift cards), outside it (cash on delivery, convenience store), or told in words
that nobody knows: that is not the same as not told, for no answer about other orders may fill it."""

Never = Literal["none"]
"""Known not to have happened, as against `None`, not known."""

Moment = datetime | Never
"""A moment with its zone; a day without a time is its first moment in Japan, for every boundary is a midnight there."""


class Parcel(msgspec.Struct, frozen=True):
    """When some lines of an order were shipped, and when that was confirmed to Amazon."""

    shipped: Moment | None = None
    confirmed: Moment | None = None


class Order(msgspec.Struct, frozen=True):
    """One order, its lines added up. `None` is "not known".

    `changed_to` is the payment that the buyer changed to, "none" when there was no change. `amount` is the yen of all lines
    that were not cancelled. `parcels` holds what its lines tell about shipping, each telling once. `category` is one of the
    ten of the campaign (CP-01), where the file tells it; `units` how many of which SKU were ordered; `torn` when some of
    its lines could not be read. `line` is the first line of the file that it stands on.
    """

    order_id: str
    placed: datetime | None = None
    status: Status | None = None
    payment: Payment | None = None
    changed_to: Payment | Never | None = None
    amount: int | None = None
    parcels: tuple[Parcel, ...] = (Parcel(),)
    units: tuple[tuple[str, int], ...] = ()
    category: str | None = None
    torn: bool = False
    line: int = 0
