"""The seller's shipment sheet, the shipping-confirmation upload (出荷通知) and carriers' own files: a shipment for every row."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from sellerdesk.domain.damage import DAMAGE, E_NOTATION
from sellerdesk.domain.expressions import expression
from sellerdesk.domain.facts import YesNo
from sellerdesk.domain.refusal import Refusal, UnreadableFile
from sellerdesk.domain.shipment import NOT_YET, Service, Shipment
from sellerdesk.readers import carriers, cells
from sellerdesk.readers.cells import Bad, BadCell, Decoder
from sellerdesk.readers.countries import country
from sellerdesk.readers.headers import Header, folded_columns
from sellerdesk.readers.methods import read_service
from sellerdesk.readers.private import without_buyers
from sellerdesk.readers.sheet import Sheet
from sellerdesk.readers.stamps import moment
from sellerdesk.readers.table import Table, read_table
from sellerdesk.readers.titles import fold

BETWEEN_NUMBERS = expression(r"[,;、|\n]+|/(?=\s*\d)|(?<=\d)\s*(?:と|及び|および|and|&|\+)\s*(?=\d)")
GROUPED = expression(r"\d{1,4}(?:,\d{3}){2,4}|\d{4}(?:,\d{4}){2}", re.ASCII)
"""One number with commas in it, as a spreadsheet groups digits or a label does."""
LONG_ENOUGH = len("1234567890")
"""Characters of a whole number: Japan Post's have 11 or 12, others' 10 to 13."""
BARCODE = expression(r"[A-D](\d{10,14})[A-D]|\*([A-Z0-9]{10,14})\*", re.ASCII)
"""What a scanner reads of a label: NW-7 begins and ends with a letter from A to D, Code 39 with an asterisk."""
INSIDE_A_NUMBER = expression(r"[\s\-‐‑‒–—―ー−_.']+")
OF_A_SPREADSHEET = expression(r"^'|(?<=\d)\.0$")
"""The apostrophe that makes a cell text, and the end that a number got when it was not."""
LEVELS: dict[str, YesNo] = {
    "sameday": "yes", "当日": "yes", "当日お急ぎ便": "yes", "当日便": "yes", "当日配送": "yes",
    "standard": "no", "expedited": "no", "nextday": "no", "secondday": "no", "scheduled": "no", "freeeconomy": "no", "priority": "no",
    "通常": "no", "通常配送": "no", "お急ぎ便": "no", "翌日": "no", "お届け日時指定便": "no",
}  # fmt: skip

CANCELLED: Mapping[str, tuple[str, ...]] = {
    "seller": ("seller", "byseller", "merchant", "shop", "出品者", "お店", "店", "店舗", "自店", "当店", "自社", "販売者",
               "出品者都合", "店舗都合", "在庫切れ", "欠品"),
    "buyer": ("buyer", "bybuyer", "customer", "購入者", "お客様", "客", "購入者都合", "お客様都合"),
}  # fmt: skip
"""Who cancelled, by folded words."""


class ShipmentsFile(msgspec.Struct, frozen=True):
    """The shipments of a file, the rows refused, and how many rows it has."""

    shipments: list[Shipment]
    refused: list[Refusal]
    rows: int


def read_shipments(sheet: Sheet, header: Header) -> ShipmentsFile:
    """All shipments of a sheet, in its order; a missing column is "not known". Raises UnreadableFile when it has no rows."""
    table, own = read_table(sheet, header), header.kind == "shipments"
    table.refuse_empty(key="order_id")
    columns: dict[str, Sequence[Any]] = {
        "order_id": table.decode("order_id", Decoder(order_id, blank=Bad("an_order_id"))) if own else carriers.order_ids(table),
        "sku": table.decode("sku", Decoder(sku)),
        "service": services(table) if own else carriers.services(table),
        "tracking": table.decode("tracking", Decoder(tracking, blank=())),
        "given_at": table.decode("given_at", Decoder(moment)),
        **{name: table.decode(name, Decoder(moment, blank=NOT_YET)) for name in ("shipped_at", "confirmed_at", "delivered_at")},
        **{name: table.decode(name, Decoder(moment)) for name in ("ordered_at", "ship_by", "promised_by")},
        "ship_from": origins(table),
        "same_day": table.decode("service_level", Decoder(service_level)),
        "cancelled": table.decode("cancelled", Decoder(cancelled, blank="no")),
        "is_prime": table.decode("is_prime", Decoder(prime)),
        "line": table.lines,
    }
    count = len(table.lines) - pass_over_labels(table)
    if not count:
        raise UnreadableFile("no_facts")
    for place in table.overfull - table.bad:  # a tab or comma inside an address has moved every cell after it
        table.refuse(place, "order_id", "", Bad("as_many_cells", "no_tab_in_text"))
    rows = zip(*(table.good(column) for column in columns.values()), strict=True)
    return ShipmentsFile([Shipment(**dict(zip(columns, row, strict=True))) for row in rows], without_buyers(table.refusals()), count)


def pass_over_labels(table: Table) -> int:
    """Pass over rows that name the columns once more: an upload file has its header in two languages. Gives how many."""
    labels = {name for name, field in folded_columns("shipments").items() if field == "order_id"}
    places = {place for place, cell in enumerate(table.cells("order_id")) if fold(cell or "") in labels}
    lines = {table.lines[place] for place in places}
    table.refused = [refusal for refusal in table.refused if refusal.line not in lines]
    table.bad |= places
    return len(places)


def order_id(text: str) -> str:
    """An order id as written. Raises BadCell for what a spreadsheet made of one."""
    return undamaged(text, "an_order_id")


def sku(text: str) -> str:
    """A SKU as written. Raises BadCell for what a spreadsheet made of one."""
    return undamaged(text, "a_sku")


def undamaged(text: str, expected: str) -> str:
    """A text as written. Raises BadCell for what a spreadsheet made of it."""
    if DAMAGE.search(text) or E_NOTATION.fullmatch(text):
        raise BadCell(expected)
    return text


def tracking(text: str) -> tuple[str, ...] | None:
    """The tracking numbers of a cell without the marks between their digits; none for "no number". Raises BadCell."""
    if cells.says(text, "none"):
        return ()
    if cells.says(text, "unknown"):
        return None
    undamaged(text, "a_tracking_number")
    if GROUPED.fullmatch(text):
        return (text.replace(",", ""),)
    numbers = (number for part in BETWEEN_NUMBERS.split(text) for number in apart(OF_A_SPREADSHEET.sub("", part.strip())))
    return tuple(dict.fromkeys(number for number in numbers if number))


def apart(text: str) -> list[str]:
    """The numbers of a text: one with spaces in it, or several that are each a whole number."""
    parts = [INSIDE_A_NUMBER.sub("", name) for name in text.split()]
    return list(map(scanned, parts if min(map(len, parts), default=0) >= LONG_ENOUGH else ["".join(parts)]))


def scanned(number: str) -> str:
    """A number without what a barcode has before and behind it."""
    found = BARCODE.fullmatch(number.upper())
    return number.upper() if found is None else found[1] or found[2]


def service_level(text: str) -> YesNo | None:
    """Whether a service level is Same Day; a level that we do not know is not known."""
    return LEVELS.get(fold(text))


def cancelled(text: str) -> str | None:
    """Who cancelled an order; "no" for nobody, and not known where the cell does not say who."""
    plain = fold(text)
    return next((who for who, words in CANCELLED.items() if plain in words), "no" if cells.says(text, "none", "no") else None)


def prime(text: str) -> str | None:
    """Whether a row is of a Prime item. Raises BadCell."""
    return "yes" if fold(text) in ("prime", "プライム", "sfp", "マケプレプライム") else cells.yes_no(text)


def services(table: Table) -> Sequence[Service]:
    """Carrier and method of every row, from one column or several."""
    columns = (table.cells(name) for name in ("carrier", "method", "carrier_code"))
    return [read_service(*row) for row in zip(*columns, strict=True)]


def origins(table: Table) -> Sequence[str | None]:
    """The country of origin of every row, by its country or its prefecture; rows in which the two differ are refused."""
    countries, prefectures = (table.decode(name, Decoder(country)) for name in ("ship_from", "ship_from_prefecture"))
    for place, (named, prefecture) in enumerate(zip(countries, prefectures, strict=True)):
        if place not in table.bad and named and prefecture and named != prefecture:
            table.refuse(place, "ship_from", f"{named} / {prefecture}", Bad("one_value", "one_column"))
    return [named or prefecture for named, prefecture in zip(countries, prefectures, strict=True)]
