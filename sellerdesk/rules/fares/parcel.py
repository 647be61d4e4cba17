"""A parcel as a carrier sees it: whether it is taken at all, its size class and its regions, as far as they can be told."""

from collections.abc import Callable, Iterable, Mapping

import msgspec

from sellerdesk.domain.parcel import NoFare, Parcel
from sellerdesk.domain.tariff import ANY, Carrier, Method, Tariff

ENDS = ("from_prefecture", "to_prefecture")


class Tariffs(msgspec.Struct, frozen=True):
    """What fares are looked up in; functions, so that a file is read when the first parcel needs it.

    `carrier` and `tariff` take an id; `prefecture` gives the number (JIS X 0401) of a prefecture as people write it.
    """

    methods: Mapping[str, Method]
    carrier: Callable[[str], Carrier]
    tariff: Callable[[str], Tariff]
    prefecture: Callable[[str], int | None]


class Sending(msgspec.Struct, frozen=True):
    """A parcel with what could be told of it: its size class in cm, its prefectures by number, and their regions.

    `None` is what could not be told. A Struct, for a sheet of 10,000 quotes makes as many.
    """

    parcel: Parcel
    method: Method
    carrier: Carrier
    size_class: int | None
    start: int | None
    end: int | None

    @property
    def known(self) -> dict[str, int | str | None]:
        """What a contract fare may depend on, by the name of the input that tells it."""
        regions = self.carrier.region_of
        return {
            "size": self.size_class,
            "from_prefecture": None if self.start is None else regions[self.start],
            "to_prefecture": None if self.end is None else regions[self.end],
        }

    @property
    def open(self) -> list[str]:
        """The inputs that the carrier's own fare depends on and that could not be told."""
        size = ["size"] if self.size_class is None and self.method.sizes else []
        if self.method.nationwide:
            return size
        return size + [name for name, number in zip(ENDS, (self.start, self.end), strict=True) if number is None]

    @property
    def distances(self) -> tuple[str, ...]:
        """How far it goes, the most special distance first; nothing of what it depends on may be open."""
        if self.method.nationwide or self.start is None or self.end is None:
            return (ANY,)
        return self.carrier.distances(self.start, self.end)


def as_sending(parcel: Parcel, method: Method, tariffs: Tariffs) -> Sending:
    """A parcel with its size class and its prefectures, where they can be told. Raises TariffError."""
    start = tariffs.prefecture(parcel.from_prefecture) if parcel.from_prefecture else None
    end = tariffs.prefecture(parcel.to_prefecture) if parcel.to_prefecture else None
    size_class = None if parcel.size is None else method.size_class(parcel.size, parcel.weight)
    return Sending(parcel, method, tariffs.carrier(method.carrier), size_class, start, end)


def untold(parcel: Parcel, inputs: Iterable[str]) -> NoFare:
    """What is missing, or else not understood, of inputs that could not be told."""
    written = {name: getattr(parcel, name) for name in inputs}
    if lacking := tuple(name for name, value in written.items() if value in (None, "")):
        return NoFare("lacking_facts", lacking=lacking)
    return NoFare("unknown_prefecture", written)


def over_limits(parcel: Parcel, method: Method, methods: Mapping[str, Method]) -> NoFare | None:
    """Why a method does not take a parcel, as far as its size and weight are known, with the methods that do.

    Only those for parcels of any shape are named: whether something goes into a box or an envelope, a sum of sides cannot tell.
    """
    if not method.takes_weight(parcel.weight):
        return NoFare("too_heavy", {"weight": parcel.weight, "heaviest": method.heaviest}, takers=takers(parcel, methods))
    if not method.takes_size(parcel.size):
        return NoFare("too_large", {"size": parcel.size, "largest": method.largest}, takers=takers(parcel, methods))
    return None


def takers(parcel: Parcel, methods: Mapping[str, Method]) -> tuple[str, ...]:
    """The methods that take a parcel of any shape, as far as its size and weight are known."""
    any_shape = {name: method for name, method in methods.items() if method.any_shape}
    return tuple(name for name, method in any_shape.items() if method.takes_size(parcel.size) and method.takes_weight(parcel.weight))
