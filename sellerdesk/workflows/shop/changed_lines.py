"""A listings report of which few lines changed since the last one: only those are read, and the other offers stay as they are."""

import hashlib
import re
from collections.abc import Sequence
from datetime import datetime
from itertools import compress
from operator import ne
from pathlib import Path

import msgspec

from sellerdesk.domain.damage import ERRORS
from sellerdesk.domain.expressions import expression
from sellerdesk.domain.imported import Import
from sellerdesk.domain.offer import Offer
from sellerdesk.domain.refusal import Fault
from sellerdesk.readers.headers import HEADER_ROWS, LISTINGS, require
from sellerdesk.readers.lines import whole_lines
from sellerdesk.readers.listings import read_listings
from sellerdesk.readers.opening import read_sheet
from sellerdesk.readers.text_file import UTF_16
from sellerdesk.store import imports, offers
from sellerdesk.store.connection import Database
from sellerdesk.store.history import acting
from sellerdesk.workflows.files import shown_name, written
from sellerdesk.workflows.shop.columns import names_given
from sellerdesk.workflows.shop.mended import MENDED

FEW = 10
"""Of so many lines one may have changed; with more of them, reading the whole file costs little beside."""
ERROR = expression(ERRORS.encode())
QUOTED = expression(rb'(?:\A|[\t\n])"')
"""A cell in quotation marks: whether these are its own is told by the whole file."""
Placed = list[tuple[int, Offer]]
"""Offers with their row ids."""


def reimported(db: Database, path: Path, data: bytes, now: datetime) -> Import | None:
    """The import of a report whose lines are those of the last one but for a few, made; None for any that must be read whole.

    Nothing else is taken this way: as many lines as before, no row refused then or now, every changed line about the same SKU.
    """
    last = imports.last(db, LISTINGS)
    if last is None or last.refused or data.startswith(UTF_16) or holds(data, b"#", ERROR) or holds(data, b'"', QUOTED):
        return None
    found = changed(db, last, imports.source(db, last.number), data)
    if found is None:
        return None
    packed = imports.packing(data)
    digest, at = hashlib.sha256(data).hexdigest(), now.isoformat(timespec="seconds")
    aged = written(path, now).isoformat(timespec="seconds")
    one = Import(0, last.kind, shown_name(path), digest, last.encoding, at, last.rows, 0, aged)
    with acting(db, "import", now, {}):
        offers.change_offers(db, found)
        number = imports.add(db, one, packed())
    return msgspec.structs.replace(one, number=number)


def holds(data: bytes, mark: bytes, pattern: re.Pattern[bytes]) -> bool:
    """Whether a pattern is in a file of which every find has a mark: one byte is looked for in a hundredth of the time."""
    return mark in data and pattern.search(data) is not None


def changed(db: Database, last: Import, before: bytes, data: bytes) -> Placed | None:
    """The offers of the lines that changed, with their places; None when there is anything else to see in the file."""
    old, new = before.split(b"\n"), data.split(b"\n")
    if len(old) != len(new) or old[:HEADER_ROWS] != new[:HEADER_ROWS]:
        return None
    lines = list(compress(range(len(new)), map(ne, old, new)))
    if not lines or len(lines) * FEW > len(new):
        return None
    part = b"\n".join([*new[:HEADER_ROWS], *(new[line] for line in lines)])
    read = some_of(db, last, part)
    if read is None or last.rows != written_lines(new) - read.header or offers.count(db) != last.rows:
        return None
    found = [offer for offer in read.offers if offer.line > HEADER_ROWS]
    if len(found) != len(lines):
        return None
    placed = [(line + 1 - read.header, msgspec.structs.replace(offer, line=line + 1)) for offer, line in zip(found, lines, strict=True)]
    same = [(offer.sku, offer.line) for _place, offer in placed]
    return placed if offers.skus_at(db, [place for place, _one in placed]) == same else None


def written_lines(lines: Sequence[bytes]) -> int:
    """How many lines there are without the blank ones at the end."""
    return next((number for number in range(len(lines), 0, -1) if lines[number - 1].strip(b"\r")), 0)


class Part(msgspec.Struct, frozen=True):
    """The offers of the first lines and those that changed, and the line of the header (from 1)."""

    offers: Sequence[Offer]
    header: int


def some_of(db: Database, last: Import, data: bytes) -> Part | None:
    """What the reader makes of some lines under their header; None when it refuses any, or takes them for another kind or encoding."""
    try:
        sheet = read_sheet(data)
        header = require(sheet, *LISTINGS)
        content = read_listings(sheet, header)
    except Fault:
        return None
    whole = whole_lines(sheet, header)
    if whole.mended or whole.torn:
        return None
    as_before = header.kind == last.kind and sheet.delimiter == "\t" and (sheet.encoding == last.encoding or data.isascii())
    if not as_before or content.refused or content.rows != len(content.offers):
        return None
    if MENDED.fullmatch(header.cells[-1].strip()) or names_given(db, sheet):
        return None
    return Part(content.offers, header.line)
