"""Text that a spreadsheet leaves as it is: what it would compute or change gets a mark, which our readers take off again."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from sellerdesk.domain.expressions import expression
from sellerdesk.writers.harmless import seen

PROTECTED = "'"
"""Put before a cell, it makes the cell text in every spreadsheet; a column's title has it too, which tells our readers."""

FORMULA = "=+-@\t\r\n'|%"
"""A cell that begins with one of these is computed, or read as a command, by some spreadsheet; the mark itself must come back, too."""
NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
"""Full-width letters as narrow ones: a Japanese spreadsheet takes ＝１＋１ for a formula and １２３ for a number."""
AS_IT_IS = expression(r"\d{3}-\d{7}-\d{7}|(?:19|20)\d\d-[01]\d-[0-3]\d(?: [0-2]\d:[0-5]\d(?::[0-5]\d)?)?", re.ASCII)
"""An order's number, which no spreadsheet takes for anything else, and a day or a moment, which is one however it is written."""
MONTHS = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    "|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
ERAS = "(?:明治?|大正?|昭和?|平成?|令和?|[mtshr])"
AMONG = r"[\s\d.,:/'()%+\-−‐–—¥￥\\$€£#年月日時分秒午前後元円]*"
"""What stands among the digits of a number, a sum, a day or a time."""
BEHIND = rf"(?:{MONTHS}|(?<=[\d.])[ed][+-]?(?=\d)|[ap]m?|st|nd|rd|th)"
"""Words between digits or behind them: months, exponents, halves of a day."""
CHANGED = expression(rf"(?:{ERAS}\.?|{MONTHS})?{AMONG}(?:(?<=[\s\d年月日.,/-]){BEHIND}{AMONG})*", re.IGNORECASE)
"""What as a whole a spreadsheet may take for a number, a sum, a day or a time; more than it really does, and never a sentence."""
WORDS = expression(r"true|false|nan|inf(?:inity)?", re.IGNORECASE)
"""Words that it takes for a truth or a number."""


FIGURE = expression(r"[¥￥]?[-−]?(?:\d{1,3}(?:,\d{3})+|0|[1-9]\d*)", re.ASCII)
NOT_KNOWN = ("–", "")
"""What a column of numbers shows where there is none."""


def is_risky(cell: str) -> bool:
    """Whether some spreadsheet would compute this text, or make a number or a date of it."""
    text = seen(cell.translate(NARROW)).lstrip()
    if not cell or AS_IT_IS.fullmatch(cell):
        return False
    if cell[0] in FORMULA or cell[0].isspace() or not text:
        return True
    return text[0] in FORMULA or bool(WORDS.fullmatch(text.rstrip())) or (has_digit(text) and bool(CHANGED.fullmatch(text)))


def has_digit(text: str) -> bool:
    """Whether a text has a digit of any script: without one it is no number and no day."""
    return any(map(str.isdecimal, text))


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
