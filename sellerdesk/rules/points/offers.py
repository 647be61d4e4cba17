"""The 2%+ points programme, offer by offer: enough points, not too many, and whether the badge can show.

Sources: clauses P2-01, P2-02, P2-12, P2-14; the cap is a figure, from the terms of Amazon points. Whole-number arithmetic only.
"""

from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from sellerdesk.domain.facts import SkuFacts
from sellerdesk.domain.finding import OK, Change, Facts, Finding, Verdict
from sellerdesk.domain.money import PER_CENT, half_up, least_for, most_for
from sellerdesk.domain.offer import Offer, Sale
from sellerdesk.rules.engine.check import Changer, Check, Column, Judge, Run, by, fine_but, lacking
from sellerdesk.rules.engine.columns import column_of
from sellerdesk.rules.figures.values import PointsForm
from sellerdesk.rules.points.rounding import capped_percent, enough_percent, may_be_set, rounding
from sellerdesk.rules.scopes import listed

DAY = timedelta(days=1)


class TwoPercent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The least rate of points, in percent of the price, what sets points, and the condition numbers of used items."""

    per_cent: int
    used: frozenset[int]
    form: PointsForm = "points-central"


class Cap(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The highest rate of points, in percent of the price, and what sets points."""

    per_cent: int
    form: PointsForm = "points-central"


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


def two_percent(params: TwoPercent, run: Run) -> Judge[Offer]:
    """Points of at least the rate. Short by Amazon's rounding alone: "rounding", because that rounding is unpublished (AMB-13).

    By the reading that the setting counts, no points at all can be those of a setting too, or of none: "perhaps_set".
    A used item that is short is "exempt" when the owner reads AMB-03 so that items without a badge need no points.
    """
    rate, no_price, no_points, neither = params.per_cent, lacking("price"), lacking("points"), lacking("price", "points")
    reading = run.readings.get("AMB-13")
    exempt = params.used if run.readings.get("AMB-03") == "buy-box" else frozenset()

    def judge(offer: Offer, _known: SkuFacts) -> Verdict | None:
        price, points = offer.price, offer.points
        if price is None or points is None:
            return no_points if price is not None else no_price if points is not None else neither
        if points * PER_CENT >= price * rate:
            return OK
        facts: Facts = {
            "price": price, "points": points, "needed": least_for(price, rate), "per_cent": rate,
            "percent": enough_percent(price, points, rate, reading), "down": most_for(price, rate), "half_up": half_up(price, rate),
            "form": params.form,
        }  # fmt: skip
        if offer.condition in exempt:
            return Verdict("exempt", facts)
        if not may_be_set(price, points, rate, reading):
            return Verdict("short", facts)
        return Verdict("rounding" if points else "perhaps_set" if reading == "setting" else "short", facts)

    return judge


def cap(params: Cap, run: Run) -> Judge[Offer]:
    """Points of at most the rate; exactly the rate is allowed. Above it by Amazon's rounding alone: "rounding" (AMB-13)."""
    reading, rounded = run.readings.get("AMB-13"), rounding(run.readings.get("AMB-13"))
    rate, no_price, no_points, neither = params.per_cent, lacking("price"), lacking("points"), lacking("price", "points")

    def judge(offer: Offer, _known: SkuFacts) -> Verdict | None:
        price, points = offer.price, offer.points
        if price is None or points is None:
            return no_points if price is not None else no_price if points is not None else neither
        if points * PER_CENT <= price * rate:
            return OK
        facts: Facts = {
            "price": price, "points": points, "most": most_for(price, rate), "per_cent": rate,
            "percent": capped_percent(price, rate, reading), "form": params.form,
        }  # fmt: skip
        return Verdict("rounding" if points == rounded(price, rate) else "over", facts)

    return judge


class SalePrice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The least and the highest rate of a sale price's own points, in percent."""

    least_per_cent: int
    most_per_cent: int


def sale_price(params: SalePrice, run: Run) -> Judge[Offer]:
    """A sale price and its own points, while it runs; of an offer without a running sale the rule does not speak."""
    sales, rounded = run.catalogue.sales, rounding(run.readings.get("AMB-13"))

    def judge(offer: Offer, _known: SkuFacts) -> Verdict | None:
        sale = sales.get(offer.sku)
        if sale is None or (not sale.backwards and not may_run(sale, run.as_of)):
            return None
        unknown = [*sale.unknown_days(), *(["sale_points"] if sale.points is None else [])]
        if unknown or sale.points is None:
            return lacking(*unknown)
        least, most = least_for(sale.price, params.least_per_cent), most_for(sale.price, params.most_per_cent)
        facts: Facts = {
            "sale_price": sale.price, "sale_points": sale.points, "needed": least, "most": most, "per_cent": params.least_per_cent,
            "most_per_cent": params.most_per_cent, "sale_end": sale.end,
        }  # fmt: skip
        return Verdict(sale_case(sale.points, least, most, rounded(sale.price, params.least_per_cent)), facts)

    return judge


def may_run(sale: Sale, day: date) -> bool:
    """Whether a sale may run on a day (Japan): one of which a day is not known may."""
    return not ((sale.start and sale.start > day) or (sale.end and sale.end < day))


class SalePercent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """For a rule whose only figure is the day from which it holds."""


def sale_percent(_params: SalePercent, run: Run) -> Judge[Offer]:
    """The days on which to change the percentage of an offer for a running or a coming sale: points follow the price in force."""
    sales = run.catalogue.sales

    def judge(offer: Offer, _known: SkuFacts) -> Verdict | None:
        sale = sales.get(offer.sku)
        if sale is None:
            return None
        unknown = sale.unknown_days()
        if unknown or sale.start is None or sale.end is None:
            return lacking(*unknown)
        if sale.end < run.as_of:
            return OK
        facts: Facts = {"sale_price": sale.price, "sale_start": sale.start, "sale_end": sale.end, "over": run.as_of - DAY}
        return Verdict("running" if sale.start <= run.as_of else "coming", facts)

    return judge


class Default(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The rate, in percent of the price, of an offer that nobody set."""

    per_cent: int


def default_points(params: Default, run: Run) -> Judge[Offer]:
    """Whether points are just those that Amazon gives an offer that nobody set, and not those of the next higher percent."""
    rate, rounded = params.per_cent, rounding(run.readings.get("AMB-13"))

    def judge(offer: Offer, _known: SkuFacts) -> Verdict | None:
        price, points = offer.price, offer.points
        if price is None or points is None:
            return lacking(*(name for name, value in (("price", price), ("points", points)) if value is None))
        if points and points == rounded(price, rate) and points != rounded(price, rate + 1):
            return Verdict("default", {"price": price, "points": points, "per_cent": rate, "needed": least_for(price, rate + 1)})
        return OK

    return judge


def sale_case(points: int, least: int, most: int, rounded: int) -> str:
    """The case of a sale's points against the least and the most that its price takes."""
    if least > most:
        return "impossible"
    if points < least:
        return "rounding" if 0 < points == rounded else "short"
    return "over" if points > most else "ok"


def impossible_price(params: Both, _run: Run) -> Judge[Offer]:
    """A price at which no whole number of points keeps both rates (1 yen: 1 point is 100%)."""
    least, most, no_price = params.least_per_cent, params.most_per_cent, lacking("price")

    def judge(offer: Offer, _known: SkuFacts) -> Verdict | None:
        price = offer.price
        if price is None:
            return no_price
        if price >= PER_CENT or least_for(price, least) <= most_for(price, most):  # from 100 yen on a whole point fits
            return OK
        return Verdict(
            "impossible",
            {
                "price": price,
                "points": offer.points,
                "possible": first_possible(price, params),
                "least_per_cent": least,
                "most_per_cent": most,
            },
        )

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


def whole_point_column(_params: Both, _run: Run, judge: Judge[Offer]) -> Column[Offer]:
    """The column of impossible_price: from 100 yen on a whole point always fits."""

    def doubtful(offers: Sequence[Offer]) -> list[int]:
        return [place for place, price in enumerate(column_of(offers, "price")) if price is None or price < PER_CENT]

    return lambda offers, known: fine_but(doubtful(offers), judge, offers, known)


def least_column(params: TwoPercent, _run: Run, judge: Judge[Offer]) -> Column[Offer]:
    """The column of two_percent: nearly all offers keep the rate, and are not asked one by one."""
    rate = params.per_cent

    def doubtful(offers: Sequence[Offer]) -> list[int]:
        amounts = enumerate(zip(column_of(offers, "price"), column_of(offers, "points"), strict=True))
        return [place for place, (price, points) in amounts if price is None or points is None or points * PER_CENT < price * rate]

    return lambda offers, known: fine_but(doubtful(offers), judge, offers, known)


def most_column(params: Cap, _run: Run, judge: Judge[Offer]) -> Column[Offer]:
    """The column of cap, likewise."""
    rate = params.per_cent

    def doubtful(offers: Sequence[Offer]) -> list[int]:
        amounts = enumerate(zip(column_of(offers, "price"), column_of(offers, "points"), strict=True))
        return [place for place, (price, points) in amounts if price is None or points is None or points * PER_CENT > price * rate]

    return lambda offers, known: fine_but(doubtful(offers), judge, offers, known)


def on_sale(_params: object, run: Run, judge: Judge[Offer]) -> Column[Offer]:
    """The column of sale prices: an offer without a sale is not asked."""
    sales = run.catalogue.sales

    def judged(offers: Sequence[Offer], known: Sequence[SkuFacts]) -> Sequence[Verdict | None]:
        if not sales:
            return [None] * len(offers)
        skus = column_of(offers, "sku")
        return [judge(offers[place], known[place]) if sku in sales else None for place, sku in enumerate(skus)]

    return judged


def sale_over(finding: Finding) -> tuple[Change, ...]:
    """Nothing is left to change once the sale is over."""
    days = ("sale_start", "sale_end") if finding.case == "coming" else ("sale_end",)
    return tuple(Change(finding.subject, day, finding.facts["over"], "would") for day in days)


NEW = 11
"""Amazon's condition number for new items."""


def to_fact(fact: str, source: str) -> Changer:
    """The change that sets one field of the offer to a figure that the verdict already names."""
    return lambda finding: (Change(finding.subject, fact, finding.facts[source]),)


def to_points(source: str) -> Changer:
    """The change to points that the verdict names, with the whole percent that makes them in Points Central."""

    def change(finding: Finding) -> tuple[Change, ...]:
        percent = finding.facts.get("percent")  # a verdict that an older program kept has none
        return (Change(finding.subject, "points", finding.facts[source], percent=percent if isinstance(percent, int) else msgspec.UNSET),)

    return change


def sell_new(finding: Finding) -> tuple[Change, ...]:
    """Only a new item gets the badge; no owner may call a used item new, so nothing is to be done."""
    return (Change(finding.subject, "condition", NEW, "would"),)


def mend_sale(finding: Finding) -> tuple[Change, ...]:
    """Other points for the sale, or another sale price where no points can do."""
    facts = finding.facts
    if finding.case == "impossible":
        return (Change(finding.subject, "sale_price", 2),)
    return (Change(finding.subject, "sale_points", facts["most" if finding.case == "over" else "needed"]),)


CHECKS = (
    Check(
        "impossible_price", Both, listed, ("impossible",), ("price",), impossible_price, to_fact("price", "possible"),
        column=whole_point_column,
    ),
    Check(
        "two_percent", TwoPercent, listed, ("short", "rounding", "perhaps_set", "exempt"), ("price", "points"), two_percent,
        to_points("needed"),
        column=least_column,
    ),
    Check("cap", Cap, listed, ("over", "rounding"), ("price", "points"), cap, to_points("most"), column=most_column),
    Check(
        "sale_price", SalePrice, listed, ("short", "rounding", "over", "impossible"), ("sale_price", "sale_points"), sale_price, mend_sale,
        column=on_sale,
    ),
    Check("sale_percent", SalePercent, listed, ("running", "coming"), ("sale_price",), sale_percent, sale_over, column=on_sale),
    Check("default_points", Default, listed, ("default",), ("price", "points"), default_points, to_fact("points", "needed")),
    Check("badge_item", BadgeItem, listed, ("never", "unclear"), ("condition",), badge_item, sell_new, column=by("condition")),
)  # fmt: skip
