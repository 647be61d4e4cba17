"""Returns reports of seller-fulfilled orders, tab-separated or XML; nothing about the buyer is read."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache, partial
from typing import Any

import msgspec
import rtoml

from sellerdesk import assets
from sellerdesk.domain import damage
from sellerdesk.domain.expressions import expression
from sellerdesk.domain.refusal import Refusal, UnreadableFile
from sellerdesk.domain.returned_item import ENDED, ReturnedItem
from sellerdesk.readers import cells
from sellerdesk.readers.cells import Bad, BadCell, Decoder, japanese_money
from sellerdesk.readers.headers import RETURNS, Header
from sellerdesk.readers.orders import fold
from sellerdesk.readers.private import ORDER_ID, is_id, without_buyers
from sellerdesk.readers.sheet import Sheet
from sellerdesk.readers.table import HIDDEN, Table, read_table

KINDS = RETURNS
ENGLISH_DAY = expression(r"(\d{1,2})-([a-z]{3})-(\d{4}|\d\d)", re.ASCII)
MONTHS = tuple(damage.MONTHS.lower().split("|"))
CENTURY = 2000
GROUPS = {"label_payer": "payer", "status": "status", "label_type": "label_type", "resolution": "resolution"}
"""The columns whose words are listed, each with the group of its words."""


class Returns(msgspec.Struct, frozen=True):
    """The returns of a file, the rows refused, how many rows it has, and how many of these say what one above them says.

    `unread` are the order ids of the rows refused, by line, as far as they are surely such.
    """

    items: list[ReturnedItem]
    refused: list[Refusal]
    rows: int
    repeated: int = 0
    unread: Mapping[int, str] = {}


def day(text: str) -> date:
    """A day as the report writes it (29-Sep-2026), or as the others do. Raises BadCell."""
    found = ENGLISH_DAY.fullmatch(text.casefold())
    if found is None:
        return cells.day(text)
    if found[2] not in MONTHS:
        raise BadCell("a_day")
    year = int(found[3])
    try:
        return date(year + (CENTURY if year < CENTURY else 0), MONTHS.index(found[2]) + 1, int(found[1]))
    except ValueError as error:
        raise BadCell("a_day") from error


@cache
def values() -> dict[str, dict[str, str]]:
    """The words of the reports, each with what it means: by group, folded."""
    groups = rtoml.loads(assets.text("headers/values/returns.toml"))
    return {name: {fold(word): meaning for meaning, words in group.items() for word in words} for name, group in groups.items()}


def meaning(group: str, text: str) -> str:
    """What a word of the report means; one that is not listed stays as it is written when it can be nobody's name, else "…"."""
    found = values()[group].get(fold(text))
    return found or (text if any(part in fold(text) for part in values()["parts"]) else HIDDEN)


LISTED: Mapping[str, Callable[[str], str]] = {field: partial(meaning, group) for field, group in GROUPS.items()}
"""The columns of a few words of Amazon's: who was charged for the label, how far a return is, what kind of label it is."""


def as_written(text: str) -> str:
    """Text as it stands."""
    return text


COLUMNS: Mapping[str, tuple[str, Callable[[str], Any]]] = {
    "reason": ("reason", as_written),
    "category": ("category", as_written),
    "ordered_on": ("ordered_on", day),
    "arrived_on": ("delivery_date", day),
    "requested_on": ("request_date", day),
    "status": ("status", LISTED["status"]),
    "label_payer": ("label_payer", LISTED["label_payer"]),
    "label_type": ("label_type", LISTED["label_type"]),
    "label_cost": ("label_cost", cells.amount),
    "is_prime": ("is_prime", cells.yes_no),
    "in_policy": ("in_policy", cells.yes_no),
    "amount": ("amount", cells.amount),
    "order_quantity": ("order_quantity", cells.count),
    "quantity": ("quantity", cells.count),
    "refunded": ("refunded", cells.amount),
    "resolution": ("resolution", LISTED["resolution"]),
}
"""Every field of a return with its column and how a cell of it is read; a blank cell is "not known"."""


def read_returns(sheet: Sheet, header: Header) -> Returns:
    """All returns of a report. Raises UnreadableFile: no rows, or another country's money."""
    return returns_of(read_table(sheet, header))


def returns_of(table: Table) -> Returns:
    """All returns of a table, in the order of the file. Raises UnreadableFile: no rows, or another country's money."""
    if not table.lines:
        raise UnreadableFile("no_returns")
    numbers = [(cell or "").strip() for cell in table.cells("order_id")]
    for place, number in enumerate(numbers):
        if not number:
            table.refuse(place, "order_id", number, Bad("an_order_id"))
    table.refuse_empty(key="order_id")
    for place in table.overfull:  # a tab in a name has moved every cell after it, or an import kept nothing else of a refused row
        table.refuse(place, "order_id", "", Bad("as_many_cells", "no_tab_in_text"))
    table.decode("currency", Decoder(japanese_money))
    fields = {name: table.decode(column, Decoder(parse)) for name, (column, parse) in COLUMNS.items()}
    fields["sku"] = [(cell or "").strip() or None for cell in table.cells("sku")]
    fields["label"] = [(cell or "").strip() for cell in table.cells("label")]
    table.refuse_other_country()
    unread = {table.lines[place]: numbers[place] for place in table.bad if is_id(numbers[place], ORDER_ID)}
    twice = repeated_rows(table)
    table.bad |= twice
    rows = zip(*(table.good(column) for column in (numbers, table.lines, *fields.values())), strict=True)
    items = [ReturnedItem(number, line=line, sfp=None, **dict(zip(fields, cells, strict=True))) for number, line, *cells in rows]
    counts = Counter(number for place, number in enumerate(numbers) if place not in twice)
    return Returns(with_other_rows(items, counts), without_buyers(table.refusals()), len(table.lines), len(twice), unread)


def repeated_rows(table: Table) -> set[int]:
    """The places of the rows that say in every column that is read what one above them says: a report that was pasted below itself.

    Two pieces under one label are one row of two pieces, so no such row is a second return.
    """
    seen, twice = set[tuple[str, ...]](), set[int]()
    for place, row in enumerate(zip(*table.columns.values(), strict=True)):
        cells_of_row = tuple((cell or "").strip() for cell in row)
        if place not in table.bad and cells_of_row in seen:
            twice.add(place)
        elif place not in table.bad:
            seen.add(cells_of_row)
    return twice


def with_other_rows(items: Sequence[ReturnedItem], rows: Mapping[str, int]) -> list[ReturnedItem]:
    """The returns, with it said of each whether its order has other rows, refused ones among them.

    Rows that were cancelled or declined do not count beside one that was not: nothing of them came back.
    """
    ended = Counter(item.subject for item in items if item.status in ENDED)
    live = {order: count - ended[order] for order, count in rows.items()}
    return [item if is_alone(item, rows, live) else msgspec.structs.replace(item, alone=False) for item in items]


def is_alone(item: ReturnedItem, rows: Mapping[str, int], live: Mapping[str, int]) -> bool:
    """Whether a row is the only one of its order, or the only one that was not cancelled or declined."""
    return rows[item.subject] == 1 or (live[item.subject] == 1 and item.status not in ENDED)


def own_word(field: str, cell: str) -> str:
    """A cell as it may be kept: of a column whose words are listed, "…" for what may be somebody's name."""
    return HIDDEN if field in LISTED and cell.strip() and LISTED[field](cell.strip()) == HIDDEN else cell
