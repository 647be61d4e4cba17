"""What the cost of one return is made of comes to what its row says."""

from datetime import date
from pathlib import Path
from time import perf_counter

from sellerdesk.paths import DEFAULT_SHOP, store_of
from sellerdesk.store.database import opened
from sellerdesk.workflows.judged.today import load
from sellerdesk.workflows.returns.cost_parts import costs_of_order
from sellerdesk.workflows.returns.costs import total
from sellerdesk.workflows.shop.kept_returns import returns_of_order
from tests.conftest import Desk

DAY = date(2026, 11, 30)
HEAD_AND_ROWS = (
    "Order ID\tMerchant SKU\tReturn reason\tCategory\tReturn request date\tReturn delivery date\tReturn request status\tLabel to be paid by\tLabel cost\tIs prime\tOrder Amount\tReturn quantity",
    "249-1\tA\tCR-UNWANTED_ITEM\tToys\t2026-07-25\t2026-07-30\tApproved\tSeller\t600\tY\t2000\t1",
)


def test_every_return_of_the_demo_shop_costs_alone_what_it_costs_among_all(desk: Desk, tmp_path: Path) -> None:
    assert desk("import", "--demo", "--judge", "--as-of", DAY).status == 0
    store = store_of(DEFAULT_SHOP, tmp_path / "data")
    rows = load(store).returns
    assert sum(bool(row.cost) for row in rows) > 5
    with opened(store) as db:
        for row in rows:
            assert total(costs_of_order(db, row.order_id, DAY)).yen == (row.cost or 0), row.order_id


def test_the_cost_of_one_of_very_many_returns_is_there_at_once_and_the_same(desk: Desk, tmp_path: Path) -> None:
    *first, last = [*HEAD_AND_ROWS]
    older, newer = tmp_path / "older.txt", tmp_path / "newer.txt"
    rows = [last.replace("249-1", f"250-{number}") for number in range(8_000)]
    older.write_text("\n".join([*first, *rows, last.replace("600", "700")]) + "\n", encoding="utf-8")
    newer.write_text("\n".join([*first, *rows[:3], last]) + "\n", encoding="utf-8")
    for report in (older, newer):
        assert desk("import", report, "--judge", "--as-of", DAY).status == 0
    whole = {one["subject"]: one["borne"] for one in desk("returns", "--as-of", DAY, "--json").json["costs"]["returns"]}
    took = []
    with opened(store_of(DEFAULT_SHOP, tmp_path / "data")) as db:
        for order in ("249-1", "250-1", "250-7999", "250-1", "250-7999"):
            begun = perf_counter()
            (alone,) = costs_of_order(db, order, DAY)
            took.append(perf_counter() - begun)
            assert alone.borne.yen == whole[order]
        assert [item.label_cost for item in returns_of_order(db, "249-1")] == [600], "the newer report counts"
    assert min(took) < 0.033, "the window waits for it"


def test_a_label_that_was_taken_off_its_refund_costs_no_more_wherever_costs_stand(desk: Desk, tmp_path: Path) -> None:
    assert desk("import", "--demo", "--judge", "--as-of", DAY).status == 0
    store, order = store_of(DEFAULT_SHOP, tmp_path / "data"), "249-0000009-0000001"

    def costs() -> tuple[object, ...]:
        told = desk("returns", "--as-of", DAY, "--json").json["costs"]["returns"]
        with opened(store) as db:
            alone = total(costs_of_order(db, order, DAY)).yen
        row = next(row for row in load(store).returns if row.order_id == order)
        return next(one["borne"] for one in told if one["subject"] == order), alone, row.cost

    assert costs() == (784, 784, 784)
    for kind, left in (("claimed", 784), ("done", 44)):
        desk("decide", "returns.label-payer", order, kind)
        assert costs() == (left, left, left), kind
    desk("undo")
    assert costs() == (784, 784, 784)


def test_a_label_that_was_taken_costs_beside_all_else_that_a_return_costs(desk: Desk) -> None:
    assert desk("import", "--demo", "--judge", "--as-of", DAY).status == 0

    def borne() -> object:
        costs = desk("returns", "--as-of", DAY, "--json").json["costs"]["returns"]
        return next(one["borne"] for one in costs if one["subject"].endswith("-0000001"))

    assert borne() == 740 + 44, "the customer's label that the shop was charged, and the fee that the refund will cost"
    desk("account", "set", "handling_cost=150", "value_loss_percent=20")
    assert borne() == 740 + 44 + 150 + 596
