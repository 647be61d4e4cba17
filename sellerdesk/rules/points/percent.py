"""The whole percent to set for an offer in Points Central, by how Amazon is taken to make points of it.

Sources: P2-01, P2-02, AMB-13; whole percents and the cap are Points Central's.
"""

from sellerdesk.domain.money import half_up, least_for, most_for
from sellerdesk.rules.points.offers import Both

ROUNDINGS = {"half-up": half_up, "down": most_for}


def least_percent(price: int, rates: Both, reading: str) -> int | None:
    """The least whole percent whose points on a price (yen) meet both rates; None when no percent does.

    `reading` is that of AMB-13: "half-up", "down", or "setting", by which the least rate itself is enough whatever points it makes.
    """
    if reading == "setting":
        return rates.least_per_cent
    rounded = ROUNDINGS[reading]
    least, most = least_for(price, rates.least_per_cent), most_for(price, rates.most_per_cent)
    percents = range(rates.least_per_cent, rates.most_per_cent + 1)
    return next((percent for percent in percents if least <= rounded(price, percent) <= most), None)


def most_percent(price: int, rates: Both, reading: str) -> int | None:
    """The highest whole percent whose points on a price (yen) stay within the cap and meet the least rate; None when no percent does."""
    rounded = ROUNDINGS.get(reading, half_up)
    least, most = least_for(price, rates.least_per_cent), most_for(price, rates.most_per_cent)
    percents = range(rates.most_per_cent, rates.least_per_cent - 1, -1)
    return next((percent for percent in percents if least <= rounded(price, percent) <= most), None)
