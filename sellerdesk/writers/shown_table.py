"""A table as it is shown (titles, order, words) as a file: a workbook, a CSV in UTF-8, or one in cp932 with what that cannot hold."""

import re
from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

import msgspec

from sellerdesk.domain.expressions import expression
from sellerdesk.writers.plain_text import NOT_KNOWN, comma_lines, is_figure
from sellerdesk.writers.upload import ENCODING
from sellerdesk.writers.workbooks import MOST_CHARACTERS, Cell, Sheet, workbook

Form = Literal["xlsx", "csv", "cp932", "pdf"]
LACKING = "〓"
"""What printers set for a letter that they do not have; nobody takes it for the letter itself."""
SHEET_NAME = expression(r"[\[\]:*?/\\']")
LONGEST_SHEET_NAME = 31
"""Letters that a workbook allows in the name of a sheet."""


class ShownTable(msgspec.Struct, frozen=True):
    """What is on the screen: `note` says which day and how many rows, `figures` which columns hold numbers, rows hold words."""

    title: str
    note: str
    head: list[str]
    figures: list[bool]
    rows: list[list[str]]
    shop: str = ""


class Lost(NamedTuple):
    """A cell that the file does not hold as it is: its row (from 1, without the header), the column's title, the text."""

    row: int
    column: str
    value: str


def cells_of(table: ShownTable) -> list[list[str | int | None]]:
    """The rows with numbers as numbers, and blank where our dash says that something is not known."""
    return [
        [as_number(cell) if figure else None if cell == NOT_KNOWN[0] else cell for cell, figure in zip(row, table.figures, strict=True)]
        for row in table.rows
    ]


def as_number(text: str) -> str | int | None:
    """A figure as a number, None when it is not known; words stay words ("1,980 or more")."""
    if text in NOT_KNOWN:
        return None
    return int(re.sub(r"[¥￥,]", "", text).replace("−", "-")) if is_figure(text) else text


def table_file(table: ShownTable, form: Form) -> tuple[bytes, list[Lost]]:
    """A table as a workbook or a CSV, and the cells that it does not hold as they are; no row is ever left out."""
    rows = cells_of(table)
    if form == "xlsx":
        return as_workbook(table, rows), lost_where(table, lambda cell: len(cell) > MOST_CHARACTERS)
    if form == "csv":
        return comma_lines(table.head, rows).encode("utf-8-sig", "replace"), []
    known: dict[str, str] = {}
    held_rows = [[held(cell, known) if isinstance(cell, str) else cell for cell in row] for row in rows]
    head = [held(title, known) for title in table.head]
    return comma_lines(head, held_rows).encode(ENCODING), lost_where(table, lambda cell: known.get(cell, cell) != cell)


def as_workbook(table: ShownTable, rows: Sequence[Sequence[Cell]]) -> bytes:
    """A workbook with one sheet, named as the table is."""
    name = SHEET_NAME.sub(" ", table.title).strip()[:LONGEST_SHEET_NAME].strip() or "1"
    return workbook([Sheet(name, table.head, rows)], table.shop, table.note)


def held(text: str, known: dict[str, str]) -> str:
    """A text as cp932 holds it: a mark stands for each letter that it lacks. `known` keeps what was asked before."""
    if text.isascii():
        return text
    if text not in known:
        known[text] = text if comes_back(text) else "".join(letter if comes_back(letter) else LACKING for letter in text)
    return known[text]


def comes_back(text: str) -> bool:
    """Whether cp932 holds a text and gives it back."""
    return text.encode(ENCODING, "replace").decode(ENCODING, "replace") == text


def lost_where(table: ShownTable, is_lost: Callable[[str], bool]) -> list[Lost]:
    """The cells that a file does not hold as they are, by row and column."""
    return [
        Lost(line, title, cell)
        for line, row in enumerate(table.rows, start=1)
        for title, cell, figure in zip(table.head, row, table.figures, strict=True)
        if is_lost(cell) and cell != NOT_KNOWN[0] and not (figure and isinstance(as_number(cell), int | None))
    ]
