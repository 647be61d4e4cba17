"""What became bad or good between the last two listings reports of a shop."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import msgspec

from sellerdesk.domain import shop
from sellerdesk.domain.catalogue import Catalogue
from sellerdesk.domain.finding import Finding
from sellerdesk.domain.imported import Import
from sellerdesk.domain.offer import Offer
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.readers import listings
from sellerdesk.readers.listings import Listings
from sellerdesk.store import imports
from sellerdesk.store.database import opened
from sellerdesk.workflows.offers.audit import judged
from sellerdesk.workflows.shop import saved as shop_saved
from sellerdesk.workflows.shop.catalogue import facts_and_restock, still_there
from sellerdesk.workflows.shop.kept_report import kept_report

Key = tuple[str, str]
"""A rule and a SKU."""


class Since(msgspec.Struct, frozen=True):
    """The breaches that came and went from one report to the next.

    `bad` came (those of `new` offers too), `good` were mended, `unsure` are gone only because a fact is missing now, or
    turned into a check, and `gone` went with their offers.
    """

    last: Import
    before: Import
    bad: list[Finding]
    good: list[Finding]
    unsure: list[Finding]
    gone: list[Finding]
    new: frozenset[str]


class Seen(msgspec.Struct):
    """One judging: its breaches, and the verdicts that are no breach and not fine either."""

    skus: frozenset[str]
    breaches: dict[Key, Finding] = {}
    doubtful: set[Key] = set()


def since(store: Path, as_of: date) -> Since:
    """Both reports judged by the rules of one day (Japan), with what is known now: the reports alone make the difference.

    Raises UnusableArgument when there are no two listings reports, UnusableStore.
    """
    saved = shop_saved.load(store)
    if saved is None:
        raise UnusableArgument("no_report_before")
    with opened(store) as db:
        reports = [imported for imported in imports.every(db) if imported.kind in listings.KINDS]
        if len(reports) < len(("before", "last")):
            raise UnusableArgument("no_report_before")
        before, last = reports[-2:]
        content = kept_report(before.file, imports.source(db, before.number)).content
    if not isinstance(content, Listings):  # what was imported as a listings report is read as one
        raise TypeError(before.kind)
    old, new = (seen(saved, offers, as_of) for offers in (content.offers, saved.offers))
    return compared(last, before, old, new)


def seen(saved: shop.Shop, offers: Sequence[Offer], as_of: date) -> Seen:
    """A judging of offers with all that the shop knows."""
    facts = facts_and_restock(saved.facts, saved.restock)
    found = Seen(frozenset(offer.sku for offer in offers))
    catalogue = Catalogue(offers, facts, still_there(saved.prime_templates, offers), saved.sales)
    audit = judged(catalogue, as_of, saved.readings)
    found.doubtful.update((rule, offers[place].sku) for place, lacks in audit.lacks.items() for rules, _facts in lacks for rule in rules)
    for finding in audit.findings:
        if finding.outcome == "breach":
            found.breaches[finding.rule, finding.subject] = finding
        elif finding.outcome == "check":
            found.doubtful.add((finding.rule, finding.subject))
    return found


def compared(last: Import, before: Import, old: Seen, new: Seen) -> Since:
    """What came and went between two judgings."""
    went = {key: finding for key, finding in old.breaches.items() if key not in new.breaches}
    there = {key: finding for key, finding in went.items() if key[1] in new.skus}
    return Since(
        last,
        before,
        [finding for key, finding in new.breaches.items() if key not in old.breaches],
        [finding for key, finding in there.items() if key not in new.doubtful],
        [finding for key, finding in there.items() if key in new.doubtful],
        [finding for key, finding in went.items() if key not in there],
        new.skus - old.skus,
    )
