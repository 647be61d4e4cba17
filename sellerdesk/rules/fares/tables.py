"""Tariffs: the carriers' dated fares, refused at loading when anything in them does not hold."""

from collections.abc import Iterable

import msgspec

from sellerdesk.domain.period import wrong_periods
from sellerdesk.domain.tariff import ANY, Carrier, Method, Region, Tariff, Within
from sellerdesk.rules.resource import TariffError, decode


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


def complaints(tariff: Tariff, method: Method, carrier: Carrier) -> Iterable[str]:
    """All that is wrong with the fares of a method."""
    if bool(tariff.table) == bool(tariff.unpriced):
        yield "either tables or why there are none"
    distances = {ANY} if method.nationwide else set(carrier.distance.values())
    special = set() if method.nationwide else {carrier.within.distance} - distances
    for table in tariff.table:
        if not (set(table.fares) == special or set(table.fares) - special == distances):
            yield f"the table from {table.start} lacks distances or has unknown ones"
        if any(len(row) != max(1, len(method.sizes)) for row in table.fares.values()):
            yield f"the table from {table.start} has not one fare for every size"
    for distance in distances | special:
        yield from wrong_periods([table for table in tariff.table if distance in table.fares])
    for kind in {charge.kind for charge in tariff.extra}:
        yield from wrong_periods([charge for charge in tariff.extra if charge.kind == kind])
