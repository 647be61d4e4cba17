"""Which report a file is, and which of its columns is which: by the names in its header, never by file name or position."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from functools import cache

import msgspec
import rtoml

from sellerdesk import assets
from sellerdesk.domain.clause import Words
from sellerdesk.domain.refusal import UnreadableFile
from sellerdesk.readers.buyers import has_buyers, is_personal
from sellerdesk.readers.sheet import Sheet, is_broken
from sellerdesk.readers.titles import field_named, fold, read_title

SHOWN = 60
"""Characters of an unknown header that a message repeats."""
OWN_SHEETS = ("facts", "templates", "quotes", "shipments")
"""Kinds that the owner writes: nobody can download them again."""
TEMPLATE = "TemplateType="
"""How the first cell of an upload file begins; what follows names the template."""
TEMPLATES = {"PriceInventory": ["price_file"], "OrderFulfillment": ["shipments"]}
"""The templates that we read, with the kinds that they are."""
LISTINGS, ORDERS, RETURNS = ("listings", "open_listings"), ("orders", "unshipped_orders"), ("returns",)
SHIPMENTS = ("shipments", "b2_issued", "yupri_history", "clickpost_history")
"""Kinds of file that take each other's place."""
PAYMENTS = ("payments", "settlement")
"""Reports of what was paid: each covers its own days, and all of them stand beside each other."""
OTHER_FORMS = ("settlement_v1", "transaction_view")
"""Downloads about payments that are not read; their names say which one to get in their place."""
WITH_BUYERS = (*ORDERS, *SHIPMENTS, *RETURNS, *PAYMENTS)
"""The kinds of file that hold more than may be stored."""
PERSONAL = "…"
"""What is shown of the titles of a file in which a title is somebody's number or address: its header is none."""
PROTECTED = "'"
"""What our own sheets put before a cell that a spreadsheet would change or compute; one title has it, too, which tells that they do."""
MANY_TITLES, PAYMENT_MARKS = 8, ("fba_fees", "other_fees", "promotion", "gift_wrap", "withheld_tax", "selling_fees")
"""Titles of a transactions report that no other file has so many of, and those of them that no other file has at all."""
HEADER_ROWS = 6
"""How many lines from the top are looked at for a header: a price file has it in its third."""
PAYMENT_ROWS = 40
"""How many are looked at for the header of a payment report: seven lines of explanation were seen above it."""


class Kind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of file: `marks` are groups of columns of which one each must be there for a header to be this kind's.

    `decisive` are columns that no other kind has: one of them settles it. `loose` are marks that are enough when the file's first
    line names its template, or when no kind's own marks are met. `twice`: the field of a title that stands a second time.
    `beside`: columns that other kinds have as well, and that tell nothing. `others`: columns of Amazon's that are not read.
    """

    name: Words
    marks: list[list[str]]
    columns: dict[str, list[str]]
    decisive: list[str] = []
    beside: list[str] = []
    loose: list[list[str]] = []
    twice: dict[str, str] = {}
    others: list[str] = []


class Header(msgspec.Struct, frozen=True):
    """The header found: the kind of file, the line it stands on (from 1), and the place and name of every known column.

    `cells` is the header as it stands, `repeated` the places of fields that have several columns.
    """

    kind: str
    line: int
    places: Mapping[str, int]
    names: Mapping[str, str]
    width: int
    cells: tuple[str, ...]
    repeated: Mapping[str, list[int]]

    @property
    def read(self) -> frozenset[int]:
        """The places of the columns that are read."""
        return frozenset({*self.places.values(), *(place for places in self.repeated.values() for place in places)})

    @property
    def wanted(self) -> frozenset[int]:
        """The places of the columns whose cells are looked at: where buyers may be, all of them; else those that are read, and the first.

        By the first cell a header that is repeated is known.
        """
        buyers = self.kind in WITH_BUYERS or has_buyers(self.unread)
        return frozenset(range(self.width)) if buyers else self.read | {0}

    @property
    def unread(self) -> tuple[str, ...]:
        """The titles of the columns that are not read; where one is somebody's own number or address, no title is shown."""
        read = self.read
        found = [title.strip("\ufeff ") for place, title in enumerate(self.cells) if place not in read and title.strip("\ufeff ")]
        return (PERSONAL,) * len(found) if any(map(is_personal, found)) else tuple(found)


@cache
def kinds() -> dict[str, Kind]:
    """Every kind of file by the name of its resource."""
    return {file.stem: kind_of(file.stem) for file in sorted(assets.path("headers").glob("*.toml"))}


@cache
def kind_of(name: str) -> Kind:
    """A kind of file by the name of its resource."""
    return msgspec.convert(rtoml.loads(assets.text(f"headers/{name}.toml")), Kind)


@cache
def folded_columns(kind: str) -> dict[str, str]:
    """Folded column name → field of a kind."""
    return {fold(name): field for field, names in kind_of(kind).columns.items() for name in names}


def column_of(kind: str, title: str) -> str | None:
    """The field of a kind that a column's title names; None when it names none."""
    return field_named(title, folded_columns(kind))


@cache
def others(kind: str) -> frozenset[str]:
    """The folded titles of Amazon's columns of a kind that are not read."""
    return frozenset(fold(name) for name in kind_of(kind).others)


def is_amazons(kind: str, title: str) -> bool:
    """Whether a column that is not read is one of Amazon's own; some of these are numbered."""
    return fold(title.rstrip("0123456789")) in others(kind) or fold(title) in others(kind)


def is_protected(titles: Sequence[str]) -> bool:
    """Whether a header says that cells of its sheet are protected."""
    return any(title.startswith(PROTECTED) for title in titles)


def find_header(sheet: Sheet, wanted: Sequence[str] = ()) -> Header:
    """The header of a file: one of the kinds wanted when its marks are met, else that with most columns known.

    Raises UnreadableFile when no kind's header is there.
    """
    rows = first_rows(sheet)
    template = template_of(rows)
    possible = TEMPLATES.get(template, ["upload_file"]) if template else None
    found = headers(rows, [kind for kind in wanted if possible is None or kind in possible])  # most files are what was asked for
    found = found or headers(rows, kinds() if possible is None else possible)
    if not found and possible is None:
        refuse_payments(first_rows(sheet, PAYMENT_ROWS))
    found = found or headers(rows, kinds() if possible is None else possible, loose=True)
    found = found or headers(first_rows(sheet, PAYMENT_ROWS), PAYMENTS[:1])
    if not found:
        raise UnreadableFile("unknown_header", header=shortened(next((cells for cells in rows if any(cells)), [])))
    best = max(found, key=rank)
    while best.kind == "price_file" and (below := [header for header in found if (header.kind, header.line) == (best.kind, best.line + 1)]):
        best = below[0]  # its titles in Japanese stand above its keys
    return best


def refuse_payments(rows: Iterable[Sequence[str]]) -> None:
    """Refuse a transactions report whose header lacks a column that none is read without: it is no other kind of file.

    Raises UnreadableFile, naming the columns.
    """
    kind = kind_of(PAYMENTS[0])
    for row in rows:
        cells = row if len(row) != 1 else next(csv.reader(row), [])  # the lines of explanation have no mark that parts cells
        fields = {column_of(PAYMENTS[0], cell.strip()) for cell in cells} - {None}
        if len(fields) >= MANY_TITLES and not fields.isdisjoint(PAYMENT_MARKS):
            lacking = [group for group in kind.marks if fields.isdisjoint(group)] or kind.marks[-1:]
            titles = [kind.columns[group[0]] for group in lacking]
            names = Words("、".join(title[0] for title in titles), ", ".join(title[-1] for title in titles))
            raise UnreadableFile("payments_header", lacking=names)


def is_known(sheet: Sheet, wanted: Sequence[str] = ()) -> bool:
    """Whether one of the first lines is a header of a kind wanted; of any that we know when none is named."""
    with suppress(csv.Error):
        rows = list(sheet.top(HEADER_ROWS).rows())
        template = template_of(rows)
        is_named = bool(template) and (not wanted or not {*TEMPLATES.get(template, [])}.isdisjoint(wanted))
        several = [cells for cells in rows if len(cells) > 1]
        return is_named or any(
            match(kind, 1, cells, kind_of(kind).marks) for cells in several for kind in with_titles(cells, wanted or kinds())
        )
    return False


def headers(rows: Iterable[Sequence[str]], some: Iterable[str], *, loose: bool = False) -> list[Header]:
    """The headers of some kinds that stand in some rows; of two that are equally likely the first is taken, by the name of its kind."""
    marks = {kind: kind_of(kind).loose if loose else kind_of(kind).marks for kind in sorted(some)}
    known = [kind for kind, needed in marks.items() if needed]
    found = (match(kind, line, cells, marks[kind]) for line, cells in enumerate(rows, start=1) for kind in with_titles(cells, known))
    return [header for header in found if header is not None]


def with_titles(cells: Sequence[str], some: Iterable[str]) -> list[str]:
    """Those of some kinds of which a column is named in a row: of the first rows of a file most name none of any kind."""
    titles = (read_title(cell.strip().removeprefix(PROTECTED)) for cell in cells)
    words = {word for title in titles for word in (title.whole, title.name, title.asked)}
    return [kind for kind in some if not folded_columns(kind).keys().isdisjoint(words)]


def rank(header: Header) -> tuple[bool, int, int, int]:
    """What makes one header likelier than another: more columns known, more marks; then the first."""
    kind = kind_of(header.kind)
    decided = any(field in header.places for field in kind.decisive)
    return decided, len(header.places.keys() - {*kind.beside}), len(kind_of(header.kind).marks), -header.line


def first_rows(sheet: Sheet, count: int = HEADER_ROWS) -> list[list[str]]:
    """The cells of the first few lines. Raises UnreadableFile."""
    try:
        return list(sheet.top(count).rows())
    except csv.Error as error:
        raise UnreadableFile("unclosed_quote", line=1) from error


def template_of(rows: Sequence[Sequence[str]]) -> str:
    """The template that the first line of an upload file names; "" for none."""
    return rows[0][0].strip("\ufeff ").partition(TEMPLATE)[2] if rows and rows[0] else ""


def match(kind: str, line: int, cells: Sequence[str], marks: Sequence[Sequence[str]]) -> Header | None:
    """The header of a kind, when these cells are one: a column of each group of its marks is there."""
    fields, twice = folded_columns(kind), kind_of(kind).twice
    places: dict[str, int] = {}
    names: dict[str, str] = {}
    repeated: dict[str, list[int]] = {}
    for place, cell in enumerate(cells):
        title = cell.strip().removeprefix(PROTECTED)
        field = field_named(title, fields)
        if field in places and title in twice and twice[title] not in places:
            field = twice[title]
        if field is None:
            continue
        if field in places:
            repeated.setdefault(field, [places[field]]).append(place)
        else:
            places[field], names[field] = place, cell.strip()
    if all(any(field in places for field in group) for group in marks):
        last = next(place for place in range(len(cells) - 1, -1, -1) if cells[place].strip())
        return Header(kind, line, places, names, len(cells), tuple(cells[: last + 1]), repeated)
    return None


def require(sheet: Sheet, *allowed: str) -> Header:
    """The header of a file of one of the kinds allowed. Raises UnreadableFile, naming what the file is instead."""
    header = find_header(sheet, allowed)
    if header.kind in OTHER_FORMS:
        raise UnreadableFile("other_form", found=kind_of(header.kind).name)
    if header.kind not in allowed:
        raise UnreadableFile("wrong_kind", found=kind_of(header.kind).name, wanted=kind_of(allowed[0]).name)
    return header


def shortened(cells: Sequence[str]) -> str:
    """The start of a header for a message, unreadable bytes left out."""
    text = " | ".join(cell.strip() for cell in cells if cell.strip() and not is_broken(cell))
    if any(map(is_personal, cells)):  # no header: the first row of a file whose header is gone
        return "…"
    return text[:SHOWN] + ("…" if len(text) > SHOWN else "")
