"""Text that a spreadsheet leaves as it is: what it would compute or change gets a mark, which our readers take off again."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from sellerdesk.reports.harmless import seen

PROTECTED = "'"
"""Put before a cell, it makes the cell text in every spreadsheet; a column's title has it too, which tells our readers."""

FORMULA = "=+-@\t\r\n'|%"
"""A cell that begins with one of these is computed, or read as a command, by some spreadsheet; the mark itself must come back, too."""
MONEY = "¥\\$€£.,("
"""What may stand before a number: such a cell becomes one."""
NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
"""Full-width letters as narrow ones: a Japanese spreadsheet takes ＝１＋１ for a formula and １２３ for a number."""
AS_IT_IS = re.compile(r"\d{3}-\d{7}-\d{7}|(?:19|20)\d\d-[01]\d-[0-3]\d", re.ASCII)
"""An order's number, which no spreadsheet takes for anything else, and a day, which is one however it is written."""
CHANGED = re.compile(
    r"(?:true|false)$|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\s./-]*\d|[mtshr]\s*\d|[明大昭平令][治正和成]|午[前後]|nan$|inf",
    re.IGNORECASE,
)
"""What a spreadsheet takes for a date, a Japanese year, a truth or a number, although a letter stands first."""


FIGURE = re.compile(r"[¥￥]?[-−]?(?:\d{1,3}(?:,\d{3})+|0|[1-9]\d*)", re.ASCII)
NOT_KNOWN = ("–", "")
"""What a column of numbers shows where there is none."""


def is_risky(cell: str) -> bool:
    """Whether some spreadsheet would compute this text, or make a number or a date of it."""
    text = seen(cell.translate(NARROW)).lstrip()
    if not cell or AS_IT_IS.fullmatch(cell):
        return False
    if cell[0] in FORMULA or cell[0].isspace() or not text:
        return True
    return text[0] in FORMULA or text[0] in MONEY or text[0].isdecimal() or bool(CHANGED.match(text))


def protected(cell: str) -> str:
    """A cell as text in every spreadsheet."""
    return PROTECTED + cell if is_risky(cell) else cell


def comma_lines(head: Sequence[str], rows: Iterable[Sequence[str | int | None]]) -> str:
    """The lines of a CSV: numbers as they are, text protected where it must be, which the first title then tells; blank is not known."""
    safe_rows = [["" if cell is None else protected(cell) if isinstance(cell, str) else str(cell) for cell in row] for row in rows]
    marked = any(cell.startswith(PROTECTED) for row in safe_rows for cell in row)
    file = io.StringIO()
    csv.writer(file).writerows([[PROTECTED + head[0] if marked else head[0], *head[1:]], *safe_rows])
    return file.getvalue()


def pasted(rows: Iterable[Sequence[str]], figures: Sequence[bool]) -> str:
    """Rows for a clipboard: a tab between cells, a line for each row whatever a cell holds, nothing that is computed when it is pasted.

    `figures` tells which columns hold numbers: these stay as they are shown.
    """
    return "\n".join("\t".join(map(pasted_cell, row, figures)) for row in rows)


def pasted_cell(cell: str, figure: bool) -> str:  # noqa: FBT001 (mapped over columns)
    """A cell on one line and without tabs."""
    text = " ".join(cell.split()) if set(cell) & set("\t\r\n") else cell
    return text if figure and (text in NOT_KNOWN or is_figure(text)) else protected(text)


def is_figure(cell: str) -> bool:
    """Whether a text is a whole number as our tables show it, with separators or without."""
    return FIGURE.fullmatch(cell) is not None
