"""The account of a return: all its amounts, and what it costs the shop, line by line. Whole yen; what is not known stays so.

Sources: clauses S-18 (late delivery), S-24 (refund by), S-26…S-29 (payer). Every line without a clause is the shop's own assumption.
"""

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from sellerdesk.domain.parcel import Fare, NoFare
from sellerdesk.domain.return_costs import Costs, Figure, Figures, Line, OtherStep, Ruling
from sellerdesk.domain.returned_item import ReturnedItem
from sellerdesk.rules.figures.values import Share
from sellerdesk.rules.returns import amounts
from sellerdesk.rules.returns.amounts import NOTHING, bounded, known, lacks_of, unknown, waits
from sellerdesk.rules.returns.fees import NO_TAX, STEP_READING, Taxes
from sellerdesk.rules.returns.figures_of_day import FiguresOfDay

LATE_DELIVERY = ("S-18",)
WITHIN_PRICE = unknown(("late_delivery",))
"""What a late delivery costs where the price holds the shipping fee."""


def account(
    item: ReturnedItem, ruling: Ruling, found: Fare | NoFare | None, terms: FiguresOfDay, day: date, *, within_price: bool = False
) -> Costs:
    """The account of a return that came back on a day (Japan); `found` is its fare, None where the owner typed one.

    `within_price` is whether the price is all that was paid: the shipping fee that a late delivery can cost is then not known.
    """
    shop = terms.shop
    fare = amounts.fare(item.fare, found)
    refund = amounts.full_refund(item.price, item.shipping_charged, item.gift_wrap)
    off = amounts.deducted(ruling, fare, refund)
    referral, admin, other_step = fees_of(item, refund, terms, day)
    late = WITHIN_PRICE if within_price else amounts.shipping_refund(item.late_delivery, item.shipping_charged)
    handling = known(shop.handling_cost if item.handling_cost is None else item.handling_cost, "handling_cost")
    loss = amounts.value_loss(item.price, shop.value_loss_percent if item.value_loss_percent is None else item.value_loss_percent)
    outbound = known(item.outbound_cost, "outbound_cost")
    lines = (
        *shipping_lines(ruling, fare, refund, found),
        Line("handling", handling),
        Line("value_loss", loss),
        Line("admin_fee", admin),
        *proved_lines(item),
        Line("shipping_refund", NOTHING, LATE_DELIVERY),  # inside the full refund: no cost beside it
    )
    most_off = fare if ruling.payer == "check" else off
    figures = Figures(
        fare=fare,
        refund=refund,
        return_shipping_deducted=off,
        refund_least=amounts.least(item.hazmat, refund, most_off),
        refund_most=refund,
        referral_fee_returned=referral,
        admin_fee=admin,
        points_returned=known(item.points, "points"),
        shipping_refund=late,
        account_charge=amounts.charge(refund, admin, referral),
        cost=cost_of(lines),
        sunk=outbound,
    )
    due = None if item.arrived_on is None else terms.refund_by(item.arrived_on)
    return Costs(figures, found, due, (*lines, Line("outbound", outbound)), other_step)


def proved_lines(item: ReturnedItem) -> Iterator[Line]:
    """What payment reports alone tell: points of the sale that did not come back, and what went to the buyer beyond what was paid."""
    if item.points_lost:
        yield Line("points_lost", Figure(item.points_lost), ("P2-09",))
    if item.paid_beyond:
        yield Line("paid_beyond", Figure(item.paid_beyond), ("S-14",))


def fees_of(item: ReturnedItem, refund: Figure, terms: FiguresOfDay, day: date) -> tuple[Figure, Figure, OtherStep | None]:
    """The referral fee that comes back, the administration fee, and both by the other reading of AMB-19 where it makes others.

    What comes back is the fee of the day of the order, where that is known, with the tax that was on it then; what is kept is a fee of
    the day of the return, or what Amazon did keep where payment reports tell.
    """
    ordered = item.ordered_on or day
    rate = terms.rate(item.category, ordered)
    reading = terms.shop.readings.get(STEP_READING, "")
    wanted = item.tax_on_fees or ("yes" if terms.shop.tax_on_fees else "no")
    share, taxes = terms.refund(day), (terms.tax(ordered), terms.tax(day)) if wanted == "yes" else (NO_TAX, NO_TAX)
    if item.rate_has_tax:
        share, taxes = capped_with_tax(share, taxes[1]), (NO_TAX, NO_TAX)
    fee = amounts.referral_fee(refund, item.points, item.referral_percent, rate, reading=reading)
    other = amounts.other_step(fee, refund, item, rate, reading=reading)
    by_other = None if other is None else with_tax(other, share, taxes)
    referral, admin = amounts.fees(fee, refund, item.points, share, taxes)
    return referral, admin if item.fee_kept is None else Figure(item.fee_kept), by_other


def capped_with_tax(share: Share | None, tax: Share | None) -> Share | None:
    """What is kept of a fee that has its tax in it: the cap is before tax; None where that is not known on its day."""
    if share is None or share.most is None:
        return share
    return None if tax is None else msgspec.structs.replace(share, most=share.most + tax.of(share.most))


def with_tax(other: OtherStep, share: Share | None, taxes: Taxes) -> OtherStep | None:
    """The fees by the other reading with the tax on each; None where they are not known on their days."""
    sold, returned = taxes
    if share is None or sold is None or returned is None:
        return None
    kept = share.of(other.referral)
    return msgspec.structs.replace(other, referral=other.referral + sold.of(other.referral), admin=kept + returned.of(kept))


def shipping_lines(ruling: Ruling, fare: Figure, refund: Figure, found: Fare | NoFare | None) -> Iterator[Line]:
    """Return shipping, and the box where one is bought: the shop's, the customer's, or at most so much where that is open."""
    if ruling.payer == "customer":
        beyond = fare.yen is not None and refund.yen is not None and fare.yen > refund.yen  # what no refund covers may stay with the shop
        yield Line("return_shipping", bounded(0, "at_least", ("fare_rest",)) if beyond else NOTHING, ruling.clauses)
        return
    box = box_yen(found)
    if ruling.payer == "check":
        lacking = (*waits(ruling), *fare.lacking)
        fare = unknown(lacking) if fare.yen is None else bounded(fare.yen, "at_most", lacking)
    yield Line("return_shipping", fare, ruling.clauses)
    if box is not None:
        yield Line("box", Figure(box) if ruling.payer == "seller" else bounded(box, "at_most", waits(ruling)), ruling.clauses)


def cost_of(lines: Sequence[Line]) -> Figure:
    """The sum of all lines that hold: at least that, where one does not; nothing can be said where those that hold are nothing.

    With an assumed fare among them it is assumed, or at least about that where another line lacks something too.
    """
    yen = sum(line.figure.yen or 0 for line in lines if line.figure.holds)
    lacking = lacks_of(*(line.figure for line in lines))
    if not lacking:
        return Figure(yen)
    if not yen:
        return unknown(lacking)
    if any(line.figure.is_assumed for line in lines):
        return bounded(yen, "assumed" if len(lacking) == 1 else "at_least_about", lacking)
    return bounded(yen, "at_least", lacking)


def is_assumed(found: Fare | NoFare | None) -> bool:
    """Whether a fare is of a table that has ended, and so an assumption."""
    return isinstance(found, Fare) and found.assumed_after is not None


def box_yen(found: Fare | NoFare | None) -> int | None:
    """What the box costs that is bought; None where there is none."""
    return next((extra.yen for extra in found.extras if extra.kind == "box"), None) if isinstance(found, Fare) else None
