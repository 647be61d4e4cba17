"""Listings reports: every form of 全出品商品レポート and 出品詳細レポート, and the open listings report."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

import msgspec

from sellerdesk.domain.expressions import expression
from sellerdesk.domain.offer import FIELDS, Channel, Offer, Offers, Status
from sellerdesk.domain.refusal import Refusal, UnreadableFile
from sellerdesk.readers import cells
from sellerdesk.readers.cells import Bad, BadCell, Decoder, Foreign
from sellerdesk.readers.headers import LISTINGS, Header
from sellerdesk.readers.sheet import Sheet
from sellerdesk.readers.table import Cells, Table, read_table

KINDS = LISTINGS
SELLER_WORDS = ("default", "merchant", "mfn", "出品者出荷", "自社出荷")
STATUSES: dict[str, Status] = {
    "active": "active", "inactive": "inactive", "incomplete": "incomplete",
    "出品中": "active", "販売中": "active", "停止中": "inactive", "未完了": "incomplete", "不完全": "incomplete",
}  # fmt: skip
CONDITIONS = range(1, 12)
CONDITION_WORDS = {
    "new": 11, "新品": 11, "refurbished": 10, "再生品": 10, "usedlikenew": 1, "usedverygood": 2, "usedgood": 3, "usedacceptable": 4,
    "中古品ほぼ新品": 1, "中古品非常に良い": 2, "中古品良い": 3, "中古品可": 4,
    "collectiblelikenew": 5, "collectibleverygood": 6, "collectiblegood": 7, "collectibleacceptable": 8,
}  # fmt: skip
ASIN_TYPE = "1"
OF_AN_OFFER = (
    "price", "quantity", "channel", "status", "asin", "product_id", "listing_id", "open_date", "condition", "points", "shipping_template",
)  # fmt: skip
"""Of these an offer has at least one; titles and notes may be anything."""
OUR_ZONES = ("JST", "UTC")
ZONED = expression(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}[ T]+\d{1,2}:\d\d(?::\d\d)?\s*([A-Z]{3,4})", re.ASCII)


class Listings(msgspec.Struct, frozen=True):
    """The offers of a file, the rows refused, how many rows it has, and which of its columns are known."""

    offers: Sequence[Offer]
    refused: list[Refusal]
    rows: int
    columns: frozenset[str]


def read_listings(sheet: Sheet, header: Header) -> Listings:
    """All offers of a listings report, in the order of the file.

    Raises UnreadableFile: no rows, rows of another country (S-38), or SKUs that a spreadsheet has turned into numbers.
    """
    table = read_table(sheet, header)
    if not table.lines:
        raise UnreadableFile("no_offers")
    note_other_country(table)
    table.refuse_empty(OF_AN_OFFER)
    skus = read_skus(table)
    price = table.decode("price", Decoder(cells.yen, least=1))
    points = table.decode("points", Decoder(cells.points, blank=0, least=0))
    quantity = table.decode("quantity", Decoder(cells.count, least=0))
    condition = table.decode("condition", Decoder(read_condition))
    channel = table.decode("channel", Decoder(read_channel))
    status = table.decode("status", Decoder(read_status))
    if None in price and {"price", "quantity"} <= set(header.places):
        status = with_parents(status, price, quantity, points, channel)
    for place in table.overfull:  # text beyond the last column: a tab in a title moves every cell after it
        if channel[place] is None:
            table.refuse(place, "channel", "", Bad("as_many_cells", "no_tab_in_text"))
    table.refuse_other_country()
    columns: tuple[Sequence[Any], ...] = (skus, read_asins(table), strip(table.cells("title")), price, points, quantity, condition,
               strip(table.cells("condition_note")), channel, named(table.cells("shipping_template")), status, table.lines)  # fmt: skip
    offers = Offers({name: table.good(column) for name, column in zip(FIELDS, columns, strict=True)})
    return Listings(offers, table.refusals(), len(table.lines), frozenset(header.places))


def with_parents(
    status: Sequence[str | None],
    price: Sequence[int | None],
    quantity: Sequence[int | None],
    points: Sequence[int | None],
    channel: Sequence[str | None],
) -> list[str | None]:
    """The status of every row; one that is shown as active without price, stock and points only holds variations together."""
    rows = zip(status, price, quantity, points, channel, strict=True)
    return [
        "parent" if yen is None and stock is None and not points_ and who != "amazon" and state in ("active", None) else state
        for state, yen, stock, points_, who in rows
    ]


def note_other_country(table: Table) -> None:
    """Refuse the rows whose channel or time zone is another country's."""
    seen = (("channel", foreign_channel), ("open_date", foreign_zone))
    for name, foreign in seen:
        cells_ = table.cells(name)
        wrong = {cell: found for cell in likely(name, cells_) if (found := foreign(cell))}
        for place in [place for place, cell in enumerate(cells_) if cell in wrong] if wrong else ():
            table.refuse(place, name, cells_[place] or "", Foreign())
            table.foreign.setdefault(place, wrong[cells_[place] or ""])


def likely(name: str, column: Cells) -> set[str]:
    """The cells of a column that may tell a country: of 100,000 times few end in letters that are none of ours."""
    if name == "channel":
        return {cell for cell in set(column) if cell}
    written = "\n".join(filter(None, column)) + "\n"
    if sum(written.count(zone + "\n") for zone in OUR_ZONES) == written.count("\n"):  # the end of every line, and no look at each
        return set()
    return {cell for cell in column if cell and not cell.endswith(OUR_ZONES)}


def foreign_channel(text: str) -> str | None:
    """A fulfilment channel of Amazon in another country."""
    word = unicodedata.normalize("NFKC", text).strip()
    return word if re.fullmatch(r"AMAZON_(?!JP)\w+", word, re.IGNORECASE) else None


def foreign_zone(text: str) -> str | None:
    """The zone behind a date and time when it is none of ours; letters at the end of anything else are no zone."""
    found = ZONED.fullmatch(unicodedata.normalize("NFKC", text).strip())
    return found[1] if found and found[1] not in OUR_ZONES else None


def read_skus(table: Table) -> list[str]:
    """Every SKU, each once: an exact copy of a row is passed over, rows that differ are all refused (which is true is not known)."""
    skus = table.skus()
    if len(set(skus)) == len(skus):
        return skus
    rows = list(zip(*table.columns.values(), strict=True))
    places: dict[str, list[int]] = {}
    for place, sku in enumerate(skus):
        places.setdefault(sku, []).append(place)
    for sku, same in places.items():
        if not sku or len(same) == 1:
            continue
        if len({rows[place] for place in same}) == 1:
            table.bad.update(same[1:])
            continue
        for place in same:
            if place not in table.bad:
                table.refuse(place, "sku", sku, Bad("sku_once", "one_row_per_sku"))
    return skus


def read_asins(table: Table) -> Sequence[str | None]:
    """The ASIN of every row: its own column, or the product id where its type says that it is one."""
    if "asin" in table.columns:
        return asins_of(table, "asin")
    kinds = set(table.cells("product_id_type"))
    types = {kind for kind in kinds if kind and unicodedata.normalize("NFKC", kind).strip() == ASIN_TYPE}
    if kinds == types:
        return asins_of(table, "product_id")
    pairs = zip(table.cells("product_id_type"), table.cells("product_id"), strict=True)
    table.columns = {**table.columns, "product_id": [number if kind in types else None for kind, number in pairs]}
    return asins_of(table, "product_id")


def asins_of(table: Table, name: str) -> Sequence[str | None]:
    """A column of ASINs; one whose cells are all plain needs no look at each (they are all distinct)."""
    column = table.cells(name)
    text = "".join(filter(None, column))
    if not text or (text.isascii() and text.isalnum() and text == text.upper()):
        return column if all(column) else [cell or None for cell in column]
    return table.decode(name, Decoder(cells.asin))


def strip(column: Cells) -> Sequence[str | None]:
    """Free text without the spaces around it; `None` stays not known, blank stays blank."""
    if None not in column:
        return list(map(str.strip, column))  # type: ignore[arg-type]  # no None
    return [cell if cell is None else cell.strip() for cell in column]


def named(column: Cells) -> Sequence[str | None]:
    """Shipping templates by their names. A blank cell names none, and then the default template holds, which may be the Prime one."""
    return [cell.strip() or None if cell is not None else None for cell in column]


def read_condition(text: str) -> int:
    """Amazon's condition number, 1 to 11. Raises BadCell."""
    named = CONDITION_WORDS.get(re.sub(r"[\s\-–ー・:]+", "", text.casefold()))
    if named is not None:
        return named
    number = cells.count(text)
    if number not in CONDITIONS:
        raise BadCell("condition_number")
    return number


def read_channel(text: str) -> Channel:
    """Who ships. Raises BadCell."""
    if text.casefold() in SELLER_WORDS:
        return "seller"
    if text.casefold().startswith("amazon") or text.casefold() in ("fba", "afn"):
        return "amazon"
    raise BadCell("a_channel")


def read_status(text: str) -> Status | None:
    """Active, inactive or incomplete; a word we do not know is not known, and such an offer is judged like any other."""
    return STATUSES.get(text.casefold())
