"""Returns reports that are opened month by month: they add up, each order by the newest that names it, and payments know all of them."""

import os
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from sellerdesk.paths import DEFAULT_SHOP, store_of
from sellerdesk.workflows.judged.state import State, contents
from tests.conftest import Desk
from tests.payments_maker import Row, transactions

DAY = "2026-11-30"
HEAD = (
    "Order ID|Return request date|Return request status|Amazon RMA ID|Label type|Label cost|Currency code|Label to be paid by|Is prime|"
    "Merchant SKU|Return quantity|Return reason|Return delivery date|Order Amount|Order quantity|Refunded Amount|Category"
)
ROW = "{order}|{day}|Approved|D{order}|AmazonPrePaidLabel|{label}|JPY|{payer}|Y|S-1|1|CR-UNWANTED_ITEM|{arrived}|3300|1|3300|Toys"
ONE, TWO, THREE = "250-1000001-7000001", "250-1000002-7000002", "250-1000003-7000003"
"""Orders of August, of both reports, and of October."""


def row(order: str, day: str = "2026-08-05", label: str = "600", payer: str = "Seller", arrived: str = "2026-08-10") -> str:
    """A row of a returns report."""
    return ROW.format(order=order, day=day, label=label, payer=payer, arrived=arrived)


def report(folder: Path, name: str, *rows: str) -> Path:
    """A returns report."""
    file = folder / name
    file.write_text("".join(line.replace("|", "\t") + "\r\n" for line in (HEAD, *rows)), encoding="cp932")
    return file


@pytest.fixture
def august(tmp_path: Path) -> Path:
    """The report of August."""
    return report(tmp_path, "august.txt", row(ONE), row(TWO, label="500"))


@pytest.fixture
def october(tmp_path: Path) -> Path:
    """The report of October, in which an order of August stands anew."""
    return report(tmp_path, "october.txt", row(TWO, label="700"), row(THREE, "2026-10-05", arrived="2026-10-10"))


def lines(desk: Desk) -> dict[str, tuple[int, str]]:
    """The line of every return in its report, and the report."""
    return {
        one["subject"]: (one["line"], one.get("file", "")) for one in desk("returns", "--as-of", DAY, "--json").json["costs"]["returns"]
    }


def out_of(desk: Desk) -> object:
    """The yen of the labels that are out of the shop."""
    return desk("returns", "--as-of", DAY, "--json").json["totals"]["wrong_charges"]["to_shop"]["yen"]


def test_reports_add_up_and_an_order_is_taken_from_the_newest(desk: Desk, august: Path, october: Path) -> None:
    desk("import", august)
    assert lines(desk) == {ONE: (2, ""), TWO: (3, "")}
    desk("import", october)
    assert lines(desk) == {TWO: (2, "october.txt"), THREE: (3, "october.txt"), ONE: (2, "august.txt")}
    assert out_of(desk) == 600 + 700 + 600
    told = desk("returns", "--as-of", DAY).out
    assert "Earlier returns reports are counted, too (1): august.txt" in told
    assert [one["file"] for one in desk("returns", "--as-of", DAY, "--json").json["others"]] == ["august.txt"]


def test_what_a_further_report_brings_is_said_before_and_when_it_is_taken(desk: Desk, august: Path, october: Path) -> None:
    assert "add up" not in desk("import", august).out
    told = desk("import", october, "--compare", "--json").json["compared"]
    assert (told["new"], told["gone"]) == ([f"{THREE} S-1"], [])
    assert [(one["subject"], one["field"], one["after"]) for one in told["changed"]] == [(f"{TWO} S-1", "label_cost", 700)]
    words = "Orders in this one: 1 new, 1 in place of what an earlier one says. Orders of earlier reports that stay: 1."
    assert words in desk("import", october, "--compare").out
    taken = desk("import", october, "--json").json["beside"]
    assert {name: taken[name] for name in ("new", "newer", "stay")} == {"new": 1, "newer": 1, "stay": 1}
    assert words in taken["text"]
    assert "already imported (import 2)" in desk("import", october).out
    assert len(lines(desk)) == 3


def test_taking_either_report_away_takes_only_its_own_rows(desk: Desk, august: Path, october: Path) -> None:
    desk("import", august)
    desk("import", october, "--judge", "--as-of", DAY)
    desk("imports", "remove", 2)
    assert lines(desk) == {ONE: (2, ""), TWO: (3, "")}
    assert out_of(desk) == 600 + 500
    desk("import", october)
    desk("imports", "remove", 1)
    assert lines(desk) == {TWO: (2, ""), THREE: (3, "")}


def test_a_report_whose_orders_a_newer_one_tells_counts_no_more_nor_do_its_refused_rows(desk: Desk, tmp_path: Path, august: Path) -> None:
    bad = row(ONE, label="?!")
    assert desk("import", report(tmp_path, "bad.txt", bad, row(TWO))).status == 1
    desk("import", report(tmp_path, "third.txt", row(THREE)))
    assert [len(one["refused"]) for one in desk("returns", "--as-of", DAY, "--json").json["others"]] == [1]
    desk("import", report(tmp_path, "one.txt", row(ONE)))
    refused = {one["file"]: len(one["refused"]) for one in desk("returns", "--as-of", DAY, "--json").json["others"]}
    assert refused == {"third.txt": 0, "bad.txt": 0}, "the row was opened again by itself"
    desk("import", august)
    assert [one["file"] for one in desk("returns", "--as-of", DAY, "--json").json["others"]] == ["third.txt"]


def test_an_older_report_is_taken_for_one_that_puts_back_only_where_it_says_something_else(
    desk: Desk, august: Path, tmp_path: Path
) -> None:
    desk("import", august)
    other = report(tmp_path, "july.txt", row(THREE))
    again = report(tmp_path, "again.txt", row(TWO, label="999"))
    for file in (other, again):
        os.utime(file, (1_000_000_000, 1_000_000_000))
    assert desk("import", other, "--compare", "--json").json["compared"]["older"] is None
    assert desk("import", again, "--compare", "--json").json["compared"]["older"] is not None


def test_an_older_report_that_is_imported_after_a_newer_one_says_so_with_the_way_back(desk: Desk, august: Path, tmp_path: Path) -> None:
    desk("import", august)
    other = report(tmp_path, "july.txt", row(THREE))
    again = report(tmp_path, "again.txt", row(TWO, label="999"))
    for file in (other, again):
        os.utime(file, (1_000_000_000, 1_000_000_000))
    assert "older" not in desk("import", other, "--json").json, "it says nothing of an order that is there"
    saved = desk("import", again)
    assert "This file is older (written 2001-09-09 10:46) than the one before it" in saved.out
    assert "remove import 3" in saved.out
    assert "older" not in desk("import", again).out


def test_a_saved_report_that_was_pasted_below_itself_counts_once_and_says_so(desk: Desk, august: Path) -> None:
    august.write_bytes(august.read_bytes() * 2)
    said = "The same rows stand once more in this file (2). They are counted once."
    assert said in desk("import", august, "--compare").out
    assert said in desk("import", august).out
    assert said in desk("returns", "--as-of", DAY).out
    assert out_of(desk) == 600 + 500
    assert lines(desk) == {ONE: (2, ""), TWO: (3, "")}


def test_a_row_of_which_its_line_is_said_names_its_report(desk: Desk, tmp_path: Path, october: Path) -> None:
    odd = row(ONE).replace("Approved", "Approval in progress")
    desk("import", report(tmp_path, "august.txt", row(TWO), odd))
    texts = [one["text"] for one in desk("returns", "--as-of", DAY, "--json", "--lang", "en").json["findings"]]
    assert any("(line 3 of the report)" in text for text in texts)
    desk("import", october)
    found = [
        one for one in desk("returns", "--as-of", DAY, "--json", "--lang", "en").json["findings"] if "line 3 of the report" in one["text"]
    ]
    assert [(one["line"], "(line 3 of the report (august.txt))" in one["text"]) for one in found] == [(3, True)]
    japanese = desk("returns", "--as-of", DAY, "--json", "--lang", "ja").json["findings"]
    assert any("レポート (august.txt)の3行目" in one["text"] for one in japanese)


def test_the_workbook_of_costs_names_the_report_of_each_line(desk: Desk, tmp_path: Path, august: Path, october: Path) -> None:
    out = tmp_path / "costs.xlsx"
    for file, heads in ((august, ["order id", "line"]), (october, ["order id", "line", "report"])):
        desk("import", file)
        desk("export", "returns", "--as-of", DAY, "--out", out, "--lang", "en")
        rows = CalamineWorkbook.from_path(out).get_sheet_by_index(0).to_python()
        place = next(line for line, cells in enumerate(rows) if "order id" in cells)
        assert [head for head in rows[place] if head in ("order id", "line", "report")] == heads
    found = [(cells[0], int(str(cells[1]).partition(".")[0]), cells[-1]) for cells in rows[place + 1 : place + 4]]
    assert found == [(TWO, 2, "october.txt"), (THREE, 3, "october.txt"), (ONE, 2, "august.txt")]


def refund(order: str, at: str) -> list[Row]:
    """The sale of an order, and its refund."""
    sale = Row("2026/07/20 10:00:00", "注文", {"product_sales": 3000, "product_sales_tax": 300, "selling_fees": -495}, order, "S-1")
    back = {"product_sales": -3000, "product_sales_tax": -300, "selling_fees": 446}
    return [sale, Row(at, "返金", back, order, "S-1")]


def without_return(desk: Desk) -> dict[str, str]:
    """What is said of refunds without a return, by order: "check", or the fact that it waits for."""
    answer = desk("payments", "--as-of", DAY, "--all", "--json")
    assert answer.status != 2, answer.err
    found = answer.json["findings"]
    mine = [one for one in found if one["rule"] == "payments.refund-without-return" and one["outcome"] != "ok"]
    return {one["subject"]: ",".join(one.get("missing", [])) or one["outcome"] for one in mine}


def test_payments_know_the_returns_of_every_report(desk: Desk, tmp_path: Path, august: Path, october: Path) -> None:
    rows = [*refund(ONE, "2026/08/12 10:00:00"), *refund(THREE, "2026/10/12 10:00:00")]
    paid = tmp_path / "paid.csv"
    paid.write_bytes(transactions(rows))
    assert desk("import", paid).err == ""
    desk("import", august)
    desk("import", october)
    assert without_return(desk) == {}


def test_a_refund_of_a_month_that_no_report_tells_of_is_not_known_to_be_without_a_return(desk: Desk, tmp_path: Path) -> None:
    stray = {month: f"250-{month}00000-7000009" for month in ("08", "09", "10")}
    paid = tmp_path / "paid.csv"
    paid.write_bytes(transactions([line for month, order in stray.items() for line in refund(order, f"2026/{month}/20 10:00:00")]))
    assert desk("import", paid).err == ""
    desk("import", report(tmp_path, "august.txt", row(ONE)))
    desk("import", report(tmp_path, "october.txt", row(THREE, "2026-10-05", arrived="2026-10-20")))
    assert without_return(desk) == {stray["08"]: "check", stray["09"]: "returns_report", stray["10"]: "check"}
    desk("import", report(tmp_path, "september.txt", row(TWO, "2026-09-05", arrived="2026-09-10")))
    assert without_return(desk)[stray["09"]] == "check"


@pytest.mark.parametrize(("arrived", "said"), [("2026-08-19", "returns_report"), ("2026-08-20", "check"), ("2026-08-21", "check")])
def test_a_refund_after_the_end_of_the_returns_report_is_not_known_to_be_without_a_return(
    desk: Desk, tmp_path: Path, arrived: str, said: str
) -> None:
    stray, label = "250-0800000-7000009", "250-0800000-7000010"
    billed = Row("2026/08/20 11:00:00", "調整", {"other": -612}, label, text="ReturnPostageBilling", quantity="")
    (paid := tmp_path / "paid.csv").write_bytes(transactions([*refund(stray, "2026/08/20 10:00:00"), billed]))
    assert desk("import", paid).err == ""
    desk("import", report(tmp_path, "august.txt", row(ONE, arrived=arrived)))
    assert without_return(desk) == {stray: said}
    found = desk("payments", "--as-of", DAY, "--json", "--all").json["findings"]
    mine = {(one["subject"], one["rule"]): one for one in found}
    of_label, of_refund = mine[label, "payments.label"], mine[stray, "payments.refund-without-return"]
    assert ",".join(of_label.get("missing", [])) == ("" if said == "check" else said)
    told = desk("payments", "--as-of", DAY).out
    (pack := tmp_path / "claims.xlsx").unlink(missing_ok=True)
    assert desk("export", "payment-claims", "--as-of", DAY, "--out", pack).status == 0
    notes = str(CalamineWorkbook.from_path(pack).get_sheet_by_index(3).to_python())
    for text in (of_refund["text"], told, notes):
        assert (f"The returns report ends on {arrived}" in text) == (said != "check")
    desk("import", report(tmp_path, "september.txt", row(TWO, "2026-08-29", arrived="2026-09-10")))
    assert without_return(desk) == {stray: "check"}


def test_a_label_of_a_month_that_no_report_tells_of_is_not_known_to_be_without_a_return(desk: Desk, tmp_path: Path) -> None:
    stray = "250-0900000-7000009"
    label = Row("2026/09/20 10:00:00", "注文外料金", {"other": -600}, stray, "", "返品ラベル")
    paid = tmp_path / "paid.csv"
    paid.write_bytes(transactions([refund(stray, "")[0], label]))
    assert desk("import", paid).err == ""
    desk("import", report(tmp_path, "august.txt", row(ONE)))
    desk("import", report(tmp_path, "october.txt", row(THREE, "2026-10-05", arrived="2026-10-10")))
    for months, said in (("two", ["payer"]), ("three", [])):
        found = desk("payments", "--as-of", DAY, "--all", "--json").json["findings"]
        (one,) = (one for one in found if (one["rule"], one["subject"]) == ("payments.label", stray))
        assert one.get("missing", []) == said, months
        desk("import", report(tmp_path, "september.txt", row(TWO, "2026-09-05", arrived="2026-09-10")))


def state(folder: Path) -> State:
    """What is kept of the shop."""
    found = next(iter(contents(store_of(DEFAULT_SHOP, folder / "data"))))
    assert isinstance(found, State)
    return found


def test_a_sku_that_the_catalogue_let_in_stays_when_the_catalogue_goes(desk: Desk, tmp_path: Path, october: Path) -> None:
    catalogue = tmp_path / "listings.txt"
    catalogue.write_text(
        "出品者SKU\t商品名\t価格\t数量\t商品ID\tステータス\n桃山町伊賀49-10\t靴\t1000\t1\tB000000001\tActive\n", encoding="utf-8"
    )
    august = tmp_path / "august.txt"
    text = "\n".join(
        f"{line}|{name}" for line, name in ((HEAD, "Buyer name"), (row(ONE).replace("S-1", "桃山町伊賀49-10"), "山田花子"), (row(TWO), ""))
    )
    august.write_text(text.replace("|", "\t") + "\n", encoding="utf-8")
    assert desk("import", catalogue).status == 0
    assert desk("import", august).status == 0
    desk("import", october)
    assert desk("imports", "remove", 1).status == 0
    assert {ONE, TWO, THREE} == {*lines(desk)}


def test_verdicts_are_old_once_an_earlier_report_is_taken_away(desk: Desk, tmp_path: Path, august: Path, october: Path) -> None:
    desk("import", august)
    desk("import", october, "--judge", "--as-of", DAY)
    kept = state(tmp_path)
    assert kept.current
    assert {name: kept.judged["returns"][name] for name in ("files", "counted", "refused")} == {"files": 2, "counted": 3, "refused": 0}
    desk("imports", "remove", 1)
    assert not state(tmp_path).current


def test_two_returns_of_one_order_in_two_reports_both_count(desk: Desk, tmp_path: Path) -> None:
    second = row(ONE, "2026-10-02", label="650", arrived="2026-10-06").replace(f"|D{ONE}|", "|D0001B|")
    desk("import", report(tmp_path, "september.txt", row(ONE, "2026-09-28", label="500", arrived="2026-10-01")))
    said = desk("import", report(tmp_path, "october.txt", second)).out
    found = desk("returns", "--as-of", DAY, "--json").json["costs"]["returns"]
    assert sorted((one["subject"], one["file"]) for one in found) == [(ONE, "october.txt"), (ONE, "september.txt")]
    assert out_of(desk) == 500 + 650
    assert "1 in place" not in said
    older = report(tmp_path, "grown.txt", row(ONE, "2026-09-28", label="520", arrived="2026-10-01"))
    desk("import", older)
    assert out_of(desk) == 520 + 650, "the return that is told anew counts once"


def test_a_return_whose_label_only_one_report_names_counts_once(desk: Desk, tmp_path: Path) -> None:
    desk("import", report(tmp_path, "september.txt", row(ONE, label="500").replace(f"|D{ONE}|", "||")))
    desk("import", report(tmp_path, "october.txt", row(ONE, label="500")))
    assert out_of(desk) == 500
