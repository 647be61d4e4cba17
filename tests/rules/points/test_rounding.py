"""The whole percent that a sentence tells the owner to choose makes points that the rules accept."""

from hypothesis import given
from hypothesis.strategies import integers, sampled_from

from sellerdesk.rules.points.rounding import ROUNDINGS, enough_percent


@given(integers(1, 2_000_000), sampled_from(sorted(ROUNDINGS)))
def test_the_percent_that_is_said_makes_enough_points_and_the_one_below_does_not(price: int, reading: str) -> None:
    percent = enough_percent(price, 2, reading)
    assert ROUNDINGS[reading](price, percent) * 100 >= price * 2
    assert percent == 2 or ROUNDINGS[reading](price, percent - 1) * 100 < price * 2


@given(integers(1, 2_000_000))
def test_by_the_reading_that_the_setting_counts_the_rate_itself_is_enough(price: int) -> None:
    assert enough_percent(price, 2, "setting") == 2
