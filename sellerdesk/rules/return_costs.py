"""The account of one return: all its figures, and what it costs the shop, line by line. Whole yen; what is not known stays so.

Sources: clauses S-18 (late delivery), S-24 (refund by), S-26…S-29 (payer). Every line without a clause is the shop's own assumption.
"""

from collections.abc import Sequence
from datetime import date

from sellerdesk.domain.parcel import Fare, NoFare
from sellerdesk.domain.return_costs import ZERO, Costs, Figure, Line, LineKind, Ruling, given, unknown
from sellerdesk.domain.returned_item import ReturnedItem
from sellerdesk.rules.fees import percent_of
from sellerdesk.rules.refunding import Assumptions, Terms, charge, deducted, fees, full_refund, least, shipping_refund


def account(item: ReturnedItem, ruling: Ruling, found: Fare | NoFare | None, terms: Terms, day: date) -> Costs:
    """All figures of a return that came back on a day (Japan); `found` is its fare, None where the owner typed one."""
    refund = full_refund(item)
    fare = fare_figure(item, found)
    referral, admin = fees(item, refund, terms, day)
    taken_off = deducted(ruling, fare, refund)
    late = shipping_refund(item)
    lines = (
        *shipping_lines(ruling, fare, found),
        *own_lines(item, admin, terms.shop),
        Line("shipping_refund", late, ("S-18",), late.holds),
        Line("outbound", given(item.outbound_cost, "outbound_cost"), (), counted=False),
    )
    figures = {
        "fare": fare,
        "refund": refund,
        "return_shipping_deducted": taken_off,
        "refund_least": least(item, ruling, refund, fare, taken_off),
        "refund_most": refund,
        "referral_fee_returned": referral,
        "admin_fee": admin,
        "points_returned": given(item.points, "points"),
        "shipping_refund": late,
        "account_charge": charge(refund, admin, referral),
        "cost": cost(lines),
        "sunk": lines[-1].figure,
    }
    return Costs(figures, found, terms.refund_by(item.arrived_on) if item.arrived_on else None, lines)


def fare_figure(item: ReturnedItem, found: Fare | NoFare | None) -> Figure:
    """The fare typed, or else the one found; the box is apart."""
    if found is None:
        return given(item.fare, "fare")
    if isinstance(found, Fare):
        return Figure(found.yen)
    return Figure(None, "about", found.lacking or ("fare",))


def shipping_lines(ruling: Ruling, fare: Figure, found: Fare | NoFare | None) -> list[Line]:
    """Return shipping, and the box where one is bought: the shop's, the customer's, or at most so much where that is open."""
    figures: list[tuple[LineKind, Figure]] = [("return_shipping", fare)]
    boxes = [extra.yen for extra in found.extras if extra.kind == "box"] if isinstance(found, Fare) else []
    figures += [("box", Figure(yen)) for yen in boxes]
    if ruling.payer == "seller":
        return [Line(kind, figure, ruling.clauses, figure.holds) for kind, figure in figures]
    if ruling.payer == "customer":
        return [Line("return_shipping", ZERO, ruling.clauses)]
    waits = ruling.waits_for or ("payer",)
    open_ = [(kind, Figure(one.yen, "at_most" if one.yen is not None else "about", (*waits, *one.lacking))) for kind, one in figures]
    return [Line(kind, figure, ruling.clauses, counted=False) for kind, figure in open_]


def own_lines(item: ReturnedItem, admin: Figure, shop: Assumptions) -> list[Line]:
    """The lines that no clause speaks of: receiving and restocking, loss of value, and the fee that Amazon keeps."""
    handling = given(shop.handling_cost if item.handling_cost is None else item.handling_cost, "handling_cost")
    per_cent = shop.value_loss_percent if item.value_loss_percent is None else item.value_loss_percent
    if per_cent == 0:
        loss = ZERO
    elif item.price is None or per_cent is None:
        loss = unknown(*(["price"] if item.price is None else []), *(["value_loss_percent"] if per_cent is None else []))
    else:
        loss = Figure(percent_of(item.price, per_cent))
    told: tuple[tuple[LineKind, Figure], ...] = (("handling", handling), ("value_loss", loss), ("admin_fee", admin))
    return [Line(kind, figure, (), figure.holds) for kind, figure in told]


def cost(lines: Sequence[Line]) -> Figure:
    """What the return costs the shop: the sum of all lines that are counted; at least that, where something is not known."""
    yen = 0
    lacking: list[str] = []
    for line in lines:
        if line.kind == "outbound":
            continue
        lacking += line.figure.lacking
        if line.counted:
            yen += line.figure.yen or 0
    if not lacking:
        return Figure(yen)
    return Figure(yen or None, "at_least" if yen else "about", tuple(dict.fromkeys(lacking)))
