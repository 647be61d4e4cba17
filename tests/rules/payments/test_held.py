"""Rows that Amazon holds back are no money that was paid: apart from the sums, and replaced by the row or the settlement that pays them."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellerdesk.domain.payment import COLUMNS, Payment, Report, State
from sellerdesk.rules.payments.once import rows_once
from sellerdesk.workflows.payment_kinds import places

SALE = {"product_sales": 2_727, "product_sales_tax": 273, "selling_fees": -450}


def row(state: State, at: str = "2026-08-30 10:00:00", settlement: str = "", released: str = "", number: int = 1) -> Payment:
    """A sale of a transactions report."""
    amounts = tuple(SALE.get(name, 0) for name in COLUMNS)
    order = f"250-1234567-{number:07}"
    return Payment(number, at, "注文", order, "A", "本", amounts, sum(amounts), 1, settlement, state=state, released=released)


def amount(kind: str, text: str, yen: int, at: str = "2026-09-07 10:00:00", settlement: str = "22") -> Payment:
    """An amount of a settlement."""
    report: Report = "settlement"
    return Payment(9, at, "Order", "250-1234567-0000001", "a", text, (yen,), yen, 1, settlement, kind, report)


SETTLED = [amount("ItemPrice", "Principal", 2_727), amount("ItemPrice", "Tax", 273), amount("ItemFees", "Commission", -450)]
PAID = {
    "with its release": row("released", settlement="22", released="2026-09-07 08:00:00"),
    "at its release": row("released", "2026-09-07 08:00:00", "22"),
    "in a file without states": row("", "2026-09-07 08:00:00", "22"),
}


def sums(*files: Sequence[Payment]) -> tuple[int, int]:
    """The yen that were paid, and those held back."""
    whole = rows_once(files, places())
    return sum(one.total for one in whole.payments), sum(one.total for one in whole.held)


@pytest.mark.parametrize("paid", PAID.values(), ids=PAID)
@pytest.mark.parametrize("number", ["", "22", "33"])
def test_the_released_row_replaces_the_one_held_back(paid: Payment, number: str) -> None:
    held = row("deferred", settlement=number)
    assert sums([held]) == (0, 2_550)
    for files in ([[held, paid]], [[held], [paid]], [[paid], [held]], [[held], [held, paid]]):
        assert sums(*files) == (2_550, 0)


def test_a_row_held_back_neither_vanishes_beside_a_settlement_nor_counts_twice() -> None:
    other = row("deferred", settlement="22", number=2)
    assert sums([row("deferred", settlement="22"), other], SETTLED) == (2_550, 2_550)
    assert sums([row("deferred", settlement="22")], SETTLED[:2]) == (3_000, 2_550), "not all of it was paid"


def test_what_was_paid_before_a_row_was_held_back_is_another_one() -> None:
    assert sums([row("deferred", "2026-09-20 10:00:00")], [row("released", "2026-09-02 10:00:00")]) == (2_550, 2_550)


@given(st.integers(0, 4), st.integers(0, 4))
def test_of_equal_rows_as_many_wait_as_were_not_paid(held: int, paid: int) -> None:
    rows = [row("deferred")] * held, [row("released")] * paid
    assert sums(*rows) == (2_550 * paid, 2_550 * max(0, held - paid))


def test_a_row_is_paid_only_by_one_whose_day_fits() -> None:
    held = row("deferred", "2026-09-03 10:00:00", released="2026-10-20 00:00:00")
    other = row("released", "2026-09-02 10:00:00", released="2026-09-08 00:00:00")
    assert sums([held, other]) == (2_550, 2_550), "the other one has a day of its own"
    assert sums([held, row("released", "2026-09-08 10:00:00")]) == (2_550, 2_550), "its release is still to come"
    assert sums([held, row("released", "2026-10-20 10:00:00")]) == (2_550, 0)
    assert sums([held, row("released", "2026-09-03 10:00:00", released="2026-10-20 00:00:00")]) == (2_550, 0)
    early = [amount(one.amount_type, one.text, one.total, "2026-09-06 10:00:00") for one in SETTLED]
    assert sums([held], early) == (2_550, 2_550)
