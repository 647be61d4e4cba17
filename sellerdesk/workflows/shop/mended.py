"""An import with eyes open: columns given names, what a spreadsheet changed found and mended, refused rows mended and put back in."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec
from msgspec.structs import replace

from sellerdesk.domain.damage import looks_damaged
from sellerdesk.domain.expressions import expression
from sellerdesk.domain.imported import Import
from sellerdesk.domain.refusal import Fault, Refusal, UnusableArgument
from sellerdesk.readers import listings
from sellerdesk.readers.damage import Damage, find_damage, repairs
from sellerdesk.readers.headers import PAYMENTS, WITH_BUYERS, Header, find_header
from sellerdesk.readers.lines import whole_lines
from sellerdesk.readers.listings import Listings
from sellerdesk.readers.opening import is_xml, read_sheet
from sellerdesk.readers.payment_lines import find as find_payments
from sellerdesk.readers.private import MOVED, is_harmless
from sellerdesk.readers.rewriting import numbered_rows, renamed, rewritten
from sellerdesk.readers.sheet import Sheet
from sellerdesk.readers.table import HIDDEN
from sellerdesk.store import imports
from sellerdesk.store.connection import Database
from sellerdesk.workflows.files import READABLE, Report, shown_name
from sellerdesk.workflows.shop import mended_payments
from sellerdesk.workflows.shop.columns import names_given
from sellerdesk.workflows.shop.kept_report import kept_report
from sellerdesk.workflows.shop.mended_payments import NOT_TO_MEND, rows_by_line

MENDED = expression(r"#(?P<number>\d+)(?:-(?P<mark>[0-9a-f]{8}))? .*")
"""The last title of a file of refused rows: the import that they are missing in, with a mark of its file, and what the column says.

The first import of every shop is number 1: without the mark, rows of one shop would be put into another one's report.
"""
MARK = 8
"""Letters of the SHA-256 of an import's file that tell it from every other one."""


class Wanted(msgspec.Struct, frozen=True):
    """How a file is to be taken: names for its columns, and whether SKUs with one explanation are to be mended."""

    names: Mapping[str, str] = {}
    repair: bool = False


class Prepared(msgspec.Struct, frozen=True):
    """A file as it is to be read: its bytes, the damage found in it, the lines mended, the names its columns were given, its rows.

    Of mended payments: the import that it replaces, and what is refused of that one still.
    """

    data: bytes
    damage: Sequence[Damage] = ()
    mended: Mapping[int, str] = {}
    names: Mapping[str, str] = {}
    sheet: Sheet | None = None
    replaces: int = 0
    still_refused: Sequence[Refusal] = ()


def prepared(db: Database | None, path: Path, data: bytes, wanted: Wanted) -> Prepared:
    """A file made ready to be read. Raises UnreadableFile, UnusableArgument."""
    try:
        if is_xml(data):
            return Prepared(data)
        if (paid := find_payments(data)) is not None and not MENDED.fullmatch(paid[0].cells[-1].strip()):
            return Prepared(data)
        sheet = read_sheet(data, READABLE)
        names = wanted.names or (names_given(db, sheet) if db is not None else {})
        if names:
            sheet = renamed(sheet, names)
        header = find_header(sheet, READABLE)
        if db is not None and (found := MENDED.fullmatch(header.cells[-1].strip())):
            return replace(put_back(db, int(found["number"]), found["mark"] or "", sheet, header), names=names)
        damage = find_damage(sheet, header, skus(db) if db is not None else ())
        if db is not None and any(harm.column == header.names.get("sku") and len(harm.candidates) != 1 for harm in damage):
            damage = find_damage(sheet, header, skus(db) | skus_before(db))
        mended = repairs(damage) if wanted.repair else {}
    except Fault as fault:
        fault.facts.setdefault("path", shown_name(path))
        raise
    if not names and not mended:
        return Prepared(data, damage, sheet=sheet)
    cells = {(line, header.places["sku"]): sku for line, sku in mended.items()}
    if mended:  # the others that look damaged must be refused, though cells are now taken as they are written
        cells |= {(harm.line, header.places["sku"]): "" for harm in damage if harm.line not in mended and harm.column == header.names["sku"]
                  and looks_damaged(harm.value)}  # fmt: skip
    return Prepared(rewritten(sheet, header, cells, {}), damage, mended, names)


def skus(db: Database) -> set[str]:
    """The SKUs of the saved catalogue, and those of which the owner told something."""
    rows = (db.conn.execute(f"select sku from {table}") for table in ("offer", "sku_fact"))  # noqa: S608 (two fixed words)
    return {sku for found in rows for (sku,) in found}


def skus_before(db: Database) -> set[str]:
    """The SKUs of the catalogue before the saved one: a damaged report may have taken its place already."""
    before = [imported for imported in imports.every(db) if imported.kind in listings.KINDS][-3:-1]
    read = (kept_report(imported.file, imports.source(db, imported.number)).content for imported in before)
    return {offer.sku for content in read if isinstance(content, Listings) for offer in content.offers}


# names of columns


# refused rows


def refused_rows(report: Report, imported: Import, reasons: Mapping[int, str], title: str) -> list[list[str]]:
    """The refused rows of a file under their titles, with the reason last, to be mended and imported alone; nothing of a buyer."""
    header, rows = read_again(report)
    places = sorted(header.places.values())
    private = report.source.kind in WITH_BUYERS
    moved = {refusal.line for refusal in report.source.refused if refusal.expected in MOVED}
    is_payments, out = (
        report.source.kind in PAYMENTS,
        {refusal.line for refusal in report.source.refused if refusal.expected in NOT_TO_MEND},
    )
    made = [[*(header.cells[place].lstrip("\ufeff'") for place in places), f"#{imported.number}-{imported.sha256[:MARK]} {title}"]]
    for line, why in sorted((line, why) for line, why in reasons.items() if line not in out):
        row = rows.get(line, [])
        cells = [row[place].strip() if place < len(row) else "" for place in places]
        if is_payments and line not in moved:
            cells = [mended_payments.without_names(header, place, cell) for place, cell in zip(places, cells, strict=True)]
        elif private:
            only = {header.places.get("order_id")} if line in moved else set(places)
            cells = [
                cell if place in only and is_harmless(cell) else HIDDEN if cell else "" for place, cell in zip(places, cells, strict=True)
            ]
        made.append([*cells, f"{line}: {why}"])
    return made


def read_again(report: Report) -> tuple[Header, dict[int, list[str]]]:
    """The header of a file and its rows by line."""
    if report.source.kind in PAYMENTS and (found := rows_by_line(report.data)) is not None:
        return found
    sheet = read_sheet(report.kept if is_xml(report.data) else report.data, READABLE)
    return find_header(sheet, (report.source.kind,)), dict(numbered_rows(sheet))


def put_back(db: Database, number: int, mark: str, sheet: Sheet, header: Header) -> Prepared:
    """The import that mended rows are missing in, with them in their lines.

    Raises UnusableArgument when another came after it, and when the import of the number is of another file than the rows (`mark`).
    """
    before = next((imported for imported in imports.every(db) if imported.number == number), None)
    last = imports.last(db, (before.kind,)) if before else None
    if before is None or last is None:
        raise UnusableArgument("mended_gone" if header.kind in PAYMENTS else "mended_too_late", number=number)
    if not before.sha256.startswith(mark) or (header.kind in PAYMENTS) != (before.kind in PAYMENTS):
        raise UnusableArgument("mended_other", number=number, file=before.file)
    if before.kind in PAYMENTS:
        data, refused = mended_payments.put_back(db, before, sheet, header)
        return Prepared(data, replaces=number, still_refused=refused)
    whole = read_sheet(imports.source(db, number), READABLE)
    whole_header = find_header(whole, (before.kind,))
    whole = whole_lines(whole, whole_header)
    marked = header.cells[0].startswith("'")
    lines: dict[int, list[str]] = {}
    rows = dict(numbered_rows(whole))
    for line, row in numbered_rows(sheet):
        found = re.match(r"'?(\d+):", row[-1].strip()) if line > header.line and row else None
        if found is None:
            continue
        whole_row = [*rows.get(int(found[1]), []), *[""] * whole_header.width][: whole_header.width]
        for name, place in header.places.items():
            if name in whole_header.places and place < len(row):
                whole_row[whole_header.places[name]] = row[place].removeprefix("'") if marked else row[place]
        lines[int(found[1])] = whole_row
    data = rewritten(whole, whole_header, {}, lines)
    if last.number != number and last.sha256 != hashlib.sha256(data).hexdigest():  # the very same again is said to be the same
        raise UnusableArgument("mended_too_late", number=number)
    return Prepared(data)


# comparison


# columns that are not known
