"""The same orders under another settlement's number, or under none: both count, and it is said where they stand."""

from functools import partial
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.conftest import Desk
from tests.payments_maker import Amount, Row, settlement, transactions

ORDER, OTHER = "250-1234567-1234561", "250-1234567-1234562"
SALES = [
    Row("2026-09-01 11:00:00", "注文", {"product_sales": 3_000, "selling_fees": -450}, ORDER, "K-1", "本", settlement="999"),
    Row("2026-09-02 11:00:00", "注文", {"product_sales": 2_000, "selling_fees": -300}, OTHER, "K-2", "本", settlement="999"),
]
AMOUNTS = [
    Amount("Order", "ItemPrice", "Principal", 3_000, ORDER, "K-1", "2026/09/01 02:00:00 UTC", "1"),
    Amount("Order", "ItemFees", "Commission", -450, ORDER, "K-1", "2026/09/01 02:00:00 UTC"),
    Amount("Order", "ItemPrice", "Principal", 2_000, OTHER, "K-2", "2026/09/02 02:00:00 UTC", "1"),
    Amount("Order", "ItemFees", "Commission", -300, OTHER, "K-2", "2026/09/02 02:00:00 UTC"),
]


def reports(folder: Path, number: str = "11111000001") -> tuple[Path, Path]:
    """A month of transactions under the settlement 999, and the report of a settlement with the same orders."""
    (listed := folder / "september.csv").write_bytes(transactions(SALES))
    (settled := folder / "settled.txt").write_bytes(settlement(number, AMOUNTS))
    return listed, settled


def test_the_same_orders_under_another_number_are_named_where_files_are_read(desk: Desk, tmp_path: Path) -> None:
    listed, settled = reports(tmp_path)
    told = desk("payments", listed, settled, "--json").json
    assert told["total"] == 2 * 4_250, "both may be true: none is dropped"
    assert [file["elsewhere"] for file in told["files"]] == [[], [{"file": "september.csv", "rows": 4}]]
    out = desk("payments", listed, settled, lang="en").out
    assert "settled.txt: 4 rows also stand in september.csv under another settlement number, or under none" in out
    assert "may count them twice" in out
    assert "settled.txt の4行は" in desk("payments", listed, settled, lang="ja").out


def test_the_same_number_is_counted_once_and_nothing_is_said(desk: Desk, tmp_path: Path) -> None:
    told = desk("payments", *reports(tmp_path, "999"), "--json").json
    assert told["total"] == 4_250
    assert [file["elsewhere"] for file in told["files"]] == [[], []]


@pytest.mark.parametrize("order", [1, -1])
def test_an_import_says_so_and_the_saved_payments_do_until_one_is_taken_away(desk: Desk, tmp_path: Path, order: int) -> None:
    first, second = reports(tmp_path)[::order]
    assert "elsewhere" not in desk("import", first, "--json").json
    answer = desk("import", second, "--json").json
    rows = 4 if order == 1 else 2
    assert [(one["file"], one["rows"]) for one in answer["elsewhere"]] == [(first.name, rows)]
    desk("imports", "remove", "2")
    said = desk("import", second, lang="en").out
    assert f"{second.name}: {rows} rows also stand in {first.name}" in said
    number = desk("imports", "--json").json["imports"][-1]["number"]
    mend = f"take one of the two imports away ({second.name} is number {number})."
    assert mend in said
    assert mend in desk("payments", lang="en").out
    assert "may count them twice" in desk("export", "payments", "--out", tmp_path / "x.csv", lang="en").err
    desk("imports", "remove", str(number))
    assert "count them twice" not in desk("payments", lang="en").out


def test_two_parcels_of_one_order_that_a_file_has_under_both_numbers_are_two_payments(desk: Desk, tmp_path: Path) -> None:
    twins = [SALES[0], SALES[0]._replace(at="2026-09-01 18:00:00", settlement="888")]
    (listed := tmp_path / "september.csv").write_bytes(transactions(twins))
    (settled := tmp_path / "settled.txt").write_bytes(settlement("888", AMOUNTS[:2]))
    told = desk("payments", listed, settled, "--json").json
    assert told["total"] == 2 * 2_550
    assert [file["elsewhere"] for file in told["files"]] == [[], []]


def test_claims_that_may_be_of_rows_counted_twice_say_so_one_by_one_and_in_their_sum(desk: Desk, tmp_path: Path) -> None:
    amount = partial(Amount, order=ORDER, sku="K-1", at="2026/09/03 02:00:00 UTC")
    back = Row("2026-09-03 11:00:00", "返金", {"product_sales": -3_000, "selling_fees": 300}, ORDER, "K-1", "本", settlement="999")
    sound = back._replace(order=OTHER, sku="K-2", yen={"product_sales": -2_000, "selling_fees": 100})
    settled = [*AMOUNTS[:2], amount("Refund", "ItemPrice", "Principal", -3_000), amount("Refund", "ItemFees", "Commission", 300)]
    (tmp_path / "september.csv").write_bytes(transactions([*SALES, back, sound]))
    (tmp_path / "settled.txt").write_bytes(settlement("11111000001", settled))
    for name in ("september.csv", "settled.txt"):
        desk("import", tmp_path / name)
    answer = desk("export", "payment-claims", "--as-of", "2026-09-25", "--out", tmp_path / "claims.xlsx", lang="en")
    assert "settled.txt: 4 rows also stand in september.csv" in answer.err
    book = CalamineWorkbook.from_path(tmp_path / "claims.xlsx")
    claims, notes = (book.get_sheet_by_index(place).to_python() for place in (0, 3))
    assert [(row[0], row[3], "may count twice" in str(row[5])) for row in claims if row[0] in (ORDER, OTHER)] == [
        (ORDER, 210, True),
        (OTHER, 170, False),
    ]
    assert "¥210 of it may count twice" in str(claims[-1])
    assert "settled.txt: 4 rows also stand in september.csv" in str(notes)
    assert "count these yen twice" in desk("today", "--as-of", "2026-09-25", lang="en").out
    desk("imports", "remove", "2")
    assert "count these yen twice" not in desk("today", "--as-of", "2026-09-25", lang="en").out
