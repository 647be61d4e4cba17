"""What points cost and what lift in sales pays for them; exact fractions, rounded at the very end.

Sources: P2-01, P2-03 (points on every order), P2-09 (the seller pays), P2-11, P2-15 (the plan's fee). The referral fee is taken
on price minus points, so a part of the points comes back as a lower fee.
"""

from collections.abc import Iterable
from fractions import Fraction
from math import ceil

import msgspec

from sellerdesk.domain.money import PER_CENT, half_up, least_for, most_for

PER_MILLE = 1_000


class Cost(msgspec.Struct, frozen=True):
    """Points in yen for some units at a rate: rounded down, half up, and up to at least the rate (the range of AMB-13)."""

    down: int
    half_up: int
    up: int


def cost(sold: Iterable[tuple[int, int]], percent: int) -> Cost:
    """The points for units sold: pairs of price (yen) and units, at a rate in percent."""
    totals = [0, 0, 0]
    for price, units in sold:
        for place, rounded in enumerate((most_for, half_up, least_for)):
            totals[place] += rounded(price, percent) * units
    return Cost(*totals)


class BreakEven(msgspec.Struct, frozen=True):
    """The units that earn as much with points as `units` earn without; None when no lift pays for them."""

    units: int
    needed: int | None
    lift: Fraction | None


def paid_by(units: int, more: Fraction | None) -> BreakEven:
    """The units that earn as much when sales must grow by a share (None: no growth does)."""
    if not units or more is None:
        return BreakEven(units, None, None)
    return BreakEven(units, ceil(units * (1 + more)), more)


def lift_of(revenue: int, borne: Fraction, margin_percent: int) -> Fraction | None:
    """The share by which sales must grow when so many yen of points are borne, the fee saved on them taken off; None as above.

    With margin m (percent of the price, what is left of a sale before points) and net points c for each yen of price,
    (1 + lift) × (m - c) = m, so lift = c / (m - c).
    """
    before = Fraction(revenue * margin_percent, PER_CENT)
    after = before - borne
    return None if after <= 0 else before / after - 1
