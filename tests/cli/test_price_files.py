"""Price-and-quantity files in all their forms: what has no column is not known, and a percent makes points."""

from datetime import date
from pathlib import Path

import pytest

from sellerdesk.domain.facts import SkuFacts
from sellerdesk.workflows.shop.saved import load
from tests.conftest import Desk

LISTINGS = "出品者SKU\t商品名\t価格\t数量\tポイント\tステータス\nA-1\tタオル\t1980\t5\t40\tActive\nA-2\tかさ\t1980\t5\t10\tActive\nA-3\tくつ\t1020\t5\t1\tActive\n"
TEMPLATE = "TemplateType=PriceInventory\tVersion=2018.0924\n"


def audited(desk: Desk, folder: Path, uploaded: str) -> dict[str, tuple[object, object, str]]:
    """Price, points needed and outcome of every offer by the 2% rule, once a price file is uploaded."""
    listings, file = folder / "listings.txt", folder / "prices.txt"
    listings.write_bytes(LISTINGS.encode("cp932"))
    file.write_bytes(uploaded.encode("cp932"))
    answer = desk("audit", listings, "--as-uploaded", file, "--as-of", "2020-08-03", "--json", "--all")
    assert answer.status < 2, answer.err
    found = [one for one in answer.json["findings"] if one["rule"] == "points.two-percent"]
    return {one["subject"]: (one["facts"]["price"], one["facts"]["points"], one["outcome"]) for one in found}


@pytest.mark.parametrize("percent", ["2", "2%", "２％"])
def test_a_percent_makes_points_of_the_price(desk: Desk, tmp_path: Path, percent: str) -> None:
    text = TEMPLATE + "商品管理番号\t販売価格\tポイントパーセント\nsku\tprice\tstandard-price-points-percent\n"
    told = audited(desk, tmp_path, text + f"A-2\t1980\t{percent}\nA-3\t\t{percent}\n")
    assert told == {"A-1": (1980, 40, "ok"), "A-2": (1980, 40, "ok"), "A-3": (1020, 20, "check")}


def test_the_owners_reading_of_the_rounding_holds(desk: Desk, tmp_path: Path) -> None:
    desk("account", "reading", "AMB-13=down")
    told = audited(desk, tmp_path, TEMPLATE + "sku\tprice\tstandard-price-points-percent\nA-2\t1980\t2\n")
    assert told["A-2"][:2] == (1980, 39)


@pytest.mark.parametrize("percent", ["2.5", "101", "0.02", "x"])
def test_what_is_no_whole_percent_is_refused(desk: Desk, tmp_path: Path, percent: str) -> None:
    text = TEMPLATE + f"sku\tprice\tstandard-price-points-percent\nA-2\t1980\t{percent}\nA-1\t1980\t2\n"
    assert audited(desk, tmp_path, text)["A-2"] == (1980, 10, "breach")


@pytest.mark.parametrize(
    ("head", "row", "told"),
    [
        ("sku\tprice\tquantity", "A-2\t500\t3", (500, 10, "ok")), ("sku\tprice", "A-2\t500", (500, 10, "ok")),
        ("sku\tstandard-price-points", "A-2\t40", (1980, 40, "ok")), ("sku\tquantity", "A-2\t3", (1980, 10, "breach")),
        ("sku\tstandard-price-points\tprice", "A-2\t\t500", (500, 0, "breach")), ("商品管理番号\t販売価格", "A-2\t500", (500, 10, "ok")),
    ],
)  # fmt: skip
def test_a_sku_with_any_of_price_quantity_and_points_is_a_price_file(
    desk: Desk, tmp_path: Path, head: str, row: str, told: tuple[object, object, str]
) -> None:
    assert audited(desk, tmp_path, f"{TEMPLATE}{head}\n{row}\n")["A-2"] == told
    assert audited(desk, tmp_path, f"{head}\n{row}\n")["A-2"] == told


def test_a_price_file_without_restock_dates_leaves_those_that_are_known(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "prices.txt"
    file.write_text(TEMPLATE + "sku\tprice\tstandard-price-points\trestock-date\nA-2\t1980\t40\t2026-12-01\n", encoding="utf-8")
    desk("import", file)
    before = load(tmp_path / "data/shops/main.db")
    file.write_text(TEMPLATE + "sku\tprice\tquantity\nA-2\t1980\t4\n", encoding="utf-8")
    assert desk("import", file).status == 0
    after = load(tmp_path / "data/shops/main.db")
    assert before is not None
    assert after is not None
    assert before.restock == after.restock == {"A-2": SkuFacts(restock_date=date(2026, 12, 1))}


ORDERS = "order-id\torder-item-id\tpurchase-date\tpayments-date\tsku\tquantity-purchased{}\n249-0000001-0000001\t1\t2020-06-01\t2020-06-01\tA-1\t1{}\n"


@pytest.mark.parametrize(
    ("more", "cells"), [("", ""), ("\titem-price\tpayment-method", "\t1980\tVisa"), ("\tpromise-date", "\t2020-06-05")]
)
def test_an_order_report_without_ship_columns_is_not_taken_for_the_unshipped_orders(
    desk: Desk, tmp_path: Path, more: str, cells: str
) -> None:
    file = tmp_path / "orders.txt"
    file.write_text(ORDERS.format(more, cells), encoding="utf-8")
    told = desk("cashless", file, "--as-of", "2020-08-10", "--json", "--all").json
    assert told["source"]["kind"] == "orders"
    assert {one["facts"].get("state", one.get("state")) for one in told["findings"]} == {"check"}


@pytest.mark.parametrize("column", ["quantity-to-ship", "days-past-promise", "verge-of-lateShipment"])
def test_the_unshipped_orders_are_known_by_what_only_they_have(desk: Desk, tmp_path: Path, column: str) -> None:
    file = tmp_path / "orders.txt"
    file.write_text(ORDERS.format(f"\t{column}", "\t1"), encoding="utf-8")
    assert desk("cashless", file, "--as-of", "2020-08-10", "--json").json["source"]["kind"] == "unshipped_orders"
