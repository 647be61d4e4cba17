"""The amounts of a return, each with how far it can be trusted: the refund, and what Amazon takes and gives back with it. Whole yen.

Sources: clauses S-13 and S-14 (Amazon decides and may charge), S-18 (late delivery), S-25 and S-27 (refund), S-30 and S-31 (hazmat).
"""

from fractions import Fraction

from sellerdesk.domain.facts import Hazmat, YesNo
from sellerdesk.domain.parcel import Fare, NoFare
from sellerdesk.domain.return_costs import Certainty, Figure, Lacking, OtherStep, Ruling
from sellerdesk.domain.returned_item import ReturnedItem
from sellerdesk.rules.figures.values import Referral, Share
from sellerdesk.rules.returns.fees import LESS_POINTS, Taxes, percent_of

NOTHING = Figure(0)


def known(yen: int | None, name: str) -> Figure:
    """What is typed under a name, or was not."""
    return Figure(yen) if yen is not None else unknown((name,))


def unknown(lacking: Lacking) -> Figure:
    """An amount of which nothing can be said before these inputs are known."""
    return Figure(None, "about", lacking)


def bounded(yen: int | None, bound: Certainty, lacking: Lacking) -> Figure:
    """An amount that lacks inputs: so much, bounded so."""
    return Figure(yen, bound, lacking)


def lacks_of(*some: Figure) -> Lacking:
    """All inputs that amounts wait for, each once."""
    return tuple(dict.fromkeys(name for figure in some for name in figure.lacking))


def fare(typed: int | None, found: Fare | NoFare | None) -> Figure:
    """The fare typed, or else the one found, or what it waits for; one of a table that has ended is assumed. The box is apart."""
    if found is None:
        return known(typed, "fare")
    if isinstance(found, NoFare):
        return unknown(found.lacking or ("fare",))
    return Figure(found.yen) if found.assumed_after is None else bounded(found.yen, "assumed", ("fare",))


def full_refund(price: int | None, shipping: int | None, wrap: int | None) -> Figure:
    """Price, shipping and gift wrap (S-25): at least what is known of them. Points are taken back apart."""
    if price is None:
        return unknown(("price",))
    lacking = tuple(name for name, yen in (("shipping_charged", shipping), ("gift_wrap", wrap)) if yen is None)
    yen = price + (shipping or 0) + (wrap or 0)
    return bounded(yen, "at_least", lacking) if lacking else Figure(yen)


def referral_fee(refund: Figure, points: int | None, per_cent: Fraction | None, rate: Referral | None, *, reading: str) -> int | Lacking:
    """The fee before tax in yen, by the rate typed, without a least fee, or by the category's; or what it waits for.

    A rate in steps needs to know the whole amount, for the next step may have a fee that is larger or smaller. By the `reading`
    (AMB-19) the step is that of all that was paid, or of that less points.
    """
    if refund.yen is None:
        return refund.lacking
    base = max(0, refund.yen - (points or 0))
    if per_cent is not None:
        return percent_of(base, per_cent)
    if rate is None:
        return ("referral_percent",)
    less_points = reading == LESS_POINTS
    if len(rate.steps) > 1 and (refund.lacking or (less_points and points is None)):
        return (*refund.lacking, "points") if less_points and points is None else refund.lacking
    return rate.fee(base, base if less_points else refund.yen)


def other_step(fee: int | Lacking, refund: Figure, item: ReturnedItem, rate: Referral | None, *, reading: str) -> OtherStep | None:
    """The fee before tax by the reading of AMB-19 that is not chosen; None where it is the same, or one of the two is not known."""
    if isinstance(fee, tuple) or rate is None or len(rate.steps) == 1 or not item.points or item.referral_percent is not None:
        return None
    if refund.yen is None:
        return None
    base = max(0, refund.yen - item.points)
    amount = refund.yen if reading == LESS_POINTS else base
    other = rate.fee(base, amount)
    return None if other == fee else OtherStep(reading != LESS_POINTS, amount, other, 0)


def fees(fee: int | Lacking, refund: Figure, points: int | None, share: Share | None, taxes: Taxes) -> tuple[Figure, Figure]:
    """The referral fee that comes back, and the administration fee that Amazon keeps, each with its tax.

    A larger sale makes them larger, and points that are not known smaller.
    """
    sold, returned = taxes
    if isinstance(fee, tuple):
        return unknown(fee), unknown(fee)
    if share is None or sold is None or returned is None:
        return unknown(("fee_of_the_day",)), unknown(("fee_of_the_day",))
    kept = share.of(fee)
    referral, admin = fee + sold.of(fee), kept + returned.of(kept)
    if points is not None:
        return bounded(referral, refund.bound, refund.lacking), bounded(admin, refund.bound, refund.lacking)
    bound: Certainty = "at_most" if refund.bound == "exact" else "about"
    lacking = (*refund.lacking, "points")
    return bounded(referral, bound, lacking), bounded(admin, bound, lacking)


def charge(refund: Figure, admin: Figure, referral: Figure) -> Figure:
    """What Amazon takes from the account, points that come back apart: a larger sale only makes it more, so what is known is the least."""
    if refund.yen is None or admin.yen is None or referral.yen is None:
        return unknown(lacks_of(refund, admin))
    yen = refund.yen + admin.yen - referral.yen
    return bounded(yen, "at_least", admin.lacking) if admin.lacking else Figure(yen)


def deducted(ruling: Ruling, way: Figure, refund: Figure) -> Figure:
    """What may be taken off the refund (S-27): the fare, where the customer pays, and never more than the refund."""
    if ruling.payer == "seller":
        return NOTHING
    if ruling.payer == "check":
        return unknown(waits(ruling))
    if way.yen is None or refund.yen is None:
        lacking = (*way.lacking, *refund.lacking)
        return unknown(lacking) if way.yen is None else bounded(way.yen, "at_most", lacking)
    yen = min(way.yen, refund.yen)
    if way.is_assumed:
        return bounded(yen, "assumed", lacks_of(way, refund))
    return bounded(yen, refund.bound, refund.lacking) if yen != way.yen else way


def least(hazmat: Hazmat | None, refund: Figure, off: Figure) -> Figure:
    """The least that is refunded: nothing for hazmat, which is blocked (S-30), else all but what may be taken off."""
    if hazmat is None:
        return unknown(("hazmat",))
    if hazmat != "no":
        return NOTHING
    if refund.yen is None or off.yen is None:
        return unknown(lacks_of(refund, off))
    yen = max(0, refund.yen - off.yen)
    if off.bound == "assumed":
        return bounded(yen, "assumed", lacks_of(refund, off))
    return bounded(yen, refund.bound, refund.lacking)


def shipping_refund(late: YesNo | None, shipping: int | None) -> Figure:
    """The shipping fee that a late delivery can cost (S-18), or what it waits for."""
    if late == "no" or shipping == 0:
        return NOTHING
    if late is None:
        return unknown(("late_delivery",))
    return known(shipping, "shipping_charged")


def value_loss(price: int | None, per_cent: Fraction | None) -> Figure:
    """The part of the price that is lost, or what it waits for."""
    if per_cent == 0:
        return NOTHING
    if price is None or per_cent is None:
        return unknown(tuple(name for name, value in (("price", price), ("value_loss_percent", per_cent)) if value is None))
    return Figure(percent_of(price, per_cent))


def waits(ruling: Ruling) -> Lacking:
    """What would settle who pays."""
    return ruling.waits_for or ("payer",)
