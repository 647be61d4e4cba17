"""The upload file that mends every points shortfall: what is in it, what cannot be, and how old the report is."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec

from sellerdesk.domain.catalogue import Catalogue
from sellerdesk.domain.finding import Finding
from sellerdesk.domain.money import half_up
from sellerdesk.domain.offer import Offer
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.reports import upload, words
from sellerdesk.rules.points.offers import Both
from sellerdesk.rules.points.percent import ROUNDINGS, least_percent, most_percent
from sellerdesk.workflows.files import Source
from sellerdesk.workflows.offers.audit import Files as Named
from sellerdesk.workflows.offers.audit import judged, offers_of
from sellerdesk.workflows.offers.upload import CHANNELS, FRESH, age_of
from sellerdesk.workflows.terms import rule

if TYPE_CHECKING:
    from sellerdesk.domain.shop import Shop

Form = Literal["price-file", "points-central"]

SHORT = (("points.two-percent", "short"), ("points.two-percent", "rounding"))
"""The verdicts that the file mends: points below the least rate."""
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

    def after(self, form: Form) -> int:
        """The points of the offer once a form is uploaded."""
        return self.points if form == "price-file" else self.of_percent


class Fix(msgspec.Struct, frozen=True):
    """All that is to mend: the offers, those whose price allows no points, those a file cannot hold, and the report's age.

    `over` are the offers above the cap that the file leaves as they are.
    """

    mends: list[Mend]
    over: list[Mend]
    impossible: list[Offer]
    unwritable: list[Mend]
    source: Source
    age: timedelta
    reading: str

    @property
    def stale(self) -> bool:
        """Whether the report is too old to be written from without asking."""
        return self.age > FRESH

    def rows(self, form: Form) -> list[Mend]:
        """The offers that stand in the file of a form."""
        return [one for one in self.mends if form == "price-file" or one.percent is not None]

    def left_out(self, form: Form) -> list[Mend]:
        """The offers that need their points set by hand."""
        return [*self.unwritable, *(one for one in self.mends if form == "points-central" and one.percent is None)]


class Choice(msgspec.Struct, frozen=True):
    """What the owner wants in the file: offers above the cap too, and which SKUs not."""

    with_cap: bool = False
    leave_out: frozenset[str] = frozenset()


def fix(listings: Path | None, shop: "Shop | None", as_of: date, now: datetime, choice: Choice = Choice()) -> Fix:  # noqa: B008 (it never changes)
    """What mends the offers of a file, or of the saved shop, on a day (Japan). Raises UnreadableFile, UnusableArgument."""
    source, offers, saved = offers_of(Named(listings), shop)
    readings = shop.readings if shop else {}
    if rule("points.two-percent").on(as_of) is None:
        raise UnusableArgument("not_covered", as_of=as_of)
    findings = judged(Catalogue(offers), as_of, readings).findings
    by_sku = {offer.sku: offer for offer in offers}
    reading = readings.get("AMB-13", "half-up")
    wrong = [one for one in findings if (one.rule, one.case) in (*SHORT, OVER)]
    mends = [mend(by_sku[one.subject], one, as_of, reading) for one in wrong]
    over = [one for one in mends if one.over_cap and not choice.with_cap]
    mends = [one for one in mends if (choice.with_cap or not one.over_cap) and one.offer.sku not in choice.leave_out]
    impossible = [by_sku[one.subject] for one in findings if one.rule == "points.impossible-price" and one.outcome == "breach"]
    fits = {True: [one for one in mends if upload.writable(one.offer.sku)], False: []}
    fits[False] = [one for one in mends if not upload.writable(one.offer.sku)]
    return Fix(fits[True], over, impossible, fits[False], source, age_of(saved, listings, now), reading)


def mend(offer: Offer, finding: Finding, as_of: date, reading: str) -> Mend:
    """What mends one offer: the least points of one that is short, the most of one above the cap."""
    over = (finding.rule, finding.case) == OVER
    points = finding.facts["most" if over else "needed"]
    version = rule("points.impossible-price").on(as_of)
    if not isinstance(points, int) or offer.price is None or version is None:  # such a finding is never given
        raise TypeError(finding)
    percent = (most_percent if over else least_percent)(offer.price, msgspec.convert(version.params, Both), reading)
    return Mend(offer, points, percent, points if percent is None else ROUNDINGS.get(reading, half_up)(offer.price, percent), over)


def file_of(found: Fix, form: Form, lang: str) -> bytes:
    """The upload file of a form: for a price file, stock, sale and limits stay blank, and so as they are."""
    rows = found.rows(form)
    if form == "price-file":
        return upload.price_file(price_row(one) for one in rows)
    heads = (words.say(lang, "say.central_sku"), words.say(lang, "say.central_percent"))
    return upload.points_central([(one.offer.sku, one.percent or 0) for one in rows], words.say(lang, "say.central_note"), heads)


def price_row(one: Mend) -> dict[str, object]:
    """A row of a price file: price and channel as read, the points, and nothing else."""
    offer = one.offer
    cells = {"sku": offer.sku, "price": offer.price, "standard-price-points": one.points, "currency": "JPY"}
    return {**cells, "fulfillment-channel": CHANNELS[offer.channel]}
