"""Whether carriers can keep what a shipping template promises: next-day cells against routes that are known to need longer.

Source: the dated figures of carriers' lead times (S-04 asks for next day). Routes that no figure names are not known, never fine.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

import msgspec

from sellerdesk.domain.template import Region, TemplateCell
from sellerdesk.rules.figures.values import Routes

PREFECTURES: Mapping[Region, Sequence[int]] = {
    "hokkaido": (1,), "honshu": range(2, 36), "shikoku": range(36, 40), "kyushu": range(40, 47), "okinawa": (47,),
}  # fmt: skip
"""The prefectures of a region by number (JIS X 0401); an island's is not known."""
AT_ONCE = {"same_day": 0}
"""The days of a service that is not told any."""


class Promise(msgspec.Struct, frozen=True):
    """A cell that promises `days`, and the prefectures to which a carrier needs `needs`, since a day (Japan).

    `partly` are prefectures of which that holds in parts. Prefectures by number.
    """

    cell: str
    template: str
    region: Region
    place: str
    days: int
    figure: str
    carrier: str
    needs: int
    whole: tuple[int, ...]
    partly: tuple[int, ...]
    since: date


def promises(
    cells: Iterable[TemplateCell], start: int, routes: Mapping[str, tuple[Routes, date]], prefecture: Callable[[str], int | None]
) -> list[Promise]:
    """The promises that a carrier cannot keep from a prefecture (by number), in the order of the cells.

    `routes` are figures by id, each with the day since which it holds; `prefecture` gives the number of a place's name.
    """
    return [promise for cell in cells for promise in of_cell(cell, start, routes, prefecture)]


def of_cell(
    cell: TemplateCell, start: int, routes: Mapping[str, tuple[Routes, date]], prefecture: Callable[[str], int | None]
) -> Iterator[Promise]:
    """The promises of one cell that a carrier cannot keep."""
    days = promised(cell)
    if days is None:
        return
    ends = places(cell, prefecture)
    for name, (figure, since) in routes.items():
        slow = [end for end in ends if days < figure.days and is_slow(figure, start, end)]
        whole = tuple(end for end in slow if end not in figure.partly and start not in figure.partly)
        partly = tuple(end for end in slow if end not in whole)
        if slow:
            yield Promise(cell.name, cell.template, cell.region, cell.place, days, name, figure.carrier, figure.days, whole, partly, since)


def promised(cell: TemplateCell) -> int | None:
    """The days that a cell promises; None for one that is not offered or does not tell any."""
    return None if cell.offered != "yes" else AT_ONCE.get(cell.service) if cell.days is None else cell.days


def places(cell: TemplateCell, prefecture: Callable[[str], int | None]) -> Sequence[int]:
    """The prefectures of a cell: the one that its place names, or all of its region."""
    number = prefecture(cell.place) if cell.place else None
    return PREFECTURES.get(cell.region, ()) if number is None else (number,)


def is_slow(routes: Routes, start: int, end: int) -> bool:
    """Whether a route is among those that need longer, in either direction."""
    return any((start in pair and end in other) or (start in other and end in pair) for pair, other in routes.between)
