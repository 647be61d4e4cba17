"""What the cost of one return is made of comes to what its row says."""

from datetime import date
from pathlib import Path

from sellerdesk.paths import DEFAULT_SHOP, store_of
from sellerdesk.store.database import opened
from sellerdesk.workflows.judged.today import load
from sellerdesk.workflows.returns.cost_parts import costs_of_order
from sellerdesk.workflows.returns.costs import total
from tests.conftest import Desk

DAY = date(2026, 11, 30)


def test_every_return_of_the_demo_shop_costs_alone_what_it_costs_among_all(desk: Desk, tmp_path: Path) -> None:
    assert desk("import", "--demo", "--judge", "--as-of", DAY).status == 0
    store = store_of(DEFAULT_SHOP, tmp_path / "data")
    rows = load(store).returns
    assert sum(bool(row.cost) for row in rows) > 5
    with opened(store) as db:
        for row in rows:
            assert total(costs_of_order(db, row.order_id, DAY)).yen == (row.cost or 0), row.order_id


def test_a_label_that_was_taken_costs_beside_all_else_that_a_return_costs(desk: Desk) -> None:
    assert desk("import", "--demo", "--judge", "--as-of", DAY).status == 0

    def borne() -> object:
        costs = desk("returns", "--as-of", DAY, "--json").json["costs"]["returns"]
        return next(one["borne"] for one in costs if one["subject"].endswith("-0000001"))

    assert borne() == 740 + 44, "the customer's label that the shop was charged, and the fee that the refund will cost"
    desk("account", "set", "handling_cost=150", "value_loss_percent=20")
    assert borne() == 740 + 44 + 150 + 596
