"""The price-and-quantity file (PriceInventory): the one file that carries restock dates, and sale prices with their points."""

from datetime import date
from typing import NamedTuple

import msgspec

from sellerdesk.domain.facts import NOTHING_KNOWN, NoDate, SkuFacts
from sellerdesk.domain.money import half_up
from sellerdesk.domain.offer import Sale
from sellerdesk.domain.refusal import Refusal, UnreadableFile
from sellerdesk.readers import cells
from sellerdesk.readers.cells import Decoder
from sellerdesk.readers.headers import Header
from sellerdesk.readers.sheet import Sheet
from sellerdesk.readers.table import Table, read_table, refuse_contradictions


class FactsFile(msgspec.Struct, frozen=True):
    """Facts per SKU out of a file, the rows refused, how many rows it has, and the sales that a price file names.

    `columns` are those that the file has: of what has none, it says nothing.
    """

    facts: dict[str, SkuFacts]
    refused: list[Refusal]
    rows: int
    sales: dict[str, Sale] = {}
    columns: frozenset[str] = frozenset()


def read_price_file(sheet: Sheet, header: Header) -> FactsFile:
    """The restock date of every SKU: a day, or "none" where the cell is blank; and every sale. A column that is not there tells nothing.

    Raises UnreadableFile when it has no rows.
    """
    table = read_table(sheet, header)
    if not table.lines:
        raise UnreadableFile("no_offers")
    table.refuse_empty()
    dates = table.decode("restock_date", Decoder[date | NoDate](cells.restock, blank="none"))
    skus = table.skus()
    sales = read_sales(table)
    refuse_contradictions(table, skus, {"restock_date": dates, "sale_price": sales})
    alike = {day: NOTHING_KNOWN if day is None else SkuFacts(restock_date=day) for day in set(dates)}
    named, days = table.good(skus), table.good(dates)
    facts = {sku: known for sku, known in zip(named, map(alike.__getitem__, days), strict=True) if known is not NOTHING_KNOWN}
    on_sale = {sku: sale for sku, sale in zip(named, table.good(sales), strict=True) if sale is not None} if any(sales) else {}
    return FactsFile(facts, table.refusals(), len(table.lines), on_sale, frozenset(header.places))


class Setting(NamedTuple):
    """What a file sets of one SKU: its price (yen), and its points or the percent that they are of the price; `None` leaves what stands."""

    price: int | None = None
    points: int | None = None
    percent: int | None = None


class Prices(msgspec.Struct, frozen=True):
    """What a file sets per SKU, the rows refused, and how many rows it has. A blank cell of points sets 0 of them."""

    prices: dict[str, Setting]
    refused: list[Refusal]
    rows: int


def read_prices(sheet: Sheet, header: Header) -> Prices:
    """The price and points of every SKU. Raises UnreadableFile when it has no rows."""
    table = read_table(sheet, header)
    if not table.lines:
        raise UnreadableFile("no_offers")
    table.refuse_empty()
    prices = table.decode("price", Decoder(cells.yen))
    set_to = list(map(Setting, prices, *points_set(table, "points", "points_percent")))
    skus = table.skus()
    refuse_contradictions(table, skus, {"price": set_to})
    return Prices(dict(zip(table.good(skus), table.good(set_to), strict=True)), table.refusals(), len(table.lines))


def points_set(table: Table, name: str, percent: str) -> tuple[list[int | None], list[int | None]]:
    """The points of every row and the percent of its price, of which a row has one: 0 points where neither cell is filled."""
    in_points = table.decode(name, Decoder(cells.points))
    percents = table.decode(percent, Decoder(cells.whole_percent))
    if name in table.columns or percent in table.columns:
        in_points = [0 if points is None and rate is None else points for points, rate in zip(in_points, percents, strict=True)]
    return in_points, [rate if points is None else None for points, rate in zip(in_points, percents, strict=True)]


def read_sales(table: Table) -> list[Sale | None]:
    """The sale of every row, None where it names no price; a blank cell of points sets 0 of them, as in Amazon's own file."""
    if "sale_price" not in table.columns:
        return [None] * len(table.lines)
    prices = table.decode("sale_price", Decoder(cells.yen))
    in_points, percents = points_set(table, "sale_points", "sale_points_percent")
    points = [
        half_up(price, rate) if isinstance(price, int) and isinstance(rate, int) else count
        for price, count, rate in zip(prices, in_points, percents, strict=True)
    ]
    starts, ends = (table.decode(name, Decoder(cells.day)) for name in ("sale_from", "sale_through"))
    columns = zip(prices, points, starts, ends, strict=True)
    return [None if price is None else Sale(price, count, start, end) for price, count, start, end in columns]
