"""The list of Points Central held against the listings, SKU by SKU: the percent that is set, and the points that show.

Points of a percent are taken as price × percent, rounded down or half up (AMB-13); since 21 March 2023 the percent is of the price in
force, so that of a running sale counts too.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Literal

import msgspec

from sellerdesk.domain.money import PER_CENT
from sellerdesk.domain.offer import UNSOLD, Offer, Sale
from sellerdesk.rules.figures.known import LEAST_POINTS, MOST_POINTS
from sellerdesk.rules.points.rounding import ROUNDINGS, enough_percent
from sellerdesk.workflows.figures.in_force import version_on
from sellerdesk.workflows.points.fix import percent_set

Case = Literal["above_cap", "same", "differs", "not_in_list", "not_listed", "not_known"]
CASES: tuple[Case, ...] = ("above_cap", "differs", "not_known", "not_listed", "not_in_list", "same")
"""The most telling first. An offer that is not in the list has the percent of all offers, which the list does not tell."""


class SetAndShown(msgspec.Struct, frozen=True):
    """What is set for a SKU (percent), what its listing shows (yen, points, the percent that they are), and how these agree.

    `choose` is the whole percent to set where the points that show are too few and what is set is no more: the one that the verdict says.
    """

    sku: str
    case: Case
    percent: int | None
    price: int | None
    points: int | None
    shows: int | None
    choose: int | None = None


def with_choice(found: Iterable[SetAndShown], as_of: date, reading: str | None) -> Iterator[SetAndShown]:
    """What is set and shown, with the percent to choose by the least rate of a day (Japan) and the reading of AMB-13."""
    version = version_on(LEAST_POINTS, as_of)
    for entry in found:
        yield entry if version is None else msgspec.structs.replace(entry, choose=choice(entry, version.value, reading))


def choice(entry: SetAndShown, least: int, reading: str | None) -> int | None:
    """The percent to choose for a SKU; None where its points are enough, are not known, or follow once what is set shows."""
    if not entry.price or entry.points is None or entry.points * PER_CENT >= entry.price * least:
        return None
    percent = enough_percent(entry.price, entry.points, least, reading)
    return percent if entry.percent is None or entry.percent < percent else None


def compared(percents: Mapping[str, int | None], offers: Iterable[Offer], sales: Mapping[str, Sale], as_of: date) -> Iterator[SetAndShown]:
    """Every SKU of the list or of the listings on a day (Japan); listings that nobody can buy are none."""
    there = {offer.sku: offer for offer in offers if offer.status not in UNSOLD}
    cap = version_on(MOST_POINTS, as_of)
    for sku, percent in percents.items():
        offer = there.get(sku)
        if cap is not None and percent is not None and percent > cap.value:
            shown = (None, None, None) if offer is None else (offer.price, offer.points, percent_set(offer))
            yield SetAndShown(sku, "above_cap", percent, *shown)
            continue
        if offer is None:
            yield SetAndShown(sku, "not_listed", percent, None, None, None)
        else:
            case = case_of(percent, offer, sale_price(sales.get(sku), as_of))
            yield SetAndShown(sku, case, percent, offer.price, offer.points, percent_set(offer))
    for sku, offer in there.items():
        if sku not in percents:
            yield SetAndShown(sku, "not_in_list", None, offer.price, offer.points, percent_set(offer))


def case_of(percent: int | None, offer: Offer, on_sale: int | None) -> Case:
    """Whether the points that show are those of the percent, at the price or at that of a running sale."""
    if percent is None or offer.price is None or offer.points is None:
        return "not_known"
    prices = [offer.price, *([on_sale] if on_sale is not None else [])]
    made = {rounded(price, percent) for price in prices for rounded in ROUNDINGS.values()}
    return "same" if offer.points in made else "differs"


def sale_price(sale: Sale | None, as_of: date) -> int | None:
    """The price of a sale that may run on a day (Japan): one whose days are not known, or cannot be, may."""
    if sale is not None and sale.backwards:
        return sale.price
    if sale is None or (sale.start and sale.start > as_of) or (sale.end and sale.end < as_of):
        return None
    return sale.price
