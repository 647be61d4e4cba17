"""The columns of a file under its header, whole rows only: blank lines, repeated headers and cut rows settled once."""

import csv
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import compress
from typing import TypeVar

import msgspec

from sellerdesk.domain.damage import DAMAGE, DAMAGE_BEGINS, E_NOTATION, LONGEST_DAMAGE
from sellerdesk.domain.expressions import expression
from sellerdesk.domain.refusal import Refusal, UnreadableFile
from sellerdesk.readers import buyers
from sellerdesk.readers.bounds import MOST_CHARACTERS, MOST_QUOTES, MOST_ROWS, refuse_many
from sellerdesk.readers.cells import Bad, Decoder, Foreign
from sellerdesk.readers.headers import OWN_SHEETS, PROTECTED, WITH_BUYERS, Header, is_protected
from sellerdesk.readers.lines import KEYS, whole_lines
from sellerdesk.readers.sheet import Sheet, is_broken
from sellerdesk.readers.text_file import has_longer

T = TypeVar("T")
CONTROL = expression("[\x00-\x08\x0b-\x1f\x7f]")
"""Characters of no SKU; a line feed stands between those of a file."""
EXACT: Mapping[str, Callable[[str], bool]] = {
    "sku": lambda _text: False,
    "order_id": lambda _text: False,
    "asin": lambda text: len(text) == len("4101010013"),
    "tracking": lambda text: text.isdecimal() and len(text) >= len("123456789013"),
}
"""Fields that are text even when they look like a number: which of a workbook's numbers have surely lost no zero before them."""
CURRENCIES = ("USD", "EUR", "GBP", "CNY", "KRW", "TWD", "HKD", "SGD", "AUD", "CAD", "INR", "MXN", "BRL", "AED", "SEK", "PLN", "TRY")
"""Currencies of other marketplaces: no buyer's name."""
HIDDEN = "…"
MARKS_ONLY = (
    "contents", "order_item_id", "payments_date", "promise_date", "days_past", "to_ship", "verge_of_cancellation", "verge_of_late",
)  # fmt: skip
"""Fields by whose titles a file is known, and whose cells nobody reads: they may hold anything, and are not kept."""
Cells = Sequence[str | None]


class Table(msgspec.Struct):
    """Columns by field with the line of every row; `refused` and `bad` (places of rows) grow while columns are decoded.

    `foreign` are rows of another country with what tells it, `settled` rows of which no more is said, `overfull` rows with text beyond
    the header's last column; `verbatim`: the cells are as they were written, for they come from a workbook's text or from a sheet
    that our own program protected.
    """

    header: Header
    lines: Sequence[int]
    columns: Mapping[str, Cells]
    overfull: frozenset[int] = frozenset()
    verbatim: bool = False
    refused: list[Refusal] = []
    bad: set[int] = set()
    foreign: dict[int, str] = {}
    settled: set[int] = set()

    def cells(self, name: str) -> Cells:
        """The cells of a field; all `None` (not known) when the file has no such column."""
        return self.columns.get(name) or [None] * len(self.lines)

    def decode(self, name: str, decoder: Decoder[T], *, whole_row: bool = True) -> list[T | None]:
        """A column's values; a cell that cannot be read refuses its row, as does a row that ends before a column that must be filled.

        With `whole_row` false it is refused alone: its value is "not known", and the rest of its row is read.
        """
        if name not in self.columns:
            return [None] * len(self.lines)
        cells = self.columns[name]
        if decoder.least is not None:
            decoder.look_at_once(cells)
        if isinstance(decoder.blank, Bad):
            decoder[None] = decoder.blank
        if cells and cells.count(cells[0]) == len(cells):  # a third of all columns say the same in every row
            values = [decoder[cells[0]]] * len(cells)
        else:
            values = list(map(decoder.__getitem__, cells))
        if any(isinstance(value, Bad) for value in decoder.values()):
            for place, value in enumerate(values):
                if isinstance(value, Bad):
                    self.refuse(place, name, cells[place] or "", value, whole_row=whole_row)
                    values[place] = value if whole_row else None
                    if isinstance(value, Foreign):
                        self.foreign.setdefault(place, cells[place] or "")
        return values  # type: ignore[return-value]  # rows that still hold a Bad are in self.bad and never used

    def skus(self) -> list[str]:
        """The SKU of every row, trimmed; a blank one or one that a spreadsheet damaged refuses its row.

        Raises UnreadableFile when a spreadsheet has turned some into numbers: others have lost zeros unseen.
        """
        cells = self.cells("sku")
        skus = [(cell or "").strip() for cell in cells] if None in cells else list(map(str.strip, cells))  # type: ignore[arg-type]  # no None
        text = "\n".join(["", *skus])  # of 100,000 SKUs hardly one is worth a look: the whole text tells whether any is
        turned = [] if self.verbatim or "+" not in text else [sku for sku in skus if "+" in sku and E_NOTATION.fullmatch(sku)]
        if turned:
            code = "own_skus_are_numbers" if self.header.kind in OWN_SHEETS else "skus_are_numbers"
            raise UnreadableFile(code, value=turned[0], count=len(turned))
        if CONTROL.search(text):
            for place in [place for place, sku in enumerate(skus) if CONTROL.search(sku)]:
                self.refuse(place, "sku", skus[place], Bad("a_sku"))
        if min(map(len, skus), default=0) > LONGEST_DAMAGE and not any(mark in text and "\n" + mark in text for mark in DAMAGE_BEGINS):
            return skus
        for place in [place for place, sku in enumerate(skus) if len(sku) <= LONGEST_DAMAGE or sku[0] in DAMAGE_BEGINS]:
            if place in self.bad:
                continue
            if not skus[place]:
                self.refuse(place, "sku", "", Bad("a_sku"))
            elif not self.verbatim and DAMAGE.search(skus[place]):
                self.refuse(place, "sku", skus[place], Bad("undamaged", "export_again"))
        return skus

    def refuse_whole(self, place: int, name: str, value: str, why: Bad) -> None:
        """Leave a row out for what it is as a whole: nothing more is said of its cells."""
        self.refuse(place, name, value, why)
        self.settled.add(place)

    def refuse_other_country(self) -> None:
        """Refuse a file of which most rows are another country's. Raises UnreadableFile."""
        if len(self.foreign) * 2 > len(self.lines):
            currency = next(iter(self.foreign.values())).strip()[:40]
            shown = currency if self.header.kind not in WITH_BUYERS or currency.upper() in CURRENCIES else HIDDEN
            raise UnreadableFile("other_country", value=shown)

    def refuse_empty(self, names: Sequence[str] = (), key: str = "sku") -> None:
        """Refuse the rows that have none of these fields (of any but the key): a key and nothing else is a footer."""
        columns = [self.columns[name] for name in names or self.columns if name not in (key, *MARKS_ONLY) and name in self.columns]
        if not columns or is_filled(columns[0]):
            return
        for place, cells in enumerate(zip(*columns, strict=True)):
            if place not in self.bad and not any(cell and cell.strip() for cell in cells) and not self.may_be_blank(place, key, cells):
                why = Bad("more_than_a_sku" if key == "sku" else "more_than_an_order", "no_footer")
                self.refuse_whole(place, key, self.cells(key)[place] or "", why)

    def may_be_blank(self, place: int, key: str, cells: Cells) -> bool:
        """Whether a row of which nothing is told but its order is one all the same: it goes on to its end, and its order has a number."""
        return key == "order_id" and None not in cells and any(map(str.isdigit, self.cells(key)[place] or ""))

    def refusals(self) -> list[Refusal]:
        """What was refused, in the order of the file."""
        return sorted(self.refused, key=lambda refusal: refusal.line)

    def refuse(self, place: int, name: str, value: str, why: Bad, *, whole_row: bool = True) -> None:
        """Leave a row out, or its cell alone, saying why; `value` is cut to what a message can show."""
        if place in self.settled:
            return
        why = why.in_own_sheet() if self.header.kind in OWN_SHEETS else why
        shown = "".join("\ufffd" if is_broken(character) else character for character in value[:80])
        column = self.header.names.get(name, name)
        self.refused.append(Refusal(self.lines[place], column, shown, why.expected, why.fix, not whole_row))
        if whole_row:
            self.bad.add(place)

    def good(self, values: Sequence[T]) -> Sequence[T]:
        """The values of the rows that were not refused."""
        if not self.bad:
            return values
        kept = bytearray(b"\1") * len(values)
        for place in self.bad:
            kept[place] = 0
        return list(compress(values, kept))


def is_filled(column: Cells) -> bool:
    """Whether something stands in every cell."""
    return None not in column and all(map(str.strip, column))  # type: ignore[arg-type]  # no None


def read_table(sheet: Sheet, header: Header) -> Table:
    """The rows under a header. Raises UnreadableFile when a quotation mark is never closed."""
    overfull: frozenset[int] = frozenset()
    torn: frozenset[int] = frozenset()
    sheet = whole_lines(sheet, header)
    columns: Sequence[Cells] | None = plain_columns(sheet, header)
    lines: Sequence[int] = range(header.line + 1, header.line + 1 + len(columns[0])) if columns else ()
    if columns is None:
        lines, rows, torn = numbered(sheet, header)
        if torn or set(map(len, rows)) != {header.width} or any(not row[header.places.get("sku", 0)].strip() for row in rows):
            lines, rows, overfull = settled(lines, rows, header)
        columns = list(zip(*rows, strict=True)) if rows else [()] * header.width
    refuse_many(len(lines), MOST_QUOTES if header.kind == "quotes" else MOST_ROWS)
    protected = is_protected(header.cells)
    if protected:
        columns = [[cell and cell.removeprefix(PROTECTED) for cell in column] for column in columns]
    verbatim = protected or sheet.cells is not None
    table = Table(header, lines, {name: columns[place] for name, place in header.places.items()}, overfull, verbatim)
    for name, places in header.repeated.items():
        table.columns = {**table.columns, name: joined(table, name, [columns[place] for place in places])}
    if torn or sheet.torn:
        refuse_torn(table, torn, sheet.torn)
    if sheet.broken:
        refuse_broken(table, list(zip(*columns, strict=True)))
    if sheet.typed:
        refuse_numbers(table, sheet)
    if header.kind in WITH_BUYERS or buyers.has_buyers(header.unread):
        refuse_moved(table, buyers.moved_rows(header.cells, columns, header.places))
    if not sheet.is_plain or has_longer(sheet.text, MOST_CHARACTERS):
        refuse_long(table)
    return table


def refuse_torn(table: Table, quoted: frozenset[int], broken: frozenset[int]) -> None:
    """Refuse the rows on lines whose quotation marks do not pair, and those on lines that a line break made of one."""
    for place in [place for place, line in enumerate(table.lines) if line in quoted]:
        table.refuse(place, "sku", "", Bad("closed_quote", "close_quote"))
    for place in [place for place, line in enumerate(table.lines) if line in broken]:
        table.refuse_whole(place, next((key for key in KEYS if key in table.header.places), "sku"), "", Bad("no_line_break", "join_lines"))


def refuse_long(table: Table) -> None:
    """Refuse the rows with a cell that is longer than a spreadsheet holds, before anything looks into it."""
    for name in list(table.columns):
        column = table.columns[name]
        if max(map(len, filter(None, column)), default=0) <= MOST_CHARACTERS:
            continue
        for place in [place for place, cell in enumerate(column) if cell is not None and len(cell) > MOST_CHARACTERS]:
            table.refuse(place, name, "", Bad("a_shorter_cell", "shorten_cell"))
        table.columns = {**table.columns, name: [cell if cell is None or len(cell) <= MOST_CHARACTERS else "" for cell in column]}


def refuse_moved(table: Table, moved: Mapping[int, str]) -> None:
    """Refuse the rows in which a buyer's data may stand where we read, each with the field or the title of the column that says so."""
    for place, name in sorted(moved.items()):
        table.refuse_whole(place, name, "", Bad("cells_in_place", "put_back_cells" if name == "sku" else "put_back_or_empty"))


def plain_columns(sheet: Sheet, header: Header) -> list[list[str]] | None:
    """The columns of an ordinary file; None for one with blank, short, long or repeated header lines, which is settled row by row."""
    columns = sheet.columns(header.line, header.width, header.wanted)
    if columns is None or header.cells[0] in columns[0]:
        return None
    return columns if is_filled(columns[header.places.get("sku", 0)]) else None


def refuse_numbers(table: Table, sheet: Sheet) -> None:
    """Refuse the rows whose SKU or other number-like text is a number in the workbook: zeros before it are lost unseen."""
    for name, is_whole in EXACT.items():
        column = table.header.places.get(name)
        for place, line in enumerate(table.lines if column is not None else ()):
            cell = table.cells(name)[place] or ""
            if (line, column) in sheet.typed and not is_whole(cell) and place not in table.bad:
                table.refuse(place, name, cell, Bad("a_text_cell", "text_cell"))


def joined(table: Table, name: str, columns: Sequence[Cells]) -> Cells:
    """One column out of several of the same field: whichever is filled; rows in which they differ are refused."""
    cells: list[str | None] = []
    for place, row_cells in enumerate(zip(*columns, strict=True)):
        filled = [cell for cell in row_cells if cell is not None and cell.strip()]
        if len({cell.strip() for cell in filled}) > 1:
            table.refuse(place, name, " / ".join(filled), Bad("one_value", "one_column"))
        cells.append(filled[0] if filled else next((cell for cell in row_cells if cell is not None), None))
    return cells


def numbered(sheet: Sheet, header: Header) -> tuple[Sequence[int], list[list[str]], frozenset[int]]:
    """The rows below the header with the line that each begins on, repeated headers left out; and the lines with a torn quote."""
    torn: frozenset[int] = frozenset()
    if sheet.cells is not None:
        rows = sheet.cells[header.line :]
        numbers: Sequence[int] = range(header.line + 1, header.line + 1 + len(rows))
    elif sheet.delimiter == "\t":
        rows = [line.split("\t") for line in sheet.lines[header.line :]]
        numbers = range(header.line + 1, header.line + 1 + len(rows))
    else:
        from_csv, torn = comma_rows(sheet)
        numbers = [number for number, _row in from_csv if number > header.line]
        rows = [row for number, row in from_csv if number > header.line]
    repeats = {place for place, row in enumerate(rows) if row and row[0] == header.cells[0] and trimmed(row) == header.cells}
    if not repeats:
        return numbers, rows, torn
    places = [place for place in range(len(rows)) if place not in repeats]
    return [numbers[place] for place in places], [rows[place] for place in places], torn


def trimmed(row: Sequence[str]) -> tuple[str, ...]:
    """A row without the blank cells at its end."""
    last = next((place for place in range(len(row) - 1, -1, -1) if row[place].strip()), -1)
    return tuple(row[: last + 1])


def comma_rows(sheet: Sheet) -> tuple[list[tuple[int, list[str]]], frozenset[int]]:
    """The rows of a comma file with the line that each begins on, and the lines whose quotation marks do not pair.

    Read strictly first; where a quotation mark stands wrong, line by line, so that it cannot swallow the rows below it.
    """
    lines = [line + "\n" for line in sheet.lines]
    rows, begins = [], 1
    try:
        if len(whole := list(csv.reader(lines, strict=True))) == len(lines):
            return list(enumerate(whole, start=1)), frozenset()  # no cell has a line break: a row is a line
        reader = csv.reader(lines, strict=True)
        for row in reader:
            rows.append((begins, row))
            begins = reader.line_num + 1
    except csv.Error:
        torn = frozenset(number for number, line in enumerate(sheet.lines, start=1) if line.count('"') % 2)
        return [(number, one_row(line, number)) for number, line in enumerate(sheet.lines, start=1)], torn
    return rows, frozenset()


def one_row(line: str, number: int) -> list[str]:
    """The cells of one line by itself. Raises UnreadableFile for a cell beyond all measure."""
    try:
        return next(csv.reader([line]), [])
    except csv.Error as error:
        raise UnreadableFile("unclosed_quote", line=number) from error


def settled(lines: Sequence[int], rows: list[list[str]], header: Header) -> tuple[list[int], list[list[str]], frozenset[int]]:
    """Rows of the header's width: blank ones gone, short ones filled with `None` (not known, as against blank), long ones cut."""
    numbers: list[int] = []
    kept: list[list[str]] = []
    usual = max(Counter(map(len, rows)).most_common(1)[0][0] if rows else 0, header.width)  # every row may end with a tab
    overfull: set[int] = set()
    for number, row in zip(lines, rows, strict=True):
        if not any(cell.strip() for cell in row):
            continue
        if any(cell.strip() for cell in row[header.width :]) or (len(row) > usual and header.kind in WITH_BUYERS):
            overfull.add(len(kept))
        numbers.append(number)
        kept.append(row[: header.width] + [None] * (header.width - len(row)))  # type: ignore[list-item]
    return numbers, kept, frozenset(overfull)


def refuse_broken(table: Table, rows: Sequence[Sequence[str | None]]) -> None:
    """Refuse the rows that hold bytes which are no text where we read; what we do not read may be a buyer's address."""
    names = {place: name for name, place in table.header.places.items()}
    for place, row in enumerate(rows):
        for column, cell in enumerate(row):
            if column in names and cell is not None and is_broken(cell):
                table.refuse(place, names[column], cell, Bad("readable_text", "export_again"))
                break


def refuse_contradictions(table: Table, skus: Sequence[str], columns: Mapping[str, Sequence[object]]) -> None:
    """Refuse every row of a SKU about which rows contradict each other: neither is known to be the true one."""
    if len(set(skus)) == len(skus):
        return
    by_name: dict[tuple[str, str], set[object]] = {}
    for name, values in columns.items():
        for place, (sku, value) in enumerate(zip(skus, values, strict=True)):
            if value is not None and place not in table.bad:
                by_name.setdefault((sku, name), set()).add(value)
    doubtful = {sku for (sku, _name), values in by_name.items() if len(values) > 1}
    for place, sku in enumerate(skus):
        if sku in doubtful and place not in table.bad:
            table.refuse(place, "sku", sku, Bad("sku_once", "one_row_per_sku"))
