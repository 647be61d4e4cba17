"""Fees that Amazon charges or gives back by a row of their own after a refund: what a return costs, and what is more than the terms allow."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_charged import BACK, DAY, ORDER, SALE, cost, paid, shop
from tests.conftest import Desk
from tests.payments_maker import Amount, Row, settlement


def later(yen: int, kind: str = "Amazon手数料", text: str = "返金処理手数料", *, sku: str = "", day: int = 20) -> Row:
    """A row of a fee after the refund: below 0 it is charged."""
    return Row(f"2026-07-{day} 09:00:00", kind, {"other": yen}, ORDER, sku, text=text, quantity="")


def back(fee: int) -> Row:
    """The refund, with what came back of the fee of ¥214; ¥22 may be kept."""
    return BACK._replace(yen={**BACK.yen, "selling_fees": fee})


def of_fee(desk: Desk) -> dict[str, Any]:
    """What is said of the refund fee of the order."""
    found = desk("payments", "--as-of", DAY, "--all", "--json").json["findings"]
    return next(one for one in found if (one["rule"], one["subject"]) == ("payments.refund-fee", ORDER))


@pytest.mark.parametrize(
    ("kind", "text"), [("Amazon手数料", "返金処理手数料"), ("調整", "返金手数料"), ("その他", "販売手数料"), ("注文外料金", "返金手数料:")]
)
@pytest.mark.parametrize(("came_back", "charged", "kept", "beyond"), [(193, 100, 121, 99), (214, 21, 21, 0), (214, 214, 214, 192)])
def test_a_fee_that_is_charged_after_the_refund_is_kept_of_the_return(  # noqa: PLR0917 (cases)
    desk: Desk, tmp_path: Path, kind: str, text: str, came_back: int, charged: int, kept: int, beyond: int
) -> None:
    shop(desk, tmp_path, reason="CR-UNWANTED_ITEM", label="0")
    paid(desk, tmp_path, SALE, back(came_back), later(-charged, kind, text))
    assert cost(desk, tmp_path)["yen"] == kept
    found = of_fee(desk)
    assert (found["outcome"], f"¥{kept}" in found["text"]) == ("breach" if beyond else "ok", True)
    needs = {one["need"]: one.get("yen") for one in desk("today", "--as-of", DAY, "--json").json["needs"]}
    assert needs.get("payments_back", 0) == beyond


@pytest.mark.parametrize("sku", ["", "A-1"])
def test_a_fee_that_is_charged_and_given_back_costs_nothing_more(desk: Desk, tmp_path: Path, sku: str) -> None:
    shop(desk, tmp_path, reason="CR-UNWANTED_ITEM", label="0")
    paid(desk, tmp_path, SALE, back(193), later(-100, sku=sku), later(100, sku=sku, day=22))
    assert cost(desk, tmp_path)["yen"] == 21
    assert of_fee(desk)["outcome"] == "ok"


@pytest.mark.parametrize(("fee", "sku", "total"), [(-101, "", 143), (-101, "B-1", 143), (21, "", 21), (21, "A-1", 21), (42, "", 0)])
def test_a_later_fee_of_an_order_of_two_items_counts_once(desk: Desk, tmp_path: Path, fee: int, sku: str, total: int) -> None:
    shop(desk, tmp_path, reason="CR-UNWANTED_ITEM", label="0")
    file = tmp_path / "returns.txt"
    head, row = file.read_text(encoding="utf-8").replace("2200\t1\t", "4400\t2\t").splitlines()
    file.write_text("\n".join([head, row, row.replace("A-1", "B-1").replace("R1", "R2"), ""]), encoding="utf-8")
    desk("import", file)
    paid(desk, tmp_path, *(row._replace(sku=name) for row in (SALE, back(193)) for name in ("A-1", "B-1")), later(fee, sku=sku))
    (month,) = desk("returns", "--as-of", DAY, "--json").json["costs"]["by"]["month"]
    assert month["yen"] == total


def settled(desk: Desk, tmp_path: Path, *more: Amount) -> None:
    """The sale and its refund in a settlement, with ¥100 of the fee of ¥214 back."""
    sold, refunded = "2026-07-01 03:00:00", "2026-07-16 00:00:00"
    amounts = [
        Amount("Order", "ItemPrice", "Principal", 2_200, ORDER, "A-1", sold, "1"),
        Amount("Order", "ItemFees", "Commission", -214, ORDER, "A-1", sold),
        Amount("Refund", "ItemPrice", "Principal", -2_200, ORDER, "A-1", refunded),
        Amount("Refund", "ItemFees", "Commission", 100, ORDER, "A-1", refunded),
        *more,
    ]
    (tmp_path / "settled.txt").write_bytes(settlement("11", amounts))
    desk("import", tmp_path / "settled.txt")


@pytest.mark.parametrize(
    ("kind", "amount_type", "text"),
    [
        ("Overpaid Fees Adjustment", "", ""),
        ("Overpaid Fees Adjustment", "Overpaid Fees Adjustment", "Base fee"),
        ("other-transaction", "other-transaction", "Overpaid Fees Adjustment"),
        ("OverpaidFeesAdjustment", "other-transaction", "OverpaidFeesAdjustment"),
        ("other-transaction", "other-transaction", "CommissionCorrection"),
    ],
)
@pytest.mark.parametrize("sku", ["", "A-1"])
def test_fees_paid_too_much_that_come_back_are_of_the_fee_of_their_order(  # noqa: PLR0917 (cases)
    desk: Desk, tmp_path: Path, kind: str, amount_type: str, text: str, sku: str
) -> None:
    shop(desk, tmp_path, reason="CR-UNWANTED_ITEM", label="0")
    settled(desk, tmp_path, Amount(kind, amount_type, text, 93, ORDER, sku, "2026-07-20 00:00:00"))
    assert cost(desk, tmp_path)["yen"] == 21
    assert of_fee(desk)["outcome"] == "ok"
    assert not desk("payments", "--as-of", DAY, "--json").json["not_placed"]


def test_fees_paid_too_much_without_an_order_are_placed_and_of_none(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path, reason="CR-UNWANTED_ITEM", label="0")
    settled(desk, tmp_path, Amount("Overpaid Fees Adjustment", "", "", 93, at="2026-07-20 00:00:00"))
    assert cost(desk, tmp_path)["yen"] == 114
    assert of_fee(desk)["outcome"] == "breach"
    assert not desk("payments", "--as-of", DAY, "--json").json["not_placed"]
