"""An import with eyes open: columns given names, what a spreadsheet changed found and mended, refused rows mended and put back in."""

import hashlib
import re
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from sellerdesk.domain.refusal import Fault, UnusableArgument
from sellerdesk.readers import listings
from sellerdesk.readers.buyers import is_personal, witness
from sellerdesk.readers.damage import Damage, find_damage, looks_damaged, repairs
from sellerdesk.readers.guessing import guesses
from sellerdesk.readers.headers import WITH_BUYERS, Header, find_header, first_rows, kinds
from sellerdesk.readers.lines import whole_lines
from sellerdesk.readers.listings import Listings
from sellerdesk.readers.private import MOVED, is_harmless
from sellerdesk.readers.rewriting import excerpt, numbered_rows, renamed, rewritten
from sellerdesk.readers.sheet import Sheet, is_xml, read_sheet
from sellerdesk.readers.table import HIDDEN
from sellerdesk.readers.titles import fold
from sellerdesk.store import facts as saved
from sellerdesk.store import imports
from sellerdesk.store.connection import Database
from sellerdesk.store.database import opened
from sellerdesk.workflows.reading import READABLE, Report, any_report, bytes_of, shown_name

COLUMNS = "columns:"
"""The setting that holds the names given to the columns of a header."""
MAPPED = ("listings", "orders", "shipments", "returns", "facts", "price_file")
"""The kinds whose columns a person may name."""
MENDED = re.compile(r"#(\d+) .*")
"""The last title of a file of refused rows: the import that they are missing in, and what the column says."""


class Wanted(msgspec.Struct, frozen=True):
    """How a file is to be taken: names for its columns, and whether SKUs with one explanation are to be mended."""

    names: Mapping[str, str] = {}
    repair: bool = False


class Prepared(msgspec.Struct, frozen=True):
    """A file as it is to be read: its bytes, the damage found in it, the lines mended, the names its columns were given, its rows."""

    data: bytes
    damage: Sequence[Damage] = ()
    mended: Mapping[int, str] = {}
    names: Mapping[str, str] = {}
    sheet: Sheet | None = None


def prepared(db: Database | None, path: Path, data: bytes, wanted: Wanted) -> Prepared:
    """A file made ready to be read. Raises UnreadableFile, UnusableArgument."""
    try:
        if is_xml(data):
            return Prepared(data)
        sheet = read_sheet(data, READABLE)
        names = wanted.names or (names_given(db, sheet) if db is not None else {})
        if names:
            sheet = renamed(sheet, names)
        header = find_header(sheet, READABLE)
        if db is not None and (found := MENDED.fullmatch(header.cells[-1].strip())):
            return replace(put_back(db, int(found[1]), sheet, header), names=names)
        damage = find_damage(sheet, header, skus(db) if db is not None else ())
        if db is not None and any(one.column == header.names.get("sku") and len(one.candidates) != 1 for one in damage):
            damage = find_damage(sheet, header, skus(db) | skus_before(db))
        mended = repairs(damage) if wanted.repair else {}
    except Fault as fault:
        fault.facts.setdefault("path", shown_name(path))
        raise
    if not names and not mended:
        return Prepared(data, damage, sheet=sheet)
    cells = {(line, header.places["sku"]): sku for line, sku in mended.items()}
    if mended:  # the others that look damaged must be refused, though cells are now taken as they are written
        cells |= {(one.line, header.places["sku"]): "" for one in damage if one.line not in mended and one.column == header.names["sku"]
                  and looks_damaged(one.value)}  # fmt: skip
    return Prepared(rewritten(sheet, header, cells, {}), damage, mended, names)


def skus(db: Database) -> set[str]:
    """The SKUs of the saved catalogue, and those of which the owner told something."""
    rows = (db.conn.execute(f"select sku from {table}") for table in ("offer", "sku_fact"))  # noqa: S608 (two fixed words)
    return {sku for found in rows for (sku,) in found}


def skus_before(db: Database) -> set[str]:
    """The SKUs of the catalogue before the saved one: a damaged report may have taken its place already."""
    before = [one for one in imports.every(db) if one.kind in listings.KINDS][-3:-1]
    read = (any_report(Path(one.file), imports.source(db, one.number)).content for one in before)
    return {offer.sku for content in read if isinstance(content, Listings) for offer in content.offers}


# names of columns


def header_key(cells: Sequence[str]) -> str:
    """A header by its titles, whatever their order and width."""
    told = "|".join(sorted(fold(cell) for cell in cells if cell.strip()))
    return COLUMNS + hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()


def names_given(db: Database, sheet: Sheet) -> Mapping[str, str]:
    """The names that were given to the columns of this header before."""
    for cells in first_rows(sheet):
        told = saved.get_setting(db, header_key(cells)) if any(cells) else None
        if told:
            return {str(title): str(name) for title, name in told.items()}
    return {}


def names_saved(store: Path, sheet: Sheet) -> Mapping[str, str]:
    """The names that were given to the columns of this header before; none where no shop is saved. Raises UnusableStore."""
    if not store.exists():
        return {}
    with opened(store) as db:
        return names_given(db, sheet)


def keep_names(db: Database, path_data: bytes, names: Mapping[str, str], now: datetime) -> None:
    """Keep the names of columns for the next file with the same header."""
    sheet = read_sheet(path_data, READABLE)
    wanted = {fold(title) for title in names}
    cells = next(cells for cells in first_rows(sheet) if wanted <= {fold(cell) for cell in cells})
    saved.put_setting(db, header_key(cells), dict(names), now)


def check_names(names: Mapping[str, str]) -> None:
    """Refuse names that no report has. Raises UnusableArgument."""
    known = {fold(name) for kind in READABLE for listed in kinds()[kind].columns.values() for name in listed}
    for name in names.values():
        if fold(name) not in known:
            raise UnusableArgument("no_such_field", name=name)


# refused rows


def refused_rows(report: Report, number: int, reasons: Mapping[int, str], title: str) -> list[list[str]]:
    """The refused rows of a file under their titles, with the reason last, to be mended and imported alone; nothing of a buyer."""
    header, rows = read_again(report)
    places = sorted(header.places.values())
    private = report.source.kind in WITH_BUYERS
    moved = {one.line for one in report.source.refused if one.expected in MOVED}
    made = [[*(header.cells[place].lstrip("\ufeff'") for place in places), f"#{number} {title}"]]
    for line, why in sorted(reasons.items()):
        row = rows.get(line, [])
        told = [row[place].strip() if place < len(row) else "" for place in places]
        if private:
            only = {header.places.get("order_id")} if line in moved else set(places)
            told = [
                cell if place in only and is_harmless(cell) else HIDDEN if cell else "" for place, cell in zip(places, told, strict=True)
            ]
        made.append([*told, f"{line}: {why}"])
    return made


def read_again(report: Report) -> tuple[Header, dict[int, list[str]]]:
    """The header of a file and its rows by line."""
    sheet = read_sheet(report.kept if is_xml(report.data) else report.data, READABLE)
    return find_header(sheet, (report.source.kind,)), dict(numbered_rows(sheet))


def put_back(db: Database, number: int, sheet: Sheet, header: Header) -> Prepared:
    """The import that mended rows are missing in, with them in their lines. Raises UnusableArgument when another came after it."""
    before = next((one for one in imports.every(db) if one.number == number), None)
    last = imports.last(db, (before.kind,)) if before else None
    if before is None or last is None:
        raise UnusableArgument("mended_too_late", number=number)
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
        told = [*rows.get(int(found[1]), []), *[""] * whole_header.width][: whole_header.width]
        for name, place in header.places.items():
            if name in whole_header.places and place < len(row):
                told[whole_header.places[name]] = row[place].removeprefix("'") if marked else row[place]
        lines[int(found[1])] = told
    data = rewritten(whole, whole_header, {}, lines)
    if last.number != number and last.sha256 != hashlib.sha256(data).hexdigest():  # the very same again is said to be the same
        raise UnusableArgument("mended_too_late", number=number)
    return Prepared(data)


# comparison


def records(report: Report) -> dict[str, dict[str, Any]]:
    """What a report says of each subject: a SKU, an order, a return with its SKU."""
    content = report.content
    listed: Sequence[Any] = next(
        (getattr(content, name) for name in ("offers", "orders", "shipments", "items", "cells") if hasattr(content, name)), ()
    )
    found: dict[str, dict[str, Any]] = {}
    for one in listed:
        told = {name: getattr(one, name) for name in one.__struct_fields__ if name != "line"}
        key = (
            str(told.get("sku") or "")
            if hasattr(content, "offers")
            else " ".join(str(told[name]) for name in ("order_id", "subject", "sku", "template", "region", "service") if told.get(name))
        )
        found[key] = told
    if not listed and hasattr(content, "facts"):
        found = {
            sku: {name: value for name, value in msgspec.structs.asdict(known).items() if value is not None}
            for sku, known in content.facts.items()
        }
    return found


class Compared(msgspec.Struct, frozen=True):
    """What a file would change: subjects that are new, gone, and fields that changed with before and after."""

    new: Sequence[str]
    gone: Sequence[str]
    changed: Sequence[tuple[str, str, Any, Any]]
    against: str


def compared(db: Database, report: Report, beside: Collection[str]) -> Compared | None:
    """A report against the last import of its kind; None when there is none. Raises UnreadableFile."""
    last = imports.last(db, beside)
    if last is None:
        return None
    before, after = records(any_report(Path(last.file), imports.source(db, last.number))), records(report)
    changed = [
        (key, name, told.get(name), value)
        for key, one in after.items()
        if (told := before.get(key)) is not None and told != one
        for name, value in one.items()
        if told.get(name) != value
    ]
    return Compared([key for key in after if key not in before], [key for key in before if key not in after], changed, last.file)


# columns that are not known


def unread(path: Path) -> dict[str, Any]:
    """What a file whose columns are not known looks like: its titles and first rows, and for each kind its columns with a guess.

    Raises UnreadableFile for what is no table at all.
    """
    sheet = read_sheet(bytes_of(path), READABLE)
    titles, *rows = excerpt(sheet) or [[]]
    guessed = {kind: guesses(kind, titles, rows) for kind in MAPPED}
    best = max(MAPPED, key=lambda kind: len(set(guessed[kind].values()) & {name for group in kinds()[kind].marks for name in group}))
    told = {kind: {"fields": fields_of(kind), "guesses": guessed[kind]} for kind in MAPPED}
    return {"titles": without_persons(titles, titles), "rows": [without_persons(titles, row) for row in rows], "kinds": told, "kind": best}


def without_persons(titles: Sequence[str], row: Sequence[str]) -> list[str]:
    """The cells of a row with a buyer's hidden: those under a buyer's titles, and any that looks like an address or a number to call."""
    hidden = (is_personal(cell) or (row is not titles and witness(title) is not None) for title, cell in zip(titles, row, strict=True))
    return [HIDDEN if cell and hide else cell for cell, hide in zip(row, hidden, strict=True)]


def fields_of(kind: str) -> dict[str, list[str]]:
    """The columns of a kind: field → its name in Japanese and in English."""
    return {name: [titles[0], next((one for one in titles if one.isascii()), titles[0])] for name, titles in kinds()[kind].columns.items()}


def field_name(kind: str, field_: str, lang: str) -> str:
    """What a column is called in a language; a field that has none keeps its own name."""
    return fields_of(kind).get(field_, [field_, field_])[("ja", "en").index(lang)]
