"""Workbooks of plain cells: text stays text whatever it looks like, yen are numbers, days are days; nothing is a formula."""

import io
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import NamedTuple

import xlsxwriter

Cell = str | int | date | None
MOST_CHARACTERS = 32_767
"""What a cell holds; a longer text is cut."""
LEAST_WIDTH, MOST_WIDTH = 8, 60


class Sheet(NamedTuple):
    """A sheet: its name, its header, its rows; `last` is a row that sums up, in bold."""

    name: str
    head: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    last: Sequence[Cell] = ()


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """A workbook of some sheets, their headers in sight."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        for sheet in sheets:
            add(book, sheet)
    return file.getvalue()


def add(book: xlsxwriter.Workbook, sheet: Sheet) -> None:
    """Add a sheet."""
    page, bold = book.add_worksheet(sheet.name), {"bold": True}
    kinds = {str: {"num_format": "@"}, int: {"num_format": "#,##0"}, date: {"num_format": "yyyy-mm-dd"}}
    plain = {kind: book.add_format(form) for kind, form in kinds.items()}
    heavy = {kind: book.add_format({**form, **bold}) for kind, form in kinds.items()}
    rows = [sheet.head, *sheet.rows, *([sheet.last] if sheet.last else [])]
    for line, row in enumerate(rows):
        formats = heavy if line == 0 or (sheet.last and line == len(rows) - 1) else plain
        for column, cell in enumerate(row):
            put(page, (line, column), cell, formats)
    for column in range(len(sheet.head)):
        longest = max(len(str(row[column])) for row in rows if column < len(row))
        page.set_column(column, column, min(MOST_WIDTH, max(LEAST_WIDTH, longest + 2)))
    page.freeze_panes(1, 1)


def put(page: xlsxwriter.worksheet.Worksheet, place: tuple[int, int], cell: Cell, formats: dict[type, xlsxwriter.format.Format]) -> None:
    """Write a cell by its type; what is not known stays blank."""
    if isinstance(cell, str):
        page.write_string(*place, cell[:MOST_CHARACTERS], formats[str])
    elif isinstance(cell, date):
        page.write_datetime(*place, datetime.combine(cell, time()), formats[date])
    elif cell is not None:
        page.write_number(*place, cell, formats[int])
