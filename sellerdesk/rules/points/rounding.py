"""How Amazon is taken to make whole points of a percentage, and the whole percent that makes enough of them.

Sources: P2-01, P2-02, AMB-13; whole percents are Points Central's, since 21 March 2023.
"""

from collections.abc import Callable, Iterable

from sellerdesk.domain.money import half_up, least_for, most_for

Rounding = Callable[[int, int], int]
"""What makes whole points of a price (yen) and a percentage."""
ROUNDINGS: dict[str, Rounding] = {"half-up": half_up, "down": most_for}
WHOLE = 100


def rounding(reading: str | None) -> Rounding:
    """What makes points of a price (yen) and a percentage, by the owner's reading of AMB-13."""
    return ROUNDINGS.get(reading or "", half_up)


def first_percent(price: int, percents: Iterable[int], points: range, rounded: Rounding) -> int | None:
    """The first of some whole percents that makes as many points of a price (yen) as are allowed; None when none does."""
    for percent in percents:  # a generator takes twice the time of the one or two that are tried
        if rounded(price, percent) in points:
            return percent
    return None


def enough_percent(price: int, points: int, rate: int, reading: str | None) -> int:
    """The least whole percent to set for an offer (price above 0 yen) whose points are below the rate (percent).

    It makes enough points by the reading taken. Where the points that show are those that this very percent makes when rounded down,
    it may be set already, and setting it again would change nothing: then it is the least that is enough by every reading.
    By the reading "setting" of AMB-13 the rate itself is enough, whatever points it makes.
    """
    if reading == "setting":
        return rate
    enough, percents = range(least_for(price, rate), price + 1), range(rate, WHOLE + 1)
    percent = first_percent(price, percents, enough, rounding(reading)) or WHOLE
    return percent if most_for(price, percent) != points else first_percent(price, percents, enough, most_for) or WHOLE


def capped_percent(price: int, rate: int, reading: str | None) -> int:
    """The highest whole percent whose points on a price (yen) are at most the rate (percent), by the reading taken."""
    return first_percent(price, range(rate, 0, -1), range(most_for(price, rate) + 1), rounding(reading)) or 0


def may_be_set(price: int, points: int, rate: int, reading: str | None) -> bool:
    """Whether points below a rate can be those of a setting of the rate: by the reading "setting" rounded either way."""
    return points in (half_up(price, rate), most_for(price, rate)) if reading == "setting" else points == rounding(reading)(price, rate)
