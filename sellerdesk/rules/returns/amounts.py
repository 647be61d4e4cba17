"""What is refunded of a return, and what Amazon takes and gives back with it. Whole yen; None where an input is lacking.

Sources: clauses S-13 and S-14 (Amazon decides and may charge), S-18 (late delivery), S-25 and S-27 (refund), S-30 and S-31 (hazmat).
How far an amount can be trusted of which some inputs are lacking is said by rules/returns/trust.py.
"""

from fractions import Fraction

from sellerdesk.domain.facts import Hazmat, YesNo
from sellerdesk.domain.return_costs import Lacking, Ruling
from sellerdesk.rules.figures.values import Referral, Share
from sellerdesk.rules.returns.fees import LESS_POINTS, percent_of

Fee = tuple[int | None, Lacking]
"""An amount in yen, or what it waits for."""


NO_PRICE = ("price",)
BESIDE = {
    (True, True): ("shipping_charged", "gift_wrap"),
    (True, False): ("shipping_charged",),
    (False, True): ("gift_wrap",),
    (False, False): (),
}
"""What the refund lacks beside the price, by whether shipping and gift wrap are not known."""


def full_refund(price: int | None, shipping: int | None, wrap: int | None) -> int | None:
    """Price, shipping and gift wrap (S-25): what the customer paid, as far as it is known. Points are taken back apart."""
    return None if price is None else price + (shipping or 0) + (wrap or 0)


def referral_fee(
    paid: int | None, points: int | None, per_cent: Fraction | None, rate: Referral | None, beside: Lacking, *, reading: str
) -> Fee:
    """The fee before tax, by the rate typed, without a least fee, or by the category's; or what it waits for.

    `beside` are the inputs of the refund that are not known. A rate in steps needs to know the whole amount, for the next step may
    have a fee that is larger or smaller. By the `reading` (AMB-19) the step is that of all that was paid, or of that less points.
    """
    if paid is None:
        return None, NO_PRICE
    base = max(0, paid - (points or 0))
    if per_cent is not None:
        return percent_of(base, per_cent), ()
    if rate is None:
        return None, ("referral_percent",)
    less_points = reading == LESS_POINTS
    if len(rate.steps) > 1 and (beside or (less_points and points is None)):
        return None, (*beside, "points") if less_points and points is None else beside
    return rate.fee(base, base if less_points else paid), ()


def fees(fee: int | None, why: Lacking, share: Share | None, tax: Share | None) -> tuple[int | None, int | None, Lacking]:
    """The referral fee that comes back, and the administration fee that Amazon keeps, both with the tax on fees; or what they wait for."""
    if fee is None:
        return None, None, why
    if share is None or tax is None:
        return None, None, ("fee_of_the_day",)
    kept = share.of(fee)
    return fee + tax.of(fee), kept + tax.of(kept), ()


def charge(refund: int | None, admin: int | None, referral: int | None) -> int | None:
    """What Amazon takes from the account."""
    return None if refund is None or admin is None or referral is None else refund + admin - referral


def deducted(ruling: Ruling, fare: int | None, refund: int | None) -> int | None:
    """What may be taken off the refund (S-27): the fare, where the customer pays, and never more than the refund."""
    if ruling.payer == "seller":
        return 0
    if ruling.payer == "check":
        return None
    return fare if fare is None or refund is None else min(fare, refund)


def least(hazmat: Hazmat | None, refund: int | None, off: int | None) -> int | None:
    """The least that is refunded: nothing for hazmat, which is blocked (S-30), else all but what may be taken off."""
    if hazmat != "no":
        return None if hazmat is None else 0
    return None if refund is None or off is None else max(0, refund - off)


def shipping_refund(late: YesNo | None, shipping: int | None) -> Fee:
    """The shipping fee that a late delivery can cost (S-18), or what it waits for."""
    if late == "no" or shipping == 0:
        return 0, ()
    if late is None:
        return None, ("late_delivery",)
    return shipping, () if shipping is not None else ("shipping_charged",)


def value_loss(price: int | None, per_cent: Fraction | None) -> Fee:
    """The part of the price that is lost, or what it waits for."""
    if per_cent == 0:
        return 0, ()
    if price is None or per_cent is None:
        return None, (*(NO_PRICE if price is None else ()), *(("value_loss_percent",) if per_cent is None else ()))
    return percent_of(price, per_cent), ()
