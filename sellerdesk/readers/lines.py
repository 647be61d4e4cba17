"""Rows that a line break in a note tore in two: joined where nothing else explains them, or both refused."""

import csv
import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from sellerdesk.domain.expressions import expression
from sellerdesk.domain.unread import Mend
from sellerdesk.readers.headers import Header
from sellerdesk.readers.mending import MOST_LINES
from sellerdesk.readers.sheet import Sheet

NUMBER = expression(r"[-¥\\]?\s{0,20}\d[\d,.]{0,40}\s{0,20}\D{0,6}")
DAY = expression(r"\d{1,4}\s*[-/.年]\s*(?:\d{1,2}|[a-z]{3})\s*[-/.月].*|\d{8}(?:\d{6})?", re.IGNORECASE)
WORD = expression(r"\S{1,40}")
SHAPES: Mapping[str, re.Pattern[str]] = {
    **dict.fromkeys(
        ("price", "quantity", "points", "points_percent", "sale_price", "sale_points", "lowest_price", "highest_price", "item_price",
         "amount", "label_cost", "refunded", "order_quantity", "handling_time", "to_ship", "days_past", "size_cm",
         "weight_kg", "weight_g"),
        NUMBER),
    **dict.fromkeys(
        ("open_date", "purchase_date", "ordered_on", "request_date", "delivery_date", "sale_from", "sale_through", "payments_date",
         "promise_date", "ordered_at", "ship_by", "given_at", "shipped_at", "confirmed_at", "promised_by", "delivered_at",
         "restock_date"),
        DAY),
    **dict.fromkeys(("order_id", "listing_id", "product_id", "currency", "label"), WORD), "asin": expression(r"[A-Za-z0-9]{10}"),
    "product_id_type": expression(r"\d{1,2}"), "condition": expression(r"\d{1,2}|[^\d\s]{2}.*"), "order_item_id": expression(r"\d+"),
    "channel": expression(r"[A-Za-z_]{3,20}|出品者出荷|自社出荷"), "status": expression(r"[^\d\s].{1,30}"),
    "is_prime": expression(r"\D{1,8}"), "in_policy": expression(r"\D{1,8}"),
}  # fmt: skip
"""What a cell of a column that is no free text looks like: by these a row is told from a piece of one."""
FREE = ("title", "condition_note", "template")
"""Fields that are read and may hold a line break: a person writes them."""
KEYS = ("sku", "order_id")
SEVERAL = 2
"""Cells at fault by which a line is a piece of a row: a row of its own has one of them now and then."""
Row = list[str]


class Torn(NamedTuple):
    """A row that goes on in the next lines: its first line, how many lines it takes, and its cells."""

    first: int
    length: int
    cells: Row


def whole_lines(sheet: Sheet, header: Header) -> Sheet:
    """A text sheet whose rows are whole again: the lines of a torn row joined on its first, or all of them marked as torn.

    Only lines that are shorter or longer than the header are looked at; a file of whole lines stays as it is.
    """
    key = (header.line, header.width)
    if key not in sheet.known_wholes:
        plain = sheet.cells is not None or sheet.columns(*key, header.wanted) is not None
        whole = plain or header.width < 2  # noqa: PLR2004 (one column has no note)
        sheet.known_wholes[key] = None if whole else joined(sheet, header)  # itself would be a circle, which a command never frees
    return sheet.known_wholes[key] or sheet


def joined(sheet: Sheet, header: Header) -> Sheet:
    """A sheet with its torn rows joined."""
    if sheet.delimiter != "\t":
        return sheet if '"' in sheet.text else parted(sheet, header, ",")
    return parted(sheet, header, "\t")


def parted(sheet: Sheet, header: Header, mark: str) -> Sheet:
    """A sheet with the torn rows joined that a mark parts into cells."""
    lines, torn = list(sheet.lines), set[int]()
    joins: list[int] = []
    place = header.line
    while place < len(lines):
        found = quoted(lines, place, header, mark) or pieces(lines, place, header, mark)
        if found is None:
            place += 1
            continue
        numbers = range(found.first + 1, found.first + 1 + found.length)
        if found.cells:
            lines[found.first : found.first + found.length] = [mark.join(found.cells), *[""] * (found.length - 1)]
            joins.append(found.first + 1)
        else:
            torn |= set(numbers)
        place += found.length
    if not joins and not torn:
        return sheet
    mends = (Mend("lines", len(joins), tuple(joins)),) if joins else ()
    return replace(sheet, text="\n".join(lines), mended=(*sheet.mended, *mends), torn=frozenset(torn))


def quoted(lines: Sequence[str], place: int, header: Header, mark: str) -> Torn | None:
    """A row that has the header's width only without the quotation marks around its cells: they hold a tab or a line break."""
    line = lines[place]
    if mark != "\t" or not (line.startswith('"') or '\t"' in line) or len(line.split(mark)) == header.width:
        return None
    for count in range(1, min(MOST_LINES, len(lines) - place) + 1):
        text = [line + "\n" for line in lines[place : place + count]]
        try:
            rows = list(csv.reader(text, delimiter=mark, strict=True))
        except csv.Error:
            continue
        joined_cells = [re.sub(r"[\t\n]+", " ", cell) for cell in rows[0]] if len(rows) == 1 else []
        return Torn(place, count, joined_cells) if len(joined_cells) == header.width and is_row(joined_cells, header) else None
    return None


def pieces(lines: Sequence[str], place: int, header: Header, mark: str) -> Torn | None:
    """A short line with the lines that it goes on in; without cells when it is not known how."""
    first = lines[place].split(mark)
    if len(first) >= header.width or not lines[place].strip():
        return None
    made, count = first, 1
    while len(made) < header.width and place + count < len(lines) and count < MOST_LINES:
        after = lines[place + count].split(mark)
        if len(made) + len(after) - 1 > header.width:
            break
        if not may_break(len(made) - 1, header):
            break
        made = [*made[:-1], " ".join(part for part in (made[-1], after[0]) if part), *after[1:]]
        count += 1
    follower = next((line.split(mark) for line in lines[place + 1 : place + 1 + MOST_LINES] if line.strip()), None)
    if (
        len(made) == header.width
        and count > 1
        and is_row(made, header)
        and not (is_row(first, header) and follower and is_row(follower, header))
    ):
        return Torn(place, count, made)
    if follower is None or len(follower) >= header.width or not has_key(first, header):
        return None
    if has_key(follower, header) and misfits(follower, header) < SEVERAL:
        return None  # a row of its own with a cell at fault, which is refused by itself
    taken = next(number for number in range(place + 1, len(lines)) if lines[number].strip()) - place + 1
    return Torn(place, taken, [])


def may_break(place: int, header: Header) -> bool:
    """Whether a column may hold a line break: one of free text, or one that is not read."""
    field = next((name for name, where in header.places.items() if where == place), None)
    return field is None or field in FREE


def has_key(row: Sequence[str], header: Header) -> bool:
    """Whether a row reaches the column that names its record, and has something there."""
    places = [header.places[key] for key in KEYS if key in header.places]
    return any(place < len(row) and row[place].strip() for place in places)


def is_row(row: Sequence[str], header: Header) -> bool:
    """Whether cells can be a row: it names its record, and every cell looks like one of its column."""
    return has_key(row, header) and not misfits(row, header)


def misfits(row: Sequence[str], header: Header) -> int:
    """How many cells look like none of their columns."""
    plain_cells = ((name, unicodedata.normalize("NFKC", row[place]).strip()) for name, place in header.places.items() if place < len(row))
    return sum(1 for name, cell in plain_cells if cell and name in SHAPES and SHAPES[name].fullmatch(cell) is None)
