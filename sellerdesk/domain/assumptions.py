"""What a shop assumes of its returns where a report is silent: amounts in yen, rates in percent."""

from collections.abc import Mapping
from fractions import Fraction

import msgspec

from sellerdesk.domain.calendar import NATIONAL, Calendar
from sellerdesk.domain.parcel import ContractFare


class Assumptions(msgspec.Struct, frozen=True):
    """What the shop assumes where a return does not tell it; yen, per cent of the price, its business days, its own fares.

    `readings` are the owner's readings of unclear passages, by ambiguity; `reasons` the rows of the reason table by the words of a
    report that the owner says mean them; `categories` the kinds of category names that the owner taught; with `all_prime`, every
    item of a returns report is an SFP one; `refunds` are the yen that the owner says were refunded, by order id and SKU, where no
    report tells it.
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
    refunds: Mapping[tuple[str, str], int] = {}
