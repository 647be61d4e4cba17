"""Rows of transactions a column at a time: of 200,000 rows nearly all are sound, and a column of a thousand is read in one step."""

from collections.abc import Sequence
from itertools import repeat
from typing import Any

from sellerdesk.domain.expressions import expression
from sellerdesk.domain.payment import Payment
from sellerdesk.readers import payment_cells as cells
from sellerdesk.readers.cells import Bad, BadCell, Decoder
from sellerdesk.readers.payment_rows import CLOCK, HOURS, Row, RowReader

MINUTES = expression(r"(?::[0-5][0-9]:[0-5][0-9])*")
"""What stands behind the hours of a column of moments, one behind the other."""
USUAL = frozenset({"at", "order_id"})
"""Fields that every row has, beside those of the reader's own."""
Cells = Sequence[Any]
"""What the cells of a column say: yen, words or numbers by the column."""


class Unsound(Exception):  # noqa: N818 (rows that are to be read singly, which is no error)
    """A cell of these rows is not as most are."""


def read_columns(reader: RowReader, rows: Sequence[Row], lines: Sequence[int]) -> list[Payment] | None:
    """The rows of some lines; None where they have to be read singly, for one of them is not sound or no row of transactions."""
    is_usual = reader.header.kind == "payments" and reader.is_usual and reader.places.keys() >= USUAL
    if not is_usual or {*map(len, rows)} != {reader.header.width}:
        return None
    columns = list(zip(*rows, strict=True))
    try:
        found = payments_of(reader, columns, lines)
        markets = [] if reader.market is None else sound(reader.markets, columns[reader.market])
    except (Unsound, BadCell):
        return None
    for line, market, number in zip(lines, markets, columns[reader.places["settlement"]], strict=False):
        reader.countries.add(line, number, is_named=bool(market))
    return found


def payments_of(reader: RowReader, columns: Sequence[Sequence[str]], lines: Sequence[int]) -> list[Payment]:
    """The rows of some columns. Raises Unsound and BadCell."""
    if any(any(map(elsewhere.__getitem__, {*columns[place]})) for place, elsewhere in reader.buyers):
        raise Unsound
    types, skus, texts, totals, pieces, numbers = (sound(*pair) for pair in zip(reader.decoders, reader.usual(columns), strict=True))
    amounts = amounts_of(reader, columns, len(lines))
    if not all(types) or come_to(amounts) != totals or "" in columns[reader.places["total"]]:
        raise Unsound
    at = moments_of(reader, columns[reader.places["at"]])
    states = repeat("") if reader.state is None else sound(reader.states, columns[reader.state])
    senders = repeat("") if reader.sender is None else sound(reader.senders, columns[reader.sender])
    released = repeat("") if reader.releases is None else released_of(reader, columns, at)
    behind = repeat(""), repeat("payments"), states, released, senders
    before = lines, at, types, orders_of(reader, columns), skus, texts, amounts, totals, pieces, numbers
    return list(map(Payment, *before, *behind))


def sound(decoder: Decoder[Any], column: Sequence[str]) -> Cells:
    """What the cells of a column say. Raises Unsound for one that says nothing."""
    return no_bad(said_by(decoder, column))


def said_by(decoder: Decoder[Any], column: Sequence[str]) -> Cells:
    """What the cells of a column say, or a Bad for one that says nothing."""
    if column.count(column[0]) == len(column):  # as columns of rare fees are: to compare a cell takes a quarter of looking it up
        return (decoder[column[0]],) * len(column)
    return list(map(decoder.__getitem__, column))


def no_bad(said: Cells) -> Cells:
    """What the cells of a column say, where each says something. Raises Unsound."""
    if any(issubclass(kind, Bad) for kind in {*map(type, said)}):
        raise Unsound
    return said


def amounts_of(reader: RowReader, columns: Sequence[Sequence[str]], count: int) -> list[tuple[int, ...]]:
    """The amounts of the rows, a Bad for a cell that is no yen; 0 in columns that the file has not."""
    of_column = [(0,) * count if place is None else said_by(reader.yen, columns[place]) for _name, place in reader.money]
    return list(zip(*of_column, strict=True))


def come_to(amounts: Sequence[tuple[int, ...]]) -> list[int]:
    """What the amounts of each row come to. Raises Unsound where one of them is a Bad, which nothing can be added to."""
    try:
        return [*map(sum, amounts)]
    except TypeError:
        raise Unsound from None


def moments_of(reader: RowReader, column: Sequence[str]) -> list[str]:
    """The moments of a column. Raises Unsound where one is written in another way than most are, and BadCell."""
    minutes = "".join([cell[HOURS:CLOCK] for cell in column])
    if len(minutes) != len(column) * (CLOCK - HOURS) or MINUTES.fullmatch(minutes) is None:
        raise Unsound
    hours = reader.moments
    return [hours[cell[:HOURS], cell[CLOCK:]] + cell[HOURS:CLOCK] for cell in column]


def released_of(reader: RowReader, columns: Sequence[Sequence[str]], at: Sequence[str]) -> Sequence[str]:
    """When the rows are paid; most repeat their own moment."""
    column, moments = columns[reader.releases or 0], columns[reader.places["at"]]
    if column == moments:
        return at
    return [now if cell == own else reader.released(cell) for cell, own, now in zip(column, moments, at, strict=True)]


def orders_of(reader: RowReader, columns: Sequence[Sequence[str]]) -> Cells:
    """The numbers of the orders. Raises Unsound."""
    usual = cells.USUAL.fullmatch
    return no_bad([cell if usual(cell) else reader.order[cell] for cell in columns[reader.places["order_id"]]])
