"""The owner's own sheet of facts about SKUs: category, pre-order, hazmat, medical, ship-from, size, weight, restock date."""

from collections.abc import Iterable
from typing import Any

from sellerdesk.domain.facts import FACT_NAMES, SkuFacts, joined
from sellerdesk.domain.refusal import UnreadableFile
from sellerdesk.readers import cells
from sellerdesk.readers.cells import Decoder
from sellerdesk.readers.countries import country
from sellerdesk.readers.headers import Header, column_of
from sellerdesk.readers.price_file import FactsFile
from sellerdesk.readers.sheet import Sheet
from sellerdesk.readers.table import read_table, refuse_contradictions
from sellerdesk.rules.engine.columns import told_apart


def decoders() -> dict[str, Decoder[Any]]:
    """How each fact is read; a blank cell is "not known", never a no."""
    return {
        "category": Decoder(category),
        "preorder": Decoder(cells.yes_no),
        "hazmat": Decoder(cells.hazmat),
        "medical": Decoder(cells.yes_no),
        "ship_from": Decoder(country),
        "restock_date": Decoder(cells.restock),
        "asin": Decoder(cells.asin),
        "size_cm": Decoder(cells.size()),
        "weight_g": Decoder(cells.weight("g")),
        "weight_kg": Decoder(cells.weight("kg")),
    }


def one_fact(name: str, text: str) -> tuple[str, Any]:
    """The fact that a column's name means, and its value in a text; a bare weight is in the unit of the name (重量(kg): kilograms).

    A Bad stands for a text that is none; KeyError for a name that is no fact's.
    """
    column = column_of("facts", name) or name
    return FACTS.get(column, column), decoders()[column][text]


FACTS = {"weight_kg": "weight_g"}
"""Columns whose fact has another name, for they differ in the unit of a bare number."""


def category(text: str) -> str | None:
    """A category's name as written, or not known."""
    return None if cells.says(text, "unknown") else text


def read_facts(sheet: Sheet, header: Header) -> FactsFile:
    """What the sheet says about every SKU; a cell that cannot be read is not known, and the others of its row are read.

    Raises UnreadableFile when empty.
    """
    table = read_table(sheet, header)
    if not table.lines:
        raise UnreadableFile("no_facts")
    columns = {name: table.decode(name, decoder, whole_row=False) for name, decoder in decoders().items()}
    in_kg = columns.pop("weight_kg")
    if "weight_kg" in table.columns:
        columns["weight_g"] = [kg if g is None else g for g, kg in zip(columns["weight_g"], in_kg, strict=True)]
    skus = table.skus()
    refuse_contradictions(table, skus, columns)
    there = [name for name in FACT_NAMES if set(columns[name]) != {None}]
    named, known_columns = table.good(skus), [table.good(columns[name]) for name in there]
    keys = told_apart(known_columns) if there else [()] * len(named)
    places = dict(zip(keys, range(len(keys)), strict=True))
    alike = {
        key: SkuFacts(**{name: column[place] for name, column in zip(there, known_columns, strict=True)}) for key, place in places.items()
    }
    known = [*map(alike.__getitem__, keys)]  # of 100,000 SKUs most are known alike
    facts = dict(zip(named, known, strict=True))
    if len(facts) != len(named):
        facts = each_once(zip(named, known, strict=True))
    return FactsFile(facts, table.refusals(), len(table.lines))


def each_once(pairs: Iterable[tuple[str, SkuFacts]]) -> dict[str, SkuFacts]:
    """What several rows say of the same SKUs, together."""
    facts: dict[str, SkuFacts] = {}
    for sku, one in pairs:
        facts[sku] = joined(facts[sku], one) if sku in facts else one
    return facts
