"""How Amazon is taken to make whole points of a percentage, and the whole percent that makes enough of them.

Sources: P2-01, P2-02, AMB-13; whole percents are Points Central's, since 21 March 2023.
"""

from collections.abc import Callable, Iterable

from sellerdesk.domain.money import half_up, least_for, most_for

ROUNDINGS = {"half-up": half_up, "down": most_for}
WHOLE = 100


def rounding(reading: str | None) -> Callable[[int, int], int]:
    """What makes points of a price (yen) and a percentage, by the owner's reading of AMB-13."""
    return ROUNDINGS.get(reading or "", half_up)


def first_percent(price: int, percents: Iterable[int], points: range, reading: str | None) -> int | None:
    """The first of some whole percents that makes as many points of a price (yen) as are allowed; None when none does."""
    rounded = rounding(reading)
    return next((percent for percent in percents if rounded(price, percent) in points), None)


def enough_percent(price: int, rate: int, reading: str | None) -> int:
    """The least whole percent that makes at least the rate (percent) of a price above 0 yen in points.

    By the reading "setting" of AMB-13 the rate itself is enough, whatever points it makes.
    """
    if reading == "setting":
        return rate
    return first_percent(price, range(rate, WHOLE + 1), range(least_for(price, rate), price + 1), reading) or WHOLE
