"""The first sheet of a workbook (xlsx) as rows of text, and which of its cells were no text there: a number has lost its zeros."""

import io
import re
import struct
import zipfile
import zlib
from datetime import date, datetime, time, timedelta
from numbers import Real

from python_calamine import CalamineError, CalamineWorkbook

from sellerdesk.domain.refusal import UnreadableFile
from sellerdesk.readers.sheet import MOST_BYTES, Sheet

ENCODING = "xlsx"
BLANK = ""
ERROR = "#N/A"
"""What stands for every error of a spreadsheet (#N/A, #REF! and others): no reader takes it for blank."""

FIRST_SHEET = re.compile(rb'<(?:\w+:)?sheet\s[^>]*?\bid="([^"]+)"')
COLUMN = re.compile(rb'<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,3})')
ROW = re.compile(rb'<(?:\w+:)?row\s[^>]*?\br="(\d{1,7})"')
WRONG = re.compile(rb'<(?:\w+:)?c\s(?=[^>]*\bt="e")[^>]*\br="([A-Z]{1,3})(\d{1,7})"')
MOST_CELLS = 20_000_000
"""A report of 300,000 offers has nine million; a stray cell in the last corner of a sheet makes 17 thousand million."""
DAMAGED = (CalamineError, zipfile.BadZipFile, zlib.error, struct.error, EOFError, LookupError, ValueError, RuntimeError, OSError)
"""What the libraries raise for files that are cut, changed or locked with a password."""

Place = tuple[int, int]
"""Line (from 1) and column (from 0)."""


def read_workbook(data: bytes) -> Sheet:
    """The first sheet of a workbook, cells as text. Raises UnreadableFile for one that cannot be read, or is beyond all measure."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            size = sum(one.file_size for one in book.infolist())
            if size > MOST_BYTES:
                raise UnreadableFile("file_too_large", megabytes=size // 1024**2)
            content = first_sheet(book)
        refuse_vast(content)
        rows = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    except DAMAGED as error:
        raise UnreadableFile("excel_renamed") from error
    cells = [[text_of(cell) for cell in row] for row in rows]
    typed = {(line, place) for line, row in enumerate(rows, 1) for place, cell in enumerate(row) if not isinstance(cell, str)}
    wrong = {(int(found[2]), column_of(found[1])) for found in WRONG.finditer(content)}
    for line, place in wrong:  # the library reads an error as blank, which may mean 0 points
        if line <= len(cells) and place < len(cells[line - 1]):
            cells[line - 1][place] = ERROR
    if not any(cell.strip() for row in cells for cell in row):
        raise UnreadableFile("empty_file")
    return Sheet(ENCODING, "\t", "\n".join("\t".join(row) for row in cells), cells=cells, typed=frozenset(typed | wrong))


def refuse_vast(content: bytes) -> None:
    """Refuse a sheet whose outermost cells span more than any report has. Raises UnreadableFile."""
    width = max(map(column_of, set(COLUMN.findall(content))), default=0) + 1
    height = max(map(int, ROW.findall(content)), default=0)
    if width * height > MOST_CELLS:
        raise UnreadableFile("sheet_too_large", rows=height, columns=width)


def first_sheet(book: zipfile.ZipFile) -> bytes:
    """The XML of the first sheet. Raises KeyError when it is not there."""
    chosen = FIRST_SHEET.search(book.read("xl/workbook.xml"))
    if chosen is None:
        raise KeyError("sheet")
    links = book.read("xl/_rels/workbook.xml.rels")
    link = re.search(rb'<(?:\w+:)?Relationship\s(?=[^>]*\bId="' + re.escape(chosen[1]) + rb'")[^>]*\bTarget="([^"]+)"', links)
    target = link[1].decode() if link else ""
    return book.read(target.removeprefix("/") if target.startswith("/") else f"xl/{target}")


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


def column_of(letters: bytes) -> int:
    """The place of a column by its letters: A is 0, AA 26."""
    place = 0
    for letter in letters:
        place = place * 26 + letter - ord("A") + 1
    return place - 1
