"""The columns of a file under its header, whole rows only: blank lines, repeated headers and cut rows settled once."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from sellerdesk.domain.refusal import Refusal, UnreadableFile
from sellerdesk.readers.cells import DAMAGE, Bad, Decoder
from sellerdesk.readers.headers import Header
from sellerdesk.readers.sheet import Sheet, is_broken

T = TypeVar("T")
Cells = Sequence[str | None]
MOST_LINES_OF_A_ROW = 50
"""More lines inside one quoted cell mean a quotation mark that was never closed."""


@dataclass
class Table:
    """Columns by field with the line of every row; `refused` and `bad` (places of rows) grow while columns are decoded.

    `overfull` are rows with text beyond the header's last column.
    """

    header: Header
    lines: Sequence[int]
    columns: Mapping[str, Cells]
    overfull: frozenset[int] = frozenset()
    refused: list[Refusal] = field(default_factory=list)
    bad: set[int] = field(default_factory=set)

    def cells(self, name: str) -> Cells:
        """The cells of a field; all `None` (not known) when the file has no such column."""
        return self.columns.get(name) or [None] * len(self.lines)

    def decode(self, name: str, decoder: Decoder[T]) -> list[T | None]:
        """A column's values; a cell that cannot be read refuses its row."""
        cells = self.cells(name)
        values = list(map(decoder.__getitem__, cells))
        wrong = {cell: value for cell, value in decoder.items() if isinstance(value, Bad)}
        if wrong:
            for place, value in enumerate(values):
                if isinstance(value, Bad):
                    self.refuse(place, name, cells[place] or "", value)
        return values  # type: ignore[return-value]  # rows that still hold a Bad are in self.bad and never used

    def skus(self) -> list[str]:
        """The SKU of every row, trimmed; a blank one or one that a spreadsheet damaged refuses its row."""
        skus = [(cell or "").strip() for cell in self.cells("sku")]
        for place, sku in enumerate(skus):
            if not sku:
                self.refuse(place, "sku", sku, Bad("a_sku"))
            elif (sku[0] in "=#" or "-" in sku[-4:]) and DAMAGE.search(sku):
                self.refuse(place, "sku", sku, Bad("undamaged", "export_again"))
        return skus

    def refusals(self) -> list[Refusal]:
        """What was refused, in the order of the file."""
        return sorted(self.refused, key=lambda one: one.line)

    def refuse(self, place: int, name: str, value: str, why: Bad) -> None:
        """Leave a row out, saying why; `value` is cut to what a message can show."""
        shown = "".join("\ufffd" if is_broken(character) else character for character in value[:80])
        column = self.header.names.get(name, name)
        self.refused.append(Refusal(self.lines[place], column, shown, why.expected, why.fix))
        self.bad.add(place)

    def good(self, values: Sequence[T]) -> Sequence[T]:
        """The values of the rows that were not refused."""
        return values if not self.bad else [value for place, value in enumerate(values) if place not in self.bad]


def read_table(sheet: Sheet, header: Header) -> Table:
    """The rows under a header. Raises UnreadableFile when a quotation mark is never closed."""
    lines, rows = numbered(sheet, header)
    overfull: frozenset[int] = frozenset()
    ordinary = set(map(len, rows)) <= {header.width}
    if not ordinary or any(not row[header.places["sku"]].strip() for row in rows if "sku" in header.places):
        lines, rows, overfull = settled(lines, rows, header)
    columns = list(zip(*rows, strict=True)) if rows else [()] * header.width
    table = Table(header, lines, {name: columns[place] for name, place in header.places.items()}, overfull)
    if sheet.broken:
        refuse_broken(table, rows)
    return table


def numbered(sheet: Sheet, header: Header) -> tuple[Sequence[int], list[list[str]]]:
    """The rows below the header with the number of the line that each begins on."""
    if sheet.delimiter == "\t":
        rows = [line.split("\t") for line in sheet.lines[header.line :]]
        top = sheet.lines[header.line - 1].rstrip("\t ").split("\t")
        repeats = {place for place, row in enumerate(rows) if row[0] == top[0] and "\t".join(row).rstrip("\t ").split("\t") == top}
        places = [place for place in range(len(rows)) if place not in repeats] if repeats else range(len(rows))
        return [header.line + 1 + place for place in places], [rows[place] for place in places] if repeats else rows
    numbers, kept = [], []
    for number, row in comma_rows(sheet):
        if number > header.line:
            numbers.append(number)
            kept.append(row)
    return numbers, kept


def comma_rows(sheet: Sheet) -> Iterator[tuple[int, list[str]]]:
    """The rows of a comma file with the line that each begins on. Raises UnreadableFile."""
    reader = csv.reader([line + "\n" for line in sheet.lines], strict=True)
    begins = 1
    try:
        for row in reader:
            if reader.line_num - begins >= MOST_LINES_OF_A_ROW:
                raise UnreadableFile("unclosed_quote", line=begins)
            yield begins, row
            begins = reader.line_num + 1
    except csv.Error as error:
        raise UnreadableFile("unclosed_quote", line=begins) from error


def settled(lines: Sequence[int], rows: list[list[str]], header: Header) -> tuple[list[int], list[list[str]], frozenset[int]]:
    """Rows of the header's width: blank ones gone, short ones filled with `None` (not known, as against blank), long ones cut."""
    numbers: list[int] = []
    kept: list[list[str]] = []
    overfull: set[int] = set()
    for number, row in zip(lines, rows, strict=True):
        if not any(cell.strip() for cell in row):
            continue
        if any(cell.strip() for cell in row[header.width :]):
            overfull.add(len(kept))
        numbers.append(number)
        kept.append(row[: header.width] + [None] * (header.width - len(row)))  # type: ignore[list-item]
    return numbers, kept, frozenset(overfull)


def refuse_broken(table: Table, rows: Sequence[Sequence[str | None]]) -> None:
    """Refuse the rows that hold bytes which are no text."""
    names = {place: name for name, place in table.header.places.items()}
    for place, row in enumerate(rows):
        for column, cell in enumerate(row):
            if cell is not None and is_broken(cell):
                table.refuse(place, names.get(column, str(column + 1)), cell, Bad("readable_text", "export_again"))
                break
