"""What a carrier charges: its ways of sending, its regions and how far apart they are, and its dated fares."""

from bisect import bisect_left
from collections.abc import Mapping
from datetime import date
from typing import Annotated

import msgspec

from sellerdesk.domain.clause import Text, Words
from sellerdesk.domain.doubt import Sure
from sellerdesk.domain.parcel import ExtraKind, WhyNot
from sellerdesk.domain.period import Dated

ANY = "any"
"""The distance of a fare that is the same all over Japan."""
MOST_FARE = 100_000
"""Yen: no parcel that these methods take costs so much; more is a slip of the keys."""
Yen = Annotated[int, msgspec.Meta(gt=0, le=MOST_FARE)]


class Method(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A way of sending and what it takes: size classes and `largest` in cm of three sides, weights in g.

    `weights` are the most that each class weighs, where weight makes a parcel larger. No limit given: none known.
    `nationwide`: one fare all over Japan; `any_shape`: only the sum of the sides is limited.
    """

    name: Words
    carrier: Text
    sizes: tuple[int, ...] = ()
    weights: tuple[int, ...] = ()
    largest: int | None = None
    heaviest: int | None = None
    nationwide: bool = False
    any_shape: bool = False

    def size_class(self, size: int, weight: int | None) -> int | None:
        """The class of a size, or of a weight where that is the larger one; `None` without classes and beyond the last."""
        by_weight = bisect_left(self.weights, weight) if weight is not None and self.weights else 0
        place = max(bisect_left(self.sizes, size), by_weight)
        return self.sizes[place] if place < len(self.sizes) else None

    def takes_size(self, size: int | None) -> bool:
        """Whether a parcel of so many cm is not too large, as far as is known."""
        return size is None or self.largest is None or size <= self.largest

    def takes_weight(self, weight: int | None) -> bool:
        """Whether a parcel of so many g is not too heavy, as far as is known."""
        return weight is None or self.heaviest is None or weight <= self.heaviest


class Table(Dated, frozen=True, kw_only=True):
    """The fares of a period in whole yen: for each distance one of every size class, in their order.

    `note` is what must be said wherever one of these fares is named: for whom they are. `pack` names the file that the table came
    from; empty for the program's own.
    """

    fares: Annotated[dict[str, tuple[Yen, ...]], msgspec.Meta(min_length=1)]
    note: Words | None = None
    pack: str = ""


class Charge(Dated, frozen=True, kw_only=True):
    """What comes on top of a fare in a period, in whole yen: for every parcel, or `above` so many g."""

    kind: ExtraKind
    yen: Yen
    above: int | None = None
    sure: Sure = "sure"

    def concerns(self, weight: int | None) -> bool:
        """Whether it is for a parcel of a weight in g; one of unknown weight is taken for a light one."""
        return self.above is None or (weight is not None and weight > self.above)


class Tariff(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All fares of a method, oldest first, or why the public has none (`cap`: the most seen, in yen).

    `carries_on`: when the last table has ended and no later one is known, its fares are taken on as an assumption.
    """

    table: tuple[Table, ...] = ()
    extra: tuple[Charge, ...] = ()
    unpriced: WhyNot | None = None
    cap: int | None = None
    carries_on: bool = False

    def on(self, day: date) -> list[Table]:
        """The tables in force on a day (Japan)."""
        return [table for table in self.table if table.holds(day)]

    def assumed_on(self, day: date) -> list[Table]:
        """The tables that ended last before a day (Japan) on which none is in force, where they may be taken on; else none."""
        ended = [table for table in self.table if table.end is not None and table.end < day]
        if not self.carries_on or not ended or self.on(day):
            return []
        last = max(table.end for table in ended if table.end is not None)
        return [table for table in ended if table.end == last]


class Region(Words, frozen=True, forbid_unknown_fields=True):
    """A carrier's region: its name and its prefectures by number (JIS X 0401)."""

    prefectures: tuple[Annotated[int, msgspec.Meta(ge=1, le=47)], ...]


class Within(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"excluded": "except"}):
    """The distance of two places in one prefecture, and the prefectures that do not have it."""

    distance: Text
    excluded: tuple[int, ...] = ()


class Carrier(msgspec.Struct, frozen=True):
    """A carrier's regions, the region of each prefecture, and the distance of each pair of regions, both ways."""

    regions: Mapping[str, Region]
    region_of: Mapping[int, str]
    distance: Mapping[tuple[str, str], str]
    within: Within

    def distances(self, start: int, end: int) -> tuple[str, ...]:
        """What two prefectures are apart, the most special first."""
        plain = self.distance[self.region_of[start], self.region_of[end]]
        special = start == end and start not in self.within.excluded
        return (self.within.distance, plain) if special else (plain,)
