"""One offer of the shop, as a listings report states it."""

from datetime import date
from typing import Literal

import msgspec

Channel = Literal["seller", "amazon"]
"""Who ships: the seller (DEFAULT in the report) or Amazon (FBA, AMAZON_JP)."""

Status = Literal["active", "inactive", "incomplete"]


class Sale(msgspec.Struct, frozen=True):
    """A sale price with its own points, from a price file: whole yen, whole points, first and last day (Japan, inclusive).

    `None` is "not known": a day whose cell is blank, points whose column is missing.
    """

    price: int
    points: int | None
    start: date | None
    end: date | None


class Offer(msgspec.Struct, frozen=True, gc=False, kw_only=False):
    """One row of a listings report. `None` is "not known": a blank or missing cell never becomes a value by itself.

    `price` is whole yen, `points` whole points, `condition` Amazon's number (1–4 used, 5–8 collectible,
    10 refurbished, 11 new), `line` the line of the file, counted from 1 (0: not from a file).
    """

    sku: str
    asin: str | None = None
    title: str | None = None
    price: int | None = None
    points: int | None = None
    quantity: int | None = None
    condition: int | None = None
    condition_note: str | None = None
    channel: Channel | None = None
    shipping_template: str | None = None
    status: Status | None = None
    line: int = 0
