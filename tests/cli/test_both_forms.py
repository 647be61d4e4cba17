"""A settlement V2 and transactions that tell the same orders lead to the same answers, order by order."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Desk
from tests.payments_forms import CATEGORIES, OrderMaker, amounts, returned
from tests.payments_maker import Row, settlement, transactions

AS_OF = ("--as-of", "2026-09-05")
REASONS = ("CR-UNWANTED_ITEM", "CR-DEFECTIVE")
AROUND = [Row(f"2026-{month}-15 12:00:00", "注文", {"product_sales": 900}, f"250-9999999-00000{month}", "Z-9") for month in ("06", "08")]
"""Sales of the months on both sides, so that none is lacking."""


def split(form: str, rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """The rows that a settlement tells, and those that transactions tell."""
    sales, others = [row for row in rows if row.kind == "注文"], [row for row in rows if row.kind != "注文"]
    return {"settlement": ([*rows], []), "sales_settled": (sales, others), "sales_listed": (others, sales)}[form]


def told(desk: Desk, folder: Path, listed: Sequence[Row], settled: Sequence[Row], orders: Sequence[Sequence[Row]]) -> dict[str, Any]:
    """What payments and returns say of every order, and what each return costs."""
    folder.mkdir()
    ask = partial(desk, "--data", folder / "data")
    for sku, category in CATEGORIES.items():
        ask("facts", "set", sku, f"category={category}")
    (folder / "listed.csv").write_bytes(transactions([*AROUND, *listed]))
    (folder / "settled.txt").write_bytes(settlement("77700000001", amounts(settled)))
    rows = [row for place, order in enumerate(orders) for row in returned(order, REASONS[place % 2])]
    lines = ["\t".join(rows[0]), *("\t".join(row.values()) for row in rows)]
    (folder / "returns.txt").write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    for name in ("listed.csv", *(["settled.txt"] if settled else []), "returns.txt"):
        assert ask("import", folder / name).status == 0, name
    payments, returns = ask("payments", *AS_OF, "--json").json, ask("returns", *AS_OF, "--json").json
    findings = [
        (one["rule"], one["subject"], one["outcome"], one["text"])
        for report in (payments, returns)
        for one in report["findings"]
        if one["subject"].startswith("250-1234567")
    ]
    costs = [(one["subject"], one["sku"], one["borne"]) for one in returns["costs"]["returns"]]
    return {"findings": sorted(findings), "costs": sorted(costs, key=str), "deadlines": returns["deadlines"]}


@pytest.mark.parametrize("form", ["settlement", "sales_settled", "sales_listed"])
@pytest.mark.parametrize("number", range(3))
def test_both_forms_of_an_order_say_the_same(desk: Desk, tmp_path: Path, number: int, form: str) -> None:
    orders = OrderMaker(number).orders(40)
    rows = [row for order in orders for row in order]
    settled, listed = split(form, rows)
    assert told(desk, tmp_path / form, listed, settled, orders) == told(desk, tmp_path / "listed", rows, [], orders)
