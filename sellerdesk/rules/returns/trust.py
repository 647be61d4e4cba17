"""How far the amounts of a return can be trusted: by what is known of it, whatever its yen.

Sources: clauses S-13 and S-14 (Amazon's fees), S-18 (late delivery), S-25 and S-27 (refund), S-26…S-29 (payer), S-30 and S-31 (hazmat).
"""

from functools import cache

import msgspec

from sellerdesk.domain.return_costs import EXACT, Bound, Heading, Known, Lacking, Ruling, Trust, heading, open_without, trust

LATE_DELIVERY = ("S-18",)
ASSUMED_FARE = trust("assumed", ("fare",))
"""A fare of a table that has ended: only the fare that was really paid settles it."""


class Lacks(msgspec.Struct, frozen=True):
    """What is not known of a return: for every amount that is its own the inputs that it lacks.

    `fare`, `referral`, `value_loss` and `late` name inputs without which there is no amount at all; `beside` are those of the refund
    that only make it larger. `capped` is whether the fare is more than the refund, `nothing` whether all that is known costs nothing.
    `assumed` is whether the fare is that of a table that has ended.
    """

    ruling: Ruling
    fare: Lacking
    box: bool
    no_price: bool
    beside: Lacking
    no_points: bool
    referral: Lacking
    hazmat: str | None
    late: Lacking
    no_handling: bool
    value_loss: Lacking
    no_outbound: bool
    capped: bool
    nothing: bool
    assumed: bool


@cache
def known(told: tuple[object, ...]) -> Known:
    """What the accounts share of all returns that lack the same, by the fields of Lacks."""
    lacks = Lacks(*told)  # type: ignore[arg-type]  # the fields as they stand
    ruling, fare, refund = lacks.ruling, ASSUMED_FARE if lacks.assumed else open_without(lacks.fare), refund_trust(lacks)
    fee, late = fee_trust(lacks, refund), open_without(lacks.late)
    outbound, points = lacking("outbound_cost", lacks.no_outbound), lacking("points", lacks.no_points)
    lines = (
        *shipping_headings(ruling, fare, box=lacks.box),
        heading("handling", lacking("handling_cost", lacks.no_handling)),
        heading("value_loss", open_without(lacks.value_loss)),
        heading("admin_fee", fee),
        heading("shipping_refund", EXACT, LATE_DELIVERY),  # inside the full refund: no cost beside it
    )
    off = deducted_trust(fare, refund, lacks)
    least, charge = least_trust(fare if ruling.payer == "check" else off, refund, lacks), charge_trust(refund, fee, lacks)
    trusts = (fare, refund, off, least, refund, fee, fee, points, late, charge, cost_trust(lines, nothing=lacks.nothing), outbound)
    return Known(trusts, (*lines, heading("outbound", outbound)))


def lacking(name: str, is_lacking: bool) -> Trust:  # noqa: FBT001 (the flag is what it is about)
    """An amount that is typed under a name, or was not."""
    return open_without((name,)) if is_lacking else EXACT


@cache
def together(trusts: tuple[Trust, ...]) -> Lacking:
    """All inputs that amounts wait for, each once."""
    return tuple(dict.fromkeys(name for one in trusts for name in one.lacking))


def without(lacking: Lacking, bound: Bound, *, nothing: bool) -> Trust:
    """An amount that lacks inputs: bounded so, or nothing can be said of it."""
    return open_without(lacking) if nothing else trust(bound, lacking)


def refund_trust(lacks: Lacks) -> Trust:
    """The refund: without the price nothing, without the rest of what the customer paid at least what is known."""
    if lacks.no_price:
        return open_without(("price",))
    return trust("at_least", lacks.beside) if lacks.beside else EXACT


def fee_trust(lacks: Lacks, refund: Trust) -> Trust:
    """The fees: a larger sale makes them larger, and points that are not known smaller."""
    if lacks.no_price:
        return refund
    if lacks.referral:
        return open_without(lacks.referral)
    if not lacks.no_points:
        return refund
    return trust("at_most" if refund == EXACT else "about", (*refund.lacking, "points"))


def charge_trust(refund: Trust, fee: Trust, lacks: Lacks) -> Trust:
    """What Amazon takes: a larger sale or more points only make it larger, so what is known is the least."""
    if lacks.no_price or lacks.referral:
        return open_without(together((refund, fee)))
    return trust("at_least", fee.lacking) if fee.lacking else EXACT


def deducted_trust(fare: Trust, refund: Trust, lacks: Lacks) -> Trust:
    """What may be taken off the refund: the fare, where the customer pays, and never more than the refund (S-27)."""
    if lacks.ruling.payer == "seller":
        return EXACT
    if lacks.ruling.payer == "check":
        return open_without(waits(lacks.ruling))
    if lacks.fare or lacks.no_price:
        return without((*fare.lacking, *refund.lacking), "at_most", nothing=fare.nothing)
    return trust("assumed", together((fare, refund))) if lacks.assumed else refund if lacks.capped else fare


def least_trust(off: Trust, refund: Trust, lacks: Lacks) -> Trust:
    """The least that is refunded: nothing for hazmat, which is blocked (S-30), else all but what may be taken off."""
    if lacks.hazmat is None:
        return open_without(("hazmat",))
    if lacks.hazmat != "no":
        return EXACT
    if lacks.no_price or (lacks.fare and lacks.ruling.payer != "seller"):
        return open_without(together((refund, off)))
    if lacks.assumed and lacks.ruling.payer != "seller":
        return trust("assumed", together((refund, off)))
    return refund


def shipping_headings(ruling: Ruling, fare: Trust, *, box: bool) -> list[Heading]:
    """Return shipping, and the box where one is bought: the shop's, the customer's, or at most so much where that is open."""
    if ruling.payer == "customer":
        return [heading("return_shipping", EXACT, ruling.clauses)]
    bought = EXACT
    if ruling.payer == "check":
        fare, bought = without((*waits(ruling), *fare.lacking), "at_most", nothing=fare.nothing), trust("at_most", waits(ruling))
    return [heading("return_shipping", fare, ruling.clauses), *([heading("box", bought, ruling.clauses)] if box else [])]


def waits(ruling: Ruling) -> Lacking:
    """What would settle who pays."""
    return ruling.waits_for or ("payer",)


@cache
def cost_trust(lines: tuple[Heading, ...], *, nothing: bool) -> Trust:
    """The sum of all lines that hold: at least that, where one does not; nothing can be said where those that hold are nothing.

    With an assumed fare among them it is assumed, or only about that where another line lacks something too.
    """
    lacking = together(tuple(line.trust for line in lines))
    bound: Bound = "at_least" if not any(line.trust == ASSUMED_FARE for line in lines) else "assumed" if len(lacking) == 1 else "about"
    return without(lacking, bound, nothing=nothing) if lacking else EXACT
