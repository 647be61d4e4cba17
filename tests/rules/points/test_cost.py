"""Points and percents that mend, what they cost, and the lift that pays, each against an independent search."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from sellerdesk.rules.points.cost import cost
from sellerdesk.workflows.points.cost import Answer, Assumed, Sold, answer


def asked(sold: dict[int, int], percent: int, margin: int, fee: int) -> Answer:
    """The cost of units by price, of SKUs of which no category is known."""
    units = {str(price): count for price, count in sold.items()}
    return answer(Sold(sold, units, 0), {str(price): price for price in sold}, {}, Assumed(fee, margin, percent, 0))


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
