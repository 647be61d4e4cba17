"""The saved shop beside payment reports: its returns, facts, listings and shipments; and the reports that were imported."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from msgspec import structs

from sellerdesk.domain.account import Account
from sellerdesk.domain.assumptions import Assumptions
from sellerdesk.domain.catalogue import Catalogue
from sellerdesk.domain.decision import Decision
from sellerdesk.domain.imported import Import
from sellerdesk.domain.payment import PaymentsOfFile
from sellerdesk.domain.refusal import UnusableArgument, rows_lost
from sellerdesk.domain.returned_item import ReturnedItem
from sellerdesk.domain.unread import Unread, repeated
from sellerdesk.readers.headers import PAYMENTS
from sellerdesk.readers.payment_damage import damage_of
from sellerdesk.readers.payment_lines import CUT
from sellerdesk.readers.returns import KINDS as RETURNS
from sellerdesk.rules.payments.records import Known
from sellerdesk.store import decisions, imports, payments
from sellerdesk.store.connection import Database
from sellerdesk.store.database import opened
from sellerdesk.workflows.files import Source
from sellerdesk.workflows.payments.report import Report, judged, known_of
from sellerdesk.workflows.returns.report import Files, read_and_judge
from sellerdesk.workflows.returns.rows import judged_returns
from sellerdesk.workflows.sfp.shipment_rows import saved_shipments
from sellerdesk.workflows.shop import saved as shops
from sellerdesk.workflows.shop.catalogue import whole


def known(store: Path, as_of: date, returns: Path | None = None) -> Known:
    """What the saved shop knows beside payments, with the returns of a file instead of its own where one is named.

    Raises UnreadableFile, UnusableStore.
    """
    shop = shops.load(store) if store.exists() else None
    if shop is None:
        return known_of(of_file(returns, as_of), {}, [], (Account(), as_of), {})
    catalogue = whole(shop)
    with opened(store) as db:
        items = of_file(returns, as_of) if returns is not None else of_store(db, catalogue, as_of)
        sent_by = carriers(db)
    return known_of(items, catalogue.facts, catalogue.offers, (shop.account, as_of), sent_by)


def carriers(db: Database) -> dict[str, str]:
    """The carrier of every order of the saved shipment sheet, as it was written there."""
    return {shipment.order_id: shipment.written for shipment in saved_shipments(db)[1] if shipment.written}


def of_file(returns: Path | None, as_of: date) -> Sequence[ReturnedItem] | None:
    """The returns of a file, judged; None when none is named. Raises UnreadableFile."""
    return None if returns is None else read_and_judge(Files(returns), as_of, Assumptions()).judged.items


def of_store(db: Database, catalogue: Catalogue, as_of: date) -> Sequence[ReturnedItem] | None:
    """The saved returns, judged; None when none are saved."""
    return None if imports.last(db, RETURNS) is None else judged_returns(db, catalogue, as_of)[0].items


def saved(store: Path, as_of: date) -> Report:
    """The saved payment reports, judged on a day (Japan). Raises UnusableArgument when none are saved, UnusableStore."""
    read = of_imports(store)
    if not read:
        raise UnusableArgument("no_saved_payments")
    return judged(read, as_of, known(store, as_of))


def decided(store: Path) -> list[Decision]:
    """What the owner decided, the oldest first. Raises UnusableStore."""
    if not store.exists():
        return []
    with opened(store) as db:
        return decisions.every(db)


def of_imports(store: Path) -> list[tuple[Source, PaymentsOfFile]]:
    """Every saved payment report, the oldest import first. Raises UnusableStore."""
    if not store.exists():
        return []
    with opened(store) as db:
        return of_database(db)


def of_database(db: Database) -> list[tuple[Source, PaymentsOfFile]]:
    """Every saved payment report with the rows that could not be read, the oldest import first."""
    return [read_back(db, imported) for imported in imports.every(db) if imported.kind in PAYMENTS]


def read_back(db: Database, imported: Import) -> tuple[Source, PaymentsOfFile]:
    """A report that was saved. That it ends inside a row is told by what was refused of it, rows that it held twice by those that lack."""
    refused = imports.get_refusals(db, imported.number) if imported.refused else []
    content = payments.of_import(db, imported.number)
    twice = imported.rows - rows_lost(refused) - len(content.payments) - len(content.printed)
    unread = Unread(mended=(*repeated(twice), *damage_of(content.payments)))
    source = Source(imported.file, imported.kind, imported.encoding, imported.rows, refused, unread, imported.number)
    return source, structs.replace(content, cut=any(row.expected == CUT.expected for row in refused))
