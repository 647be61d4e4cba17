"""What returns cost, added up: nothing is lost or counted twice, and what is not known stands in no sum."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sellerdesk.domain.judged_row import JudgedReturn
from sellerdesk.workflows.returns.analysis import CostShare, added, commonest_reasons, entries, months_to, whole, within


def row(number: int, cost: int | None, at_least: int, reason: str, day: str) -> JudgedReturn:
    """A judged return, as far as the analysis asks."""
    return JudgedReturn(
        number, f"249-{number}", f"SKU-{number % 3}", reason, "Toys", "seller", "seller", 0, cost, at_least, day, "", None, 3, "", "[]", "", "", number,
    )  # fmt: skip


ROWS = st.lists(
    st.tuples(
        st.none() | st.integers(0, 9_000), st.integers(0, 1), st.sampled_from(("1", "12", "CR-ODD")), st.dates(date(2024, 1, 1), date(2026, 9, 30))
    ),
    max_size=30,
)  # fmt: skip
PAID = st.dictionaries(st.integers(0, 40), st.integers(1, 9_000), max_size=20)


def test_what_each_return_costs_is_rounded_half_up() -> None:
    sums = ((8, 4_462), (8, 4_460), (8, 4_459), (2, 1), (0, 0))
    assert [CostShare("", count, yen).each for count, yen in sums] == [558, 558, 557, 1, None]


@given(ROWS, PAID)
def test_every_grouping_comes_to_the_same_sum(told: list[tuple[int | None, int, str, date]], paid: dict[int, int]) -> None:
    rows = [row(number, cost, least, reason, day.isoformat()) for number, (cost, least, reason, day) in enumerate(told)]
    found = entries(rows, {}, {f"249-{number}": yen for number, yen in paid.items()})
    every = whole(found)
    assert every.count + every.unknown == len(rows)
    for field in ("reason", "sku", "category", "month"):
        shares = added(found, field)
        assert sum(one.yen for one in shares) == every.yen
        assert sum(one.count + one.unknown for one in shares) == len(rows)
        assert [one.yen for one in shares] == sorted((one.yen for one in shares), reverse=True)
    assert every.paid <= every.yen, "what is confirmed is a part of the cost"
    assert all(one.yen is None or one.yen >= one.paid for one in found)


@given(ROWS)
def test_no_return_of_which_nothing_is_known_counts_as_free(told: list[tuple[int | None, int, str, date]]) -> None:
    rows = [row(number, cost, least, reason, day.isoformat()) for number, (cost, least, reason, day) in enumerate(told)]
    for one, judged in zip(entries(rows, {}, {}), rows, strict=True):
        if judged.cost is None or (judged.cost == 0 and judged.at_least):
            assert one.yen is None
        else:
            assert one.yen == judged.cost


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.integers(1, 40))
def test_months_follow_each_other_up_to_the_day(day: date, count: int) -> None:
    months = months_to(day, count)
    assert len(set(months)) == count
    assert months == sorted(months)
    assert months[-1] == f"{day:%Y-%m}"


def test_a_return_is_of_the_month_of_its_request() -> None:
    found = entries([row(1, 500, 0, "1", "2026-08-31"), row(2, 700, 0, "1", "2026-09-01")], {}, {})
    assert [one.yen for one in within(found, ["2026-09"])] == [700]


def test_the_commonest_reason_of_a_sku() -> None:
    rows = [row(0, 1, 0, "12", ""), row(3, 1, 0, "1", ""), row(6, 1, 0, "12", ""), row(1, 1, 0, "1", ""), row(4, 1, 0, "12", "")]
    assert commonest_reasons(entries(rows, {}, {})) == {"SKU-0": ("12", 2), "SKU-1": ("1", 1)}
