"""What points cost and what lift in sales pays for them; exact fractions, rounded at the very end.

Sources: P2-01, P2-03 (points on every order), P2-09 (the seller pays), P2-11, P2-15 (the plan's fee). The referral fee is taken
on price minus points, so a part of the points comes back as a lower fee.
"""

from collections.abc import Iterable, Mapping
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


def net(points: int, fee_per_mille: int) -> int:
    """What points (yen) really cost once the referral fee, in per mille, is taken on the price without them; rounded half up."""
    return int(Fraction(points * (PER_MILLE - fee_per_mille), PER_MILLE) + Fraction(1, 2))


class BreakEven(msgspec.Struct, frozen=True):
    """The units that earn as much with points as `units` earn without; None when no lift pays for them."""

    units: int
    needed: int | None
    lift: Fraction | None


def break_even(sold: Mapping[int, int], percent: int, margin_percent: int, fee_per_mille: int) -> BreakEven:
    """The lift that pays for points at a rate: the margin, in percent of the price, is what is left of a sale before points.

    With margin m and net points c for each yen of price, (1 + lift) × (m - c) = m, so lift = c / (m - c).
    """
    units, revenue = sum(sold.values()), sum(price * count for price, count in sold.items())
    points = sum(half_up(price, percent) * count for price, count in sold.items())
    more = lift(revenue, points, margin_percent, fee_per_mille)
    if not units or more is None:
        return BreakEven(units, None, None)
    return BreakEven(units, ceil(units * (1 + more)), more)


def lift(revenue: int, points: int, margin_percent: int, fee_per_mille: int) -> Fraction | None:
    """The share by which sales must grow to earn as much with points (yen) on a revenue (yen); None when no growth does."""
    before = Fraction(revenue * margin_percent, PER_CENT)
    after = before - Fraction(points * (PER_MILLE - fee_per_mille), PER_MILLE)
    return None if after <= 0 else before / after - 1
