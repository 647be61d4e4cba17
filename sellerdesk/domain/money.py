"""Whole-yen arithmetic: percentages without a float and without a rounding nobody asked for."""

PER_CENT = 100


def least_for(price: int, per_cent: int) -> int:
    """The least whole number of points that is at least `per_cent` percent of `price` yen (1,980 yen at 2% → 40)."""
    return -(-price * per_cent // PER_CENT)


def most_for(price: int, per_cent: int) -> int:
    """The largest whole number of points that is at most `per_cent` percent of `price` yen (1,981 yen at 50% → 990)."""
    return price * per_cent // PER_CENT


def half_up(price: int, per_cent: int) -> int:
    """`per_cent` percent of `price` yen, rounded half up to whole points (1,020 yen at 2% → 20)."""
    return (price * per_cent + PER_CENT // 2) // PER_CENT
