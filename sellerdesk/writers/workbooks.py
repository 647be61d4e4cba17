"""Workbooks of plain cells: text stays text whatever it looks like, yen are numbers, days are days; nothing is a formula.

They print as they look: the shop, the list and the page on every sheet of paper, its titles again, one page wide.
"""

import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import NamedTuple

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from sellerdesk.writers.verdict_cells import COLOURS, verdict_columns, verdict_of

Cell = str | int | date | None
MOST_CHARACTERS = 32_767
"""What a cell holds; a longer text is cut."""
LEAST_WIDTH, MOST_WIDTH = 8, 40
"""In narrow letters; longer words take several lines, else a sheet of sentences would print as dust on one page's width."""
FILTER_WIDTH = 4
"""Letters that the arrow of a filter covers in a title."""
LONGEST_HEAD = 200
"""Letters over a printed page; Excel holds 255 with its own codes."""
LINE_HEIGHT, HIGHEST = 18, 409
"""Points; Excel has no higher row."""
FONT, GROUND, LINE = "Yu Gothic", "#DDE5EE", "#C8CDD3"
"""A font of Japanese letters that Excel has on Windows and macOS; ground and line of the titles."""
A4 = 9
"""Excel's number of the paper."""
KINDS: Mapping[type, Mapping[str, object]] = {
    str: {"num_format": "@", "valign": "top", "align": "left", "indent": 1},
    int: {"num_format": "#,##0", "valign": "top"},
    date: {"num_format": "yyyy-mm-dd", "valign": "top", "align": "left", "indent": 1},
}
TITLE = {"num_format": "@", "bold": True, "bg_color": GROUND, "bottom": 1, "bottom_color": LINE, "valign": "vcenter"}
Formats = Mapping[object, Format]
"""By the type of a cell; for words also by verdict, and "long" for those that take several lines."""


class Sheet(NamedTuple):
    """A sheet: its name, its header, its rows; `last` is a row that sums up, in bold."""

    name: str
    head: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    last: Sequence[Cell] = ()


def workbook(sheets: Sequence[Sheet], shop: str = "", note: str = "") -> bytes:
    """A workbook of some sheets, their headers in sight; the shop's name and a note stand over every printed page."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"constant_memory": True, "default_format_properties": {"font_name": FONT}}) as book:
        plain, bold = formats(book), formats(book, bold=True)
        titles = [book.add_format({**TITLE, **side}) for side in ({"align": "left", "indent": 1}, {"align": "right"})]
        for sheet in sheets:
            page = book.add_worksheet(sheet.name)
            for column, words in enumerate(sheet.head):
                page.write_string(0, column, words, titles[is_figures(sheet, column)])
            fill(page, sheet, plain, bold)
            lay_out(page, sheet, shop, note)
    return file.getvalue()


def is_figures(sheet: Sheet, column: int) -> bool:
    """Whether the first cell of a column that is known is a number: then its title stands at the right, too."""
    first = next((row[column] for row in sheet.rows if column < len(row) and row[column] not in (None, "")), None)
    return isinstance(first, int)


def formats(book: xlsxwriter.Workbook, *, bold: bool = False) -> Formats:
    """The looks of cells."""
    own = {"bold": True} if bold else {}
    made: dict[object, Format] = {kind: book.add_format({**form, **own}) for kind, form in KINDS.items()}
    made["long"] = book.add_format({**KINDS[str], **own, "text_wrap": True})
    return made | {name: book.add_format({**KINDS[str], "bold": True, "font_color": colour}) for name, colour in COLOURS.items()}


def fill(page: Worksheet, sheet: Sheet, plain: Formats, bold: Formats) -> None:
    """Write the rows of a sheet below its titles."""
    verdicts = frozenset(verdict_columns(sheet.head))
    for line, row in enumerate(sheet.rows, start=1):
        if (lines := max(map(lines_of, row), default=1)) > 1:
            page.set_row(line, min(HIGHEST, LINE_HEIGHT * lines))  # not every program finds it by itself
        for column, cell in enumerate(row):
            put(page, (line, column), cell, plain, verdict=column in verdicts)
    for column, cell in enumerate(sheet.last):
        put(page, (len(sheet.rows) + 1, column), cell, bold)


def lay_out(page: Worksheet, sheet: Sheet, shop: str, note: str) -> None:
    """Widths, filter, titles that stay, and how it prints."""
    rows = [*sheet.rows, sheet.last]
    for column, title in enumerate(sheet.head):
        longest = max((width(row[column]) for row in rows if column < len(row)), default=0)
        page.set_column(column, column, min(MOST_WIDTH, max(LEAST_WIDTH, width(title) + FILTER_WIDTH, longest + 3)))
    page.freeze_panes(1, 1)
    if len(sheet.head) > 1:
        page.autofilter(0, 0, len(sheet.rows), len(sheet.head) - 1)  # the sum is no row to be filtered away
    page.set_default_row(LINE_HEIGHT)
    page.set_landscape()
    page.set_paper(A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.set_header(f"&L{printed(shop)}  &A&R{printed(note)}")
    page.set_footer("&R&P / &N")


def printed(words: str) -> str:
    """Words over a printed page: a plain & begins one of Excel's codes."""
    return words[: LONGEST_HEAD // 2].replace("&", "&&")


def width(cell: Cell) -> int:
    """How many narrow letters wide a cell is; a Japanese letter is two."""
    words = str(cell) if cell is not None else ""
    return len(words) if words.isascii() else 2 * len(words)


def lines_of(cell: Cell) -> int:
    """How many lines a cell takes."""
    return 1 if not isinstance(cell, str) else sum(-(-width(part) // (MOST_WIDTH - 2)) or 1 for part in cell.split("\n"))


def put(page: Worksheet, place: tuple[int, int], cell: Cell, looks: Formats, *, verdict: bool = False) -> None:
    """Write a cell by its type; what is not known stays blank."""
    if isinstance(cell, str):
        outcome = verdict_of(cell) if verdict else None
        long = lines_of(cell) > 1
        page.write_string(*place, cell[:MOST_CHARACTERS], looks[outcome or ("long" if long else str)])
    elif isinstance(cell, date):
        page.write_datetime(*place, datetime.combine(cell, time()), looks[date])
    elif cell is not None:
        page.write_number(*place, cell, looks[int])
