"""The saved shop: import files, look at what is saved, take an import away."""

from datetime import datetime
from pathlib import Path

from sellerdesk.domain.imported import Import
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.domain.shop import Shop
from sellerdesk.readers import listings
from sellerdesk.readers import orders as orders_read
from sellerdesk.readers import returns as returns_read
from sellerdesk.readers.headers import PAYMENTS, SHIPMENTS
from sellerdesk.readers.listings import Listings
from sellerdesk.store import decisions, imports, offers
from sellerdesk.store import facts as saved_facts
from sellerdesk.store.database import changing, opened
from sellerdesk.workflows.shop import account
from sellerdesk.workflows.shop import readings as shop_readings
from sellerdesk.workflows.shop.imports import kinds_beside, note_removal, put
from sellerdesk.workflows.shop.kept_report import kept_report


def load(store: Path, *, with_offers: bool = True) -> Shop | None:
    """The saved shop, `None` when nothing was ever saved; reading makes no file. Raises UnusableStore."""
    if not store.exists():
        return None
    with opened(store) as db:
        facts, restock = saved_facts.get_facts(db), offers.get_restock(db)
        found = offers.get_offers(db) if with_offers else []
        last = imports.last(db, listings.KINDS)
        refused = imports.get_refusals(db, last.number) if last else []
        sales, readings = offers.get_sales(db), shop_readings.readings_of(db)
        templates, decided = saved_facts.get_prime_templates(db), decisions.every(db)
        return Shop(found, facts, restock, templates, last, refused, sales, readings, account.of(db), decided)


def can_be_judged(store: Path) -> bool:
    """Whether a report of offers, orders, shipments, returns or payments is in place. Raises UnusableStore."""
    with opened(store) as db:
        return imports.last(db, (*listings.KINDS, *orders_read.KINDS, *SHIPMENTS, *returns_read.KINDS, *PAYMENTS)) is not None


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
    if number not in {imported.number for imported in all_imports(store)}:
        raise UnusableArgument("no_such_import", number=number)
    with changing(store) as db:
        gone = next(imported for imported in imports.every(db) if imported.number == number)
        was_last = imports.last(db, kinds_beside(gone.kind)) == gone
        imports.remove(db, number)
        note_removal(db, gone, now)
        before = imports.last(db, kinds_beside(gone.kind))
        if was_last and gone.kind in listings.KINDS:
            offers.put_offers(db, [])
        if not was_last or before is None or gone.kind in ("facts", *PAYMENTS):
            return None
        report = kept_report(before.file, imports.source(db, before.number))
        if isinstance(report.content, Listings):
            offers.put_offers(db, report.content.offers)
        put(db, before.number, report, now)
        return before
