"""The whole percent to set for an offer in Points Central, by how Amazon is taken to make points of it.

Sources: P2-01, P2-02, AMB-13; whole percents and the cap are Points Central's.
"""

from sellerdesk.domain.money import least_for, most_for
from sellerdesk.rules.points.offers import Both
from sellerdesk.rules.points.rounding import first_percent


def least_percent(price: int, rates: Both, reading: str) -> int | None:
    """The least whole percent whose points on a price (yen) meet both rates; None when no percent does.

    `reading` is that of AMB-13: "half-up", "down", or "setting", by which the least rate itself is enough whatever points it makes.
    """
    if reading == "setting":
        return rates.least_per_cent
    return first_percent(price, range(rates.least_per_cent, rates.most_per_cent + 1), allowed(price, rates), reading)


def most_percent(price: int, rates: Both, reading: str) -> int | None:
    """The highest whole percent whose points on a price (yen) stay within the cap and meet the least rate; None when no percent does."""
    return first_percent(price, range(rates.most_per_cent, rates.least_per_cent - 1, -1), allowed(price, rates), reading)


def allowed(price: int, rates: Both) -> range:
    """The points on a price (yen) that meet both rates."""
    return range(least_for(price, rates.least_per_cent), most_for(price, rates.most_per_cent) + 1)
