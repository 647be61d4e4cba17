"""A file with other column titles, mended cells or mended rows, as text that our readers take as it is written."""

import csv
import io
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from sellerdesk.domain.expressions import expression
from sellerdesk.domain.refusal import UnreadableFile
from sellerdesk.readers.headers import PROTECTED, Header, first_rows, is_protected
from sellerdesk.readers.lines import whole_lines
from sellerdesk.readers.sheet import Sheet, is_broken
from sellerdesk.readers.table import EXACT, comma_rows
from sellerdesk.readers.titles import fold

BREAKS = expression(r"[\t\r\n]+")
EXCERPT = 5
"""Rows that are shown of a file whose columns are not known."""
Row = Sequence[str]


def title_line(sheet: Sheet, titles: Sequence[str]) -> int:
    """The line (from 1) that holds these titles. Raises UnreadableFile when none does."""
    wanted = {fold(title) for title in titles}
    for line, cells in enumerate(first_rows(sheet), start=1):
        if wanted <= {fold(cell) for cell in cells}:
            return line
    raise UnreadableFile("no_such_column", name=", ".join(titles))


def renamed(sheet: Sheet, names: Mapping[str, str]) -> Sheet:
    """The sheet with some columns under other titles. Raises UnreadableFile when it has no such columns."""
    line, by_fold = title_line(sheet, list(names)), {fold(title): name for title, name in names.items()}
    new_titles = [by_fold.get(fold(cell), cell) for cell in first_rows(sheet)[line - 1]]
    lines = [*sheet.lines[: line - 1], joined(new_titles, sheet.delimiter), *sheet.lines[line:]]
    cells = None if sheet.cells is None else [*sheet.cells[: line - 1], new_titles, *sheet.cells[line:]]
    return replace(sheet, text="\n".join(lines), cells=cells)


def joined(cells: Row, delimiter: str) -> str:
    """Cells as a line."""
    if delimiter == "\t":
        return "\t".join(cells)
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow([BREAKS.sub(" ", cell) for cell in cells])
    return line.getvalue()


def numbered_rows(sheet: Sheet) -> list[tuple[int, list[str]]]:
    """All rows of a sheet with the line that each begins on."""
    if sheet.cells is not None or sheet.delimiter == "\t":
        return list(enumerate(map(list, sheet.rows()), start=1))
    return [(line, list(row)) for line, row in comma_rows(sheet)[0]]


def rewritten(sheet: Sheet, header: Header, cells: Mapping[tuple[int, int], str], lines: Mapping[int, Row]) -> bytes:
    """The file as tab-separated UTF-8, line by line as before, with other cells (line, column) and other whole lines.

    Where cells are taken as they are written (of a workbook, or after a repair), a title says so; a number of a workbook is left
    blank where only text will do, so that its row is refused as before.
    """
    sheet, marked = whole_lines(sheet, header), is_protected(header.cells)
    verbatim = marked or sheet.cells is not None or bool(cells)
    mark = PROTECTED if verbatim and not marked else ""
    exact = {place: EXACT[field] for field, place in header.places.items() if field in EXACT}
    made: list[str] = []
    for line, row in numbered_rows(sheet):
        new_row = list(lines.get(line, row))
        for place in (place for place, is_whole in exact.items() if (line, place) in sheet.typed and not is_whole(row[place])):
            new_row[place] = ""
        new_row = [cells.get((line, place), cell) for place, cell in enumerate(new_row)]
        new_row = [PROTECTED + cell if mark and cell.startswith(PROTECTED) else cell for cell in new_row]
        if line == header.line and new_row:
            new_row[0] = mark + new_row[0]
        made += [""] * (line - 1 - len(made))
        made.append("\t".join(BREAKS.sub(" ", cell) for cell in new_row))
    return "\n".join(made).encode("utf-8", "surrogateescape")


def excerpt(sheet: Sheet) -> list[list[str]]:
    """The titles and the first rows as they can be shown; titles are the first line with several cells."""
    rows = [row for _line, row in numbered_rows(sheet.top(EXCERPT + 6)) if sum(bool(cell.strip()) for cell in row) > 1]
    width = max(map(len, rows), default=0)
    filled = [[*row, *[""] * (width - len(row))] for row in rows[: EXCERPT + 1]]
    return [["\ufffd" if is_broken(cell) else cell.strip("\ufeff ") for cell in row] for row in filled]
