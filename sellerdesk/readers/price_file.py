"""The price-and-quantity file (PriceInventory): the one file that carries restock dates."""

from dataclasses import dataclass
from datetime import date

from sellerdesk.domain.facts import NoDate, SkuFacts
from sellerdesk.domain.refusal import Refusal, UnreadableFile
from sellerdesk.readers import cells
from sellerdesk.readers.cells import Decoder
from sellerdesk.readers.headers import Header
from sellerdesk.readers.sheet import Sheet
from sellerdesk.readers.table import read_table


@dataclass(frozen=True)
class FactsFile:
    """Facts per SKU out of a file, the rows refused, and how many rows it has."""

    facts: dict[str, SkuFacts]
    refused: list[Refusal]
    rows: int


def read_price_file(sheet: Sheet, header: Header) -> FactsFile:
    """The restock date of every SKU: a day, or "none" where the cell is blank. Raises UnreadableFile when it has no rows."""
    table = read_table(sheet, header)
    if not table.lines:
        raise UnreadableFile("no_offers")
    dates = table.decode("restock_date", Decoder[date | NoDate](cells.restock, blank="none"))
    skus = table.skus()
    pairs = zip(table.good(skus), table.good(dates), strict=True)
    facts = {sku: SkuFacts(restock_date=day) for sku, day in pairs if day is not None}
    return FactsFile(facts, table.refusals(), len(table.lines))
