"""What claims, labels and points cost of a return in list, totals and workbook; what the claims workbook holds to be checked first."""

from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from tests.cli.test_charged import BACK, DAY, LABEL, ORDER, SALE, cost, paid, shop
from tests.conftest import Desk
from tests.payments_maker import Row, transactions

CLAIM = Row("2026-07-25 09:00:00", "マーケットプレイス保証申請", {"other": -612}, ORDER, "A-1", quantity="")
OFF = BACK._replace(yen={**BACK.yen, "product_sales": -1_188, "points": 29, "selling_fees": 132})
"""A refund less the label of 612 yen, with the points and the fee of what was refunded."""
LATER = Row("2026-08-31 12:00:00", "注文", {"product_sales": 500}, "250-1234567-0000009", "Z-9")
"""A sale of the month after, so that the files cover the time."""

NO_FEE = ("Fee kept at a chargeback", "No fee back at a claim")
"""What is said of a claim that brought nothing of the fee back."""


def sheet(desk: Desk, tmp_path: Path, command: str, name: str) -> list[list[Any]]:
    """A sheet of a workbook that is written, without its head."""
    out = tmp_path / "book.xlsx"
    assert desk("export", command, "--as-of", DAY, "--out", out, lang="en").status == 0
    return CalamineWorkbook.from_path(out).get_sheet_by_name(name).to_python()[1:]


def one_cost(desk: Desk) -> dict[str, object]:
    """The one return in the costs for programs."""
    (found,) = desk("returns", "--as-of", DAY, "--json").json["costs"]["returns"]
    return dict(found)


def payments_say(desk: Desk) -> dict[str, str]:
    """What the payments find of the order, by rule."""
    findings = desk("payments", "--as-of", DAY, "--json", lang="en").json["findings"]
    return {one["rule"]: str(one["text"]) for one in findings if one["subject"] == ORDER}


def named(desk: Desk, tmp_path: Path, category: str) -> None:
    """What the owner tells of the item's category ("": nothing)."""
    file = tmp_path / "returns.txt"
    file.write_text(file.read_text(encoding="utf-8").replace("\tMusical Instruments\t", f"\t{category}\t"), encoding="utf-8")
    desk("import", file)


@pytest.mark.parametrize("category", ["Musical Instruments", ""])
def test_a_label_that_a_claim_gave_back_to_the_buyer_is_a_cost_whoever_pays_it(desk: Desk, tmp_path: Path, category: str) -> None:
    shop(desk, tmp_path, label="612", reason="CR-UNWANTED_ITEM", refunded="1588")
    file = tmp_path / "returns.txt"
    file.write_text(file.read_text(encoding="utf-8").replace("\tSeller\t", "\tCustomer\t"), encoding="utf-8")
    named(desk, tmp_path, category)
    paid(desk, tmp_path, SALE, OFF, LABEL)
    fee = 22
    assert cost(desk, tmp_path)["yen"] == one_cost(desk)["cost"] == one_cost(desk)["borne"] == fee, "the label may have been taken off"
    paid(desk, tmp_path, SALE, OFF, LABEL, CLAIM)
    assert cost(desk, tmp_path)["yen"] == 612 + (214 - 132) + (40 - 29), "the label, the fee and the points of all 2,200 yen"
    words, yen = (
        ("gave the buyer that label (¥612) after all", [612]) if category else ("(¥612 at most); who pays the return is not known", [])
    )
    assert words in payments_say(desk)["payments.paid-twice"]
    assert [row[3] for row in sheet(desk, tmp_path, "payment-claims", "Claims from payments") if "abel" in str(row[1])] == yen
    assert [row[3] for row in sheet(desk, tmp_path, "payment-claims", "Check first") if "abel" in str(row[1])] == [612] * (not yen)


def test_points_that_did_not_come_back_are_a_cost_in_list_totals_and_workbook(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path, label="612")
    paid(desk, tmp_path, SALE, BACK._replace(yen={**BACK.yen, "points": 0}), LABEL)
    assert cost(desk, tmp_path)["yen"] == 612 + 21 + 40
    costs = desk("returns", "--as-of", DAY, "--json").json["costs"]
    assert costs["total"]["yen"] == 612 + 21 + 40
    assert [(line["yen"], line["clauses"]) for line in costs["returns"][0]["lines"] if line["kind"] == "points_lost"] == [(40, ["P2-09"])]
    assert sheet(desk, tmp_path, "returns", "by reason")[-1][2] == 612 + 21 + 40


@pytest.mark.parametrize(("amount", "given", "beyond"), [("2200\t1", 0, 2_200), ("2200\t1", 500, 1_700), ("4400\t2", 0, 0)])
def test_what_a_claim_took_beside_the_refund_is_a_cost_until_it_is_back(
    desk: Desk, tmp_path: Path, amount: str, given: int, beyond: int
) -> None:
    shop(desk, tmp_path, label="612")
    file = tmp_path / "returns.txt"
    file.write_text(file.read_text(encoding="utf-8").replace("\t2200\t1\t", f"\t{amount}\t"), encoding="utf-8")
    desk("import", file)
    back = [Row("2026-07-28 09:00:00", "SAFE-T補てん", {"other": given}, ORDER, quantity="")] if given else []
    paid(desk, tmp_path, SALE, BACK, LABEL, CLAIM._replace(yen={"other": -2_200}), *back)
    lines = {line["kind"]: line["yen"] for line in desk("returns", "--as-of", DAY, "--json").json["costs"]["returns"][0]["lines"]}
    assert lines.get("paid_beyond", 0) == beyond, "of an order whose other part may be sold in another month it is not known"
    assert desk("returns", "--as-of", DAY, "--json").json["costs"]["total"]["yen"] >= 612 + beyond


def test_points_lost_of_a_piece_of_several_are_its_share(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path, label="0")
    two = {"product_sales": 3_600, "product_sales_tax": 360, "points": -80, "selling_fees": -428}
    half = {"product_sales": -1_800, "product_sales_tax": -180, "points": 0, "selling_fees": 193}
    paid(desk, tmp_path, SALE._replace(quantity="2", yen=two), BACK._replace(yen=half))
    lines = {line["kind"]: line["yen"] for line in desk("returns", "--as-of", DAY, "--json").json["costs"]["returns"][0]["lines"]}
    assert (lines["points_lost"], lines["admin_fee"]) == (40, 21)


def test_shipping_kept_in_a_refund_is_asked_for_by_returns_deadlines_and_payments_alike(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path, label="0", reason="CR-UNWANTED_ITEM", refunded="")
    kept = {name: yen for name, yen in BACK.yen.items() if not name.startswith("shipping")}
    paid(desk, tmp_path, SALE, BACK._replace(yen=kept), LATER)
    answer = desk("returns", "--as-of", DAY, "--json", lang="en").json
    said = {one["rule"]: one["text"] for one in answer["findings"]}
    assert "¥220" in said["returns.refund-amount"]
    assert "without ¥220 of the shipping" in said["returns.refund-deadline"]
    assert [(due["order_id"], due["refund"]) for due in answer["deadlines"]] == [(ORDER, "part")]
    assert "was refunded for what came back, yet not ¥220 of the shipping" in payments_say(desk)["payments.return-without-refund"]


def test_reasons_of_the_workbook_are_words_and_one_of_no_row_is_the_reports(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path, label="612", reason="CR-UNWANTED_ITEM")
    named(desk, tmp_path, "")
    assert one_cost(desk)["reason"] == "12", "also where the category is not known, so that nobody knows who pays"
    assert sheet(desk, tmp_path, "returns", "by reason")[0][0] == "No longer needed"
    assert cost(desk, tmp_path)["reason of the return"] == "No longer needed"
    shop(desk, tmp_path, label="612", reason="CR-NEVER_ARRIVED")
    assert sheet(desk, tmp_path, "returns", "by reason")[0][0] == "CR-NEVER_ARRIVED (as the report has it)"
    assert "CR-NEVER_ARRIVED(レポートの表記)" in desk("returns", "--as-of", DAY, lang="ja").out


def test_rows_that_are_not_placed_are_listed_by_kind_and_text_and_ten_at_most(desk: Desk, tmp_path: Path) -> None:
    open_ = [Row("2026-07-20 09:00:00", "新しい料金", {"other": -yen}, text=f"料金{yen:02}", quantity="") for yen in (*range(1, 13), 12)]
    (tmp_path / "july.csv").write_bytes(transactions([SALE, *open_]))
    told = desk("payments", tmp_path / "july.csv", "--json").json
    assert told["not_placed_rows"][0] == {"type": "新しい料金", "text": "料金12", "rows": 2, "yen": -24}
    assert sum(one["yen"] for one in told["not_placed_rows"]) == told["not_placed"] == -90
    out = desk("payments", tmp_path / "july.csv", lang="en").out
    assert "新しい料金 料金12: -24 yen (2 rows)" in out
    assert "料金03" in out
    assert "料金02" not in out
    assert "and 2 more" in out


def test_a_fact_that_orders_and_skus_wait_for_is_said_once(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "july.csv").write_bytes(transactions([SALE, BACK]))
    told = desk("payments", tmp_path / "july.csv", "--as-of", DAY, "--json").json["missing"]
    facts = [one["fact"] for one in told]
    assert len(facts) == len({*facts})
    assert next(one for one in told if one["fact"] == "category")["records"] == 2


def test_a_fee_above_the_table_stands_in_the_claims_workbook_to_be_checked_first(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "facts.csv").write_text("sku,category\na-1,Shoes\n", encoding="utf-8")
    desk("import", tmp_path / "facts.csv")
    dear = SALE._replace(yen={"product_sales": 2_000, "product_sales_tax": 200, "selling_fees": -600})
    paid(desk, tmp_path, dear)
    rows = sheet(desk, tmp_path, "payment-claims", "Check first")
    assert [(row[0], row[3]) for row in rows[:-1]] == [("a-1", 300)]
    assert rows[-1][3] == 300
    assert sheet(desk, tmp_path, "payment-claims", "Claims from payments")[-1][3] == 0
    assert "1, ¥300 at most" in str(sheet(desk, tmp_path, "payment-claims", "notes"))


@pytest.mark.parametrize("kind", ["マーケットプレイス保証申請", "チャージバック"])
@pytest.mark.parametrize(
    ("yen", "fee", "points"),
    [
        pytest.param({"other": -2_200}, 214, 40, id="nothing came back"),
        pytest.param(BACK.yen, 21, 0, id="as at a refund"),
        pytest.param({**BACK.yen, "points": 0}, 21, 40, id="the fee alone"),
    ],
)
def test_fee_and_points_that_a_claim_did_not_give_back_are_named_and_cost(  # noqa: PLR0917 (cases)
    desk: Desk, tmp_path: Path, kind: str, yen: dict[str, int], fee: int, points: int
) -> None:
    shop(desk, tmp_path, label="0", refunded="")
    paid(desk, tmp_path, SALE, CLAIM._replace(kind=kind, yen=yen), LATER)
    assert cost(desk, tmp_path)["yen"] == one_cost(desk)["borne"] == fee + points
    lines = {line["kind"]: line["yen"] for line in desk("returns", "--as-of", DAY, "--json").json["costs"]["returns"][0]["lines"]}
    assert (lines["admin_fee"], lines.get("points_lost", 0)) == (fee, points)
    told = payments_say(desk)
    words = {"チャージバック": f"¥{fee} did not come back"}.get(kind, f"none of the fee came back with it (¥{fee} kept")
    assert (words in told.get("payments.refund-fee", "")) == (fee > 21)
    assert (f"¥{points} did not come back" in told.get("payments.points-back", "")) == (points > 0)
    first = [row[3] for row in sheet(desk, tmp_path, "payment-claims", "Check first") if str(row[1]) in NO_FEE]
    assert first == [fee - 22] * (fee > 21), "what comes back at a claim or a chargeback no source tells"


@pytest.mark.parametrize("again", [BACK, CLAIM._replace(yen=BACK.yen), CLAIM._replace(yen={"other": -2_200})])
def test_what_was_refunded_twice_costs_what_its_rows_come_to_and_is_claimed_whole(desk: Desk, tmp_path: Path, again: Row) -> None:
    shop(desk, tmp_path, label="0")
    rows = [SALE, BACK, again._replace(at="2026-07-25 09:00:00")]
    paid(desk, tmp_path, *rows, LATER)
    net = -sum(row.total for row in rows)
    assert cost(desk, tmp_path)["yen"] == one_cost(desk)["borne"] == net
    assert desk("returns", "--as-of", DAY, "--json").json["costs"]["total"]["yen"] == net
    claims = [row[3] for row in sheet(desk, tmp_path, "payment-claims", "Claims from payments") if row[0] == ORDER]
    assert claims == [2_200], "the buyer has so much too much; what more came back of fee and points is Amazon's to take again"


@pytest.mark.parametrize(("kind", "asked"), [("done", 0), ("claimed", 0), ("not-so", 0), ("later", 2_200)])
def test_what_the_owner_settled_of_payments_is_asked_for_no_more(desk: Desk, tmp_path: Path, kind: str, asked: int) -> None:
    shop(desk, tmp_path, label="0")
    paid(desk, tmp_path, SALE, BACK, CLAIM._replace(yen={"other": -2_200}), LATER)

    def asks() -> list[int]:
        today = desk("today", "--as-of", DAY, "--json").json["needs"]
        file = [row for row in sheet(desk, tmp_path, "payment-claims", "Claims from payments") if row[0] == ORDER]
        return [
            sum(need.get("yen") or 0 for need in today if need["need"] == "payments_back"),
            sum(int(row[3]) for row in file),
            2_200 * ("took another" in desk("payments", "--as-of", DAY, lang="en").out),
        ]

    assert asks() == [2_200] * 3
    desk("decide", "payments.paid-twice", ORDER, kind, "--why", "Amazon paid it back by hand")
    assert asks() == [asked] * 3
    assert ("Findings that you settled (done, claimed, or not so): 1" in desk("payments", "--as-of", DAY, lang="en").out) == (not asked)
    desk("undo")
    assert asks() == [2_200] * 3


def test_a_decision_is_of_the_yen_that_were_asked_for_and_what_is_left_of_them_is_asked_for_anew(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path, label="0")
    paid(desk, tmp_path, SALE, BACK, CLAIM._replace(yen={"other": -2_200}), LATER)
    desk("decide", "payments.paid-twice", ORDER, "claimed", "--as-of", DAY)
    given = Row("2026-09-10 09:00:00", "SAFE-T補てん", {"other": 1_000}, ORDER, quantity="")
    (tmp_path / "september.csv").write_bytes(transactions([given]))
    desk("import", tmp_path / "september.csv")
    today = desk("today", "--as-of", "2026-09-20", "--json").json["needs"]
    assert [need["yen"] for need in today if need["need"] == "payments_back"] == [1_200]
    assert "took another" in desk("payments", "--as-of", "2026-09-20", lang="en").out


def test_shipping_kept_is_no_label_taken_off_for_the_refund_nor_for_the_label(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path, label="612", reason="CR-UNWANTED_ITEM", refunded="1980")
    kept = {name: yen for name, yen in BACK.yen.items() if not name.startswith("shipping")}
    paid(desk, tmp_path, SALE, BACK._replace(yen=kept), LABEL, LATER)
    said = {one["rule"]: one["text"] for one in desk("returns", "--as-of", DAY, "--json", lang="en").json["findings"]}
    assert "¥220" in said["returns.refund-amount"], "the shipping is still to be refunded"
    assert "still out: ¥612" in said["returns.label-payer"], "and the whole label is to be asked for"
