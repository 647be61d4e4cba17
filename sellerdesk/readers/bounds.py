"""What a file may grow to when it is read: a small one must not fill the machine, nor hold it up.

Bounds are far above any report: 300,000 offers of 30 columns are nine million cells, and Excel's own cell holds 32,767 characters.
"""

import re
import zipfile
from collections import Counter

from sellerdesk.domain.refusal import UnreadableFile

MOST_CHARACTERS = 32_767
"""What a cell of a spreadsheet holds; a longer one is no cell of a report."""
MOST_ROWS = 1_000_000
MOST_QUOTES = 200_000
MOST_COLUMNS = 1_000
MOST_CELLS = 20_000_000
MOST_TEXT = 512 * 1024 * 1024
"""Bytes of text that the cells of a sheet come to."""
SHARED = "xl/sharedStrings.xml"
ROWS = re.compile(rb"<(?:\w{1,20}:)?row[\s/>]")
CELLS = re.compile(rb"<(?:\w{1,20}:)?c[\s/>]")
TEXTS = re.compile(rb"<(?:\w{1,20}:)?si[\s/>]")
REFERENCES = re.compile(rb"<(?:\w{1,20}:)?c\s[^>]{0,200}\bt=[\"']s[\"'][^>]{0,200}>\s{0,20}<(?:\w{1,20}:)?v>\s{0,20}(\d{1,9})")
SMALLEST_CELL = len(b"<c/>")
LONGEST_LETTER = 10
"""Bytes of one character at most, as XML writes it (&#1114111;)."""


def refuse_wide(content: bytes) -> None:
    """Refuse a sheet with more rows, or more cells in a row, than any report has, whether or not they tell their place.

    Raises UnreadableFile.
    """
    rows = ROWS.split(content)[1:]
    widths = (len(CELLS.findall(row)) for row in rows if len(row) > MOST_COLUMNS * SMALLEST_CELL)
    width = next((one for one in widths if one > MOST_COLUMNS), 0)
    if width > MOST_COLUMNS or len(rows) > MOST_ROWS:
        raise UnreadableFile("sheet_too_large", rows=len(rows), columns=width)


def refuse_swollen(book: zipfile.ZipFile, sheets: list[bytes]) -> None:
    """Refuse a workbook whose cells share texts that come to more than any report holds. Raises UnreadableFile, KeyError."""
    if SHARED not in book.namelist():
        return
    lengths = list(map(len, TEXTS.split(book.read(SHARED))[1:]))
    longest = max(lengths, default=0)
    if longest > MOST_CHARACTERS * LONGEST_LETTER:
        raise UnreadableFile("cell_too_long", most=MOST_CHARACTERS)
    for content in sheets:
        if longest * len(CELLS.findall(content)) <= MOST_TEXT:
            continue
        used = Counter(map(int, REFERENCES.findall(content)))
        total = sum(lengths[place] * times for place, times in used.items() if place < len(lengths))
        if total > MOST_TEXT:
            raise UnreadableFile("file_too_large", megabytes=total // 1024**2)


def refuse_many(rows: int, most: int = MOST_ROWS) -> None:
    """Refuse a file with more rows than any report has. Raises UnreadableFile."""
    if rows > most:
        raise UnreadableFile("too_many_rows", rows=rows, most=most)
