"""The shop as the points programme asks about it: who it is, what it applied for, and how its offers stand."""

from datetime import date
from typing import Literal

import msgspec

YesNo = Literal["yes", "no", "unknown"]
"""An answer of the owner; "unknown" was asked and is not known, `None` was not asked."""

Unknown = Literal["unknown"]
Business = Literal["manufacturing", "wholesale", "services", "retail", "ryokan", "software", "unknown"]
AppliedBy = Literal["own", "amazon"]
"""Who sets the points: the shop itself, or Amazon on its behalf (P2-04)."""

Badge = Literal["seen", "not-seen"]


class OfferCounts(msgspec.Struct, frozen=True):
    """How the shop's offers stood at the last audit: all that count, those short of 2%, and those of which that is not certain."""

    total: int
    short: int
    unsure: int


class Account(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the owner told about the shop. `capital` is yen, `employees` regular employees (a sole proprietor counts as 1).

    `programme_end` is an end that Amazon announced later than planned, with the owner's note of where. `closed_days` are
    the owner's own days off. `tax_on_fees`, `handling_cost` (yen) and `value_loss_percent` (of the price) are what it assumes of
    returns, `claim_days` how many days after a refund Amazon takes a claim. `same_day_region`: the shop ships from the Same Day
    region and has applied (S-08); `return_address_in_japan`: the return address of the account settings is there, and in Japan
    (S-23). `ships_on_weekends`: it ships on Saturdays and Sundays; `ships_from` is its prefecture, as written. All days are Japan's.
    """

    participant: YesNo | None = None
    new_seller: YesNo | None = None
    excluded: YesNo | None = None
    business: Business | None = None
    capital: int | Unknown | None = None
    employees: int | Unknown | None = None
    income: YesNo | None = None
    owned: YesNo | None = None
    reduced: YesNo | None = None
    applied_on: date | None = None
    applied_by: AppliedBy | None = None
    badge: Badge | None = None
    cancelled_on: date | None = None
    programme_end: date | None = None
    programme_note: str | None = None
    closed_days: tuple[date, ...] = ()
    year_end: Literal["yes", "no"] | None = None
    tax_on_fees: Literal["yes", "no"] | None = None
    handling_cost: int | None = None
    value_loss_percent: str | None = None
    claim_days: int | None = None
    same_day_region: YesNo | None = None
    return_address_in_japan: YesNo | None = None
    ships_on_weekends: YesNo | None = None
    ships_from: str | None = None
    offers: OfferCounts | None = None


QUESTIONS = ("participant", "new_seller", "excluded", "business", "capital", "employees", "income", "owned", "reduced")
"""The interview in its order; each is a field of Account."""

SHOP = "shop"
"""The subject of every finding about the account."""
