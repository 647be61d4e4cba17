"""One line of the seller's shipment sheet: what was sent, how, under which number, and when."""

from typing import Literal

import msgspec

from sellerdesk.domain.facts import YesNo

Cancelled = Literal["seller", "buyer", "no"]
"""Who cancelled an order before it was sent; "no" where nobody did."""
Stamp = str
"""A moment in Japan time as text, as exact as it was told: 2020-07-01, 2020-07-01 10:05 or 2020-07-01 10:05:30."""

NOT_YET: Stamp = "none"
"""The cell of this moment is there and blank: it has not come yet, as against `None`, not known."""

DAY_LENGTH = len("2020-07-01")


def after(stamp: Stamp, other: Stamp) -> bool | None:
    """Whether a moment came after another; `None` where only the same day is known. Equal stamps are one moment, not after."""
    length = min(len(stamp), len(other))
    if stamp[:length] != other[:length]:
        return stamp[:length] > other[:length]
    return None if length == DAY_LENGTH else False


def past(moment: Stamp, deadline: Stamp) -> bool | None:
    """Whether a moment missed a deadline; a deadline without a time is the whole day, its end included."""
    length = min(len(moment), len(deadline))
    if moment[:length] != deadline[:length]:
        return moment[:length] > deadline[:length]
    return None if len(deadline) > len(moment) == DAY_LENGTH else False


class Service(msgspec.Struct, frozen=True):
    """What the cells for carrier and method say: ids of the alias table, and the words as written.

    `carriers` are all that are named, by name or by their method; `methods` all that the words may mean (bare "Letter
    Pack" is Plus or Light); `unread` the words that no entry of the table names.
    """

    written: str = ""
    carriers: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()
    unread: str = ""


class Shipment(msgspec.Struct, frozen=True, kw_only=True):
    """One parcel of an order; `None` is "not known".

    `tracking` are its numbers, folded to plain characters (none: the cell is blank); `ship_from` a country code (ISO 3166);
    `same_day_region` whether the shop ships from the Same Day region and has applied; `earlier` the order on which one of its
    numbers stood before in the file; `ship_by` the moment by which the order is to leave; `line` the line of the file (from 1).
    """

    order_id: str
    sku: str | None = None
    service: Service = Service()
    tracking: tuple[str, ...] | None = None
    ordered_at: Stamp | None = None
    ship_by: Stamp | None = None
    given_at: Stamp | None = None
    shipped_at: Stamp | None = None
    confirmed_at: Stamp | None = None
    ship_from: str | None = None
    promised_by: Stamp | None = None
    delivered_at: Stamp | None = None
    same_day: YesNo | None = None
    same_day_region: YesNo | None = None
    is_prime: YesNo | None = None
    cancelled: Cancelled | None = None
    earlier: str | None = None
    line: int = 0

    @property
    def written(self) -> str:
        """Carrier and method as the seller wrote them."""
        return self.service.written

    @property
    def is_cancelled(self) -> bool:
        """Whether the order was cancelled before it was sent: no rule about parcels speaks of it."""
        return self.cancelled in ("seller", "buyer")

    @property
    def sent(self) -> bool | None:
        """Whether the parcel has left or was confirmed as such; `None` when the sheet does not say."""
        stamps = [stamp for stamp in (self.shipped_at, self.confirmed_at) if stamp is not None]
        return any(stamp != NOT_YET for stamp in stamps) if stamps else None
