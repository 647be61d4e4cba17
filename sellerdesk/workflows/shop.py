"""The saved shop: import files, look at what is saved, take an import away."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

import msgspec

from sellerdesk.domain.account import Account
from sellerdesk.domain.decision import Decision
from sellerdesk.domain.facts import FACT_NAMES, SkuFacts
from sellerdesk.domain.offer import Offer, Sale
from sellerdesk.domain.refusal import Refusal, UnreadableFile, UnusableArgument, rows_lost
from sellerdesk.readers import listings
from sellerdesk.readers import orders as orders_read
from sellerdesk.readers import returns as returns_read
from sellerdesk.readers.cells import Bad
from sellerdesk.readers.damage import repairs
from sellerdesk.readers.facts import one_fact
from sellerdesk.readers.headers import SHIPMENTS
from sellerdesk.readers.listings import Listings
from sellerdesk.readers.orders import Orders
from sellerdesk.readers.returns import Returns
from sellerdesk.readers.shipments import ShipmentsFile
from sellerdesk.readers.templates import TemplatesFile
from sellerdesk.store import decisions, imports, judged, offers
from sellerdesk.store import facts as saved_facts
from sellerdesk.store.connection import Database
from sellerdesk.store.database import changing, opened
from sellerdesk.store.history import acting, doing
from sellerdesk.store.imports import Import
from sellerdesk.workflows import account, template_grid
from sellerdesk.workflows.audit import demo, demo_orders, demo_recent, named_templates
from sellerdesk.workflows.importing import Compared, Prepared, Wanted, check_names, compared, keep_names, prepared
from sellerdesk.workflows.reading import Report, any_report, bytes_of, written
from sellerdesk.workflows.reimporting import reimported

AS_IT_IS = Wanted()
DEMO_ACCOUNT = {"participant": "yes", "applied_on": "2020-07-20", "applied_by": "own"}
"""What the owner of the demo shop told about it."""


class Shop(msgspec.Struct, frozen=True):
    """What a shop's store holds: the last import of offers with what it refused, facts, restock dates, Prime templates.

    `facts` are the owner's own; `restock` and `sales` those of the last price file; `readings` those that the owner took,
    and `account` what they told about the shop; `decisions` what they decided about findings.
    """

    offers: list[Offer]
    facts: Mapping[str, SkuFacts]
    restock: Mapping[str, SkuFacts]
    prime_templates: frozenset[str] | None
    last: Import | None
    refused: list[Refusal]
    sales: Mapping[str, Sale]
    readings: Mapping[str, str]
    account: Account
    decisions: list[Decision] = []


class Imported(msgspec.Struct, frozen=True):
    """An import that was made, or the earlier one of the very same file (`repeated`), and the rows it refused.

    `prepared` is what was found in the file before it was read, `report` what was read.
    """

    one: Import
    repeated: bool
    refused: list[Refusal]
    prepared: Prepared | None = None
    report: Report | None = None


def load(store: Path, *, with_offers: bool = True) -> Shop | None:
    """The saved shop, `None` when nothing was ever saved; reading makes no file. Raises UnusableStore."""
    if not store.exists():
        return None
    with opened(store) as db:
        facts, restock = saved_facts.get_facts(db), offers.get_restock(db)
        found = offers.get_offers(db) if with_offers else []
        last = imports.last(db, listings.KINDS)
        refused = imports.get_refusals(db, last.number) if last else []
        sales, readings = offers.get_sales(db), account.readings_of(db)
        templates, decided = saved_facts.get_prime_templates(db), decisions.every(db)
        return Shop(found, facts, restock, templates, last, refused, sales, readings, account.of(db), decided)


def import_file(store: Path, path: Path, now: datetime, templates: tuple[str, ...] = (), wanted: Wanted = AS_IT_IS) -> Imported:
    """Import a listings report, a price file or a sheet of facts, with the Prime templates named; all or nothing.

    Raises UnreadableFile, UnusableStore, UnusableArgument for a template that no offer has.
    """
    check_names(wanted.names)
    data = bytes_of(path)
    first = None if store.exists() else readied(None, path, data, wanted)  # a file that cannot be read makes no store
    with changing(store) as db:
        if first is None and wanted == AS_IT_IS and not templates and (quick := reimported(db, path, data, now)) is not None:
            return Imported(quick, repeated=False, refused=[], prepared=Prepared(data))
        ready, report = first or readied(db, path, data, wanted)
        if wanted.names:
            with acting(db, "columns", now, {"count": len(wanted.names)}):
                keep_names(db, data, wanted.names, now)
        with acting(db, *deed_of(report, now)):
            done = add(db, report, now, written(path, now))
        if templates:
            with acting(db, "templates", now, {"to": sorted(templates)}):
                saved_facts.put_prime_templates(db, named_templates(templates, offers.get_offers(db)), now)
        return msgspec.structs.replace(done, prepared=ready, report=report)


def readied(db: Database | None, path: Path, data: bytes, wanted: Wanted) -> tuple[Prepared, Report]:
    """A file made ready and read; one whose SKUs became numbers says that they can be mended, when they can. Raises UnreadableFile."""
    ready = prepared(db, path, data, wanted)
    try:
        return ready, any_report(path, ready.data, ready.sheet)
    except UnreadableFile as fault:
        if fault.code in ("skus_are_numbers", "own_skus_are_numbers") and not ready.mended and repairs(ready.damage):
            raise UnreadableFile("skus_can_be_mended", **fault.facts, known=len(repairs(ready.damage))) from fault
        raise


def look(store: Path, path: Path, wanted: Wanted = AS_IT_IS) -> tuple[Prepared, Report, Compared | None, Import | None]:
    """What an import of a file would do, without doing it: what is found in it, what it says, what it changes, the same import made before.

    Raises UnreadableFile, UnusableStore, UnusableArgument.
    """
    check_names(wanted.names)
    data = bytes_of(path)
    if not store.exists():
        return *readied(None, path, data, wanted), None, None
    with opened(store) as db:
        ready, report = readied(db, path, data, wanted)
        beside = kinds_beside(report.source.kind)
        last = imports.last(db, beside)
        same = last if last is not None and last.sha256 == hashlib.sha256(report.data).hexdigest() else None
        return ready, report, compared(db, report, beside), same


def deed_of(report: Report, now: datetime) -> tuple[str, datetime, dict[str, object]]:
    """What undo says of the owner's own words in a file; a report from Seller Central holds none, and undo leaves it."""
    if isinstance(report.content, TemplatesFile):
        return "template_cell", now, {}
    told = {} if isinstance(report.content, Listings | Orders | ShipmentsFile | Returns) else report.content.facts
    return "facts", now, {"count": len(told)}


def import_demo(store: Path, now: datetime, as_of: date) -> Imported:
    """Import the demo shop, whole, in place of what the store held; its parcels and returns are of the days before a day (Japan).

    Raises UnusableStore.
    """
    files = demo()
    recent = [any_report(path, data) for path, data in demo_recent(as_of)]
    paths = (files.facts, files.price_file, demo_orders(), files.listings)
    reports = [*recent, *(any_report(path) for path in paths if path is not None)]
    with changing(store) as db:
        done = [add(db, report, now) for report in reports]
        saved_facts.put_prime_templates(db, frozenset(files.prime_templates), now)
        for name, value in DEMO_ACCOUNT.items():
            saved_facts.put_setting(db, account.ACCOUNT + name, value, now)
    return done[-1]


def unknown_skus(store: Path, skus: Sequence[str]) -> list[str]:
    """Those SKUs that no offer of the saved catalogue has; none when no catalogue is saved. Raises UnusableStore."""
    with opened(store) as db:
        there = offers.known_skus(db)
        return [sku for sku in skus if sku not in there] if there else []


def can_be_judged(store: Path) -> bool:
    """Whether a report of offers, orders, shipments or returns is in place. Raises UnusableStore."""
    with opened(store) as db:
        return imports.last(db, (*listings.KINDS, *orders_read.KINDS, *SHIPMENTS, *returns_read.KINDS)) is not None


def add(db: Database, report: Report, now: datetime, written_at: datetime | None = None) -> Imported:
    """Import a report that was read, unless the last import of its kind is the same file."""
    digest, source = hashlib.sha256(report.data).hexdigest(), report.source
    last = imports.last(db, kinds_beside(source.kind))
    if last is not None and last.sha256 == digest and source.kind != "facts":  # facts may have been told otherwise since
        return Imported(last, repeated=True, refused=source.refused)
    refused = rows_lost(source.refused)
    at, aged = now.isoformat(timespec="seconds"), written_at.isoformat(timespec="seconds") if written_at else None
    one = Import(0, source.kind, source.file, digest, source.encoding, at, source.rows, refused, aged)
    packed = imports.packing(report.kept)
    if isinstance(report.content, Listings):
        offers.put_offers(db, report.content.offers)
    number = imports.add(db, one, packed())
    put(db, number, report, now)
    imports.put_refusals(db, number, source.refused)
    return Imported(msgspec.structs.replace(one, number=number), repeated=False, refused=source.refused)


def put(db: Database, number: int, report: Report, now: datetime) -> None:
    """Put a report's rows in place, those of offers apart."""
    if isinstance(report.content, Listings | Orders | ShipmentsFile | Returns):
        return  # the last three are judged from the source that the import keeps
    if isinstance(report.content, TemplatesFile):
        template_grid.keep(db, report.content.cells, now)
    elif report.source.kind == "price_file":
        if "restock_date" in report.content.columns:  # a file without the column leaves the dates that are known
            offers.put_restock(db, number, report.content.facts)
        if "sale_price" in report.content.columns:
            offers.put_sales(db, number, report.content.sales)
    else:
        saved_facts.put_facts(db, report.content.facts, now)


def kinds_beside(kind: str) -> tuple[str, ...]:
    """The kinds of file that take each other's place."""
    return next((kinds for kinds in (listings.KINDS, orders_read.KINDS, SHIPMENTS) if kind in kinds), (kind,))


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
    with changing(store) as db:
        gone = next(one for one in imports.every(db) if one.number == number)
        was_last = imports.last(db, kinds_beside(gone.kind)) == gone
        imports.remove(db, number)
        before = imports.last(db, kinds_beside(gone.kind))
        if was_last and gone.kind in listings.KINDS:
            offers.put_offers(db, [])
        if not was_last or before is None or gone.kind == "facts":
            return None
        report = any_report(Path(before.file), imports.source(db, before.number))
        if isinstance(report.content, Listings):
            offers.put_offers(db, report.content.offers)
        put(db, before.number, report, now)
        return before


def save_prime_templates(store: Path, names: frozenset[str], now: datetime) -> None:
    """Save which shipping templates are Prime. Raises UnusableStore."""
    with doing(store, "templates", now, to=sorted(names)) as db:
        saved_facts.put_prime_templates(db, names, now)


def save_facts(store: Path, facts: Mapping[str, SkuFacts], now: datetime) -> None:
    """Save what the owner knows. Raises UnusableStore."""
    with doing(store, "facts", now, count=len(facts)) as db:
        saved_facts.put_facts(db, facts, now)


def set_fact(store: Path, skus: tuple[str, ...], fact: str, text: str, now: datetime) -> None:
    """Set one fact of some SKUs as the owner writes it; an empty text makes it not known again.

    Raises UnusableArgument, UnusableStore.
    """
    try:
        fact, value = one_fact(fact, text)
    except KeyError:
        raise UnusableArgument("no_such_fact", name=fact, there=FACT_NAMES) from None
    if not all(sku.strip() for sku in skus):
        raise UnusableArgument("no_such_sku", name="")
    if isinstance(value, Bad):
        raise UnusableArgument("bad_fact", fact=fact, value=text, expected=value.expected)
    with doing(store, "fact", now, fact=fact, to=text, count=len(skus), sku=skus[0] if skus else "") as db:
        saved_facts.set_fact(db, skus, fact, value, now)


def answer_all(store: Path, fact: str, text: str, now: datetime) -> int:
    """Set a fact of every SKU whose SFP verdicts wait for it; gives how many. Raises UnusableArgument, UnusableStore."""
    with opened(store) as db:
        skus = tuple(judged.waiting_for(db, fact))
    set_fact(store, skus, fact, text, now)
    return len(skus)
