"""The advice cost.price-cliff: offers whose price leaves less than the end of a lower step of their category's fee does."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import msgspec

from sellerdesk.domain.clause import Words
from sellerdesk.domain.doubt import Sure
from sellerdesk.domain.facts import SkuFacts
from sellerdesk.domain.offer import UNSOLD, Offer
from sellerdesk.rules.figures.known import REFERRAL
from sellerdesk.rules.figures.values import Referral
from sellerdesk.rules.points.cliff import Cliff, cliff_at, cliffs, kept
from sellerdesk.workflows.figures.in_force import figure_of

RULE = "cost.price-cliff"


class OnCliff(msgspec.Struct, frozen=True):
    """An offer on a cliff: what its price keeps, the cliff, and the category with how sure its fee is."""

    sku: str
    line: int
    price: int
    keeps: int
    cliff: Cliff
    category: Words
    sure: Sure


def on_cliffs(offers: Iterable[Offer], facts: Mapping[str, SkuFacts], day: date) -> Iterator[OnCliff]:
    """The offers on a cliff by the fees of a day (Japan); of one whose category or fee is not known nothing is said."""
    for offer in offers:
        category = facts[offer.sku].category if offer.sku in facts else None
        found = figure_of(REFERRAL, category, day) if category else None
        if found is None or offer.price is None or offer.status in UNSOLD:
            continue
        figure, version = found
        cliff = cliff_at(version.value, offer.price)
        if cliff is not None:
            yield OnCliff(offer.sku, offer.line, offer.price, kept(version.value, offer.price), cliff, figure.name, version.sure)


def cliffs_of(category: str, day: date) -> list[Cliff] | None:
    """The cliffs of a category's fee on a day (Japan); None where the fee is not known."""
    found = figure_of(REFERRAL, category, day)
    return None if found is None else [*cliffs(found[1].value)]


def fees_of(offers: Iterable[Offer], facts: Mapping[str, SkuFacts], day: date) -> dict[str, Referral]:
    """The referral fees of offers on a day (Japan) by SKU; an offer whose category or fee is not known has none."""
    named = {offer.sku: category for offer in offers if offer.sku in facts and (category := facts[offer.sku].category)}
    found = {category: figure_of(REFERRAL, category, day) for category in {*named.values()}}
    return {sku: there[1].value for sku, category in named.items() if (there := found[category]) is not None}


def fee_of(category: str | None, price: int | None, day: date) -> int | None:
    """The referral fee of one unit in yen, before tax, by the figures of a day (Japan); None where it is not known."""
    found = figure_of(REFERRAL, category, day) if category else None
    return None if found is None or price is None else int(found[1].value.fee(price))
