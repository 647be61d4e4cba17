"""A fact pack: new versions of figures, tables of fares, words of reports, from a TOML file that anyone can make.

A pack is data: it is read, checked as the program's own figures are, and nothing in it runs.
"""

from collections.abc import Iterable
from itertools import pairwise
from typing import Annotated, Any, Literal, TypeVar

import msgspec

from sellerdesk.domain.clause import Text
from sellerdesk.domain.tariff import MOST_FARE, Table
from sellerdesk.rules.figures.allowed import field_names
from sellerdesk.rules.figures.figure import Figure, Figures, Version
from sellerdesk.rules.figures.joined import joined
from sellerdesk.rules.figures.known import GROUPS
from sellerdesk.rules.figures.loading import Wrong, check_days, check_holes, crossing, read, typed

E = TypeVar("E", Version, Table)
MOST_BYTES = 1_000_000
"""A pack is some kilobytes; a larger file is none."""


class PackTariff(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """New tables of fares of a method, by the id of the method."""

    method: Text
    table: Annotated[tuple[Table, ...], msgspec.Meta(min_length=1)]


class PackReason(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A reason code of returns reports, and the row of the reason table that it means."""

    code: Text
    row: Annotated[int, msgspec.Meta(ge=1, le=22)]


class PackWord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A category word of reports, and what it says of free returns."""

    word: Text
    means: Literal["apparel", "luggage", "shoes", "other"]


class PackPayment(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text or a kind of transaction of payment reports that the program does not place, and the kind of amount that it is."""

    word: Text
    kind: Text


class Pack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All that a pack holds; `pack` is the version of the format."""

    pack: Literal[1]
    figure: tuple[Figure, ...] = ()
    tariff: tuple[PackTariff, ...] = ()
    reason: tuple[PackReason, ...] = ()
    category: tuple[PackWord, ...] = ()
    payment: tuple[PackPayment, ...] = ()


def read_pack(text: str, file: str, own: Figures) -> Pack:
    """A pack of a TOML text, its versions marked with its name. Raises FigureFault, naming line and field."""
    return read(text, Pack, file, lambda pack: checked(pack, own, file), check_cells)


def check_cells(raw: Any) -> None:
    """Nothing where every fare of what a pack's TOML holds is whole yen within bounds. Raises Wrong, with row and column."""
    for place, tariff in enumerate(tables_in(raw, "tariff")):
        for number, table in enumerate(tables_in(tariff, "table")):
            fares = table.get("fares")
            for row, cells in fares.items() if isinstance(fares, dict) else ():
                for column, yen in enumerate(cells if isinstance(cells, list) else [cells]):
                    if type(yen) is not int or not 0 < yen <= MOST_FARE:
                        facts = {"row": row, "column": column, "method": tariff.get("method"), "most": MOST_FARE}
                        raise Wrong(f"tariff[{place}].table[{number}].fares.{row}", "fare_cell", **facts)


def tables_in(raw: Any, name: str) -> list[dict[str, Any]]:
    """The tables of a list in what TOML holds; none where something else stands there."""
    found = raw.get(name) if isinstance(raw, dict) else None
    return found if isinstance(found, list) and all(isinstance(table, dict) for table in found) else []


def checked(pack: Pack, own: Figures, file: str) -> Pack:
    """A pack that holds together, and together with the program's own figures. Raises Wrong."""
    if not (pack.figure or pack.tariff or pack.reason or pack.category or pack.payment):
        raise Wrong("figure", "nothing_inside")
    figures = tuple(typed(figure, f"figure[{place}]") for place, figure in enumerate(pack.figure))
    places: dict[str, int] = {}
    for place, figure in enumerate(figures):
        if figure.id in places:
            raise Wrong(f"figure[{place}].id", "twice", name=figure.id)
        if figure.id not in own and not figure.id.startswith(tuple(GROUPS)):
            raise Wrong(f"figure[{place}].id", "read_by_nothing", name=figure.id)
        places[figure.id] = place
        check_holes(figure, f"figure[{place}]")
    for one, other, word in crossing(joined(own, [figures])):
        added = max(places.get(one.id, -1), places.get(other.id, -1))
        raise Wrong(f"figure[{added}].words", "word_twice", name=word, other=f"{one.id}, {other.id}")
    for place, tariff in enumerate(pack.tariff):
        check_tables(tariff, f"tariff[{place}]")
    tariffs = tuple(msgspec.structs.replace(tariff, table=of_file(tariff.table, file)) for tariff in pack.tariff)
    return msgspec.structs.replace(pack, figure=tuple(marked(figure, file) for figure in figures), tariff=tariffs)


def check_tables(tariff: PackTariff, path: str) -> None:
    """Nothing for tables whose periods run forward and do not overlap. Raises Wrong."""
    for place, table in enumerate(tariff.table):
        if table.pack:
            raise Wrong(f"{path}.table[{place}].pack", "unknown_field", there=field_names(Table, "$"))
        check_days(table, table.checked, f"{path}.table[{place}]")
        if table.end is not None and table.end < table.start:
            raise Wrong(f"{path}.table[{place}].to", "backwards", start=table.start, end=table.end)
    for place, (table, following) in enumerate(pairwise(tariff.table), start=1):
        if table.end is None or following.start <= table.end:
            raise Wrong(f"{path}.table[{place}].from", "overlap", start=following.start, other=table.start)


def marked(figure: Figure, file: str) -> Figure:
    """A figure whose versions name the file that they came from."""
    return msgspec.structs.replace(figure, version=of_file(figure.version, file))


def of_file(entries: Iterable[E], file: str) -> tuple[E, ...]:
    """Versions or tables, each with the name of the file that it came from."""
    return tuple(msgspec.structs.replace(entry, pack=file) for entry in entries)


def plain(value: Any) -> Any:
    """A value as it stands in a file: without what is as usual."""
    return (
        {name: part for name, part in msgspec.to_builtins(value).items() if part is not None}
        if hasattr(value, "__struct_fields__")
        else value
    )
