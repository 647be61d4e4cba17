"""What is refunded of a return, and what Amazon takes and gives back with it. Whole yen; what is not known stays so.

Sources: clauses S-13 and S-14 (Amazon decides and may charge), S-18 (late delivery), S-25 and S-27 (refund), S-30 and S-31 (hazmat).
"""

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction

import msgspec

from sellerdesk.domain.parcel import ContractFare
from sellerdesk.domain.return_costs import ZERO, Figure, Ruling, given, together, unknown
from sellerdesk.domain.returned_item import ReturnedItem
from sellerdesk.rules.business_days import NATIONAL, Calendar
from sellerdesk.rules.fees import NO_TAX, Rate, Share, percent_of


class Assumptions(msgspec.Struct, frozen=True):
    """What the shop assumes where a return does not tell it; yen, per cent of the price, its business days, its own fares.

    `readings` are the owner's readings of unclear passages, by ambiguity; `reasons` the rows of the reason table by the words of a
    report that the owner says mean them; with `all_prime`, every item of a returns report is an SFP one.
    """

    tax_on_fees: bool = True
    handling_cost: int | None = None
    value_loss_percent: Fraction | None = None
    calendar: Calendar = NATIONAL
    contracts: tuple[ContractFare, ...] = ()
    readings: Mapping[str, str] = {}
    reasons: Mapping[str, int] = {}
    all_prime: bool = False


class Terms(msgspec.Struct, frozen=True):
    """What an account is made by: the shares and rates by day, the last day for a refund, and the shop's assumptions."""

    tax: Callable[[date], Share | None]
    refund: Callable[[date], Share | None]
    rate: Callable[[str | None, date], Rate | None]
    refund_by: Callable[[date], date]
    shop: Assumptions


UNTOLD = {
    (True, True): ("shipping_charged", "gift_wrap"),
    (True, False): ("shipping_charged",),
    (False, True): ("gift_wrap",),
}
"""What is lacking when shipping or gift wrap is."""


def full_refund(item: ReturnedItem) -> Figure:
    """Price, shipping and gift wrap (S-25): what the customer paid. Points are taken back apart."""
    if item.price is None:
        return unknown("price")
    shipping, wrap = item.shipping_charged, item.gift_wrap
    if shipping is not None and wrap is not None:
        return Figure(item.price + shipping + wrap)
    return Figure(item.price + (shipping or 0) + (wrap or 0), "at_least", UNTOLD[shipping is None, wrap is None])


def fees(item: ReturnedItem, refund: Figure, terms: Terms, day: date) -> tuple[Figure, Figure]:
    """The referral fee that comes back, and the administration fee that Amazon keeps, both with the tax on fees.

    `day` (Japan) is that of the return; the referral fee is by the rate of the day of the order, where that is known.
    """
    if refund.yen is None:
        return refund, refund
    bound, lacking = refund.bound, refund.lacking
    if item.points is None:
        bound, lacking = ("at_most" if bound == "exact" else "about"), (*lacking, "points")
    fee = referral_fee(item, refund.yen, lacking, terms, day)
    share, tax = terms.refund(day), tax_on(item, terms, day)
    if type(fee) is not int or share is None or tax is None:
        nothing = fee if type(fee) is Figure else unknown("fee_of_the_day")
        return nothing, nothing
    kept = share.of(fee)
    return Figure(fee + tax.of(fee), bound, lacking), Figure(kept + tax.of(kept), bound, lacking)


def tax_on(item: ReturnedItem, terms: Terms, day: date) -> Share | None:
    """The consumption tax on fees on a day; none where the shop reckons without it."""
    wanted = terms.shop.tax_on_fees if item.tax_on_fees is None else item.tax_on_fees == "yes"
    return terms.tax(day) if wanted else NO_TAX


def referral_fee(item: ReturnedItem, paid: int, lacking: tuple[str, ...], terms: Terms, day: date) -> int | Figure:
    """The fee before tax: by the rate typed, without a least fee, or by the category's; or what it waits for.

    A rate in steps needs to know the whole amount, for the next step may have a fee that is larger or smaller.
    """
    base = max(0, paid - (item.points or 0))
    if item.referral_percent is not None:
        return percent_of(base, item.referral_percent)
    rate = terms.rate(item.category, item.ordered_on or day)
    if rate is None:
        return unknown("referral_percent")
    return unknown(*lacking) if lacking and len(rate.step) > 1 else rate.fee(base)


def charge(refund: Figure, admin: Figure, referral: Figure) -> Figure:
    """What Amazon takes from the account: a larger sale or more points only make it larger, so what is known is the least."""
    if refund.yen is None or admin.yen is None or referral.yen is None:
        return unknown(*together(refund.lacking, admin.lacking))
    yen = refund.yen + admin.yen - referral.yen
    return Figure(yen, "at_least", referral.lacking) if referral.lacking else Figure(yen)


def deducted(ruling: Ruling, fare: Figure, refund: Figure) -> Figure:
    """What may be taken off the refund (S-27): the fare, where the customer pays, and never more than the refund."""
    if ruling.payer == "seller":
        return ZERO
    if ruling.payer == "check":
        return unknown(*(ruling.waits_for or ("payer",)))
    if fare.yen is None or refund.yen is None:
        return Figure(fare.yen, "at_most" if fare.yen is not None else "about", (*fare.lacking, *refund.lacking))
    if fare.yen <= refund.yen:
        return fare
    return Figure(refund.yen, refund.bound, refund.lacking)


def least(item: ReturnedItem, ruling: Ruling, refund: Figure, fare: Figure, taken_off: Figure) -> Figure:
    """The least that is refunded: nothing for hazmat, which is blocked (S-30), else all but what may be taken off."""
    if item.hazmat is None:
        return unknown("hazmat")
    if item.hazmat != "no":
        return ZERO
    off = fare if ruling.payer == "check" else taken_off
    if refund.yen is None or off.yen is None:
        return unknown(*together(refund.lacking, off.lacking))
    return Figure(max(0, refund.yen - off.yen), refund.bound, refund.lacking)


def shipping_refund(item: ReturnedItem) -> Figure:
    """The shipping fee that a late delivery can cost (S-18)."""
    if item.late_delivery == "no" or item.shipping_charged == 0:
        return ZERO
    if item.late_delivery is None:
        return unknown("late_delivery")
    return given(item.shipping_charged, "shipping_charged")
