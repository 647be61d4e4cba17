"""A sheet of returns to be quoted: a row for each, in the order of the file."""

from dataclasses import dataclass

from sellerdesk.domain.refusal import Refusal, UnreadableFile
from sellerdesk.domain.returned_item import ReturnedItem
from sellerdesk.readers.headers import Header
from sellerdesk.readers.sheet import Sheet
from sellerdesk.readers.table import read_table


@dataclass(frozen=True)
class Quotes:
    """The returns of a sheet, the rows refused, and how many rows it has."""

    items: list[ReturnedItem]
    refused: list[Refusal]
    rows: int


def read_quotes(sheet: Sheet, header: Header) -> Quotes:
    """All returns of a sheet; an empty cell is "not known". Raises UnreadableFile when it has no rows."""
    table = read_table(sheet, header)
    if not table.lines:
        raise UnreadableFile("no_facts")
    reasons, categories = ([(cell or "").strip() or None for cell in table.cells(name)] for name in ("reason", "category"))
    rows = zip(table.good(reasons), table.good(categories), table.good(table.lines), strict=True)
    items = [ReturnedItem(str(number), reason, category, line) for number, (reason, category, line) in enumerate(rows, start=1)]
    return Quotes(items, table.refusals(), len(table.lines))
