"""The models keep Qt's own rules, sort by native values, and filter without moving a row."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from sellerdesk.domain.judged_row import JudgedRow
from sellerdesk.ui.lists.items_model import ItemsModel
from sellerdesk.ui.lists.rows_model import Column, RowsModel

pytestmark = pytest.mark.usefixtures("qtbot")
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def row(place: int, price: int | None, verdict: int, title: str = "t") -> JudgedRow:
    """A row with what a test needs."""
    return JudgedRow(
        place, f"S{place}", title, "", price, 0, 1, 1, 1, "", verdict, "", "", None, "", "", f"s{place}\n{title}", place, place
    )


COLUMNS = (
    Column("price", lambda: "Price", lambda one: str(one.price), "price", 50, right=True),
    Column("sku", lambda: "SKU", lambda one: one.sku, "sku_rank", 50, stretch=True),
)
ROWS = [row(0, 900, 0), row(1, None, 1, "かっぷ"), row(2, 10_000, 0), row(3, 80, 3)]


def model() -> RowsModel:
    """A model under Qt's own tester, which aborts at the first rule broken."""
    made = RowsModel(COLUMNS, "points_verdict")
    made.tester = QAbstractItemModelTester(made, FATAL)  # type: ignore[attr-defined]
    made.load(list(ROWS))
    return made


def shown(one: RowsModel) -> list[str]:
    """The SKUs in the order of the table."""
    return [one.row(line).sku for line in range(one.rowCount())]


def test_qts_rules_hold_through_all_that_is_done() -> None:
    one = model()
    one.sort(0)
    one.filter(wanted=frozenset({0}), needle="")
    one.change([row(2, 10_000, 3)])
    one.filter(wanted=frozenset(), needle="zzz")
    one.filter(wanted=frozenset(), needle="")
    one.retitle()
    one.load([])
    items = ItemsModel(str)
    QAbstractItemModelTester(items, FATAL)
    items.load(["a", "b"])
    items.load([])


def test_figures_sort_as_figures_and_the_unknown_comes_first() -> None:
    one = model()
    one.sort(0)
    assert shown(one) == ["S1", "S3", "S0", "S2"]
    one.sort(0, Qt.SortOrder.DescendingOrder)
    assert shown(one) == ["S2", "S0", "S3", "S1"]


def test_filters_by_verdict_and_by_text() -> None:
    one = model()
    assert one.counts == [2, 1, 0, 1]
    one.filter(wanted=frozenset({0, 3}), needle="")
    assert shown(one) == ["S0", "S2", "S3"]
    one.filter(wanted=frozenset({0, 3}), needle="s2")
    assert shown(one) == ["S2"]


def test_a_row_judged_anew_stays_where_it_stands_and_several_are_put_in_order() -> None:
    one = model()
    one.sort(0)
    one.filter(wanted=frozenset({0}), needle="")
    better = row(0, 900, 3)
    one.rows[0] = better
    one.change([better])
    assert (shown(one), one.counts) == (["S0", "S2"], [1, 1, 0, 2])
    both = [row(0, 900, 3), row(1, None, 0)]
    for changed in both:
        one.rows[changed.place] = changed
    one.change(both)
    assert (shown(one), one.counts) == (["S1", "S2"], [2, 0, 0, 2])
