"""Seller Fulfilled Prime, offer by offer: what a Prime shipping template must not carry.

Sources: clauses S-01, S-11, S-16, S-30…S-37. Only seller-shipped offers on a Prime template are judged.
"""

from collections.abc import Callable

from sellerdesk.domain.facts import SkuFacts
from sellerdesk.domain.finding import OK, Change, Finding, Verdict
from sellerdesk.domain.japan import JP
from sellerdesk.domain.offer import NO_TEMPLATE, Offer
from sellerdesk.rules.engine.check import Changer, Check, Judge, NoParams, Run, by, each, lacking
from sellerdesk.rules.scopes import listed, prime
from sellerdesk.rules.sfp.twins import Twins, leave_prime_of_pair, twins


def yes_no(fact: str, case: str, *yes: str) -> Callable[[NoParams, Run], Judge[Offer]]:
    """A check that one fact of the owner decides: any of the values `yes` is the case, another known value is ok."""
    unknown, hits = lacking(fact), {value: Verdict(case, {fact: value}) for value in yes}

    def bind(_params: NoParams, _run: Run) -> Judge[Offer]:
        def judge(_offer: Offer, known: SkuFacts) -> Verdict | None:
            value = getattr(known, fact)
            return unknown if value is None else hits.get(value, OK)

        return judge

    return bind


def restock_date(_params: NoParams, run: Run) -> Judge[Offer]:
    """No restock date after the day of the run (S-36); a date that has come is none."""
    as_of, unknown = run.as_of, lacking("restock_date")

    def judge(_offer: Offer, known: SkuFacts) -> Verdict | None:
        day = known.restock_date
        if day is None:
            return unknown
        return OK if day == "none" or day <= as_of else Verdict("future", {"restock_date": day, "as_of": as_of})

    return judge


def out_of_stock(_params: NoParams, _run: Run) -> Judge[Offer]:
    """Stock of at least one (S-37)."""
    unknown, empty = lacking("quantity"), Verdict("empty", {"quantity": 0})

    def judge(offer: Offer, _known: SkuFacts) -> Verdict | None:
        return unknown if offer.quantity is None else OK if offer.quantity > 0 else empty

    return judge


def ship_from(_params: NoParams, _run: Run) -> Judge[Offer]:
    """Shipped from Japan (S-11)."""
    unknown = lacking("ship_from")

    def judge(_offer: Offer, known: SkuFacts) -> Verdict | None:
        place = known.ship_from
        return unknown if place is None else OK if place == JP else Verdict("abroad", {"ship_from": place})

    return judge


def leave_prime(finding: Finding) -> tuple[Change, ...]:
    """Take the offer off the Prime template: the way out that is always the owner's to take."""
    return (Change(finding.subject, "shipping_template", NO_TEMPLATE),)


def set_fact(fact: str, to: str, *, own: bool) -> Changer:
    """Another value of a fact; `own` when the owner brings it about, else it only would turn the verdict."""
    return lambda finding: (Change(finding.subject, fact, to, "mend" if own else "would"),)


CHECKS = (
    Check(
        "pre_order", NoParams, prime, ("preorder",), ("preorder",), yes_no("preorder", "preorder", "yes"), leave_prime,
        column=by("preorder"),
    ),
    Check("restock_date", NoParams, prime, ("future",), ("restock_date",), restock_date, leave_prime, column=by("restock_date")),
    Check("out_of_stock", NoParams, prime, ("empty",), ("quantity",), out_of_stock, leave_prime, column=by("quantity")),
    Check(
        "duplicate_offer", NoParams, listed, ("identical", "different", "closed"), ("asin", "condition", "condition_note", "status"), twins,
        leave_prime_of_pair,
        column=lambda _params, _run, judge: judge.of if isinstance(judge, Twins) else each(judge),
    ),
    Check(
        "ship_from", NoParams, prime, ("abroad",), ("ship_from",), ship_from, set_fact("ship_from", JP, own=True),
        column=by("ship_from"),
    ),
    Check(
        "hazmat", NoParams, prime, ("hazmat",), ("hazmat",), yes_no("hazmat", "hazmat", "yes", "potential"),
        set_fact("hazmat", "no", own=False), column=by("hazmat"),
    ),
    Check(
        "medical", NoParams, prime, ("medical",), ("medical",), yes_no("medical", "medical", "yes"), set_fact("medical", "no", own=False),
        column=by("medical"),
    ),
)  # fmt: skip
