"""What a return costs, in whole yen, amount by amount with the inputs that each waits for."""

from collections.abc import Iterator
from datetime import date
from typing import Literal, final, get_args

import msgspec

from sellerdesk.domain.parcel import Fare, NoFare

LineKind = Literal[
    "return_shipping", "box", "handling", "value_loss", "admin_fee", "points_lost", "paid_beyond", "shipping_refund", "outbound"
]
KINDS: tuple[LineKind, ...] = get_args(LineKind)
Certainty = Literal["exact", "at_least", "at_most", "about", "assumed", "at_least_about"]
"""How far a figure can be trusted: the true one is it, no less, no more, near it, it where an assumption holds, or then no less."""

Payer = Literal["customer", "seller", "check"]
Lacking = tuple[str, ...]
"""Inputs that are not known."""


@final
class Figure(msgspec.Struct, frozen=True, gc=False):
    """An amount of which some inputs may not be known: `yen` is what the known ones come to (None: nothing can be said)."""

    yen: int | None = None
    bound: Certainty = "exact"
    lacking: Lacking = ()

    @property
    def holds(self) -> bool:
        """Whether a sum may hold it: one that is open to grow, or to be assumed."""
        return self.yen is not None and self.bound in {"exact", "at_least", "assumed"}

    @property
    def is_assumed(self) -> bool:
        """Whether it is a fare of a table that has ended, and nothing else is open."""
        return self.bound == "assumed" and self.lacking == ("fare",)


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


class OtherStep(msgspec.Struct, frozen=True, gc=False):
    """The fees by the reading of AMB-19 that the owner did not choose, where it makes others; yen, with the tax on fees.

    `less_points` is whether that reading takes points off before the step is chosen; `amount` (yen) is what it chooses the step by.
    """

    less_points: bool
    amount: int
    referral: int
    admin: int


class Costs(msgspec.Struct, frozen=True, gc=False):
    """All amounts of a return, and the lines of its cost; sums hold what is known.

    `tariff` is the fare with its table, why there is none, or None where the owner typed one. `refund_by` is a day in Japan.
    """

    figures: Figures
    tariff: Fare | NoFare | None
    refund_by: date | None
    lines: tuple[Line, ...]
    other_step: OtherStep | None = None
