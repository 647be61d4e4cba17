"""Whole-yen arithmetic, held against fractions."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from sellerdesk.domain.money import half_up, least_for, most_for

PRICES = st.integers(1, 10**9)
RATES = st.integers(1, 100)


@given(PRICES, RATES)
def test_least_for_meets_the_rate_and_one_fewer_does_not(price: int, rate: int) -> None:
    least = least_for(price, rate)
    assert Fraction(least, price) >= Fraction(rate, 100) > Fraction(least - 1, price)


@given(PRICES, RATES)
def test_most_for_keeps_the_rate_and_one_more_does_not(price: int, rate: int) -> None:
    most = most_for(price, rate)
    assert Fraction(most, price) <= Fraction(rate, 100) < Fraction(most + 1, price)


@given(PRICES, RATES)
def test_half_up_is_the_nearest_whole_number_and_the_higher_of_two(price: int, rate: int) -> None:
    exact = Fraction(price * rate, 100)
    assert -Fraction(1, 2) <= exact - half_up(price, rate) < Fraction(1, 2)


def test_figures_of_the_market() -> None:
    assert (least_for(1980, 2), least_for(1020, 2), half_up(1020, 2), most_for(1, 50), least_for(1, 2)) == (40, 21, 20, 0, 1)
