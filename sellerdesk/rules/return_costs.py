"""The account of one return: all its figures, and what it costs the shop, line by line. Whole yen; what is not known stays so.

Sources: clauses S-18 (late delivery), S-24 (refund by), S-26…S-29 (payer). Every line without a clause is the shop's own assumption.
"""

from collections.abc import Sequence
from datetime import date

from sellerdesk.domain.parcel import Fare, NoFare
from sellerdesk.domain.return_costs import ZERO, Costs, Figure, Figures, Line, LineKind, Ruling, given, together, unknown
from sellerdesk.domain.returned_item import ReturnedItem
from sellerdesk.rules.fees import percent_of
from sellerdesk.rules.refunding import Assumptions, Terms, charge, deducted, fees, full_refund, least, shipping_refund

LATE = ("S-18",)


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
        Line("shipping_refund", late, LATE),
        Line("outbound", given(item.outbound_cost, "outbound_cost")),
    )
    figures = Figures(
        fare,
        refund,
        taken_off,
        least(item, ruling, refund, fare, taken_off),
        refund,
        referral,
        admin,
        given(item.points, "points"),
        late,
        charge(refund, admin, referral),
        cost(lines),
        lines[-1].figure,
    )
    return Costs(figures, found, terms.refund_by(item.arrived_on) if item.arrived_on else None, lines)


def fare_figure(item: ReturnedItem, found: Fare | NoFare | None) -> Figure:
    """The fare typed, or else the one found; the box is apart."""
    if found is None:
        return given(item.fare, "fare")
    if type(found) is Fare:
        return Figure(found.yen)
    return Figure(None, "about", found.lacking or ("fare",))


def shipping_lines(ruling: Ruling, fare: Figure, found: Fare | NoFare | None) -> list[Line]:
    """Return shipping, and the box where one is bought: the shop's, the customer's, or at most so much where that is open."""
    if ruling.payer == "customer":
        return [Line("return_shipping", ZERO, ruling.clauses)]
    figures: list[tuple[LineKind, Figure]] = [("return_shipping", fare)]
    if type(found) is Fare and found.extras:
        figures += [("box", Figure(extra.yen)) for extra in found.extras if extra.kind == "box"]
    if ruling.payer == "seller":
        return [Line(kind, figure, ruling.clauses) for kind, figure in figures]
    waits = ruling.waits_for or ("payer",)
    return [Line(kind, at_most(figure, waits), ruling.clauses) for kind, figure in figures]


def at_most(figure: Figure, waits: tuple[str, ...]) -> Figure:
    """What a figure is at most, for it may be nothing."""
    lacking = (*waits, *figure.lacking)
    return unknown(*lacking) if figure.yen is None else Figure(figure.yen, "at_most", lacking)


def own_lines(item: ReturnedItem, admin: Figure, shop: Assumptions) -> tuple[Line, ...]:
    """The lines that no clause speaks of: receiving and restocking, loss of value, and the fee that Amazon keeps."""
    handling = given(shop.handling_cost if item.handling_cost is None else item.handling_cost, "handling_cost")
    return Line("handling", handling), Line("value_loss", value_loss(item, shop)), Line("admin_fee", admin)


def value_loss(item: ReturnedItem, shop: Assumptions) -> Figure:
    """The part of the price that is lost."""
    per_cent = shop.value_loss_percent if item.value_loss_percent is None else item.value_loss_percent
    if per_cent == 0:
        return ZERO
    if item.price is None or per_cent is None:
        return unknown(*(["price"] if item.price is None else []), *(["value_loss_percent"] if per_cent is None else []))
    return Figure(percent_of(item.price, per_cent))


def cost(lines: Sequence[Line]) -> Figure:
    """What the return costs the shop: the sum of all lines that hold, but for what is sunk; at least that, where one does not."""
    yen = 0
    lacking: list[tuple[str, ...]] = []
    for line in lines:
        figure = line.figure
        if line.kind == "outbound":
            continue
        if figure.bound == "exact":
            yen += figure.yen or 0
            continue
        lacking.append(figure.lacking)
        if figure.holds:
            yen += figure.yen or 0
    if not lacking:
        return Figure(yen)
    return Figure(yen or None, "at_least" if yen else "about", together(*lacking))
