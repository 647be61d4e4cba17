"""What was refunded by the owner's word: judged at once, taken back, and set aside by the report that tells it later."""

from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.conftest import Desk
from tests.payments_maker import Row, transactions

DAY = "2020-08-03"
HEAD = "Order ID|Return request date|Return request status|Label cost|Label to be paid by|Merchant SKU|Return reason|Return delivery date|Order Amount|Category|Is prime|Order quantity|Return quantity|Refunded Amount"
ROW = "{order}|{day}-Jul-2020|Approved|600|Seller|{sku}|CR-UNWANTED_ITEM|30-Jul-2020|2000|Toys|Y|1|1|{refunded}"

CHARGED_SHOP_REFUND_UNKNOWN, CHARGED_SHOP_TAKE_OFF = "is not in the report", "not refunded yet"
CHARGED_SHOP, RECOVERED = "stays charged to your shop", "nothing is left to claim"
"""Words of the label audit."""


def report(folder: Path, *rows: tuple[str, str, str]) -> Path:
    """A returns report of orders, SKUs and refunds; a row that stands again was requested a day later."""
    file = folder / f"returns-{abs(hash(rows))}.txt"
    lines = [
        HEAD,
        *(ROW.format(order=row[0], day=20 + rows[:place].count(row), sku=row[1], refunded=row[2]) for place, row in enumerate(rows)),
    ]
    file.write_text("".join(line.replace("|", "\t") + "\r\n" for line in lines), encoding="cp932")
    return file


@pytest.fixture
def saved(desk: Desk, tmp_path: Path) -> Desk:
    """A desk with returns whose refund the report leaves open: one alone, two SKUs of an order, twice one SKU, and one told."""
    rows = ("249-1", "A", ""), ("249-2", "B", ""), ("249-2", "C", ""), ("249-3", "D", ""), ("249-3", "D", ""), ("249-4", "E", "2000")
    assert desk("import", report(tmp_path, *rows)).status == 0
    return desk


def label(desk: Desk, order: str) -> str:
    """What the label audit says of an order."""
    found = desk("returns", "--as-of", DAY, "--all", "--json", "--lang", "en").json["findings"]
    return next(str(one["text"]) for one in found if (one["rule"], one["subject"]) == ("returns.label-payer", order))


def waits(desk: Desk) -> int:
    """How many orders wait for their refund to be told."""
    missing = desk("returns", "--as-of", DAY, "--json").json["missing"]
    return next((int(one["records"]) for one in missing if one["fact"] == "refunded"), 0)


def test_a_refund_that_is_told_is_judged_by_and_undone(saved: Desk) -> None:
    before = waits(saved)
    assert CHARGED_SHOP_REFUND_UNKNOWN in label(saved, "249-1")
    assert saved("refund", "249-1", "1,400円", "--json").json["refunds"] == [{"order_id": "249-1", "sku": "A", "refunded": 1400}]
    assert RECOVERED in label(saved, "249-1")
    assert waits(saved) == before - 1
    assert "返金額を入力した" in saved("history", "--lang", "ja").out
    assert saved("undo").status == 0
    assert CHARGED_SHOP_REFUND_UNKNOWN in label(saved, "249-1")
    assert saved("redo").status == 0
    assert RECOVERED in label(saved, "249-1")
    assert saved("refund", "249-1", "none", "--json").json["refunds"] == []
    assert CHARGED_SHOP_REFUND_UNKNOWN in label(saved, "249-1")


def test_nothing_refunded_yet_is_an_answer(saved: Desk) -> None:
    assert saved("refund", "249-1", "0").status == 0
    assert CHARGED_SHOP_TAKE_OFF in label(saved, "249-1")
    assert "249-1" in [one["order_id"] for one in saved("returns", "--as-of", DAY, "--json").json["deadlines"]]


def test_a_full_refund_takes_the_return_off_the_board_and_the_claim_pack_says_whose_word_it_is(saved: Desk, tmp_path: Path) -> None:
    assert saved("refund", "249-1", "2000").status == 0
    assert CHARGED_SHOP in label(saved, "249-1")
    assert "249-1" not in [one["order_id"] for one in saved("returns", "--as-of", DAY, "--json").json["deadlines"]]
    assert saved("export", "claim-pack", "--as-of", DAY, "--lang", "ja", "--out", tmp_path / "claims.xlsx").status == 0
    rows = CalamineWorkbook.from_path(tmp_path / "claims.xlsx").get_sheet_by_index(0).to_python()
    said = {str(cell): " ".join(map(str, row)) for row in rows for cell in row if str(cell).startswith("249-")}
    assert "返金額 2,000円はお店の入力です" in said["249-1"]
    assert "お店の入力です" not in said["249-4"]


def test_a_report_that_tells_the_refund_later_wins_and_says_where_they_differ(saved: Desk, tmp_path: Path) -> None:
    saved("refund", "249-1", "1400")
    saved("refund", "249-2", "2000", "--sku", "B")
    assert saved("import", report(tmp_path, ("249-1", "A", "2000"), ("249-2", "B", "2000"), ("249-2", "C", ""))).status == 0
    answer = saved("returns", "--as-of", DAY, "--json").json
    assert answer["refunds_differ"] == [{"order_id": "249-1", "sku": "A", "told": 1400, "reported": 2000, "source": "returns"}]
    assert CHARGED_SHOP in label(saved, "249-1")
    assert "入力した返金額は1,400円、返品レポートでは2,000円です" in saved("returns", "--as-of", DAY, "--lang", "ja").out


def test_a_refund_of_an_unknown_day_asks_for_the_report_that_tells_it(saved: Desk) -> None:
    found = saved("returns", "--as-of", "2020-08-20", "--all", "--json", "--lang", "en").json["findings"]
    late = next(one for one in found if (one["rule"], one["subject"]) == ("returns.refund-deadline", "249-4"))
    assert late["missing"] == ["refunded_on"]
    assert late["fix"].startswith("Open the payment report of the month of the refund")


@pytest.mark.parametrize(
    "words",
    [("249-2", "1000"), ("249-3", "1000"), ("249-4", "1000"), ("249-9", "1000"), ("249-1", "-5"), ("249-1", "12x"), ("249-1", "9" * 12)],
)
def test_what_cannot_be_told_is_refused_in_one_sentence(saved: Desk, words: tuple[str, str]) -> None:
    answer = saved("refund", *words)
    assert (answer.status, len(answer.err.strip().splitlines())) == (2, 1)
    assert saved("refund", "--json").json["refunds"] == []


def test_of_several_items_of_an_order_the_sku_says_which(saved: Desk) -> None:
    assert saved("refund", "249-2", "2000", "--sku", "C", "--json").json["refunds"] == [{"order_id": "249-2", "sku": "C", "refunded": 2000}]


def overdue(desk: Desk) -> int:
    """How many returns `today` says are past their refund deadline."""
    needs = desk("today", "--as-of", "2020-08-20", "--json").json["needs"]
    return sum(need["count"] for need in needs if need["need"] == "refunds_overdue")


def test_a_refund_that_payment_reports_hold_is_not_asked_for_again(saved: Desk, tmp_path: Path) -> None:
    before = overdue(saved)
    paid = tmp_path / "payments.csv"
    rows = [
        Row("2020-07-15 12:00:00", "注文", {"product_sales": 2000}, order="249-1", sku="A", text="本"),
        Row("2020-08-02 12:00:00", "返金", {"product_sales": -2000}, order="249-1", sku="A", text="本"),
    ]
    paid.write_bytes(transactions(rows))
    assert saved("import", paid).status == 0
    assert overdue(saved) == before - 1
    findings = saved("returns", "--as-of", "2020-08-20", "--all", "--json", "--lang", "en").json["findings"]
    told = {one["subject"]: one["outcome"] for one in findings if one["rule"] == "returns.refund-deadline"}
    assert told["249-1"] == "ok"
    calendar = tmp_path / "due.ics"
    saved("export", "returns-deadlines", "--as-of", "2020-08-20", "--out", calendar)
    assert "249-1" not in calendar.read_text("utf-8")
    assert "249-2" in calendar.read_text("utf-8")


@pytest.mark.parametrize(("refunded", "outcome"), [("0", "breach"), ("", "check")])
def test_today_calls_late_what_the_report_itself_says_is_late_and_counts_the_days(
    desk: Desk, tmp_path: Path, refunded: str, outcome: str
) -> None:
    desk("import", report(tmp_path, ("249-1", "A", refunded)), "--judge", "--as-of", "2020-08-06")
    answer = desk("today", "--as-of", "2020-08-06", "--json", lang="en")
    (need,) = [one for one in answer.json["needs"] if one["need"] == "refunds_overdue"]
    assert (need["outcome"], need["count"], need["left"]) == (outcome, 1, -3)
    assert "(the earliest is 3 days overdue)" in desk("today", "--as-of", "2020-08-06", lang="en").out
