"""The 2%+ points programme, offer by offer: enough points, not too many, and whether the badge can show.

Sources: clauses P2-01, P2-02, P2-12, P2-14; the cap of 50% is Points Central's (2021 on). Whole-number arithmetic only.
"""

import msgspec

from sellerdesk.domain.facts import SkuFacts
from sellerdesk.domain.finding import OK, Change, Facts, Finding, Verdict
from sellerdesk.domain.money import PER_CENT, half_up, least_for, most_for
from sellerdesk.domain.offer import Offer
from sellerdesk.rules.check import Changer, Check, Judge, Run, Scope, lacking


class TwoPercent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The least rate of points, in percent of the price."""

    per_cent: int


class Cap(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The highest rate of points, in percent of the price."""

    per_cent: int


class Both(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The least and the highest rate, in percent of the price."""

    least_per_cent: int
    most_per_cent: int

    def __post_init__(self) -> None:
        """Refuse rates that no price could keep. Raises ValueError."""
        if not 0 <= self.least_per_cent < self.most_per_cent:
            raise ValueError("least_per_cent must be below most_per_cent")


class BadgeItem(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Amazon's condition numbers: those that cannot win the buy box, and those of which the document does not speak."""

    never: frozenset[int]
    unclear: frozenset[int]


def listed(_run: Run) -> Scope[Offer]:
    """Every offer counts, FBA, used and inactive ones too (P2-02), but an incomplete listing is not yet an offer."""
    return lambda offer: offer.status != "incomplete"


def two_percent(params: TwoPercent, _run: Run) -> Judge[Offer]:
    """Points of at least the rate. Short by rounding half up alone: "rounding", because Amazon's rounding is unpublished."""
    rate, no_price, no_points, neither = params.per_cent, lacking("price"), lacking("points"), lacking("price", "points")

    def judge(offer: Offer, _known: SkuFacts) -> Verdict | None:
        price, points = offer.price, offer.points
        if price is None or points is None:
            return no_points if price is not None else no_price if points is not None else neither
        if points * PER_CENT >= price * rate:
            return OK
        facts: Facts = {"price": price, "points": points, "needed": least_for(price, rate), "per_cent": rate}
        return Verdict("rounding" if 0 < points == half_up(price, rate) else "short", facts)

    return judge


def cap(params: Cap, _run: Run) -> Judge[Offer]:
    """Points of at most the rate; exactly the rate is allowed."""
    rate, no_price, no_points, neither = params.per_cent, lacking("price"), lacking("points"), lacking("price", "points")

    def judge(offer: Offer, _known: SkuFacts) -> Verdict | None:
        price, points = offer.price, offer.points
        if price is None or points is None:
            return no_points if price is not None else no_price if points is not None else neither
        if points * PER_CENT <= price * rate:
            return OK
        return Verdict("over", {"price": price, "points": points, "most": most_for(price, rate), "per_cent": rate})

    return judge


def impossible_price(params: Both, _run: Run) -> Judge[Offer]:
    """A price at which no whole number of points keeps both rates (1 yen: 1 point is 100%)."""
    least, most, no_price = params.least_per_cent, params.most_per_cent, lacking("price")

    def judge(offer: Offer, _known: SkuFacts) -> Verdict | None:
        price = offer.price
        if price is None:
            return no_price
        if price >= PER_CENT or least_for(price, least) <= most_for(price, most):  # from 100 yen on a whole point fits
            return OK
        return Verdict("impossible", {"price": price, "possible": first_possible(price, params)})

    return judge


def first_possible(price: int, params: Both) -> int:
    """The next higher price in yen that can keep both rates."""
    while least_for(price, params.least_per_cent) > most_for(price, params.most_per_cent):
        price += 1
    return price


def badge_item(params: BadgeItem, _run: Run) -> Judge[Offer]:
    """Whether the item can win the buy box at all, which the badge needs (P2-13, P2-14)."""
    never, unclear, unknown = params.never, params.unclear, lacking("condition")

    def judge(offer: Offer, _known: SkuFacts) -> Verdict | None:
        condition = offer.condition
        if condition is None:
            return unknown
        if condition in never:
            return Verdict("never", {"condition": condition})
        if condition in unclear:
            return Verdict("unclear", {"condition": condition})
        return OK

    return judge


NEW = 11
"""Amazon's condition number for new items."""


def to_fact(fact: str, source: str) -> Changer:
    """The change that sets one field of the offer to a figure that the verdict already names."""
    return lambda finding: (Change(finding.subject, fact, finding.facts[source]),)


def sell_new(finding: Finding) -> tuple[Change, ...]:
    """Only a new item gets the badge; no owner may call a used item new, so nothing is to be done."""
    return (Change(finding.subject, "condition", NEW, "would"),)


CHECKS = (
    Check("impossible_price", Both, listed, ("impossible",), ("price",), impossible_price, to_fact("price", "possible")),
    Check("two_percent", TwoPercent, listed, ("short", "rounding"), ("price", "points"), two_percent, to_fact("points", "needed")),
    Check("cap", Cap, listed, ("over",), ("price", "points"), cap, to_fact("points", "most")),
    Check("badge_item", BadgeItem, listed, ("never", "unclear"), ("condition",), badge_item, sell_new),
)
