"""Prefectures that two carriers price alike, as zones: the finer of the two; the shop's own prefecture is a zone of its own."""

from collections.abc import Sequence
from datetime import date

import msgspec

from sellerdesk.domain.parcel import NoFare, Parcel
from sellerdesk.readers import prefectures
from sellerdesk.workflows.fares import fare


class Zone(msgspec.Struct, frozen=True):
    """Prefectures from north to south, by their names of a language."""

    places: tuple[str, ...]


def zones(methods: Sequence[str], columns: Sequence[tuple[int, int]], home: str, day: date, lang: str) -> list[Zone]:
    """The zones of the parcels that come to a prefecture, that one first; `columns` are places in `methods` with sizes in cm.

    List prices of a day (Japan): a contract may tell more apart.
    """
    found: dict[tuple[int | None, ...], list[str]] = {}
    for place in prefectures.listed(lang):
        if place != home:
            found.setdefault(prices(methods, columns, (place, home), day), []).append(place)
    return [Zone((home,)), *(Zone(tuple(places)) for places in found.values())]


def prices(methods: Sequence[str], columns: Sequence[tuple[int, int]], way: tuple[str, str], day: date) -> tuple[int | None, ...]:
    """The list prices of a way, in the order of the columns; None where there is none."""
    fares = [fare(Parcel(methods[which], day, size or None, None, *way)) for which, size in columns]
    return tuple(None if isinstance(fare, NoFare) else fare.yen for fare in fares)
