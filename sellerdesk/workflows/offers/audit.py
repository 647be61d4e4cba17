"""The main job: every offer judged by the points and SFP rules, from files or from the saved shop."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from sellerdesk.domain.account import Account
from sellerdesk.domain.catalogue import Catalogue
from sellerdesk.domain.decision import Decision
from sellerdesk.domain.facts import SkuFacts
from sellerdesk.domain.money import half_up
from sellerdesk.domain.offer import Offer, Sale
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.rules.checks import OFFER_CHECKS
from sellerdesk.rules.engine import judge
from sellerdesk.rules.engine.check import Run
from sellerdesk.rules.engine.columns import column_of
from sellerdesk.rules.engine.judge import Audit
from sellerdesk.rules.points.rounding import ROUNDINGS
from sellerdesk.workflows.files import Source, facts_sheet, listings_report, price_file, set_prices
from sellerdesk.workflows.shop.catalogue import facts_and_restock, named_templates, still_there
from sellerdesk.workflows.terms import rules_of, terms

if TYPE_CHECKING:
    from sellerdesk.domain.shop import Shop  # at run time it brings SQLite's library, which an audit of a file needs not
    from sellerdesk.readers.price_file import Setting


Note = Callable[[Source, Mapping[str, object]], None]
"""Takes a note of a file with what it says by SKU."""


class Files(msgspec.Struct, frozen=True):
    """What a command names; what it does not name comes from the saved shop, if there is one.

    `uploaded` is a price file that is taken as uploaded: its prices and points stand in place of those of the listings.
    """

    listings: Path | None = None
    facts: Path | None = None
    price_file: Path | None = None
    prime_templates: tuple[str, ...] = ()
    uploaded: Path | None = None


class Strays(msgspec.Struct, frozen=True):
    """SKUs of a further file that no offer has; `zeros` are those that match once zeros are put before them."""

    file: str
    skus: tuple[str, ...]
    zeros: tuple[str, ...]


class Audited(msgspec.Struct, frozen=True):
    """An audit with where its offers came from; `others` are the further files read, `saved` when the offers were imported.

    `account` is what the owner told about the shop, `decisions` what they decided about its findings.
    """

    audit: Audit
    catalogue: Catalogue
    as_of: date
    source: Source
    others: list[Source]
    strays: list[Strays]
    saved: str | None = None
    account: Account = msgspec.field(default_factory=Account)
    decisions: Sequence[Decision] = ()


def audit(files: Files, shop: "Shop | None", as_of: date, *, everything: bool = False) -> Audited:
    """Judge every offer on a day (Japan). Raises UnreadableFile, UnusableArgument."""
    others: list[Source] = []
    strays: list[Strays] = []
    source, offers, saved = offers_of(files, shop)
    if files.uploaded is not None:
        uploaded, content = set_prices(files.uploaded)
        others.append(uploaded)
        rounded = ROUNDINGS.get((shop.readings if shop else {}).get("AMB-13", "half-up"), half_up)
        offers = [as_set(offer, content.prices, rounded) for offer in offers]
    templates = prime_templates(files, shop, offers)
    facts, sales = facts_of(files, shop, others, strays_among(offers, strays))
    catalogue = Catalogue(offers, facts, templates, sales)
    readings = shop.readings if shop else {}
    found, account = judged(catalogue, as_of, readings, everything=everything), shop.account if shop else Account()
    return Audited(found, catalogue, as_of, source, others, strays, saved, account, shop.decisions if shop else ())


def as_set(offer: Offer, prices: "Mapping[str, Setting]", rounded: Callable[[int, int], int]) -> Offer:
    """An offer with the price and points that a price file sets; a percent makes points as Amazon is taken to round them (AMB-13)."""
    setting = prices.get(offer.sku)
    if setting is None:
        return offer
    price = offer.price if setting.price is None else setting.price
    if setting.percent is not None:
        points = None if price is None else rounded(price, setting.percent)
    else:
        points = offer.points if setting.points is None else setting.points
    return msgspec.structs.replace(offer, price=price, points=points)


def judged(catalogue: Catalogue, as_of: date, readings: Mapping[str, str] = {}, *, everything: bool = False) -> Audit:
    """Every offer of a catalogue by every offer rule in force on a day, as the owner reads unclear passages."""
    rules = rules_of(OFFER_CHECKS)
    run = Run(as_of, catalogue, readings)
    return judge.judge(rules, OFFER_CHECKS, terms(), run, catalogue.offers, subject="sku", everything=everything)


def offers_of(files: Files, shop: "Shop | None") -> tuple[Source, Sequence[Offer], str | None]:
    """The offers to judge, from the file or from the shop. Raises UnusableArgument when there are none."""
    if files.listings is not None:
        source, listings = listings_report(files.listings)
        return source, listings.offers, None
    if shop is None or shop.last is None:
        raise UnusableArgument("nothing_saved")
    last = shop.last
    source = Source(last.file, last.kind, last.encoding, last.rows, shop.refused, number=last.number)
    return source, shop.offers, last.written_at or last.imported_at


def prime_templates(files: Files, shop: "Shop | None", offers: Sequence[Offer]) -> frozenset[str] | None:
    """The Prime templates named, or those saved. Raises UnusableArgument for one named that no offer has."""
    if files.prime_templates:
        return named_templates(files.prime_templates, offers)
    return still_there(shop.prime_templates, offers) if shop else None


def strays_among(offers: Sequence[Offer], strays: list[Strays]) -> Note:
    """What notes the SKUs of a file that no offer has: a spreadsheet that takes the zeros before a SKU leaves its facts without effect."""

    @cache
    def there() -> frozenset[str]:
        return frozenset(column_of(offers, "sku"))

    def note(source: Source, skus: Mapping[str, object]) -> None:
        if skus.keys() <= there():
            return
        missing = tuple(sku for sku in skus if sku not in there())
        bare = {sku.lstrip("0") for sku in there() if sku.startswith("0")}
        strays.append(Strays(source.file, missing, tuple(sku for sku in missing if sku.isdecimal() and sku in bare)))

    return note


def facts_of(files: Files, shop: "Shop | None", others: list[Source], note: Note) -> tuple[Mapping[str, SkuFacts], Mapping[str, Sale]]:
    """What is known about SKUs: the sheet named or else the saved facts, then the price file named or else the saved one; and its sales."""
    facts: Mapping[str, SkuFacts] = shop.facts if shop else {}
    restock: Mapping[str, SkuFacts] = shop.restock if shop else {}
    sales: Mapping[str, Sale] = shop.sales if shop else {}
    if files.facts is not None:
        source, facts = facts_sheet(files.facts)
        others.append(source)
        note(source, facts)
    if files.price_file is not None:
        source, content = price_file(files.price_file)
        restock, sales = content.facts, content.sales
        others.append(source)
        note(source, restock)
    return facts_and_restock(facts, restock), sales
