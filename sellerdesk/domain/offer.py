"""One offer of the shop, as a listings report states it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import starmap
from operator import itemgetter
from typing import Any, Literal, overload

import msgspec

Channel = Literal["seller", "amazon"]
"""Who ships: the seller (DEFAULT in the report) or Amazon (FBA, AMAZON_JP)."""

Status = Literal["active", "inactive", "incomplete", "parent"]
"""How a listing stands. A parent only holds variations together: it has no price, no stock and no points, and nobody can buy it."""
UNSOLD: frozenset[Status | None] = frozenset({"incomplete", "parent"})
"""Listings that are no offers: none of the rules speaks of them."""


class Sale(msgspec.Struct, frozen=True):
    """A sale price with its own points, from a price file: whole yen, whole points, first and last day (Japan, inclusive).

    `None` is "not known": a day whose cell is blank, points whose column is missing.
    """

    price: int
    points: int | None
    start: date | None
    end: date | None

    @property
    def backwards(self) -> bool:
        """Whether it would end before it begins: then neither day is known."""
        return self.start is not None and self.end is not None and self.end < self.start

    def unknown_days(self) -> list[str]:
        """The facts of its days that are not known."""
        return [name for name, day in (("sale_start", self.start), ("sale_end", self.end)) if day is None or self.backwards]


NO_TEMPLATE = ""
"""The template of an offer that a mend takes off the Prime one: any other. No report says it, for there a blank cell is not known."""


class Offer(msgspec.Struct, frozen=True, gc=False, kw_only=False):
    """One row of a listings report. `None` is "not known": a blank or missing cell never becomes a value by itself.

    `price` is whole yen, `points` whole points, `condition` Amazon's number (1–4 used, 5–8 collectible,
    10 refurbished, 11 new), `line` the line of the file, counted from 1 (0: not from a file).
    """

    sku: str
    asin: str | None = None
    title: str | None = None
    price: int | None = None
    points: int | None = None
    quantity: int | None = None
    condition: int | None = None
    condition_note: str | None = None
    channel: Channel | None = None
    shipping_template: str | None = None
    status: Status | None = None
    line: int = 0


class Offers(Sequence[Offer]):
    """Offers by the column: of 100,000 most are judged and stored without one of them being made."""

    def __init__(self, columns: Mapping[str, Sequence[Any]]) -> None:
        """By the fields of an offer, in their order, each with as many values."""
        self._columns = columns

    def column(self, name: str) -> Sequence[Any]:
        """One field of all offers."""
        return self._columns[name]

    def some(self, places: Sequence[int]) -> "SomeOffers":
        """The offers at some places."""
        return SomeOffers(self, places)

    def rows(self) -> Iterator[tuple[Any, ...]]:
        """All fields of every offer."""
        return zip(*map(self.column, FIELDS), strict=True)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._columns["sku"])

    def __iter__(self) -> Iterator[Offer]:
        """Each of them."""
        return starmap(Offer, self.rows())

    @overload
    def __getitem__(self, place: int) -> Offer: ...
    @overload
    def __getitem__(self, place: slice) -> list[Offer]: ...
    def __getitem__(self, place: int | slice) -> Offer | list[Offer]:
        """One of them, or some."""
        if isinstance(place, slice):
            return [self[number] for number in range(len(self))[place]]
        return Offer(*map(itemgetter(place), self._columns.values()))

    def __eq__(self, other: object) -> bool:
        """Whether these are the same offers in the same order."""
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]  # as a list has none


class SomeOffers(Offers):
    """The offers at some places of others; a column is made when it is asked for."""

    def __init__(self, whole: Offers, places: Sequence[int]) -> None:
        """Of all of them."""
        super().__init__({})
        self.whole, self.places, self.made = whole, places, dict[str, Sequence[Any]]()

    def column(self, name: str) -> Sequence[Any]:
        """One field of these."""
        if name not in self.made:
            self.made[name] = list(map(self.whole.column(name).__getitem__, self.places))
        return self.made[name]

    def __len__(self) -> int:
        """How many they are."""
        return len(self.places)

    @overload
    def __getitem__(self, place: int) -> Offer: ...
    @overload
    def __getitem__(self, place: slice) -> list[Offer]: ...
    def __getitem__(self, place: int | slice) -> Offer | list[Offer]:
        """One of them, or some."""
        return [self.whole[number] for number in self.places[place]] if isinstance(place, slice) else self.whole[self.places[place]]


FIELDS = Offer.__struct_fields__
