"""What returns cost, in whole yen: many of them by the column, one of them amount by amount with the inputs that each waits for."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import Literal, final, get_args

import msgspec

from sellerdesk.domain.parcel import Fare, NoFare

LineKind = Literal["return_shipping", "box", "handling", "value_loss", "admin_fee", "shipping_refund", "outbound"]
KINDS: tuple[LineKind, ...] = get_args(LineKind)
Bound = Literal["exact", "at_least", "at_most", "about", "assumed"]
"""How far a figure can be trusted: the true one is it, no less, no more, near it, or it where an assumption holds."""

Payer = Literal["customer", "seller", "check"]
Lacking = tuple[str, ...]
"""Inputs that are not known."""
Column = Sequence[int | None]
"""Yen of many returns; None where nothing is known of them."""


class Trust(msgspec.Struct, frozen=True, cache_hash=True):
    """How far an amount can be trusted, and the inputs that it lacks; of one that is `nothing` no yen are known."""

    bound: Bound = "exact"
    lacking: tuple[str, ...] = ()
    nothing: bool = False


EXACT = Trust()
trust = cache(Trust)
"""The one Trust of its kind: what is made of it is looked up by it."""


@cache
def open_without(lacking: tuple[str, ...]) -> Trust:
    """An amount of which nothing can be said before these inputs are known."""
    return Trust("about", lacking, nothing=True) if lacking else EXACT


@final
class Figure(msgspec.Struct, frozen=True, gc=False):
    """An amount of which some inputs may not be known: `yen` is what the known ones come to (None: nothing can be said)."""

    yen: int | None = None
    bound: Bound = "exact"
    lacking: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether a sum may hold it: one that is open to grow, or to be assumed."""
        return self.yen is not None and self.bound in {"exact", "at_least", "assumed"}


def figure(yen: int | None, trusted: Trust) -> Figure:
    """An amount as far as it can be trusted."""
    return Figure(None if trusted.nothing else yen, trusted.bound, trusted.lacking)


class Ruling(msgspec.Struct, frozen=True, cache_hash=True):
    """Who pays a return's shipping, by which clauses; `waits_for` are the facts that would settle it."""

    payer: Payer
    clauses: tuple[str, ...]
    waits_for: tuple[str, ...] = ()


class Line(msgspec.Struct, frozen=True, gc=False):
    """One line of the account of a return. `clauses` are what it rests on; without any it is the shop's own assumption."""

    kind: LineKind
    figure: Figure
    clauses: tuple[str, ...] = ()


class Figures(msgspec.Struct, frozen=True, gc=False):
    """Every amount of a return, by its name in the contract."""

    fare: Figure
    refund: Figure
    return_shipping_deducted: Figure
    refund_least: Figure
    refund_most: Figure
    referral_fee_returned: Figure
    admin_fee: Figure
    points_returned: Figure
    shipping_refund: Figure
    account_charge: Figure
    cost: Figure
    sunk: Figure

    def named(self) -> Iterator[tuple[str, Figure]]:
        """Every amount with its name."""
        return zip(self.__struct_fields__, msgspec.structs.astuple(self), strict=True)


AMOUNTS = Figures.__struct_fields__
"""The names of all amounts."""
FARE, REFUND, LATE, COST = (AMOUNTS.index(name) for name in ("fare", "refund", "shipping_refund", "cost"))


class Costs(msgspec.Struct, frozen=True, gc=False):
    """All amounts of a return, and the lines of its cost; sums hold what is known.

    `tariff` is the fare with its table, why there is none, or None where the owner typed one. `refund_by` is a day in Japan.
    """

    figures: Figures
    tariff: Fare | NoFare | None
    refund_by: date | None
    lines: tuple[Line, ...]


class Heading(msgspec.Struct, frozen=True, cache_hash=True):
    """A line of an account without its yen."""

    kind: LineKind
    trust: Trust
    clauses: tuple[str, ...] = ()


heading = cache(Heading)
"""The one Heading of its kind."""


class Known(msgspec.Struct, frozen=True, eq=False):
    """What the accounts share of all returns of which the same is known: all but their yen. `trusts` are in the order of AMOUNTS."""

    trusts: tuple[Trust, ...]
    headings: tuple[Heading, ...]


class Accounts(msgspec.Struct, frozen=True):
    """The accounts of many returns: for each of AMOUNTS, and each line of KINDS, a column of yen; and what is known of each return.

    Yen are apart from how far they can be trusted: 10,000 returns have as many amounts, but some hundred kinds of what is known.
    `tariffs` and `refund_by` are as in Costs.
    """

    amounts: tuple[Column, ...]
    parts: tuple[Column, ...]
    known: Sequence[Known]
    tariffs: Sequence[Fare | NoFare | None]
    refund_by: Sequence[date | None]

    def __iter__(self) -> Iterator[Costs]:
        """The account of each of them."""
        return map(self.costs, range(len(self.known)))

    def costs(self, place: int) -> Costs:
        """The account of one of them."""
        known, yen = self.known[place], {kind: part[place] for kind, part in zip(KINDS, self.parts, strict=True)}
        figures = Figures(*[figure(column[place], one) for column, one in zip(self.amounts, known.trusts, strict=True)])
        lines = tuple(Line(one.kind, figure(yen[one.kind], one.trust), one.clauses) for one in known.headings)
        return Costs(figures, self.tariffs[place], self.refund_by[place], lines)
