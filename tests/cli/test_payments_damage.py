"""What a spreadsheet did to order numbers and SKUs of payment reports: the yen count, nothing is judged by what is gone, and it is said."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sellerdesk.domain.payment import COLUMNS, Payment
from sellerdesk.rules.payments.once import rows_once
from sellerdesk.workflows.payment_kinds import places
from tests.conftest import Desk
from tests.payments_maker import Amount, Row, settlement, transactions
from tests.payments_shop import REPORT

LOST = "2.50E+16"
ORDERS = [f"250-1234567-123456{number}" for number in range(4)]
YEN = {"product_sales": 3_000, "points": -66, "selling_fees": -450}
BACK = {"product_sales": -3_000, "selling_fees": 405}
SALES = [Row(f"2026-07-0{1 + number // 2} 10:00:00", "注文", YEN, order, "HOME-1", "本") for number, order in enumerate(ORDERS)]
REFUND = Row("2026-07-05 10:00:00", "返金", BACK, ORDERS[0], "HOME-1", "本")
ROWS = [*SALES, REFUND]
FEE = Row("2026-08-15 00:00:00", "注文外料金", {"other": -4_900}, text="月額登録料", quantity="")
TOTAL = sum(row.total for row in ROWS)
LISTED = "出品者SKU\t商品名\t価格\tポイント\tフルフィルメント・チャンネル\tステータス\n"


def report(folder: Path, name: str, rows: list[Row], *, lang: str = "ja", columns: int = 30) -> Path:
    """A file of transactions."""
    (file := folder / name).write_bytes(transactions(rows, lang, columns))
    return file


def without_orders(rows: list[Row], lost: str = LOST) -> list[Row]:
    """Rows as a spreadsheet leaves them."""
    return [row._replace(order=lost) for row in rows]


def listings(folder: Path, *skus: str) -> Path:
    """A listings report."""
    (file := folder / "listings.txt").write_text(LISTED + "".join(f"{sku}\t靴\t3000\t33\tDEFAULT\tActive\n" for sku in skus), "utf-8")
    return file


@pytest.mark.parametrize(("lang", "columns"), [("ja", 30), ("ja", 28), ("en", 30), ("en", 28)])
@pytest.mark.parametrize("lost", [LOST, "#N/A", "２．５０Ｅ＋１６"])
def test_rows_without_their_order_count_and_nothing_is_judged_of_them(
    desk: Desk, tmp_path: Path, lang: str, columns: int, lost: str
) -> None:
    file = report(tmp_path, "july.csv", without_orders(ROWS, lost), lang=lang, columns=columns)
    told = desk("payments", file, "--by", "order", "--as-of", "2026-08-20", "--json", "--all")
    assert (told.status, told.json["rows"], told.json["total"]) == (1, 5, TOTAL)
    assert told.json["placed"] + told.json["not_placed"] == TOTAL
    assert [one["key"] for one in told.json["groups"]] == [""]
    assert told.json["findings"] == []
    assert told.json["files"][0]["mended_text"][0]["count"] == 5
    out = desk("payments", file).out
    assert "In 5 rows a spreadsheet made something else of the order number" in out
    assert "open it here without a spreadsheet program in between" in out


def test_it_is_said_before_and_after_the_import_until_the_sound_file_is_there(desk: Desk, tmp_path: Path) -> None:
    bad, sound = report(tmp_path, "bad.csv", without_orders(ROWS)), report(tmp_path, "sound.csv", ROWS)
    looked = desk("import", bad, "--compare", "--json").json
    assert any("In 5 rows a spreadsheet made something else of the order number" in sentence for sentence in looked["said"])
    done = desk("import", bad, lang="ja")
    assert (done.status, "2.50E+16" in done.out) == (1, True)
    assert "表計算ソフトで開かずに" in desk("payments", lang="ja").out
    note = desk("export", "payments", "--by", "sku", "--out", tmp_path / "sums.xlsx")
    assert note.status == 0, note.err
    desk("import", sound)
    told = desk("payments", "--as-of", "2026-08-20", "--json")
    assert (told.json["rows"], told.json["total"]) == (5, TOTAL)
    assert told.json["unneeded"] == [{"file": "bad.csv", "whole_in": "sound.csv"}]
    out = desk("payments").out
    assert "made something else" not in out
    assert "bad.csv” has rows that could not be read" in out


def returned(folder: Path, sku: str) -> Path:
    """The returns report of an item of the first order, which arrived on 4 July."""
    cells = {"Order ID": ORDERS[0], "Order date": "2026/07/01", "Return request date": "2026/07/03", "Return request status": "Approved",
             "Label type": "AmazonUnPaidLabel", "Merchant SKU": sku, "Return quantity": "1", "Return Reason": "CR-UNWANTED_ITEM",
             "In policy": "Y", "Return delivery date": "2026/07/04", "Order Amount": "3000", "Order quantity": "1", "Is prime": "Y"}  # fmt: skip
    titles = REPORT.split("|")
    lines = ["\t".join(titles), "\t".join(cells.get(title, "") for title in titles)]
    (file := folder / "returns.txt").write_text("".join(line + "\n" for line in lines), "utf-8")
    return file


def test_a_refund_that_may_be_in_a_row_without_order_is_not_found_lacking(desk: Desk, tmp_path: Path) -> None:
    rows = [SALES[0], REFUND._replace(order=LOST), SALES[1]]
    returns = returned(tmp_path, "HOME-1")

    def unrefunded(*rows: Row) -> set[str]:
        file = report(tmp_path, "july.csv", [*rows, FEE])
        found = desk("payments", file, "--returns", returns, "--as-of", "2026-08-20", "--json", "--all").json["findings"]
        return {one["outcome"] for one in found if one["rule"] == "payments.return-without-refund"}

    assert unrefunded(SALES[0], SALES[1]) == {"breach"}, "without damage it is one"
    assert unrefunded(*rows) == {"check"}


@pytest.mark.parametrize("of_report", [True, False])
def test_a_whole_settlement_is_counted_once_beside_transactions(desk: Desk, tmp_path: Path, *, of_report: bool) -> None:
    amounts = amounts_of(SALES)
    if of_report:
        amounts = [amount._replace(order=LOST) for amount in amounts]
    (first := tmp_path / "settlement.txt").write_bytes(settlement("12345678901", amounts))
    second = report(tmp_path, "july.csv", SALES if of_report else without_orders(SALES))
    told = desk("payments", first, second, "--json").json
    assert told["total"] == sum(row.total for row in SALES)
    assert [one for one in told["findings"] if one["rule"] == "payments.reports-differ"] == []


def test_a_damaged_sku_counts_and_is_judged_by_no_sku(desk: Desk, tmp_path: Path) -> None:
    desk("import", listings(tmp_path, "4901234567894", "00123", "HOME-1", "HOME-2"))
    rows = [row._replace(sku=sku) for row, sku in zip(SALES, ("4.90123E+12", "123", "HOME-2", "HOME-1"), strict=True)]
    file = report(tmp_path, "july.csv", rows)
    told = desk("payments", file, "--as-of", "2026-08-20", "--json", "--all")
    assert (told.json["total"], told.status) == (sum(row.total for row in rows), 1)
    assert {one["subject"] for one in told.json["findings"] if one["rule"] == "payments.points"} == {"HOME-1", "HOME-2"}
    assert [(one["kind"], one["count"]) for one in told.json["files"][0]["mended_text"]] == [("skus", 1), ("zeros", 1)]
    out = desk("import", file).out
    assert "In 1 row a spreadsheet made something else of the SKU" in out
    assert "In 1 row the SKU matches the listings once zeros are put before it" in out


def test_a_refund_of_a_damaged_sku_is_no_refund_of_another_item(desk: Desk, tmp_path: Path) -> None:
    rows = [*(row._replace(sku="4.90123E+12") for row in (SALES[0], REFUND)), FEE]
    returns = returned(tmp_path, "4901234567894")
    told = desk("payments", report(tmp_path, "july.csv", rows), "--returns", returns, "--as-of", "2026-08-20", "--json").json
    assert {one["rule"] for one in told["findings"] if one["outcome"] in ("breach", "check") and not one.get("missing")} == set()
    assert {one["subject"] for one in told["findings"]} == {ORDERS[0]}


def test_a_number_wrapped_in_a_formula_is_the_number(desk: Desk, tmp_path: Path) -> None:
    rows = [row._replace(order=f'="{row.order}"', sku='="00123"') for row in SALES]
    told = desk("payments", report(tmp_path, "july.csv", rows), "--by", "order", "--json").json
    assert [one["key"] for one in told["groups"]] == ORDERS
    assert "mended_text" not in told["files"][0]


AMOUNTS = tuple({**dict.fromkeys(COLUMNS, 0), **YEN}[name] for name in COLUMNS)
sound_rows = st.lists(st.builds(lambda day, order, sku: Payment(
    0, f"2026-07-0{day} 10:00:00", "注文", ORDERS[order], sku, "本", AMOUNTS, sum(AMOUNTS), 1), st.integers(1, 2), st.integers(0, 3),
    st.sampled_from(["A", "B", "0012"])), max_size=8)  # fmt: skip


def damaged(row: Payment, number: int) -> Payment:
    """A row without its order, its SKU, or the zeros of this, without its seconds, or several of these."""
    row = replace(row, at=row.at[: 16 if number & 8 else 19])
    sku = row.sku.lstrip("0") if number & 4 else row.sku
    return replace(row, order_id=LOST if number & 1 else row.order_id, sku="4.90123E+12" if number & 2 else sku)


@given(sound_rows, st.lists(st.integers(0, 15), min_size=8, max_size=8))
def test_the_same_month_counts_once_whatever_a_spreadsheet_did_to_it(rows: list[Payment], how: list[int]) -> None:
    bad = [damaged(row, number) for row, number in zip(rows, how, strict=False)]
    for files in ([bad], [bad, bad], [rows, bad], [bad, rows], [bad, rows, bad]):
        assert len(rows_once(files, places()).payments) == len(rows)
    assert {*rows_once([bad, rows], places()).payments} == {*rows}


@given(sound_rows)
def test_a_month_that_tells_days_alone_is_the_month_that_tells_times(rows: list[Payment]) -> None:
    bare = [replace(row, at=f"{row.at[:10]} 00:00:00") for row in rows]
    for files in ([rows, bare], [bare, rows], [bare, bare, rows]):
        assert len(rows_once(files, places()).payments) == (len(rows) if len(rows) > 1 else len(rows) * 2)
    if len(rows) > 1:
        assert {*rows_once([bare, rows], places()).payments} == {*rows}


def amounts_of(rows: list[Row]) -> list[Amount]:
    """The amounts of sales as their settlement tells them."""
    told = (("ItemPrice", "Principal", 3_000), ("ItemFees", "Commission", -450), ("Points", "CostOfPointsGranted", -66))
    return [Amount("Order", kind, text, yen, row.order, "HOME-1") for row in rows for kind, text, yen in told]


def test_a_payout_counts_once_in_a_month_without_times_whose_sales_a_settlement_tells(desk: Desk, tmp_path: Path) -> None:
    rows = [*SALES, Row("2026-07-31 10:00:00", "振込み", {"other": -9_000}, quantity="")]
    files = [report(tmp_path, "july.csv", rows), report(tmp_path, "days.csv", [row._replace(at=f"{row.at[:10]} 00:00:00") for row in rows])]
    (tmp_path / "settlement.txt").write_bytes(settlement("12345678901", amounts_of(SALES)))
    for some in (files, files[::-1]):
        assert desk("payments", *some, tmp_path / "settlement.txt", "--json").json["total"] == sum(row.total for row in rows)
