"""The price-and-quantity file (PriceInventory): the one file that carries restock dates, and sale prices with their points."""

from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from sellerdesk.domain.facts import NoDate, SkuFacts
from sellerdesk.domain.offer import Sale
from sellerdesk.domain.refusal import Refusal, UnreadableFile
from sellerdesk.readers import cells
from sellerdesk.readers.cells import Bad, Decoder
from sellerdesk.readers.headers import Header
from sellerdesk.readers.sheet import Sheet
from sellerdesk.readers.table import Table, read_table


class FactsFile(msgspec.Struct, frozen=True):
    """Facts per SKU out of a file, the rows refused, how many rows it has, and the sales that a price file names."""

    facts: dict[str, SkuFacts]
    refused: list[Refusal]
    rows: int
    sales: dict[str, Sale] = {}


def read_price_file(sheet: Sheet, header: Header) -> FactsFile:
    """The restock date of every SKU: a day, or "none" where the cell is blank; and every sale.

    Raises UnreadableFile when it has no rows.
    """
    table = read_table(sheet, header)
    if not table.lines:
        raise UnreadableFile("no_offers")
    table.refuse_empty(tuple(name for name in header.places if name != "sku"))
    dates = table.decode("restock_date", Decoder[date | NoDate](cells.restock, blank="none"))
    skus = table.skus()
    sales = read_sales(table)
    refuse_contradictions(table, skus, {"restock_date": dates, "sale_price": sales})
    alike = {day: SkuFacts(restock_date=day) for day in set(dates)}
    facts = {sku: alike[day] for sku, day in zip(table.good(skus), table.good(dates), strict=True) if day is not None}
    on_sale = {sku: sale for sku, sale in zip(table.good(skus), table.good(sales), strict=True) if sale is not None}
    return FactsFile(facts, table.refusals(), len(table.lines), on_sale)


class Prices(msgspec.Struct, frozen=True):
    """The price (yen) and points that a file sets per SKU, the rows refused, and how many rows it has.

    `None` leaves what stands; a blank cell of points sets 0 of them.
    """

    prices: dict[str, tuple[int | None, int | None]]
    refused: list[Refusal]
    rows: int


def read_prices(sheet: Sheet, header: Header) -> Prices:
    """The price and points of every SKU. Raises UnreadableFile when it has no rows."""
    table = read_table(sheet, header)
    if not table.lines:
        raise UnreadableFile("no_offers")
    pairs = list(zip(table.decode("price", Decoder(cells.yen)), table.decode("points", Decoder(cells.points, blank=0)), strict=True))
    skus = table.skus()
    refuse_contradictions(table, skus, {"price": pairs})
    return Prices(dict(zip(table.good(skus), table.good(pairs), strict=True)), table.refusals(), len(table.lines))


def read_sales(table: Table) -> list[Sale | None]:
    """The sale of every row, None where it names no price; a blank cell of points sets 0 of them, as in Amazon's own file."""
    if "sale_price" not in table.columns:
        return [None] * len(table.lines)
    prices = table.decode("sale_price", Decoder(cells.yen))
    points = table.decode("sale_points", Decoder(cells.points, blank=0))
    starts, ends = (table.decode(name, Decoder(cells.day)) for name in ("sale_from", "sale_through"))
    columns = zip(prices, points, starts, ends, strict=True)
    return [None if price is None else Sale(price, count, start, end) for price, count, start, end in columns]


def refuse_contradictions(table: Table, skus: Sequence[str], columns: Mapping[str, Sequence[object]]) -> None:
    """Refuse every row of a SKU about which rows contradict each other: neither is known to be the true one."""
    if len(set(skus)) == len(skus):
        return
    told: dict[tuple[str, str], set[object]] = {}
    for name, values in columns.items():
        for place, (sku, value) in enumerate(zip(skus, values, strict=True)):
            if value is not None and place not in table.bad:
                told.setdefault((sku, name), set()).add(value)
    doubtful = {sku for (sku, _name), values in told.items() if len(values) > 1}
    for place, sku in enumerate(skus):
        if sku in doubtful and place not in table.bad:
            table.refuse(place, "sku", sku, Bad("sku_once", "one_row_per_sku"))
