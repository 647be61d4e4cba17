"""The fees that a refund gives back or keeps, by category and day."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

import msgspec

from sellerdesk.domain.assumptions import Assumptions
from sellerdesk.domain.doubt import DOUBTS, Doubt
from sellerdesk.rules.engine.rulebook import Rule
from sellerdesk.rules.figures.figure import Figure, Version
from sellerdesk.rules.figures.known import REFERRAL, REFUND_FEE, TAX
from sellerdesk.rules.figures.values import Referral, Share
from sellerdesk.rules.returns.figures_of_day import FiguresOfDay
from sellerdesk.rules.returns.refunds import Deadline
from sellerdesk.workflows.figures.closing import closing_of
from sellerdesk.workflows.figures.in_force import by_figures, figure_of, version_on
from sellerdesk.workflows.terms import rules_in

REMEMBERED = 100_000
"""Reasons, parcels and days that one run remembers: more than a sheet has."""


def return_rules() -> dict[str, Rule]:
    """The rules about returns by id."""
    return rules_in("returns/payer", "returns/charged", "returns/refund_amount", "returns/refunds")


def terms_of(shop: Assumptions, as_of: date) -> FiguresOfDay:
    """The figures of the day that an account is made by."""
    rule = return_rules()["returns.refund-deadline"]

    @lru_cache(REMEMBERED)
    def refund_by(arrived: date) -> date:
        version = rule.on(arrived) or rule.on(as_of)
        return msgspec.convert(version.params if version else {}, Deadline).day(arrived, shop.calendar)

    return FiguresOfDay(tax_share, refund_share, category_rate, refund_by, shop)


@by_figures
def tax_share(day: date) -> Share | None:
    """The consumption tax on a day (Japan)."""
    return value(TAX, day)


@by_figures
def refund_share(day: date) -> Share | None:
    """What Amazon keeps of the referral fee of a sale that is refunded on a day (Japan)."""
    return value(REFUND_FEE, day)


def value(name: str, day: date) -> Share | None:
    """The value of a figure on a day (Japan); None where it is not known."""
    version = version_on(name, day)
    return None if version is None else version.value


@by_figures
def category_rate(category: str | None, day: date) -> Referral | None:
    """The referral fee of a category on a day (Japan); None where it is not known."""
    version = category_version(category, day)
    return None if version is None else version.value


def category_version(category: str | None, day: date) -> Version | None:
    """The version of a category's referral fee on a day (Japan), with its source and how sure it is; None where it is not known."""
    found = figure_of(REFERRAL, category, day) if category else None
    return None if found is None else found[1]


@by_figures
def packs_of_fees(category: str | None, ordered_on: date | None, day: date) -> tuple[str, ...]:
    """The fact packs whose figures the fees of a return go by: the rate and the tax of the order's day, the rest that of the return's."""
    ordered = ordered_on or day
    versions = (category_version(category, ordered), version_on(TAX, ordered), version_on(REFUND_FEE, day))
    return tuple(dict.fromkeys(version.pack for version in versions if version is not None and version.pack))


def rate_doubts(categories: Iterable[str], day: date) -> list[Doubt]:
    """What is not sure of the referral fees of some categories on a day (Japan)."""
    found = (figure_of(REFERRAL, category, day) for category in dict.fromkeys(categories))
    unsure = {figure.id: (figure, version) for figure, version in filter(None, found) if version.sure != "sure"}
    return [Doubt(DOUBTS[version.sure], about(figure, version)) for figure, version in unsure.values()]


@by_figures
def fee_doubts(category: str | None, ordered_on: date | None, day: date) -> tuple[Doubt, ...]:
    """What is not sure of the fees of an item's category, by the day of its order, else by that of its return (Japan)."""
    found = figure_of(REFERRAL, category, ordered_on or day) if category else None
    doubts: list[Doubt] = []
    if found is not None:
        figure, version = found
        doubts += [] if version.sure == "sure" else [Doubt(DOUBTS[version.sure], about(figure, version))]
        doubts += [] if ordered_on is not None else [Doubt("doubt_order_day", {"name": figure.name, "day": day})]
    if category is not None and (closing := closing_of(category, ordered_on or day)):
        key = "closing_fee" if closing.yen is not None else "closing_fee_unknown"
        doubts.append(Doubt(key, {"name": closing.name, "category": category, "yen": closing.yen, "day": ordered_on or day}))
    return tuple(doubts)


def about(figure: Figure, version: Version) -> dict[str, object]:
    """What a sentence on a doubtful figure names."""
    return {"name": figure.name, "start": version.first, "source": version.source, "checked": version.checked, "other": version.other or ""}
