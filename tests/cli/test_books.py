"""Payments for bookkeeping programs: every yen stands in a line, rates only where the report tells them, the documented columns."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellerdesk.workflows.payments.books import books, percent_of
from tests.conftest import Desk
from tests.payments_maker import Amount, Row, settlement, transactions
from tests.payments_shop import MONTHS, Maker

SALE = Row(
    "2026-07-01 12:00:00", "注文", {"product_sales": 1_000, "product_sales_tax": 100, "selling_fees": -110}, "250-1234567-1234567", "A"
)
FOOD = Row("2026-07-02 12:00:00", "注文", {"product_sales": 1_000, "product_sales_tax": 80}, "250-1234567-1234568", "B")
BARE = Row("2026-07-03 12:00:00", "注文", {"product_sales": 500}, "250-1234567-1234569", "C")
BACK = Row("2026-07-04 12:00:00", "返金", {"product_sales": -1_000, "product_sales_tax": -100}, "250-1234567-1234567", "A")
PAYOUT = Row("2026-07-05 12:00:00", "振込み", {"other": -900}, quantity="")
ODD = Row("2026-08-01 12:00:00", "知らない取引", {"other": -77}, text="知らない", quantity="")
ROWS = [SALE, FOOD, BARE, BACK, PAYOUT, ODD]


def made(desk: Desk, tmp_path: Path, form: str, *rows: Row) -> list[list[str]]:
    """The rows of the file in a form."""
    (tmp_path / "july.csv").write_bytes(transactions(rows or ROWS))
    out = tmp_path / f"{form}.csv"
    assert desk("export", "payments", tmp_path / "july.csv", "--form", form, "--out", out).status == 0
    return list(csv.reader(io.StringIO(out.read_bytes().decode("cp932" if form == "yayoi" else "utf-8-sig"))))


def test_every_yen_stands_in_one_line_of_its_month_kind_and_rate(desk: Desk, tmp_path: Path) -> None:
    head, *rows = made(desk, tmp_path, "csv")
    assert head == ["month", "kind", "tax rate (%)", "yen", "rows"]
    assert sum(int(row[3]) for row in rows) == sum(one.total for one in ROWS)
    told = {(row[0], row[2], int(row[3])) for row in rows}
    assert {
        ("2026-07", "10", 1_100),
        ("2026-07", "8", 1_080),
        ("2026-07", "", 500),
        ("2026-07", "10", -1_100),
        ("2026-08", "", -77),
    } <= told


def test_a_row_counts_once_in_its_line_as_payments_counts_it(desk: Desk, tmp_path: Path) -> None:
    ad = Row("2026-07-06 12:00:00", "注文外料金", {"other_fees": -1_000, "other": -100}, text="広告費用", quantity="")
    yen = {"product_sales": -1_000, "product_sales_tax": -100, "gift_wrap": -200, "gift_wrap_tax": -20}
    wrapped = Row("2026-07-07 12:00:00", "返金", yen, "250-1234567-1234570", "D")
    _head, *rows = made(desk, tmp_path, "csv", ad, wrapped, BACK)
    counted = {one["kind"]: one["rows"] for one in desk("payments", tmp_path / "july.csv", "--json").json["kinds"]}
    assert sorted((int(row[3]), int(row[4])) for row in rows) == [(-2_420, counted["refund_price"]), (-1_100, counted["advertising"])]
    assert (counted["refund_price"], counted["advertising"]) == (2, 1)


@pytest.mark.parametrize("number", range(8))
def test_made_shops_add_up(desk: Desk, tmp_path: Path, number: int) -> None:
    shop = Maker(number).make()
    _head, *rows = made(desk, tmp_path, "csv", *(row for month in MONTHS for row in shop.month(month)))
    assert sum(int(row[3]) for row in rows) == sum(one.total for one in shop.rows)


def test_freee_gets_its_titles_and_no_payout(desk: Desk, tmp_path: Path) -> None:
    head, *rows = made(desk, tmp_path, "freee")
    assert head[:10] == ["収支区分", "管理番号", "発生日", "決済期日", "取引先コード", "取引先", "勘定科目", "税区分", "金額", "税計算区分"]
    assert len(head) == 21
    told = {(row[0], row[2], row[6], row[7], row[8]) for row in rows}
    assert ("収入", "2026/07/31", "売上高", "課税売上10%", "1100") in told
    assert ("支出", "2026/07/31", "売上高", "課税売上10%", "1100") in told
    assert ("支出", "2026/08/31", "仮払金", "対象外", "77") in told
    assert "900" not in {row[8] for row in rows}
    assert any("税率不明" in row[11] for row in rows)


def test_yayoi_gets_25_columns_in_cp932_with_both_sides_alike(desk: Desk, tmp_path: Path) -> None:
    rows = made(desk, tmp_path, "yayoi")
    assert {len(row) for row in rows} == {25}
    assert {row[0] for row in rows} == {"2000"}
    assert all(row[8] == row[14] and int(row[8]) > 0 for row in rows)
    assert ["売掛金", "売上高", "課税売上込10%"] in [[row[4], row[10], row[13]] for row in rows]
    assert ["支払手数料", "売掛金"] in [[row[4], row[10]] for row in rows]


def test_it_says_how_many_rates_are_not_known_and_wants_a_csv(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "july.csv").write_bytes(transactions(ROWS))
    args = ("export", "payments", tmp_path / "july.csv", "--form", "freee", "--out")
    assert "of 3 the tax rate is not known" in desk(*args, tmp_path / "x.csv").err
    assert desk(*args, tmp_path / "x.xlsx").status == 2


@given(st.integers(1, 100_000), st.sampled_from([8, 10]), st.sampled_from([1, -1]))
def test_a_rate_is_told_from_price_and_tax_of_either_sign(price: int, percent: int, sign: int) -> None:
    tax = price * percent // 100
    found = percent_of(sign * price, sign * tax, 1)
    assert found in ({percent} if price > 100 else {8, 10, None})


def test_every_kind_has_an_account_or_goes_to_suspense() -> None:
    named = [kind for kinds in books().account.values() for kind in kinds]
    assert len(named) == len(set(named))
    assert "not_placed" not in named


def settled(desk: Desk, tmp_path: Path, form: str, *amounts: Amount) -> list[list[str]]:
    """The lines of a settlement in a form."""
    (tmp_path / "s.txt").write_bytes(settlement("11", amounts))
    assert desk("export", "payments", tmp_path / "s.txt", "--form", form, "--out", tmp_path / "s.csv").status == 0
    return list(csv.reader(io.StringIO((tmp_path / "s.csv").read_bytes().decode("utf-8-sig"))))[1:]


def test_the_rates_of_a_settlement_are_told_by_its_rows_of_tax(desk: Desk, tmp_path: Path) -> None:
    amounts = []
    for kind, sku, yen, tax in (
        ("Order", "A", 1_000, 100),
        ("Order", "B", 1_000, 80),
        ("Refund", "A", -1_000, -100),
        ("Order", "C", 500, 33),
    ):
        order = f"250-1234567-123456{sku}".replace("A", "1").replace("B", "2").replace("C", "3")
        amounts += [Amount(kind, "ItemPrice", "Principal", yen, order, sku), Amount(kind, "ItemPrice", "Tax", tax, order, sku)]
        amounts += [Amount(kind, "ItemFees", "Commission", -110, order, sku)]
    amounts += [Amount("Order", "ItemPrice", "Shipping", 400, amounts[0].order, "A"), Amount("Order", "ItemPrice", "ShippingTax", 40, amounts[0].order, "A"),
                Amount("Order", "Promotion", "Shipping", -400, amounts[0].order, "A"), Amount("Order", "Promotion", "TaxDiscount", -40, amounts[0].order, "A")]  # fmt: skip
    rows = settled(desk, tmp_path, "csv", *amounts)
    told = {(row[2], int(row[3])) for row in rows}
    assert {("10", 1_100), ("8", 1_080), ("10", -1_100), ("10", 440), ("10", -440)} <= told
    assert sum(int(row[3]) for row in rows) == sum(one.yen for one in amounts)
    assert sum(int(row[4]) for row in rows) == len(amounts)
    names = {row[7] for row in settled(desk, tmp_path, "freee", *amounts)}
    assert {"課税売上10%", "課税売上8%（軽）"} <= names


def test_lines_that_no_program_gets_are_not_said_to_be_written(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "july.csv").write_bytes(transactions(ROWS))
    for form, count in (("freee", len(made(desk, tmp_path, "freee")) - 1), ("yayoi", len(made(desk, tmp_path, "yayoi")))):
        assert (
            f"Lines written: {count};" in desk("export", "payments", tmp_path / "july.csv", "--form", form, "--out", tmp_path / "x.csv").err
        )


@pytest.mark.parametrize("form", ["csv", "freee", "yayoi"])
def test_one_month_alone_can_be_booked(desk: Desk, tmp_path: Path, form: str) -> None:
    (tmp_path / "july.csv").write_bytes(transactions(ROWS))
    out, asked = tmp_path / "out.csv", ("export", "payments", tmp_path / "july.csv", "--form", form, "--month")
    assert desk(*asked, "2026-08", "--out", out).status == 0
    text = out.read_bytes().decode("cp932" if form == "yayoi" else "utf-8-sig")
    assert "77" in text
    assert "2026-07" not in text.replace("/", "-")
    answer = desk(*asked, "2026-09", "--out", out)
    assert (answer.status, "2026-07" in answer.err) == (2, True)
    assert desk("export", "payments", tmp_path / "july.csv", "--month", "2026-07", "--out", out).status == 2


def test_a_file_for_a_program_has_the_encoding_of_that_program(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "july.csv").write_bytes(transactions(ROWS))
    answer = desk("export", "payments", tmp_path / "july.csv", "--form", "freee", "--encoding", "cp932", "--out", tmp_path / "x.csv")
    assert answer.status == 2
    assert "--encoding" in answer.err
    assert "--form" in answer.err


def test_a_suspense_account_has_no_tax_and_our_own_titles_are_of_the_language(desk: Desk, tmp_path: Path) -> None:
    paid = Row("2026-07-08 12:00:00", "注文", {"product_sales": 1_000, "product_sales_tax": 100, "other": -30}, "250-1234567-1234571", "A")
    odd = Row(
        "2026-07-09 12:00:00", "A-to-z保証による返金", {"product_sales": -1_000, "product_sales_tax": -100}, "250-1234567-1234571", "A"
    )
    for form, account, tax in (("freee", 6, 7), ("yayoi", 4, 7)):
        rows = made(desk, tmp_path, form, paid, odd)
        suspense = [row for row in rows if row[account] in ("仮払金", "仮受金")]
        assert suspense
        assert {row[tax] for row in suspense} == {"対象外"}
    out = tmp_path / "own.csv"
    desk("export", "payments", tmp_path / "july.csv", "--form", "csv", "--out", out, lang="ja")
    assert out.read_text("utf-8-sig").splitlines()[0] == "月,内訳,税率(%),金額(円),行数"
