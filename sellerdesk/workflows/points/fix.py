"""The upload file that mends every points shortfall: what is in it, what cannot be, and how old the report is."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from sellerdesk.domain.catalogue import Catalogue
from sellerdesk.domain.finding import Finding
from sellerdesk.domain.money import PER_CENT, half_up, most_for
from sellerdesk.domain.offer import UNSOLD, Offer
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.rules.points.offers import Both
from sellerdesk.rules.points.rounding import ROUNDINGS
from sellerdesk.workflows.files import Source
from sellerdesk.workflows.offers.audit import Files as Named
from sellerdesk.workflows.offers.audit import judged, offers_of
from sellerdesk.workflows.offers.upload import CHANNELS, FRESH, age_of
from sellerdesk.workflows.points.form import Form
from sellerdesk.workflows.terms import rule
from sellerdesk.writers import upload

if TYPE_CHECKING:
    from sellerdesk.domain.shop import Shop

SHORT = (("points.two-percent", "short"), ("points.two-percent", "rounding"), ("points.two-percent", "perhaps_set"))
"""The verdicts that the file mends: points below the least rate."""
BY_ROUNDING = ("points.cap", "rounding")
"""The verdict on points above the cap by rounding alone: the file holds such an offer where the owner asks for those above the cap."""
OVER = ("points.cap", "over")
"""The verdict on points above the cap: perhaps mistyped, so the file holds such an offer only where the owner asks for it."""


class Mend(msgspec.Struct, frozen=True):
    """One offer to mend: the points to set, and the setting of Points Central (None: no whole percent does) with what it makes.

    `over_cap` is whether its points are above the cap now: the points to set are then the highest that are allowed.
    """

    offer: Offer
    points: int
    percent: int | None
    of_percent: int
    over_cap: bool = False

    @property
    def by_every_rounding(self) -> bool:
        """Whether the percent makes the points to set even where it is rounded down."""
        return self.percent is None or self.offer.price is None or most_for(self.offer.price, self.percent) >= self.points

    def fits(self, form: Form) -> bool:
        """Whether a file of a form can hold it: its SKU, and a whole percent where the form takes one."""
        if form == "price-file":
            return upload.writable(self.offer.sku)
        return self.percent is not None and upload.one_cell(self.offer.sku)

    def after(self, form: Form) -> int:
        """The points of the offer once a form is uploaded."""
        return self.points if form == "price-file" else self.of_percent


class Fix(msgspec.Struct, frozen=True):
    """All that is to mend: the offers, those whose price allows no points, and the report's age.

    `over` are the offers above the cap that the file leaves as they are; `others` are, for a whole list, the offers with nothing
    to mend at the percent that they have, and `unset` those of which that is not known. `least` and `most` are the rates in percent.
    """

    mends: list[Mend]
    over: list[Mend]
    impossible: list[Offer]
    source: Source
    age: timedelta
    reading: str
    rates: Both
    others: tuple[tuple[str, int], ...] = ()
    unset: tuple[str, ...] = ()

    @property
    def stale(self) -> bool:
        """Whether the report is too old to be written from without asking."""
        return self.age > FRESH

    def rows(self, form: Form) -> list[Mend]:
        """The offers that stand in the file of a form."""
        return [mend for mend in self.mends if mend.fits(form)]

    def left_out(self, form: Form) -> list[Mend]:
        """The offers that need their points set by hand."""
        return [mend for mend in self.mends if not mend.fits(form)]


class Choice(msgspec.Struct, frozen=True):
    """What the owner wants in the file: offers above the cap too, which SKUs not, or which SKUs `only` (none named: all)."""

    with_cap: bool = False
    leave_out: frozenset[str] = frozenset()
    whole_list: bool = False
    only: frozenset[str] = frozenset()

    def takes(self, sku: str) -> bool:
        """Whether an offer may stand in the file."""
        return sku not in self.leave_out and (not self.only or sku in self.only)


def fix(listings: Path | None, shop: "Shop | None", as_of: date, now: datetime, choice: Choice = Choice()) -> Fix:  # noqa: B008 (it never changes)
    """What mends the offers of a file, or of the saved shop, on a day (Japan). Raises UnreadableFile, UnusableArgument."""
    source, offers, saved = offers_of(Named(listings), shop)
    readings = shop.readings if shop else {}
    if rule("points.two-percent").on(as_of) is None:
        raise UnusableArgument("not_covered", as_of=as_of)
    findings = judged(Catalogue(offers), as_of, readings).findings
    by_sku = {offer.sku: offer for offer in offers}
    reading = readings.get("AMB-13", "half-up")
    cases = (*SHORT, OVER, *([BY_ROUNDING] if choice.with_cap else ()))
    wrong = [finding for finding in findings if (finding.rule, finding.case) in cases]
    mends = [mend(by_sku[finding.subject], finding, as_of, reading) for finding in wrong]
    over = [mended for mended in mends if mended.over_cap and not choice.with_cap]
    mends = [mended for mended in mends if (choice.with_cap or not mended.over_cap) and choice.takes(mended.offer.sku)]
    impossible = [
        by_sku[finding.subject] for finding in findings if finding.rule == "points.impossible-price" and finding.outcome == "breach"
    ]
    rates = rates_on(as_of)
    found = Fix(mends, over, impossible, source, age_of(saved, listings, now), reading, rates)
    return with_others(found, offers, rates) if choice.whole_list else found


def with_others(found: Fix, offers: Iterable[Offer], rates: Both) -> Fix:
    """A whole list: beside what is to mend all other offers, each with the percent that it has.

    The percent of points is round(points × 100 / price), as programs read it that send the list to Amazon; one above the cap stays out.
    """
    done = {mend.offer.sku for mend in found.mends}
    rest = [offer for offer in offers if offer.status not in UNSOLD and offer.sku not in done]
    percents = [(offer.sku, percent_set(offer)) for offer in rest]
    known = tuple((sku, percent) for sku, percent in percents if percent is not None and percent <= rates.most_per_cent)
    fitting = tuple((sku, percent) for sku, percent in known if upload.one_cell(sku))
    listed = {sku for sku, _percent in fitting}
    return msgspec.structs.replace(found, others=fitting, unset=tuple(sku for sku, _percent in percents if sku not in listed))


def percent_set(offer: Offer) -> int | None:
    """The whole percent that an offer's points come from, rounded half up; None where price or points are not known."""
    if offer.price is None or offer.points is None:
        return None
    return (2 * offer.points * PER_CENT + offer.price) // (2 * offer.price)


def rates_on(as_of: date) -> Both:
    """The least and the highest rate on a day (Japan). Raises UnusableArgument before the terms begin."""
    version = rule("points.impossible-price").on(as_of)
    if version is None:
        raise UnusableArgument("not_covered", as_of=as_of)
    return msgspec.convert(version.params, Both)


def mend(offer: Offer, finding: Finding, as_of: date, reading: str) -> Mend:
    """What mends one offer, as its verdict says: the least points of one that is short, the most of one above the cap."""
    over = finding.rule == OVER[0]
    points, percent = finding.facts["most" if over else "needed"], finding.facts["percent"]
    if not isinstance(points, int) or not isinstance(percent, int) or offer.price is None:  # such a finding is never given
        raise TypeError(finding)
    most = rates_on(as_of).most_per_cent
    made = ROUNDINGS.get(reading, half_up)(offer.price, percent)
    fits = percent <= most and made <= most_for(offer.price, most)
    return Mend(offer, points, percent if fits else None, made if fits else points, over)


def file_of(found: Fix, form: Form) -> bytes:
    """The upload file of a form: for a price file, stock, sale and limits stay blank, and so as they are."""
    rows = found.rows(form)
    if form == "price-file":
        return upload.price_file(price_row(mend) for mend in rows)
    return upload.points_central([*((mend.offer.sku, mend.percent or 0) for mend in rows), *found.others])


def price_row(one: Mend) -> dict[str, object]:
    """A row of a price file: price and channel as read, the points, and nothing else."""
    offer = one.offer
    cells = {"sku": offer.sku, "price": offer.price, "standard-price-points": one.points, "currency": "JPY"}
    return {**cells, "fulfillment-channel": CHANNELS[offer.channel]}
