"""A parcel to be priced, and what is known of its price: a fare with the tariff that it comes from, or why there is none."""

from datetime import date
from typing import Literal, final

import msgspec

from sellerdesk.domain.clause import Text, Words
from sellerdesk.domain.doubt import Sure
from sellerdesk.domain.period import Period

WhyNot = Literal[
    "lacking_facts",
    "unknown_method",
    "unknown_prefecture",
    "too_large",
    "too_heavy",
    "tariff_not_begun",
    "tariff_expired",
    "contract_price_needed",
    "no_known_price",
]
"""Why there is no fare: the key of the words that say it."""

ExtraKind = Literal["box", "heavy"]
"""What comes on top of a fare: a box that is bought, or the carrier's charge for a heavy parcel."""


class Parcel(msgspec.Struct, frozen=True):
    """A parcel on its way: `day` is the one (Japan) whose tariff counts; `None` is "not known".

    `method` is an id of the methods; `size` the three sides added up, or a size class, in cm; `weight` in g; the
    prefectures stand as they were written (東京都, 東京, Tokyo).
    """

    method: str | None
    day: date
    size: int | None = None
    weight: int | None = None
    from_prefecture: str | None = None
    to_prefecture: str | None = None


class ContractFare(Period, frozen=True, kw_only=True, rename={"start": "from", "end": "to"}):
    """A fare that the owner has agreed on with the carrier, in whole yen with tax.

    It holds for a method and, where they are given, for one size class (cm) and from or to one region (an id of the
    carrier's); `None` is every size, every region. It takes the place of the list's fare, not of what comes on top of it.
    """

    method: str
    yen: int
    size: int | None = None
    from_region: str | None = None
    to_region: str | None = None

    @property
    def terms(self) -> dict[str, int | str]:
        """What a parcel must be for it, by the name of the fact that tells."""
        named = {"size": self.size, "from_prefecture": self.from_region, "to_prefecture": self.to_region}
        return {name: term for name, term in named.items() if term is not None}


class Extra(msgspec.Struct, frozen=True):
    """A line on top of a fare, in whole yen with tax: since when (a day in Japan), how sure, and by which source of which day."""

    kind: ExtraKind
    name: Words
    yen: int
    start: date
    sure: Sure
    source: Words | Text
    checked: date


@final
class Fare(msgspec.Struct, frozen=True, eq=False):
    """What sending a parcel costs, in whole yen with tax, without discounts.

    Final, as is NoFare, so that `type(x) is Fare` tells the two apart: `isinstance` of a struct takes five times as long. One of
    them stands for many parcels, and is looked up as the thing it is.

    `tariff` and `start` name the table and its first day (no `tariff`: the owner's contract fare), `checked` is the day
    on which the table was last seen to hold. `size_class` is in cm, `None` where one fare is for every size. `assumed_after` is the
    last day of a table that is taken on although it has ended: the fare is then an assumption. `note` is for whom the fare is, `pack`
    the file of the fact pack that the table came from ("" for the program's own, or a contract).
    """

    base: int
    start: date
    tariff: Words | None = None
    checked: date | None = None
    size_class: int | None = None
    extras: tuple[Extra, ...] = ()
    assumed_after: date | None = None
    note: Words | None = None
    pack: str = ""

    @property
    def surcharges(self) -> tuple[Extra, ...]:
        """What the carrier itself charges on top: all but the box."""
        return tuple(extra for extra in self.extras if extra.kind != "box")

    @property
    def yen(self) -> int:
        """The price at the counter: the table's, with the carrier's own charges; the box is a purchase apart."""
        return self.base + sum(extra.yen for extra in self.surcharges) if self.extras else self.base

    @property
    def total(self) -> int:
        """Everything that is paid."""
        return self.base + sum(extra.yen for extra in self.extras) if self.extras else self.base


@final
class NoFare(msgspec.Struct, frozen=True, eq=False):
    """Why a parcel has no fare.

    `facts` fill the words of `code`; `lacking` names the inputs without which nothing can be said; `takers` are the
    methods that take a parcel of this size and weight.
    """

    code: WhyNot
    facts: dict[str, object] = {}
    lacking: tuple[str, ...] = ()
    takers: tuple[str, ...] = ()
