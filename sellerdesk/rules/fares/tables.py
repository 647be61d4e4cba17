"""Tariffs: the carriers' dated fares, refused at loading when anything in them does not hold."""

from collections.abc import Iterable, Mapping
from itertools import pairwise

import msgspec

from sellerdesk.domain.period import wrong_periods
from sellerdesk.domain.tariff import ANY, Carrier, Method, Region, Table, Tariff, Within
from sellerdesk.rules.resource import TariffError, decode


class TableFault(msgspec.Struct, frozen=True):
    """What is wrong with a table of fares: the row ("" for the whole table), the key of the words for it and what those name."""

    row: str
    code: str
    facts: Mapping[str, object]


class Square(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A carrier's regions as its file has them: `distance` is the lower half of the square, a letter for each pair."""

    distance: tuple[str, ...]
    within: Within
    region: dict[str, Region]


def load_methods(text: str, file: str) -> dict[str, Method]:
    """Every method by id. Raises TariffError."""
    methods = decode(text, dict[str, Method], file)
    for name, method in methods.items():
        if method.weights and len(method.weights) != len(method.sizes):
            raise TariffError(f"{file}: {name}: as many weights as sizes are needed")
        if list(method.sizes) != sorted(set(method.sizes)):
            raise TariffError(f"{file}: {name}: the sizes do not go up")
        if method.sizes and method.sizes[-1] != method.largest:
            raise TariffError(f"{file}: {name}: the largest is not the last of the sizes")
    return methods


def load_carrier(text: str, file: str) -> Carrier:
    """A carrier's regions. Raises TariffError."""
    square = decode(text, Square, file)
    names = list(square.region)
    if [len(row) for row in square.distance] != list(range(1, len(names) + 1)):
        raise TariffError(f"{file}: the distances are not half a square of the regions")
    region_of = {number: name for name, region in square.region.items() for number in region.prefectures}
    if sorted(number for region in square.region.values() for number in region.prefectures) != list(range(1, 48)):
        raise TariffError(f"{file}: not every prefecture stands in exactly one region")
    half = {(a, b): letter for a, row in zip(names, square.distance, strict=True) for b, letter in zip(names, row, strict=False)}
    return Carrier(square.region, region_of, half | {(b, a): letter for (a, b), letter in half.items()}, square.within)


def load_tariff(text: str, file: str, method: Method, carrier: Carrier) -> Tariff:
    """The fares of a method. Raises TariffError."""
    tariff = decode(text, Tariff, file)
    for complaint in complaints(tariff, method, carrier):
        raise TariffError(f"{file}: {complaint}")
    return tariff


def table_fault(table: Table, method: Method, carrier: Carrier) -> TableFault | None:
    """The first thing wrong with one table: a distance that is missing or unknown, a row too short or long, a fare that falls."""
    distances, special = distances_of(method, carrier)
    wanted = distances if set(table.fares) != special else special
    there = {"there": tuple(sorted(distances))}
    if unknown := sorted(set(table.fares) - distances - special):
        return TableFault(unknown[0], "fare_row_unknown", {"row": unknown[0], **there})
    if missing := sorted(wanted - set(table.fares)):
        return TableFault("", "fare_row_missing", {"row": missing[0], **there})
    for row, cells in table.fares.items():
        if len(cells) != max(1, len(method.sizes)):
            return TableFault(row, "fare_row_length", {"row": row, "found": len(cells), "there": method.sizes})
        for place, (less, more) in enumerate(pairwise(cells)):
            if more < less:
                sizes = {"size": method.sizes[place + 1], "smaller": method.sizes[place]}
                return TableFault(row, "fare_falls", {"row": row, "yen": more, "less": less, **sizes})
    return None


def distances_of(method: Method, carrier: Carrier) -> tuple[set[str], set[str]]:
    """The distances that fares of a method must have, and the special one that they may have besides."""
    if method.nationwide:
        return {ANY}, set()
    distances = set(carrier.distance.values())
    return distances, {carrier.within.distance} - distances


def complaints(tariff: Tariff, method: Method, carrier: Carrier) -> Iterable[str]:
    """All that is wrong with the fares of a method."""
    if bool(tariff.table) == bool(tariff.unpriced):
        yield "either tables or why there are none"
    for table in tariff.table:
        if fault := table_fault(table, method, carrier):
            yield f"the table from {table.start}: {fault.code} {fault.facts}"
    for distance in set().union(*distances_of(method, carrier)):
        yield from wrong_periods([table for table in tariff.table if distance in table.fares])
    for kind in {charge.kind for charge in tariff.extra}:
        yield from wrong_periods([charge for charge in tariff.extra if charge.kind == kind])
