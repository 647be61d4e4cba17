"""Order reports: all orders, unshipped orders, and the owner's own sheet; columns about the buyer are never read."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache
from typing import Any, TypeVar

import msgspec
import rtoml

from sellerdesk import assets
from sellerdesk.domain.japan import JAPAN
from sellerdesk.domain.order import PAYMENTS, STATUSES, Dispatch, Moment, Order
from sellerdesk.domain.refusal import Refusal, UnreadableFile
from sellerdesk.readers import cells, stamps
from sellerdesk.readers.cells import Bad, Decoder, japanese_money
from sellerdesk.readers.headers import ORDERS, Header
from sellerdesk.readers.private import without_buyers
from sellerdesk.readers.sheet import Sheet
from sellerdesk.readers.table import Table, read_table

T = TypeVar("T")
KINDS = ORDERS
NEVER = Dispatch("none", "none")
MOST_WORDS = 40
"""Characters of words that nobody knows which a verdict quotes."""


class Orders(msgspec.Struct, frozen=True):
    """The orders of a file, the rows refused, and how many rows it has."""

    orders: list[Order]
    refused: list[Refusal]
    rows: int


class Line(msgspec.Struct, frozen=True):
    """One line of a file: an order has one for each item."""

    order_id: str
    placed: datetime | None
    status: str | None
    cancelled: bool
    payment: str | None
    changed_to: str | None
    amount: int | None
    parcel: Dispatch
    sku: str
    units: int | None
    category: str | None
    updated: datetime | None
    line: int


def read_orders(sheet: Sheet, header: Header) -> Orders:
    """All orders of a file, in the order of their first lines. Raises UnreadableFile: no rows, or another country's money."""
    table = read_table(sheet, header)
    if not table.lines:
        raise UnreadableFile("no_orders")
    lines: dict[str, list[Line]] = {}
    for line in lines_of(table):
        lines.setdefault(line.order_id, []).append(line)
    numbers = table.cells("order_id")
    torn = {(numbers[place] or "").strip() for place in table.bad}
    orders = [added_up(of_one, torn=number in torn) for number, of_one in lines.items()]
    return Orders(orders, without_buyers(table.refusals()), len(table.lines))


def lines_of(table: Table) -> list[Line]:
    """Every line that can be read."""
    unshipped, count = table.header.kind == "unshipped_orders", len(table.lines)
    numbers = [(cell or "").strip() for cell in table.cells("order_id")]
    for place, number in enumerate(numbers):
        if not number:
            table.refuse(place, "order_id", number, Bad("an_order_id"))
    table.refuse_empty(key="order_id")
    for place in table.overfull:  # a tab or comma inside an address has moved every cell after it
        table.refuse(place, "order_id", numbers[place], Bad("as_many_cells", "no_tab_in_text"))
    table.decode("currency", Decoder(japanese_money))
    status = [*["unshipped"] * count] if unshipped else table.decode("order_status", Decoder(one_status))
    changed = ["none"] * count if unshipped else table.decode("changed_payment", Decoder(changed_payment, blank="none"))
    shipped = [NEVER.shipped] * count if unshipped else table.decode("ship_date", Decoder[Moment](moment, blank="none"))
    confirmed = [NEVER.confirmed] * count if unshipped else table.decode("confirmed", Decoder[Moment](moment, blank="none"))
    columns: Sequence[Sequence[Any]] = (
        numbers,
        table.decode("purchase_date", Decoder(moment)),
        status,
        [name == "cancelled" for name in table.decode("item_status", Decoder(one_status))],
        table.decode("payment", Decoder(payment)),
        changed,
        table.decode("item_price", Decoder(cells.amount)),
        list(map(Dispatch, shipped, confirmed)),
        [(cell or "").strip() for cell in table.cells("sku")],
        table.decode("quantity", Decoder(cells.count)),
        table.decode("category", Decoder(campaign_category)),
        table.decode("last_updated", Decoder(moment)),
        table.lines,
    )
    table.refuse_other_country()
    return list(map(Line, *(table.good(column) for column in columns)))


def added_up(lines: Sequence[Line], *, torn: bool) -> Order:
    """The order of some lines. Lines that contradict each other leave a fact not known; cancelled ones count for nothing."""
    alive = [line for line in lines if not line.cancelled and line.status != "cancelled"]
    counted = alive or lines
    placed = [line.placed for line in lines if line.placed is not None]
    amounts = [line.amount for line in counted]
    changed = {line.changed_to for line in counted}
    return Order(
        lines[0].order_id,
        min(placed, default=None),
        status_of(counted) if alive else "cancelled",
        payment_of(line.payment for line in counted),
        payment_of(changed - {"none"}) if changed - {"none"} else "none",
        None if None in amounts else sum(amount for amount in amounts if amount is not None),
        tuple(dict.fromkeys(line.parcel for line in counted)),
        units_of(counted),
        only(line.category for line in counted),
        torn,
        lines[0].line,
        max(updated) if None not in (updated := [line.updated for line in counted]) else None,  # type: ignore[type-var]  # none is None
    )


def units_of(lines: Sequence[Line]) -> tuple[tuple[str, int], ...]:
    """The units of every SKU; a line that tells no quantity is of one."""
    units: Counter[str] = Counter()
    for line in lines:
        if line.sku:
            units[line.sku] += 1 if line.units is None else line.units
    return tuple(units.items())


def status_of(lines: Sequence[Line]) -> str | None:
    """The status of lines that live: a word that nobody knows, or the one that is furthest from done."""
    there = list(dict.fromkeys(line.status for line in lines))
    words = [status for status in there if status is not None and status not in STATUSES]
    first = (*words, "pending", "unshipped")
    return next((status for status in first if status in there), only(there))


def payment_of(cells: Iterable[str | None]) -> str | None:
    """The payment that all lines agree on; words that nobody knows, on any of them, stand for all."""
    there = list(dict.fromkeys(cells))
    words = [name for name in there if name is not None and name not in (*PAYMENTS, "none")]
    return words[0] if words else only(there)


def only(values: Iterable[T | None]) -> T | None:
    """The one value that is known; None when there is none, or several."""
    distinct = {value for value in values if value is not None}
    return distinct.pop() if len(distinct) == 1 else None


def moment(text: str) -> datetime | None:
    """A moment in Japan; a day without a time is its first one, for every boundary of the project is a midnight. Raises BadCell."""
    stamp = stamps.moment(text)
    return None if stamp is None else datetime.fromisoformat(stamp).replace(tzinfo=JAPAN)


@cache
def values() -> dict[str, dict[str, str]]:
    """The words of order reports, each with what it means: by group, folded."""
    groups = rtoml.loads(assets.text("headers/values/orders.toml"))
    return {name: {fold(word): meaning for meaning, words in group.items() for word in words} for name, group in groups.items()}


def fold(text: str) -> str:
    """A word without differences of width, case, spaces and marks between words."""
    return re.sub(r"[\s\-_/・&＆,、()]+", "", unicodedata.normalize("NFKC", text).casefold())


def one_status(text: str) -> str | None:
    """The status of an order; a word that nobody knows stays as it is written."""
    if cells.says(text, "unknown"):
        return None
    return values()["status"].get(fold(text), text.strip()[:MOST_WORDS])


def changed_payment(text: str) -> str | None:
    """What the payment was changed to: none, in words or as a dash, or a method."""
    return "none" if cells.says(text, "none") or set(text) <= set("-ー―‐–—") else payment(text)


def payment(text: str) -> str | None:
    """Whether a payment method was in the project; of several, all must be. Words that nobody knows stay as they are written."""
    if cells.says(text, "unknown"):
        return None
    whole, *parts = [meaning_of(part) for part in (text, *re.split(r"[,;+、/（）()]", unicodedata.normalize("NFKC", text))) if part.strip()]
    if whole is not None:
        return whole
    return parts[0] if len(set(parts)) == 1 and parts[0] is not None else text.strip()[:MOST_WORDS]


def meaning_of(text: str) -> str | None:
    """Whether one payment method was in the project; None for words that nobody knows."""
    return values()["payment"].get(fold(text))


def campaign_category(text: str) -> str | None:
    """Which of the campaign's ten categories a name means (CP-01); None for any other."""
    return values()["category"].get(fold(text))
