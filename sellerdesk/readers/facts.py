"""The owner's own sheet of facts about SKUs: category, pre-order, hazmat, medical, ship-from, size, weight, restock date."""

from typing import Any

from sellerdesk.domain.facts import FACT_NAMES, SkuFacts
from sellerdesk.domain.refusal import UnreadableFile
from sellerdesk.readers import cells
from sellerdesk.readers.cells import Bad, Decoder
from sellerdesk.readers.headers import Header
from sellerdesk.readers.price_file import FactsFile
from sellerdesk.readers.sheet import Sheet
from sellerdesk.readers.table import Table, read_table

WEIGHTS = {"g": 1, "グラム": 1, "kg": 1000, "キロ": 1000, "キログラム": 1000}


def decoders() -> dict[str, Decoder[Any]]:
    """How each fact is read; a blank cell is "not known", never a no."""
    return {
        "category": Decoder(category),
        "preorder": Decoder(cells.yes_no),
        "hazmat": Decoder(cells.hazmat),
        "medical": Decoder(cells.yes_no),
        "ship_from": Decoder(cells.country),
        "restock_date": Decoder(cells.restock),
        "asin": Decoder(str),
        "size_cm": Decoder(cells.scaled("cm", {"cm": 1, "センチ": 1, "サイズ": 1})),
        "weight_g": Decoder(cells.scaled("g", WEIGHTS)),
    }


def category(text: str) -> str | None:
    """A category's name as written, or not known."""
    return None if text.casefold() in cells.words("unknown") else text


def read_facts(sheet: Sheet, header: Header) -> FactsFile:
    """What the sheet says about every SKU. Raises UnreadableFile when empty."""
    table = read_table(sheet, header)
    if not table.lines:
        raise UnreadableFile("no_facts")
    columns = {name: table.decode(name, decoder) for name, decoder in decoders().items()}
    if "weight_kg" in table.columns:
        in_kg = table.decode("weight_kg", Decoder(cells.scaled("kg", WEIGHTS)))
        columns["weight_g"] = [kg if g is None else g for g, kg in zip(columns["weight_g"], in_kg, strict=True)]
    skus = table.skus()
    refuse_contradictions(table, skus, columns)
    known = map(SkuFacts, *(table.good(columns[name]) for name in FACT_NAMES))
    facts = dict(zip(table.good(skus), known, strict=True))
    return FactsFile(facts, table.refusals(), len(table.lines))


def refuse_contradictions(table: Table, skus: list[str], columns: dict[str, list[Any]]) -> None:
    """Refuse every row of a SKU that stands twice with different facts: neither is known to be the true one."""
    if len(set(skus)) == len(skus):
        return
    told: dict[str, set[tuple[object, ...]]] = {}
    rows = list(zip(*columns.values(), strict=True))
    for place, (sku, row) in enumerate(zip(skus, rows, strict=True)):
        if place not in table.bad:
            told.setdefault(sku, set()).add(row)
    for place, sku in enumerate(skus):
        if len(told.get(sku, ())) > 1:
            table.refuse(place, "sku", sku, Bad("sku_once", "one_row_per_sku"))
