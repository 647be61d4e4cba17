"""Points and percents that mend, what they cost, and the lift that pays, each against an independent search."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from sellerdesk.rules.points.cost import cost
from sellerdesk.rules.points.offers import Both
from sellerdesk.rules.points.percent import least_percent
from sellerdesk.workflows.points.cost import Answer, Assumed, Sold, answer

RATES = Both(2, 50)


def made(price: int, percent: int, reading: str) -> int:
    """The points that a setting makes, by long division on decimal digits."""
    hundredths = price * percent
    whole, rest = hundredths // 100, hundredths % 100
    return whole + (1 if reading == "half-up" and rest >= 50 else 0)


def asked(sold: dict[int, int], percent: int, margin: int, fee: int) -> Answer:
    """The cost of units by price, of SKUs of which no category is known."""
    units = {str(price): count for price, count in sold.items()}
    return answer(Sold(sold, units, 0), {str(price): price for price in sold}, {}, Assumed(fee, margin, percent, 0))


@given(st.integers(2, 10**6), st.sampled_from(["half-up", "down"]))
def test_the_percent_is_the_least_that_meets_two_percent_and_the_cap(price: int, reading: str) -> None:
    fits = [rate for rate in range(1, 101) if made(price, rate, reading) * 50 >= price and made(price, rate, reading) * 2 <= price]
    assert least_percent(price, RATES, reading) == min(fits)


@given(st.integers(2, 10**6))
def test_by_the_third_reading_two_percent_is_enough(price: int) -> None:
    assert least_percent(price, RATES, "setting") == 2


def test_no_percent_helps_a_price_of_one_yen() -> None:
    assert [least_percent(1, RATES, reading) for reading in ("half-up", "down")] == [None, None]


def test_small_prices_need_large_percents() -> None:
    assert [least_percent(price, RATES, "half-up") for price in (2, 3, 49, 50, 51, 1020, 1980)] == [25, 17, 2, 2, 3, 3, 2]


@given(
    st.dictionaries(st.integers(1, 10**5), st.integers(1, 50), min_size=1, max_size=6),
    st.integers(1, 50),
    st.integers(0, 100),
    st.integers(0, 300),
)
def test_the_lift_in_closed_form_equals_a_search(sold: dict[int, int], percent: int, margin: int, fee: int) -> None:
    told = asked(sold, percent, margin, fee).break_even
    before = sum(Fraction(price * units * margin, 100) for price, units in sold.items())
    points = sum(int(Fraction(price * percent, 100) + Fraction(1, 2)) * units for price, units in sold.items())
    each = (before - Fraction(points * (1000 - fee), 1000)) / told.units
    if each <= 0:
        assert told.needed is None
        return
    low, high = 0, 1
    while high * each < before:
        high *= 2
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if middle * each >= before else (middle + 1, high)
    assert told.needed == low


@given(st.lists(st.tuples(st.integers(1, 10**6), st.integers(0, 99)), max_size=5), st.integers(1, 50))
def test_the_range_holds_every_way_of_rounding(sold: list[tuple[int, int]], percent: int) -> None:
    told = cost(sold, percent)
    exact = sum(Fraction(price * percent * units, 100) for price, units in sold)
    assert told.down <= exact <= told.up
    assert told.down <= told.half_up <= told.up


def test_a_part_of_the_points_comes_back_as_a_lower_fee() -> None:
    made = [
        asked({price: 1}, percent, 30, fee).net for price, percent, fee in ((2000, 50, 150), (2000, 50, 165), (10, 1, 150), (78, 50, 150))
    ]
    assert made == [850, 835, 0, 33]
