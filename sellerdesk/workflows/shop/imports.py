"""A file saved as an import of the shop, in one step with what it changes."""

import hashlib
import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

import msgspec

from sellerdesk.domain.expressions import expression
from sellerdesk.domain.imported import Import
from sellerdesk.domain.payment import AlsoIn
from sellerdesk.domain.refusal import Refusal, UnreadableFile, rows_lost
from sellerdesk.domain.unread import Mend
from sellerdesk.readers import listings
from sellerdesk.readers import orders as orders_read
from sellerdesk.readers import returns as returns_read
from sellerdesk.readers.damage import repairs
from sellerdesk.readers.headers import PAYMENTS, SHIPMENTS
from sellerdesk.readers.listings import Listings
from sellerdesk.readers.orders import Orders
from sellerdesk.readers.payments import PaymentFile
from sellerdesk.readers.returns import Returns
from sellerdesk.readers.shipments import ShipmentsFile
from sellerdesk.readers.templates import TemplatesFile
from sellerdesk.store import facts as saved_facts
from sellerdesk.store import history, imports, offers, payments, template_cells
from sellerdesk.store.connection import Database
from sellerdesk.store.database import changing, opened
from sellerdesk.store.history import acting
from sellerdesk.workflows.files import Report, any_report, bytes_of, written
from sellerdesk.workflows.shop.catalogue import named_templates
from sellerdesk.workflows.shop.changed_lines import reimported
from sellerdesk.workflows.shop.columns import check_names, keep_names
from sellerdesk.workflows.shop.compared import Compared, compared
from sellerdesk.workflows.shop.elsewhere import of_newest
from sellerdesk.workflows.shop.kept_returns import Beside, beside, kept_returns
from sellerdesk.workflows.shop.mended import Prepared, Wanted, prepared
from sellerdesk.workflows.shop.strangers import with_strangers

Looked = tuple[Prepared, Report, Compared | None, Import | None]
"""A file ready to be read, what it says, what it would change (None: the first of its kind), the same import made before."""
AS_IT_IS = Wanted()
IMPORT_AFTER = "import_after"
"""The setting that holds the number of the report that was imported last, or taken away since (`removed`), and of the change before."""


class Imported(msgspec.Struct, frozen=True):
    """An import that was made, or the earlier one of the very same file (`repeated`), and the rows it refused.

    `prepared` is what was found in the file before it was read, `report` what was read. `beside` is what a returns report does beside
    those before it, `elsewhere` are the payment reports that have rows of a new one under another settlement's number.
    `older` holds when the file was written and when the one before it was (days, Japan), where it puts the shop back.
    """

    one: Import
    repeated: bool
    refused: list[Refusal]
    prepared: Prepared | None = None
    report: Report | None = None
    beside: Beside | None = None
    elsewhere: Sequence[AlsoIn] = ()
    older: tuple[str, str] | None = None

    @property
    def damaged(self) -> tuple[Mend, ...]:
        """What a spreadsheet damaged in a payment report, whose rows were taken all the same."""
        return self.report.source.unread.damaged if self.report is not None else ()


def import_file(store: Path, path: Path, now: datetime, templates: tuple[str, ...] = (), wanted: Wanted = AS_IT_IS) -> Imported:
    """Import a listings report, a price file or a sheet of facts, with the Prime templates named; all or nothing.

    Raises UnreadableFile, UnusableStore, UnusableArgument for a template that no offer has.
    """
    check_names(wanted.names)
    data = bytes_of(path)
    first = None if store.exists() else readied(None, path, data, wanted)  # a file that cannot be read makes no store
    with changing(store) as db:
        if first is None and wanted == AS_IT_IS and not templates and (quick := reimported(db, path, data, now)) is not None:
            note_import(db, quick, now)
            return Imported(quick, repeated=False, refused=[], prepared=Prepared(data), older=older_than_before(db, path, quick))
        ready, report = first or readied(db, path, data, wanted)
        if wanted.names:
            with acting(db, "columns", now, {"count": len(wanted.names)}):
                keep_names(db, data, wanted.names, now)
        further = beside(kept_returns(db), report.content.items) if isinstance(report.content, Returns) else None
        with acting(db, *deed_of(report, now)):
            done = add(db, report, now, written(path, now))
            if ready.replaces and not done.repeated:
                imports.remove(db, ready.replaces)
        if not done.repeated:
            note_import(db, done.one, now)
        if templates:
            there = report.content.offers if isinstance(report.content, Listings) else offers.get_offers(db)
            with acting(db, "templates", now, {"to": sorted(templates)}):
                saved_facts.put_prime_templates(db, named_templates(templates, there), now)
        if done.repeated:
            return msgspec.structs.replace(done, prepared=ready, report=report)
        back = done.one.kind in REPLACED or (further is not None and further.newer)
        older = older_than_before(db, path, done.one) if back else None
        also = of_newest(db) if isinstance(report.content, PaymentFile) else ()
        return msgspec.structs.replace(done, prepared=ready, report=report, beside=further, older=older, elsewhere=also)


def note_import(db: Database, imported: Import, now: datetime) -> None:
    """Take note after which change of a person's a report came: undo takes back that change, and leaves the report.

    What a sheet of facts or of templates tells is taken back by undo itself.
    """
    if imported.kind not in ("facts", "templates"):
        saved_facts.put_setting(db, IMPORT_AFTER, {"import": imported.number, "deed": history.number_of_next(db)}, now)


def note_removal(db: Database, gone: Import, now: datetime) -> None:
    """Take note after which change of a person's an import was taken away: undo takes back that change, and does not bring it back."""
    saved_facts.put_setting(db, IMPORT_AFTER, {"removed": gone.number, "deed": history.number_of_next(db)}, now)


def readied(db: Database | None, path: Path, data: bytes, wanted: Wanted) -> tuple[Prepared, Report]:
    """A file made ready and read; one whose SKUs became numbers says that they can be mended, when they can. Raises UnreadableFile."""
    ready = prepared(db, path, data, wanted)
    try:
        report = with_refused(any_report(path, ready.data, ready.sheet), ready.still_refused)
        return ready, report if db is None else with_strangers(db, report)
    except UnreadableFile as fault:
        if fault.code in ("skus_are_numbers", "own_skus_are_numbers") and not ready.mended and repairs(ready.damage):
            raise UnreadableFile("skus_can_be_mended", **fault.facts, known=len(repairs(ready.damage))) from fault
        raise


def with_refused(report: Report, still: Sequence[Refusal]) -> Report:
    """A mended report with the rows that are refused still."""
    lines = {refusal.line for refusal in still}
    if not lines:
        return report
    refused = sorted([*(refusal for refusal in report.source.refused if refusal.line not in lines), *still])
    again = {refusal.line for refusal in report.source.refused} & lines
    source = msgspec.structs.replace(report.source, refused=refused, rows=report.source.rows + len(lines - again))
    return msgspec.structs.replace(report, source=source)


def look(store: Path, path: Path, wanted: Wanted = AS_IT_IS) -> Looked:
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
        same = last if last is not None and is_repeat(last, hashlib.sha256(report.data).hexdigest(), report) else None
        found = compared(db, report, beside)
        if found is not None and last is not None and same is None and puts_back(report, found):
            found = msgspec.structs.replace(found, older=older_than(path, last))
        return ready, report, found, same


def older_than_before(db: Database, path: Path, imported: Import) -> tuple[str, str] | None:
    """When the file of an import was written and when one before it was, where it is the older; see `older_than`.

    Reports of returns add up: the one before is that written last. Of all others it is the one that was in place.
    """
    kinds = kinds_beside(imported.kind)
    before = [other for other in imports.every(db) if other.kind in kinds and other.number < imported.number]
    if imported.kind in returns_read.KINDS:
        before.sort(key=lambda other: other.written_at or "")
    return older_than(path, before[-1]) if before else None


def older_than(path: Path, last: Import) -> tuple[str, str] | None:
    """When a file was written and when the one in place was (Japan, to the minute), where the file is the older; None elsewhere.

    Where both names hold different days, these decide: a copied or mailed file is written anew, and keeps its name. A file of which
    neither its name nor the disk tells it is not called older.
    """
    named, named_there = day_in_name(path.name), day_in_name(last.file)
    if named and named_there and named != named_there:
        return (named, named_there) if named < named_there else None
    if last.written_at is None:
        return None
    there = datetime.fromisoformat(last.written_at)
    mine = datetime.fromtimestamp(path.stat().st_mtime, there.tzinfo).replace(microsecond=0)
    return (f"{mine:%Y-%m-%d %H:%M}", f"{there:%Y-%m-%d %H:%M}") if mine < there else None


def day_in_name(name: str) -> str | None:
    """The day in a file's name as Seller Central writes it (…+10-01-2026.txt is 1 October), as ISO 8601; None for no such day."""
    found = NAMED_DAY.search(name)
    with suppress(ValueError):
        return date(*(int(found[part]) for part in ("year", "month", "day"))).isoformat() if found else None
    return None


NAMED_DAY = expression(r"\+(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>20\d\d)(?!\d)", re.ASCII)
REPLACED = frozenset({*listings.KINDS, *orders_read.KINDS, *SHIPMENTS})
"""Reports of which the newest alone is in place: an older one would put the shop back. Payments of older months stand beside."""


def puts_back(report: Report, found: Compared) -> bool:
    """Whether an older report would put the shop back: one of returns does so only with orders of which it says something else."""
    return report.source.kind in REPLACED or (isinstance(report.content, Returns) and bool(found.changed or found.gone))


def deed_of(report: Report, now: datetime) -> tuple[str, datetime, dict[str, object]]:
    """What undo says of the owner's own words in a file; a report from Seller Central holds none, and undo leaves it."""
    if isinstance(report.content, TemplatesFile):
        return "template_cell", now, {}
    facts = {} if isinstance(report.content, Listings | Orders | ShipmentsFile | Returns | PaymentFile) else report.content.facts
    return "facts", now, {"count": len(facts)}


def is_repeat(last: Import, digest: str, report: Report) -> bool:
    """Whether a report is the very file of an import, and says the same: a catalogue that came since may have let more of its SKUs in."""
    return last.sha256 == digest and last.refused == rows_lost(report.source.refused)


def add(db: Database, report: Report, now: datetime, written_at: datetime | None = None) -> Imported:
    """Import a report that was read, unless the last import of its kind is the same file."""
    digest, source = hashlib.sha256(report.data).hexdigest(), report.source
    last = imports.last(db, kinds_beside(source.kind))
    if source.kind in PAYMENTS:
        last = next((imported for imported in imports.every(db) if imported.sha256 == digest), None)
    if last is not None and is_repeat(last, digest, report) and source.kind != "facts":  # facts may have been told otherwise since
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
    if isinstance(report.content, PaymentFile):
        payments.put(db, number, report.content.content)
        return
    if isinstance(report.content, TemplatesFile):
        template_cells.keep(db, report.content.cells, now)
    elif report.source.kind == "price_file":
        if "restock_date" in report.content.columns:  # a file without the column leaves the dates that are known
            offers.put_restock(db, number, report.content.facts)
        if "sale_price" in report.content.columns:
            offers.put_sales(db, number, report.content.sales)
    else:
        saved_facts.put_facts(db, report.content.facts, now)


def kinds_beside(kind: str) -> tuple[str, ...]:
    """The kinds of file that take each other's place; payment reports stand beside each other, whatever the others are."""
    return next((kinds for kinds in (listings.KINDS, orders_read.KINDS, SHIPMENTS) if kind in kinds), (kind,))
