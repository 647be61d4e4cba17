"""A sheet of a workbook (xlsx) as rows of text, and which of its cells were no text there: a number has lost its zeros."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import cache
from numbers import Real

from msgspec.structs import replace
from python_calamine import CalamineError, CalamineWorkbook

from sellerdesk.domain.expressions import expression
from sellerdesk.domain.refusal import UnreadableFile
from sellerdesk.readers.bounds import (
    CELLS,
    LAST_COLUMN,
    LAST_ROW,
    MOST_CELLS,
    SPARSE,
    SPARSE_CELLS,
    refuse_parts,
    refuse_swollen,
    refuse_wide,
)
from sellerdesk.readers.headers import is_known
from sellerdesk.readers.sheet import MOST_BYTES, Sheet
from sellerdesk.readers.workbook_parts import Page, column_of, pages, percent_styles, styled_cells

ENCODING = "xlsx"
BLANK = ""
ERROR = "#N/A"
"""What stands for every error of a spreadsheet (#N/A, #REF! and others): no reader takes it for blank."""

COLUMN = expression(rb"<(?:\w{1,20}:)?c\s[^>]{0,200}?\br=[\"']([A-Za-z]{1,3})")
ROW = expression(
    rb"<(?:\w{1,20}:)?row\s[^>]{0,200}?\br=[\"'](\d{1,7})[\"']|<(?:\w{1,20}:)?c\s[^>]{0,200}?\br=[\"'][A-Za-z]{1,3}(\d{1,7})[\"']"
)
WRONG = expression(rb"<(?:\w{1,20}:)?c\s(?=[^>]{0,200}\bt=[\"']e[\"'])[^>]{0,200}\br=[\"']([A-Za-z]{1,3})(\d{1,7})[\"']")
FINEST = Decimal("0.0001")
"""Digits of a percent that count; what a computer adds behind them is its own."""
DAMAGED = (
    CalamineError,
    SyntaxError,
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    LookupError,
    ValueError,
    RuntimeError,
    OSError,
)
"""What the libraries raise for files that are cut, changed or locked with a password."""


def read_workbook(data: bytes, wanted: Sequence[str] = ()) -> Sheet:
    """The first visible sheet whose header is that of a kind wanted, or of any we know, or else the first that holds something.

    Cells as text. Raises UnreadableFile for a workbook that cannot be read, or is beyond all measure.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            size = sum(member.file_size for member in book.infolist())
            if size > MOST_BYTES:
                raise UnreadableFile("file_too_large", megabytes=size // 1024**2)
            refuse_parts(book)
            every, styles = pages(book), percent_styles(book)
            there = [page for page in every if page.visible and page.holds_something]
            if not there:
                raise UnreadableFile("empty_file")
            for page in there:
                refuse_wide(page.content)
                refuse_vast(page.content)
            refuse_swollen(book, [page.content for page in there])
        library = CalamineWorkbook.from_filelike(io.BytesIO(data))
        read = cache(lambda name: sheet_of(library, next(page for page in there if page.name == name), styles))
        page = wanted_page(there, read, wanted)
        sheet: Sheet = read(page.name)
    except DAMAGED as error:
        raise UnreadableFile("excel_renamed") from error
    if not sheet.text.strip():
        raise UnreadableFile("empty_file")
    return replace(sheet, others=tuple(sheet.name for sheet in every if sheet is not page and sheet.holds_something))


def wanted_page(there: Sequence[Page], read: Callable[[str], Sheet], wanted: Sequence[str]) -> Page:
    """The sheet to be read: that of a kind wanted, or of any kind, or the first."""
    if len(there) > 1:
        for kinds_wanted in (wanted, ()) if wanted else ((),):
            for page in there:
                if is_known(read(page.name), kinds_wanted):
                    return page
    return there[0]


def sheet_of(library: CalamineWorkbook, page: Page, styles: frozenset[bytes]) -> Sheet:
    """One sheet of a workbook."""
    rows = library.get_sheet_by_name(page.name).to_python(skip_empty_area=False)
    cells = [[text_of(cell) for cell in row] for row in rows]
    typed = {(line, place) for line, row in enumerate(rows, 1) for place, cell in enumerate(row) if not isinstance(cell, str)}
    wrong = {(int(found[2]), column_of(found[1])) for found in WRONG.finditer(page.content)}
    for line, place in wrong:  # the library reads an error as blank, which may mean 0 points
        if line <= len(cells) and place < len(cells[line - 1]):
            cells[line - 1][place] = ERROR
    for line, place in styled_cells(page.content, styles):
        if (line, place) in typed and line <= len(rows) and place < len(rows[line - 1]):
            cells[line - 1][place] = percent_text(rows[line - 1][place])
    text = "\n".join("\t".join(row) for row in cells)
    return Sheet(ENCODING, "\t", text, cells=cells, typed=frozenset(typed | wrong), name=page.name)


def percent_text(cell: object) -> str:
    """A number that its cell shows as a percent, as it is shown: 0.15 is 15%."""
    if isinstance(cell, bool) or not isinstance(cell, Real):
        return text_of(cell)
    return f"{(Decimal(str(cell)) * 100).quantize(FINEST).normalize():f}%"


def refuse_vast(content: bytes) -> None:
    """Refuse a sheet whose outermost cells span more than any report has. Raises UnreadableFile."""
    width = max(map(column_of, set(COLUMN.findall(content))), default=0) + 1
    height = max((int(row or cell) for row, cell in ROW.findall(content)), default=0)
    sparse = width * height > SPARSE_CELLS and width * height > SPARSE * len(CELLS.findall(content))
    if width * height > MOST_CELLS or width > LAST_COLUMN or height > LAST_ROW or sparse:
        raise UnreadableFile("sheet_too_large", rows=height, columns=width)


def text_of(cell: object) -> str:
    """A cell as the text that a person reads in it: whole numbers without an end, days as 2020-08-03."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, Real):
        return str(cell).removesuffix(".0")
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(sep=" ", timespec="seconds")
    return cell.isoformat() if isinstance(cell, date | time) else str(cell) if isinstance(cell, timedelta) else BLANK
