"""A sheet of returns to be quoted: a row for each, in the order of the file; and the same inputs typed one by one."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

import msgspec

from sellerdesk.domain.expressions import expression
from sellerdesk.domain.refusal import Refusal, UnreadableFile, UnusableArgument
from sellerdesk.domain.returned_item import ReturnedItem
from sellerdesk.readers import cells
from sellerdesk.readers.cells import Bad, BadCell, Decoder
from sellerdesk.readers.headers import Header
from sellerdesk.readers.methods import method_id
from sellerdesk.readers.sheet import Sheet
from sellerdesk.readers.table import Table, read_table

PERCENT = expression(r"(\d{1,3}(?:\.\d{1,4})?)\s*%?", re.ASCII)
WHOLE = 100
DIGITS = len(str(cells.LARGEST))


class Quotes(msgspec.Struct, frozen=True):
    """The returns of a sheet. A row that could not be read stands in its place with nothing known; `why` holds its refusals by line."""

    items: Sequence[ReturnedItem]
    rows: int
    why: Mapping[int, list[Refusal]] = {}
    refused: tuple[Refusal, ...] = ()


def per_cent(text: str) -> Fraction:
    """Per cent from 0 to 100: 15, 8.5, 15%. Raises BadCell."""
    found = PERCENT.fullmatch(text)
    if found is None or Fraction(found[1]) > WHOLE:
        raise BadCell("a_percent")
    return Fraction(found[1])


def above_zero(parse: Callable[[str], int | None], expected: str) -> Callable[[str], int | None]:
    """A parser of a measure that nothing real has none of. Its parser raises BadCell."""

    def positive(text: str) -> int | None:
        value = parse(text)
        if value == 0:
            raise BadCell(expected)
        return value

    return positive


def plain(column: Iterable[str | None]) -> dict[str | None, int]:
    """The cells that are digits and nothing else, as numbers above 0, all at once: one by one 10,000 prices take six times as long."""
    numerals = [cell for cell in dict.fromkeys(column) if cell and len(cell) <= DIGITS]  # numbers in the order of the rows lie side by side
    text = "".join(numerals)
    if not (text.isascii() and text.isdigit()):
        numerals = [cell for cell in numerals if cell.isascii() and cell.isdigit()]
    return {cell: number for cell, number in zip(numerals, map(int, numerals), strict=True) if number}


def price(text: str) -> int:
    """A price in whole yen above 0. Raises BadCell."""
    yen = cells.amount(text)
    if yen == 0:
        raise BadCell("yen_above_zero")
    return yen


def as_written(text: str) -> str:
    """Text as it stands."""
    return text


def known(parse: Callable[[str], Any]) -> Callable[[str], Any]:
    """A parser for which a word such as "unknown" is "not known"."""
    return lambda text: None if cells.says(text, "unknown") else parse(text)


INPUTS: Mapping[str, Callable[[str], Any]] = {
    "reason": as_written,
    "category": as_written,
    "hazmat": cells.hazmat,
    "ordered_on": cells.day,
    "arrived_on": cells.day,
    "price": price,
    "points": cells.points,
    "shipping_charged": cells.amount,
    "gift_wrap": cells.amount,
    "outbound_cost": cells.amount,
    "referral_percent": per_cent,
    "method": method_id,
    "size": above_zero(cells.size(), "a_size"),
    "weight_kg": above_zero(cells.weight("kg"), "a_weight"),
    "from_prefecture": as_written,
    "to_prefecture": as_written,
    "handling_cost": cells.amount,
    "value_loss_percent": per_cent,
    "fare": cells.amount,
    "late_delivery": cells.yes_no,
    "tax_on_fees": cells.yes_no,
}
PARSERS = {name: known(parse) for name, parse in INPUTS.items()}
"""Every input of a quote by the name of its column."""
WHOLE_NUMBERS = {name for name, parse in INPUTS.items() if parse in (price, cells.amount, cells.points)}


def read_quotes(sheet: Sheet, header: Header) -> Quotes:
    """All returns of a sheet; an empty cell is "not known". Raises UnreadableFile when it has no rows."""
    table = read_table(sheet, header)
    if not table.lines:
        raise UnreadableFile("no_facts")
    columns = {name: table.decode(name, decoder(table, name)) for name in PARSERS}
    columns["weight"] = columns.pop("weight_kg")
    why: dict[int, list[Refusal]] = {}
    for refusal in table.refusals():
        why.setdefault(refusal.line, []).append(refusal)
    for place in table.bad:
        for column in columns.values():
            column[place] = None
    rows = zip(table.lines, *columns.values(), strict=True)
    items = [ReturnedItem(str(number), line=line, **dict(zip(columns, row, strict=True))) for number, (line, *row) in enumerate(rows, 1)]
    return Quotes(items, len(items), why)


def decoder(table: Table, name: str) -> Decoder[Any]:
    """What decodes a column."""
    made = Decoder(PARSERS[name])
    if name in WHOLE_NUMBERS and name in table.columns:
        made.update(plain(table.columns[name]))
    return made


def typed(inputs: Mapping[str, str | None]) -> ReturnedItem:
    """A return as it is typed; an empty input is "not known". Raises UnusableArgument, naming the input."""
    values = {name: one_input(name, text) for name, text in inputs.items() if text}
    values["weight"] = values.pop("weight_kg", None)
    return ReturnedItem("1", **values)


def one_input(name: str, text: str) -> Any:
    """The value of one input. Raises UnusableArgument."""
    value = Decoder(PARSERS[name])[text]
    if isinstance(value, Bad):
        raise UnusableArgument("bad_fact", fact=name, value=text, expected=value.expected)
    return value
