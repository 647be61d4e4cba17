"""A payment report as lines of text, a line at a time: 200,000 rows of it as one text of cells take more memory than a shop's computer has.

The header stands below some lines of explanation, so that these files are told by it before anything else looks at them.
"""

import codecs
import csv
import io
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import product

from sellerdesk.readers.cells import Bad
from sellerdesk.readers.headers import PAYMENT_ROWS, Header, kind_of, match
from sellerdesk.readers.mending import of_a_spreadsheet, quoted_header
from sellerdesk.readers.text_file import BOMS, SAMPLE, looks_like_utf8

TOP_BYTES = 64 * 1024
CHUNK = 1024 * 1024
MARKS = "\t,;"
"""What parts the cells: a spreadsheet of some settings writes semicolons."""
ABOVE = Bad("below_titles", "export_again")
"""What is said of a row that stands above the titles."""
CUT = Bad("a_whole_row", "export_again")
"""What is said of the last row of a file that ends inside it: even an amount may have lost its last figures."""
TOLD_BEHIND = ("state", "released")
"""Columns behind the total, which older files lack and spreadsheets leave away where they are blank."""
MONEY = {"payments": ("total",), "settlement": ("amount", "amount_type", "type")}
"""Fields without which a header is no payment report's: `settlement` alone tells a file of other columns, too."""


def encoding_of(data: bytes) -> str:
    """The encoding: BOM first, then UTF-8, then cp932. A file may end inside a character: it was cut."""
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return encoding
    with suppress(UnicodeDecodeError):
        decoder = codecs.getincrementaldecoder("utf-8")()
        for begin in range(0, len(data), CHUNK):
            decoder.decode(data[begin : begin + CHUNK])
        return "utf-8"
    return "utf-8" if looks_like_utf8(data[:SAMPLE]) else "cp932"


def top_of(data: bytes, encoding: str) -> list[str]:
    """The first lines."""
    text = data[:TOP_BYTES].decode(encoding, "replace" if encoding == "utf-16" else "surrogateescape")
    return text.splitlines()[:PAYMENT_ROWS]


def find(data: bytes) -> tuple[Header, str] | None:
    """The header of a payment report with the file's encoding; None for every other file."""
    if not data or data.startswith(b"PK"):
        return None
    encoding = encoding_of(data[:TOP_BYTES])
    lines = top_of(data, encoding)
    for kind, mark in product(MONEY, MARKS):
        header = header_in(lines, kind, mark)
        if header is not None:
            return header, encoding_of(data)
    return None


def header_in(lines: Sequence[str], kind: str, mark: str) -> Header | None:
    """The first of some lines that is a kind's header."""
    for line, text in enumerate(lines, start=1):
        if mark in text and (found := match(kind, line, cells_of(text, mark), kind_of(kind).marks)) is not None:
            return found if is_whole(found) else None
    return None


def rows_above(data: bytes, header: Header, encoding: str) -> Iterator[int]:
    """The lines above the header that are rows all the same, of a month whose own titles are not known: explanations have few cells."""
    mark = mark_of(header, data, encoding)
    for line, text in enumerate(top_of(data, encoding)[: header.line - 1], start=1):
        cells = cells_of(text, mark)
        if len(cells) > last_needed(header) and any(cell[:1].isdigit() for cell in cells):
            yield line


def last_needed(header: Header) -> int:
    """The place of the last column without which a row is not whole: what became of it is told behind its total, or not at all."""
    return max(place for field, place in header.places.items() if field not in TOLD_BEHIND)


def is_whole(header: Header) -> bool:
    """Whether a header has the fields without which it is no payment report's."""
    return all(field in header.places for field in MONEY[header.kind])


def cells_of(text: str, mark: str) -> list[str]:
    """The cells of a line."""
    try:
        return [cell.strip("\ufeff ") for cell in next(csv.reader([text.strip("\ufeff")], delimiter=mark), [])]
    except csv.Error:
        return []


def mark_of(header: Header, data: bytes, encoding: str) -> str:
    """Which of the marks parts the cells of the header's line."""
    line = top_of(data, encoding)[header.line - 1]
    return max(MARKS, key=line.count)


def has_quotes(data: bytes, mark: str, encoding: str) -> bool:
    """Whether cells stand in quotation marks. In a file parted by tabs such a mark is a letter, but where a spreadsheet wrote it.

    Of a large file the first part tells.
    """
    if mark != "\t":
        return True
    text = data[:CHUNK].decode(encoding, "replace" if encoding == "utf-16" else "surrogateescape").replace("\r\n", "\n")
    whole = text[: text.rfind("\n") + 1] or text
    return '"' in whole and (quoted_header(whole) or of_a_spreadsheet(whole))


def rows_of(data: bytes, header: Header, encoding: str) -> Iterator[tuple[int, list[str]]]:
    """The rows below the header, each with the line that it ends on; blank ones left out."""
    errors = "replace" if encoding == "utf-16" else "surrogateescape"
    text = io.TextIOWrapper(io.BytesIO(data), encoding, errors, newline="")
    for _line in range(header.line):
        text.readline()
    mark = mark_of(header, data, encoding)
    reader = csv.reader(text, delimiter=mark, quoting=csv.QUOTE_MINIMAL if has_quotes(data, mark, encoding) else csv.QUOTE_NONE)
    for row in reader:
        if row:
            yield header.line + reader.line_num, row


def is_cut(data: bytes, header: Header, last: Sequence[str], encoding: str, *, sound: bool) -> bool:
    """Whether a file ends inside a row: with too few cells, or with a quotation mark that is not closed.

    A row that ends with its line was not cut there: a spreadsheet leaves the blank cells at the end of every row away. One that does
    not may have lost the last figures of its total: then it is not `sound` (read, and its amounts come to its total).
    """
    ended = data.endswith((b"\n", b"\r", b"\n\0"))
    if len(last) < header.width and not (ended and len(last) > last_needed(header)):
        return True
    if has_quotes(data, mark_of(header, data, encoding), encoding) and is_open(data, encoding):
        return True
    return not ended and not sound


def is_open(data: bytes, encoding: str) -> bool:
    """Whether the last line leaves a quotation mark open, which no line before it has opened: a cell may hold several lines."""
    newline = "\n".encode(encoding.replace("utf-8-sig", "utf-8").replace("utf-16", "utf-16-le"))
    tail = data[data.rfind(newline, 0, max(len(data) - 2 * len(newline), 0)) + len(newline) :]
    if tail.count(b'"') % 2 == 0:
        return False
    return encoding == "utf-16" or data.count(b'"') % 2 == 1
