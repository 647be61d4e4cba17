"""What a shop assumes of its returns where a report is silent: amounts in yen, rates in percent."""

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction

import msgspec

from sellerdesk.domain.parcel import ContractFare
from sellerdesk.rules.business_days import NATIONAL, Calendar
from sellerdesk.rules.figures.values import Referral, Share


class Assumptions(msgspec.Struct, frozen=True):
    """What the shop assumes where a return does not tell it; yen, per cent of the price, its business days, its own fares.

    `readings` are the owner's readings of unclear passages, by ambiguity; `reasons` the rows of the reason table by the words of a
    report that the owner says mean them; `categories` the kinds of category names that the owner taught; with `all_prime`, every
    item of a returns report is an SFP one.
    """

    tax_on_fees: bool = True
    handling_cost: int | None = None
    value_loss_percent: Fraction | None = None
    calendar: Calendar = NATIONAL
    contracts: tuple[ContractFare, ...] = ()
    readings: Mapping[str, str] = {}
    reasons: Mapping[str, int] = {}
    categories: Mapping[str, str] = {}
    all_prime: bool = False


class FiguresOfDay(msgspec.Struct, frozen=True):
    """What an account is made by: the shares and rates by day, the last day for a refund, and the shop's assumptions."""

    tax: Callable[[date], Share | None]
    refund: Callable[[date], Share | None]
    rate: Callable[[str | None, date], Referral | None]
    refund_by: Callable[[date], date]
    shop: Assumptions
