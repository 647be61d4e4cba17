"""What a file may grow to when it is read: a small one must not fill the machine, nor hold it up.

Bounds are far above any report: 300,000 offers of 30 columns are nine million cells, and Excel's own cell holds 32,767 characters.
"""

from collections import Counter
from typing import TYPE_CHECKING

from sellerdesk.domain.expressions import expression
from sellerdesk.domain.refusal import UnreadableFile

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo  # 3 ms that few commands need

MOST_CHARACTERS = 32_767
"""What a cell of a spreadsheet holds; a longer one is no cell of a report."""
MOST_ROWS = 1_000_000
MOST_QUOTES = 200_000
MOST_COLUMNS = 1_000
MOST_CELLS = 20_000_000
MOST_TEXT = 512 * 1024 * 1024
"""Bytes of text that the cells of a sheet come to."""
SHARED = "xl/sharedStrings.xml"
HEADER_BYTES = 100_000
ROWS = expression(rb"<(?:\w{1,20}:)?row[\s/>]")
CELLS = expression(rb"<(?:\w{1,20}:)?c[\s/>]")
TEXTS = expression(rb"<(?:\w{1,20}:)?si[\s/>]")
REFERENCES = expression(rb"<(?:\w{1,20}:)?c\s[^>]{0,200}\bt=[\"']s[\"'][^>]{0,200}>\s{0,20}<(?:\w{1,20}:)?v>\s{0,20}(\d{1,9})")
HEAD = rb"<(?:\w{1,20}:)?(?:c|row)\s"
"""How a cell or row begins that may tell its place."""
ODD_PLACE = expression(
    HEAD + rb"(?:[^>]{0,400}?\s)?r\s{0,4}=(?!\s{0,4}(?:\"[A-Za-z]{0,3}[1-9]\d{0,6}\"|'[A-Za-z]{0,3}[1-9]\d{0,6}'))|" + HEAD + rb"[^>]{400}"
)
"""A place beyond Excel's last, or hidden behind more attributes than any has: the library takes room for it before it looks."""
DECLARED = expression(rb"\buniqueCount=[\"'](\d{1,30})[\"']")
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
SPARSE_CELLS, SPARSE = 1_000_000, 50
"""Beyond so many places a sheet has a cell for at least every fiftieth: the library takes room for each place."""
BLANK_BYTES, MOST_PER_CELL = 32 * 1024 * 1024, 2_000
"""Beyond so many bytes a sheet has at most so many a cell: what stands between cells is no report."""
MOST_OF_PART = {"styles.xml": 16 * 1024**2, "workbook.xml": 2 * 1024**2, "workbook.xml.rels": 2 * 1024**2}
"""Bytes of the parts beside the sheets: Excel's own most formats and names come to a fraction."""
MOST_PARTS = 10_000
PACKED_BYTES, MOST_PACKED = 32 * 1024 * 1024, 250
"""Beyond so many bytes a part is at most so many times as large as it is packed: 50,000 offers that are all alike come to 15 times."""
SMALLEST_CELL = len(b"<c/>")
LONGEST_LETTER = 10
"""Bytes of one character at most, as XML writes it (&#1114111;)."""


def refuse_parts(book: "ZipFile") -> None:
    """Refuse a workbook with a part larger than Excel itself can fill, or packed as only a bomb is. Raises UnreadableFile."""
    parts = book.infolist()
    sizes = [part.file_size for part in parts if part.file_size > most_of(part)]
    if sizes or len(parts) > MOST_PARTS:
        raise UnreadableFile("file_too_large", megabytes=max(sizes, default=sum(member.file_size for member in parts)) // 1024**2)


def most_of(part: "ZipInfo") -> int:
    """Bytes that a part may come to."""
    name = part.filename.casefold().rpartition("/")[2]
    return MOST_OF_PART.get(name, max(PACKED_BYTES, MOST_PACKED * part.compress_size))


def refuse_wide(content: bytes) -> None:
    """Refuse a sheet with more rows, or more cells in a row, than any report has, whether or not they tell their place.

    Refused is one with places that no sheet has, and one of which most is between its cells, too. Raises UnreadableFile.
    """
    count = len(ROWS.findall(content))
    if ODD_PLACE.search(content) is not None or count > MOST_ROWS:
        raise UnreadableFile("sheet_too_large", rows=max(count, LAST_ROW), columns=LAST_COLUMN)
    if len(content) > BLANK_BYTES and len(content) > MOST_PER_CELL * len(CELLS.findall(content)):
        raise UnreadableFile("file_too_large", megabytes=len(content) // 1024**2)
    rows = ROWS.split(content)[1:]
    widths = (len(CELLS.findall(row)) for row in rows if len(row) > MOST_COLUMNS * SMALLEST_CELL)
    width = next((width for width in widths if width > MOST_COLUMNS), 0)
    if width > MOST_COLUMNS:
        raise UnreadableFile("sheet_too_large", rows=len(rows), columns=width)


def refuse_swollen(book: "ZipFile", sheets: list[bytes]) -> None:
    """Refuse a workbook whose cells share texts that come to more than any report holds. Raises UnreadableFile, KeyError."""
    names = [name for name in book.namelist() if name.casefold() == SHARED.casefold()]
    if not names:
        return
    shared = book.read(names[0])
    count, cells = len(TEXTS.findall(shared)), sum(len(CELLS.findall(content)) for content in sheets)
    declared = max((int(found) for found in DECLARED.findall(shared[:HEADER_BYTES])), default=0)
    if len(names) > 1 or max(count, declared) > max(SPARSE_CELLS // 10, 2 * cells):
        raise UnreadableFile("file_too_large", megabytes=len(shared) // 1024**2)
    lengths = list(map(len, TEXTS.split(shared)[1:]))
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
