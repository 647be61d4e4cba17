"""The owner's facts as a sheet that a spreadsheet cannot change: a workbook of text cells, or a CSV whose risky cells are protected."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

import msgspec
import xlsxwriter

from sellerdesk.domain.expressions import expression
from sellerdesk.domain.facts import FACT_NAMES, SkuFacts
from sellerdesk.writers.upload import writable

Form = Literal["xlsx", "csv", "cp932"]
PROTECTED = "'"
"""Put before a cell, it makes the cell text in every spreadsheet; the header of the SKUs has it too, which tells our reader."""

HARMLESS = expression(r"[A-Za-zぁ-んァ-ヶー一-龠][A-Za-z0-9ぁ-んァ-ヶー一-龠 _.・-]*")
CHANGED = expression(r"(?i)true$|false$|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|[mtshr]\d|[明大昭平令][治正和成]|午[前後]")
"""What a spreadsheet takes for a date, a Japanese year or a truth, although a letter stands first."""
WIDTH = {"sku": 30, "category": 20}
USUAL_WIDTH = 14


class Unwritable(NamedTuple):
    """A cell that an encoding cannot hold."""

    sku: str
    column: str
    value: str


def rows_of(facts: Mapping[str, SkuFacts]) -> list[list[str]]:
    """A row of text for every SKU, blank where not known."""
    values = (msgspec.structs.astuple(known) for known in facts.values())
    return [[sku, *("" if value is None else str(value) for value in values)] for sku, values in zip(facts, values, strict=True)]


def workbook(facts: Mapping[str, SkuFacts]) -> bytes:
    """A workbook of text cells: no formula, no number, nothing that a spreadsheet would change; its header stays in sight."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet, text = book.add_worksheet("facts"), book.add_format({"num_format": "@"})
        head = book.add_format({"num_format": "@", "bold": True})
        for column, name in enumerate(("sku", *FACT_NAMES)):
            sheet.set_column(column, column, WIDTH.get(name, USUAL_WIDTH), text)
            sheet.write_string(0, column, name, head)
        for line, row in enumerate(rows_of(facts), start=1):
            for column, cell in enumerate(row):
                if cell and sheet.write_string(line, column, cell, text) != 0:
                    raise ValueError(f"line {line + 1}: a cell that no workbook holds")
        sheet.freeze_panes(1, 1)
    return file.getvalue()


def protected(cell: str) -> str:
    """A cell as text in every spreadsheet; our reader takes off the mark that this puts before it."""
    is_safe = not cell or (HARMLESS.fullmatch(cell) and not CHANGED.match(cell) and unicodedata.is_normalized("NFKC", cell))
    return cell if is_safe else PROTECTED + cell


def comma_sheet(facts: Mapping[str, SkuFacts]) -> bytes:
    """A CSV in UTF-8 with its mark (BOM)."""
    return lines(rows_of(facts)).encode("utf-8-sig")


def comma_sheet_cp932(facts: Mapping[str, SkuFacts]) -> tuple[bytes, list[Unwritable]]:
    """A CSV in cp932, and every cell that it cannot hold: such a fact stays blank, such a SKU has no row; neither is guessed."""
    rows, unwritable = [], []
    for row in rows_of(facts):
        lost = [Unwritable(row[0], name, cell) for name, cell in zip(("sku", *FACT_NAMES), row, strict=True) if cell and not writable(cell)]
        unwritable += lost
        if "sku" not in {cell.column for cell in lost}:
            columns = {cell.column for cell in lost}
            rows.append(["" if name in columns else cell for name, cell in zip(("sku", *FACT_NAMES), row, strict=True)])
    return lines(rows).encode("cp932"), unwritable


def lines(rows: Iterable[Sequence[str]]) -> str:
    """The lines of a CSV under its header; days and measures are read back however a spreadsheet writes them."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow([PROTECTED + "sku", *FACT_NAMES])
    exact = {"category", "asin"}
    for sku, *values in rows:
        writer.writerow(
            [protected(sku), *(protected(cell) if name in exact else cell for name, cell in zip(FACT_NAMES, values, strict=True))]
        )
    return file.getvalue()
