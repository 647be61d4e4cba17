"""The whole percent that a sentence tells the owner to choose makes points that the rules accept, whatever is set already."""

from hypothesis import given
from hypothesis import strategies as st

from sellerdesk.rules.points.rounding import ROUNDINGS, capped_percent, enough_percent, may_be_set

PRICES = st.integers(2, 1_000_000)
READINGS = st.sampled_from(sorted(ROUNDINGS))


def made(price: int, percent: int, reading: str) -> int:
    """The points that a setting makes, by long division on decimal digits."""
    hundredths = price * percent
    whole, rest = hundredths // 100, hundredths % 100
    return whole + (1 if reading == "half-up" and rest >= 50 else 0)


def short_points(price: int) -> st.SearchStrategy[int]:
    """Points below 2% of a price."""
    return st.integers(0, (price * 2 - 1) // 100)


@given(st.data(), PRICES, READINGS)
def test_the_percent_that_is_said_makes_enough_points_and_is_no_setting_that_may_stand_already(
    data: st.DataObject, price: int, reading: str
) -> None:
    points = data.draw(short_points(price))
    percent = enough_percent(price, points, 2, reading)
    assert made(price, percent, reading) * 50 >= price
    assert made(price, percent, reading) * 2 <= price, "within the cap"
    assert points not in {made(price, percent, other) for other in ROUNDINGS}, "setting it again would change nothing"


@given(PRICES, READINGS)
def test_where_the_points_are_surely_of_another_setting_it_is_the_least_percent_of_the_reading(price: int, reading: str) -> None:
    fits = [rate for rate in range(1, 101) if made(price, rate, reading) * 50 >= price and made(price, rate, reading) * 2 <= price]
    points = made(price, 1, "down")
    if points < made(price, 2, "down"):
        assert enough_percent(price, points, 2, reading) == min(fits)


def test_points_that_a_setting_of_two_percent_makes_when_rounded_down_need_three() -> None:
    said = {(price, points): enough_percent(price, points, 2, "half-up") for price, points in ((1980, 39), (49, 0), (1980, 10), (1020, 20))}
    assert said == {(1980, 39): 3, (49, 0): 3, (1980, 10): 2, (1020, 20): 3}
    assert [enough_percent(price, 0, 2, "half-up") for price in (2, 3, 50)] == [50, 34, 2]


@given(st.data(), PRICES)
def test_by_the_reading_that_the_setting_counts_the_rate_itself_is_enough(data: st.DataObject, price: int) -> None:
    assert enough_percent(price, data.draw(short_points(price)), 2, "setting") == 2
    assert all(may_be_set(price, made(price, 2, rounded), 2, "setting") for rounded in ROUNDINGS), "what it makes is no breach"


@given(PRICES, READINGS)
def test_the_highest_percent_stays_within_the_cap_and_the_next_does_not(price: int, reading: str) -> None:
    percent = capped_percent(price, 50, reading)
    assert made(price, percent, reading) * 2 <= price
    assert percent == 50 or made(price, percent + 1, reading) * 2 > price
