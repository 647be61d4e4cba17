"""Figures that begin on a day: which offers' verdicts and fees they turn, before that day comes and when it has come."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Literal

import msgspec

from sellerdesk.domain.catalogue import Catalogue
from sellerdesk.domain.folding import fold
from sellerdesk.domain.judged_row import JudgedRow
from sellerdesk.domain.offer import UNSOLD, Offer
from sellerdesk.rules.engine.by_figures import named
from sellerdesk.rules.engine.check import Run
from sellerdesk.rules.figures.figure import Figure, Version
from sellerdesk.rules.figures.known import (
    CLAIM_DAYS,
    CLAIM_MOST,
    CLOSING,
    ITEM_FEE,
    PLAN_FEE,
    POINTS_FORM,
    REFERRAL,
    REFUND_FEE,
    TAX,
    WORDED,
)
from sellerdesk.rules.figures.values import Referral
from sellerdesk.rules.scopes import prime
from sellerdesk.workflows.figures.in_force import by_figures, figures
from sellerdesk.workflows.offers.rows import rows_of
from sellerdesk.workflows.terms import bare_rules

DAY = timedelta(days=1)
AHEAD = timedelta(days=30)
"""How long before its first day a figure is announced."""
BEHIND = timedelta(days=92)
"""How long after its first day a figure is said to have turned verdicts, for a shop that was not opened meanwhile."""
OF_EVERY_SHOP = (TAX, PLAN_FEE, ITEM_FEE, REFUND_FEE, POINTS_FORM, CLAIM_DAYS, CLAIM_MOST)
"""Figures that every shop with offers goes by."""
OF_SFP = "sfp."


class Coming(msgspec.Struct, frozen=True):
    """Figures (by id) that change on a day (Japan), with the offers (SKUs) that they turn; none for what is no question of an offer.

    `yen` is by how much the fees differ when one of each of these offers is sold; None for what is no fee, or not known.
    """

    start: date
    figures: tuple[str, ...]
    skus: tuple[str, ...] = ()
    yen: int | None = None

    @property
    def kind(self) -> Literal["shop", "verdicts", "fee", "fee_unknown"]:
        """What changes: something for the whole shop, verdicts of offers, or their fees, of which the one before may not be known."""
        if not self.skus:
            return "shop"
        if not self.figures[0].startswith(WORDED):
            return "verdicts"
        return "fee_unknown" if self.yen is None else "fee"


@by_figures
def of_rules() -> frozenset[str]:
    """The figures that a rule names, by id."""
    return frozenset(figure for rule in bare_rules().values() for version in rule.version for figure in named(version).values())


def begins(figure: Figure, since: date, until: date) -> Iterator[Version]:
    """The versions of a figure that begin after a day and by another (Japan), and say otherwise than the one before."""
    for version in figure.version:
        if since < version.start <= until:
            before = figure.on(version.start - DAY)
            if before is None or before.value != version.value:
                yield version


def coming(catalogue: Catalogue, as_of: date, readings: Mapping[str, str]) -> list[Coming]:
    """What begins in the thirty days after a day (Japan) and touches the offers of a shop, the soonest first."""
    if not catalogue.offers:
        return []
    found: list[Coming] = []
    of_verdicts: dict[date, list[str]] = {}
    for figure in figures().values():
        for version in begins(figure, as_of, as_of + AHEAD):
            if figure.id.startswith((REFERRAL, CLOSING)):
                found += of_fee(catalogue, figure, version)
            elif figure.id in OF_EVERY_SHOP or (figure.id.startswith(OF_SFP) and any_prime(catalogue, as_of)):
                found.append(Coming(version.start, (figure.id,)))
            elif figure.id in of_rules():
                of_verdicts.setdefault(version.start, []).append(figure.id)
    for start, ids in of_verdicts.items():
        if skus := turned(catalogue, readings, start):
            found.append(Coming(start, tuple(ids), skus))
    return sorted(found, key=lambda change: (change.start, change.figures))


def any_prime(catalogue: Catalogue, as_of: date) -> bool:
    """Whether an offer of a shop is known to be one of Seller Fulfilled Prime."""
    inside = prime(Run(as_of, catalogue))
    return any(inside(offer) is True for offer in catalogue.offers)


def of_fee(catalogue: Catalogue, figure: Figure, version: Version) -> Iterator[Coming]:
    """What a fee changes for the offers of its category; nothing where none of them pays otherwise."""
    words, before = set(map(fold, figure.names())), figure.on(version.start - DAY)
    known = ((offer, catalogue.facts.get(offer.sku)) for offer in catalogue.offers if offer.status not in UNSOLD)
    mine = [offer for offer, facts in known if facts is not None and fold(facts.category or "") in words]
    if before is None:
        touched, yen = [offer.sku for offer in mine], None
    else:
        differ = {offer.sku: difference(offer, before.value, version.value) for offer in mine}
        touched = [sku for sku, more in differ.items() if more != 0]
        yen = None if None in differ.values() else sum(more for more in differ.values() if more is not None)
    if touched:
        yield Coming(version.start, (figure.id,), tuple(touched), yen)


def difference(offer: Offer, before: Referral | int, after: Referral | int) -> int | None:
    """By how many yen a fee of an offer differs when one is sold; None where its price is not known."""
    if isinstance(before, Referral) and isinstance(after, Referral):
        return None if offer.price is None else after.fee(offer.price) - before.fee(offer.price)
    return int(after) - int(before) if isinstance(before, int) and isinstance(after, int) else None


def turned(catalogue: Catalogue, readings: Mapping[str, str], start: date) -> tuple[str, ...]:
    """The SKUs whose verdicts differ between a day (Japan) and the day before it."""
    before, after = (rows_of(catalogue, day, readings)[1] for day in (start - DAY, start))
    return differing(before, after)


def differing(before: Sequence[JudgedRow], after: Sequence[JudgedRow]) -> tuple[str, ...]:
    """The SKUs of rows of the same offers whose verdicts differ."""
    both = zip(before, after, strict=True)
    return tuple(new.sku for old, new in both if (old.points_verdict, old.sfp_verdict) != (new.points_verdict, new.sfp_verdict))


def begun(last: date, as_of: date) -> list[date]:
    """The days (Japan) since a judging, up to another, on which a figure of a rule changed, the first first; not those long past."""
    since = max(last, as_of - BEHIND)
    return sorted({version.start for name in of_rules() if name in figures() for version in begins(figures()[name], since, as_of)})
