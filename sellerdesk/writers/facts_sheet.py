"""The owner's facts as a sheet that a spreadsheet cannot change: a workbook of text cells, or a CSV whose risky cells are protected.

Beside each SKU stands the name of its item: it is there for reading, and is not read back.
"""

import csv
import io
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

import msgspec
import xlsxwriter

from sellerdesk.domain.expressions import expression
from sellerdesk.domain.facts import FACT_NAMES, SkuFacts
from sellerdesk.writers import plain_text
from sellerdesk.writers.upload import writable

Form = Literal["xlsx", "csv", "cp932"]
PROTECTED = "'"
"""Put before a cell, it makes the cell text in every spreadsheet; where a cell has it, so has the first title, which tells our reader."""

HARMLESS = expression(r"[A-Za-zぁ-んァ-ヶー一-龠][A-Za-z0-9ぁ-んァ-ヶー一-龠 _.・&-]*")
CHANGED = expression(r"(?i)true$|false$|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|[mtshr]\d|[明大昭平令][治正和成]|午[前後]")
"""What a spreadsheet takes for a date, a Japanese year or a truth, although a letter stands first."""
COLUMNS = ("sku", "title", *FACT_NAMES)
WIDTH = {"sku": 30, "title": 40, "category": 20}
USUAL_WIDTH = 18
EXACT = {"sku", "category", "asin"}
"""Columns of which every letter counts; days and measures are read back however a spreadsheet writes them."""
ANSWERED: Mapping[str, Sequence[str]] = {
    "preorder": ("yes", "no"), "hazmat": ("yes", "potential", "no"), "medical": ("yes", "no"), "restock_date": ("none",),
}  # fmt: skip
"""The columns of answers, which a workbook offers as a list; a day may stand in the last one, too."""
NO_NAMES: Mapping[str, str] = {}


class Unwritable(NamedTuple):
    """A cell that an encoding cannot hold."""

    sku: str
    column: str
    value: str


class Wording(NamedTuple):
    """How a sheet is written: the titles of its columns, the words of its answers, and the names of items by SKU (some have none)."""

    head: Sequence[str] = COLUMNS
    answers: Mapping[str, str] = NO_NAMES
    names: Mapping[str, str] = NO_NAMES


IN_KEYS = Wording()


def rows_of(facts: Mapping[str, SkuFacts], wording: Wording = IN_KEYS) -> list[list[str]]:
    """A row of text for every SKU, blank where not known."""
    return [[sku, wording.names.get(sku, ""), *cells_of(known, wording.answers)] for sku, known in facts.items()]


def cells_of(known: SkuFacts, answers: Mapping[str, str]) -> list[str]:
    """The facts of a SKU as text, blank where not known, answers in their words."""
    values = zip(FACT_NAMES, msgspec.structs.astuple(known), strict=True)
    texts = [(name, "" if value is None else str(value)) for name, value in values]
    return [answers.get(text, text) if name in ANSWERED else text for name, text in texts]


def workbook(facts: Mapping[str, SkuFacts], wording: Wording = IN_KEYS) -> bytes:
    """A workbook of text cells: no formula, no number, nothing that a spreadsheet would change; its header stays in sight."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet, text = book.add_worksheet("facts"), book.add_format({"num_format": "@"})
        head = book.add_format({"num_format": "@", "bold": True})
        for column, (name, title) in enumerate(zip(COLUMNS, wording.head, strict=True)):
            sheet.set_column(column, column, WIDTH.get(name, USUAL_WIDTH), text)
            sheet.write_string(0, column, title, head)
            if offered := [wording.answers.get(answer, answer) for answer in ANSWERED.get(name, ())]:
                choice = {"validate": "list", "source": offered, "show_error": False}
                sheet.data_validation(1, column, max(len(facts), 1), column, choice)
        for line, row in enumerate(rows_of(facts, wording), start=1):
            for column, cell in enumerate(row):
                if cell and sheet.write_string(line, column, cell, text) != 0:
                    raise ValueError(f"line {line + 1}: a cell that no workbook holds")
        sheet.freeze_panes(1, 2)
    return file.getvalue()


def protected(cell: str) -> str:
    """A cell as text in every spreadsheet; our reader takes off the mark that this puts before it."""
    is_safe = not cell or (HARMLESS.fullmatch(cell) and not CHANGED.match(cell) and unicodedata.is_normalized("NFKC", cell))
    return cell if is_safe else PROTECTED + cell


def comma_sheet(facts: Mapping[str, SkuFacts], wording: Wording = IN_KEYS) -> bytes:
    """A CSV in UTF-8 with its mark (BOM)."""
    return lines(rows_of(facts, wording), wording.head).encode("utf-8-sig")


def comma_sheet_cp932(facts: Mapping[str, SkuFacts], wording: Wording = IN_KEYS) -> tuple[bytes, list[Unwritable]]:
    """A CSV in cp932, and every cell that it cannot hold: such a fact stays blank, such a SKU has no row; neither is guessed."""
    rows, unwritable = [], []
    for row in rows_of(facts, wording):
        lost = [Unwritable(row[0], name, cell) for name, cell in zip(COLUMNS, row, strict=True) if cell and not writable(cell)]
        columns = {cell.column for cell in lost}
        unwritable += [cell for cell in lost if cell.column != "title"]  # a name is nothing that the owner told
        if "sku" not in columns:
            rows.append(["" if name in columns else cell for name, cell in zip(COLUMNS, row, strict=True)])
    return lines(rows, wording.head).encode("cp932"), unwritable


def lines(rows: Iterable[Sequence[str]], head: Sequence[str]) -> str:
    """The lines of a CSV under its header."""
    safe_rows = [[safe(name, cell) for name, cell in zip(COLUMNS, row, strict=True)] for row in rows]
    marked = any(cell.startswith(PROTECTED) for row in safe_rows for cell in row)
    file = io.StringIO()
    csv.writer(file).writerows([[PROTECTED + head[0] if marked else head[0], *head[1:]], *safe_rows])
    return file.getvalue()


def safe(name: str, cell: str) -> str:
    """A cell of a column as it can stand in a CSV; of an item's name only what would be computed is protected."""
    if name == "title":
        return plain_text.protected(cell)
    return protected(cell) if name in EXACT else cell
