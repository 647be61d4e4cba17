"""The saved shop: import files, look at what is saved, take an import away."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from sellerdesk.domain.facts import FACT_NAMES, SkuFacts, joined
from sellerdesk.domain.offer import Offer
from sellerdesk.domain.refusal import Refusal, UnusableArgument
from sellerdesk.readers import listings
from sellerdesk.readers.cells import Bad
from sellerdesk.readers.facts import decoders
from sellerdesk.readers.listings import Listings
from sellerdesk.store import facts as saved_facts
from sellerdesk.store import imports, offers
from sellerdesk.store.database import opened
from sellerdesk.store.imports import Import
from sellerdesk.workflows.audit import demo
from sellerdesk.workflows.reading import Report, any_report


@dataclass(frozen=True)
class Shop:
    """What a shop's store holds: the last import of offers, the owner's facts with the saved restock dates, Prime templates."""

    offers: list[Offer]
    facts: Mapping[str, SkuFacts]
    prime_templates: frozenset[str] | None
    last: Import | None


@dataclass(frozen=True)
class Imported:
    """An import that was made, or the earlier one of the very same file (`repeated`), and the rows it refused."""

    one: Import
    repeated: bool
    refused: list[Refusal]


def load(store: Path, *, with_offers: bool = True) -> Shop | None:
    """The saved shop, `None` when nothing was ever saved; reading makes no file. Raises UnusableStore."""
    if not store.exists():
        return None
    with opened(store) as db:
        facts = saved_facts.get_facts(db)
        for sku, known in offers.get_restock(db).items():
            facts[sku] = joined(facts[sku], known) if sku in facts else known
        found = offers.get_offers(db) if with_offers else []
        return Shop(found, facts, saved_facts.get_prime_templates(db), imports.last(db, listings.KINDS))


def import_file(store: Path, path: Path, now: datetime) -> Imported:
    """Import a listings report, a price file or a sheet of facts; all or nothing. Raises UnreadableFile, UnusableStore."""
    report = any_report(path)
    with opened(store) as db, db.atomic():
        return add(db, report, now)


def import_demo(store: Path, now: datetime) -> Imported:
    """Import the demo shop, whole, in place of what the store held. Raises UnusableStore."""
    files = demo()
    reports = [any_report(path) for path in (files.facts, files.price_file, files.listings) if path is not None]
    with opened(store) as db, db.atomic():
        done = [add(db, report, now) for report in reports]
        saved_facts.put_prime_templates(db, frozenset(files.prime_templates), now)
    return done[-1]


def has_offers(store: Path) -> bool:
    """Whether a listings report is in place. Raises UnusableStore."""
    with opened(store) as db:
        return imports.last(db, listings.KINDS) is not None


def add(db: Database, report: Report, now: datetime) -> Imported:
    """Import a report that was read, unless the last import of its kind is the same file."""
    digest, source = hashlib.sha256(report.data).hexdigest(), report.source
    last = imports.last(db, kinds_beside(source.kind))
    if last is not None and last.sha256 == digest:
        return Imported(last, repeated=True, refused=source.refused)
    refused = len({one.line for one in source.refused})
    one = Import(0, source.kind, source.file, digest, source.encoding, now.isoformat(timespec="seconds"), source.rows, refused)
    number = imports.add(db, one, report.data)
    put(db, number, report, now)
    return Imported(
        Import(number, *[getattr(one, name) for name in Import.__dataclass_fields__][1:]), repeated=False, refused=source.refused
    )


def put(db: Database, number: int, report: Report, now: datetime) -> None:
    """Put a report's rows in place."""
    if isinstance(report.content, Listings):
        offers.put_offers(db, number, report.content.offers)
    elif report.source.kind == "price_file":
        offers.put_restock(db, number, report.content.facts)
    else:
        saved_facts.put_facts(db, report.content.facts, now)


def kinds_beside(kind: str) -> tuple[str, ...]:
    """The kinds of file that take each other's place."""
    return listings.KINDS if kind in listings.KINDS else (kind,)


def all_imports(store: Path) -> list[Import]:
    """Every import, the oldest first. Raises UnusableStore."""
    if not store.exists():
        return []
    with opened(store) as db:
        return imports.every(db)


def remove_import(store: Path, number: int, now: datetime) -> Import | None:
    """Take an import away, whole; when its rows were in place, the one before it comes back, and is returned.

    Facts that the owner told stay. Raises UnusableArgument, UnusableStore.
    """
    if number not in {one.number for one in all_imports(store)}:
        raise UnusableArgument("no_such_import", number=number)
    with opened(store) as db, db.atomic():
        gone = next(one for one in imports.every(db) if one.number == number)
        was_last = imports.last(db, kinds_beside(gone.kind)) == gone
        imports.remove(db, number)
        before = imports.last(db, kinds_beside(gone.kind))
        if not was_last or before is None or gone.kind == "facts":
            return None
        put(db, before.number, any_report(Path(before.file), imports.source(db, before.number)), now)
        return before


def save_prime_templates(store: Path, names: frozenset[str], now: datetime) -> None:
    """Save which shipping templates are Prime. Raises UnusableStore."""
    with opened(store) as db, db.atomic():
        saved_facts.put_prime_templates(db, names, now)


def save_facts(store: Path, facts: Mapping[str, SkuFacts], now: datetime) -> None:
    """Save what the owner knows. Raises UnusableStore."""
    with opened(store) as db, db.atomic():
        saved_facts.put_facts(db, facts, now)


def set_fact(store: Path, skus: tuple[str, ...], fact: str, text: str, now: datetime) -> None:
    """Set one fact of some SKUs as the owner writes it; an empty text makes it not known again.

    Raises UnusableArgument, UnusableStore.
    """
    known = decoders()
    if fact not in known:
        raise UnusableArgument("no_such_fact", name=fact, there=FACT_NAMES)
    value = known[fact][text]
    if isinstance(value, Bad):
        raise UnusableArgument("bad_fact", fact=fact, value=text, expected=value.expected)
    with opened(store) as db, db.atomic():
        if value is None:
            for sku in skus:
                saved_facts.drop_fact(db, sku, fact)
        else:
            saved_facts.put_facts(db, {sku: SkuFacts(**{fact: value}) for sku in skus}, now)
