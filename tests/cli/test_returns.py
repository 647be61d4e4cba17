"""`returns`, run as a user runs it: a made report with its key, several rows of an order, buyers who are no members."""

import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.conftest import ROOT, Answer, Desk

DAY = "2020-08-03"
HEADER = (
    "Order ID", "Order date", "Return request date", "Return request status", "Amazon RMA ID", "Label cost", "Currency code",
    "Label to be paid by", "Is prime", "Merchant SKU", "Return quantity", "Return reason", "In policy", "Return delivery date",
    "Order Amount", "Order quantity", "Refunded Amount", "Category",
)  # fmt: skip
PLAIN = ("249-1", "10-Jul-2020", "20-Jul-2020", "Approved", "D1", "600", "JPY", "Seller", "Y", "S-1", "1", "CR-DEFECTIVE", "Y",
         "30-Jul-2020", "1980", "1", "1980", "Toys")  # fmt: skip
WRONG, RIGHT = "breach", "ok"


def row(**cells: str) -> list[str]:
    """A row of a report; the cells by the names of the columns with _ for spaces."""
    told = dict(zip(HEADER, PLAIN, strict=True)) | {name.replace("_", " "): cell for name, cell in cells.items()}
    return [told[name] for name in HEADER]


@pytest.fixture
def returns(desk: Desk, tmp_path: Path) -> "type[object]":
    """The command on a report of some rows."""

    def run(rows: Sequence[Sequence[str]], *args: object) -> Answer:
        file = tmp_path / "returns.txt"
        file.write_text("".join("\t".join(cells) + "\r\n" for cells in (HEADER, *rows)), encoding="cp932")
        return desk("returns", file, "--as-of", DAY, "--json", *args)

    return run  # type: ignore[return-value]  # pytest hands it over as it is


# Reason, category, who was charged: what the payer and the label are, "" where nothing is said of the label.
KEY = [
    ("CR-UNWANTED_ITEM", "Toys", "Customer", "ok", "ok"), ("CR-UNWANTED_ITEM", "Toys", "Seller", "ok", "breach"),
    ("CR-UNWANTED_ITEM", "Shoes", "Customer", "ok", "breach"), ("CR-UNWANTED_ITEM", "Shoes", "Seller", "ok", "ok"),
    ("CR-UNWANTED_ITEM", "", "Seller", "missing", ""), ("CR-UNWANTED_ITEM", "", "Amazon", "missing", "ok"),
    ("CR-DEFECTIVE", "", "Customer", "ok", "breach"), ("CR-DEFECTIVE", "Toys", "Amazon", "ok", "ok"),
    ("CR-POOR_FIT", "Toys", "Customer", "check", ""), ("CR-POOR_FIT", "Shoes", "Customer", "ok", "breach"),
    ("", "Toys", "Customer", "missing", ""), ("CR-DEFECTIVE", "Toys", "", "ok", "missing"),
    ("CR-DEFECTIVE", "Toys", "Carrier", "ok", "check"), ("AMZ-PG-APP-TOO-SMALL", "Apparel", "Customer", "ok", "breach"),
]  # fmt: skip


def test_every_return_is_found_and_nothing_is_invented(returns: Desk) -> None:
    told = [*enumerate(KEY * 5)]
    random.Random(1).shuffle(told)  # noqa: S311 (an order of rows, no secret)
    rows = [row(Order_ID=f"249-{i}", Return_reason=key[0], Category=key[1], Label_to_be_paid_by=key[2]) for i, key in told]
    expected = {rule: {f"249-{i}": key[place] for i, key in told if key[place]} for rule, place in (("payer", 3), ("label-payer", 4))}
    for args, hidden in (((), ("ok", "missing")), (("--all",), ())):
        found: dict[str, dict[str, str]] = {"payer": {}, "label-payer": {}}
        for one in returns(rows, *args).json["findings"]:
            if (rule := one["rule"].removeprefix("returns.")) in found:
                found[rule][one["subject"]] = "missing" if "missing" in one else one["outcome"]
        assert found == {rule: {name: said for name, said in key.items() if said not in hidden} for rule, key in expected.items()}


def test_the_answer_tells_all_that_the_contract_says(returns: Desk) -> None:
    answer = returns([row(Label_to_be_paid_by="Customer", Return_delivery_date="22-Jul-2020", Refunded_Amount="0")])
    assert (answer.status, answer.json["source"]["kind"], answer.json["source"]["rows"]) == (1, "returns", 1)
    label, deadline = answer.json["findings"]
    assert (label["rule"], label["outcome"], label["subject"], label["line"]) == ("returns.label-payer", "breach", "249-1", 2)
    assert label["facts"] == {"expected": "seller", "charged": "customer", "yen": 600, "cost": "600"}
    assert (deadline["rule"], deadline["outcome"], deadline["ambiguity"]) == ("returns.refund-deadline", "breach", "AMB-09")
    assert (deadline["facts"]["refund_by"], deadline["facts"]["days_late"]) == ("2020-07-28", 6)
    assert answer.json["totals"]["payers"] == {"customer": 0, "seller": 1, "mixed": 0, "check": 0}
    wrong = {"count": 1, "yen": 600, "cost_not_known": 0}
    assert answer.json["totals"]["wrong_charges"]["to_buyer"] == wrong
    assert answer.json["missing"] == [{"fact": "hazmat", "records": 1, "settles": 1}]


def test_nothing_to_mend_is_status_0(returns: Desk, tmp_path: Path) -> None:
    facts = tmp_path / "facts.csv"
    facts.write_text("sku,category,hazmat\nS-1,Toys,no\n", encoding="utf-8")
    answer = returns([row()], "--facts", facts)
    assert (answer.status, answer.json["findings"]) == (0, [])


def test_the_owners_facts_fill_what_the_report_does_not_tell(returns: Desk, tmp_path: Path) -> None:
    facts = tmp_path / "facts.csv"
    facts.write_text("sku,category,hazmat\nS-1,Shoes,potential\n", encoding="utf-8")
    rows = [row(Return_reason="CR-UNWANTED_ITEM", Category="", Label_to_be_paid_by="Customer")]
    found = returns(rows, "--facts", facts).findings()
    assert found == {"returns.label-payer": {"breach": {"249-1"}}, "returns.hazmat": {"advice": {"249-1"}}}
    told = returns([row(Return_reason="CR-UNWANTED_ITEM", Label_to_be_paid_by="Customer")], "--facts", facts).findings()
    assert "returns.label-payer" not in told, "the report says Toys, and what it says stays"


def test_rows_of_one_order_are_one_finding_and_one_label(returns: Desk) -> None:
    customers = row(Label_to_be_paid_by="Customer"), row(Label_to_be_paid_by="Customer", Merchant_SKU="S-2")
    answer = returns([row(), *customers, row(Label_to_be_paid_by="Amazon")])
    (finding,) = [one for one in answer.json["findings"] if one["rule"] == "returns.label-payer"]
    assert (finding["outcome"], finding["line"], finding["facts"]["rows"]) == ("breach", 3, 4)
    assert answer.json["totals"]["wrong_charges"]["yen"] == 600
    assert answer.json["summary"]["returns.label-payer"]["breach"] == 1


def test_a_row_that_stands_twice_is_counted_once_and_it_is_said(returns: Desk) -> None:
    rows = [row(Label_to_be_paid_by="Customer"), row(Order_ID="249-2")]
    once, twice = returns(rows), returns([*rows, rows[0]])
    for name in ("totals", "costs", "findings"):
        assert twice.json[name] == once.json[name]
    assert [(mend["kind"], mend["count"]) for mend in twice.json["source"]["mended_text"]] == [("repeated", 1)]
    assert "mended_text" not in once.json["source"]


def test_two_labels_of_one_order_are_named_together(returns: Desk) -> None:
    rows = [
        row(Amazon_RMA_ID="D1", Label_cost="600", Label_to_be_paid_by="Customer"),
        row(Amazon_RMA_ID="D2", Label_cost="700", Label_to_be_paid_by="Customer"),
    ]
    told = returns(rows).json
    (label,) = [one for one in told["findings"] if one["rule"] == "returns.label-payer"]
    assert label["facts"]["yen"] == 1300
    assert "1,300" in label["text"]
    assert told["totals"]["wrong_charges"]["yen"] == 1300


def test_an_order_with_two_payers_says_so(returns: Desk) -> None:
    rows = [row(Amazon_RMA_ID="D1", Return_reason="CR-UNWANTED_ITEM", Label_to_be_paid_by="Customer"), row(Amazon_RMA_ID="D2")]
    (payer,) = [one for one in returns(rows, "--all", "--lang", "en").json["findings"] if one["rule"] == "returns.payer"]
    assert payer["payer"] == "mixed"
    assert "different payers" in payer["text"]


def test_both_payers_under_one_label_are_a_check_and_under_two_are_judged(returns: Desk) -> None:
    other = {"Return_reason": "CR-UNWANTED_ITEM"}
    mixed = returns([row(), row(**other)])
    assert mixed.findings()["returns.label-payer"] == {"check": {"249-1"}}
    assert mixed.json["totals"]["payers"] == {"customer": 0, "seller": 0, "mixed": 1, "check": 0}
    apart = returns([row(), row(**other, Amazon_RMA_ID="D2")])
    assert apart.findings()["returns.label-payer"] == {"breach": {"249-1"}}


def test_a_buyer_who_is_no_member_counts_when_the_item_is_an_sfp_one(returns: Desk, tmp_path: Path) -> None:
    rows = [row(Is_prime="N", Label_to_be_paid_by="Customer")]
    unknown = returns(rows)
    assert (unknown.json["findings"], unknown.json["missing"]) == ([], [{"fact": "sfp_item", "records": 1, "settles": 6}])
    listings = tmp_path / "listings.txt"
    head = "seller-sku\titem-name\tprice\tmerchant-shipping-group"
    listings.write_text(f"{head}\nS-1\tt\t1980\tP\nS-2\tt\t1\tQ\n", encoding="utf-8")
    told = returns(rows, "--listings", listings, "--prime-template", "P").json
    assert (told["findings"], told["missing"][0]["fact"]) == ([], "sfp_item"), (
        "who ships it is not known, so whether it is an SFP item is not"
    )
    rows_ = "S-1\tt\t1980\tP\tDEFAULT\nS-2\tt\t1\tQ\tDEFAULT\n"
    listings.write_text(f"{head}\tfulfillment-channel\n{rows_}", encoding="utf-8")
    found = returns(rows, "--listings", listings, "--prime-template", "P").json["findings"]
    assert [(one["rule"], one["ambiguity"]) for one in found] == [("returns.label-payer", "AMB-18")]
    assert returns(rows, "--all-prime").findings()["returns.label-payer"] == {"breach": {"249-1"}}
    outside = returns(rows, "--listings", listings, "--prime-template", "Q")
    assert (outside.status, outside.json["totals"]["left_out"], outside.json["findings"]) == (0, 1, [])
    assert returns(rows, "--listings", listings, "--prime-template", "R").status == 2


def test_a_cancelled_return_has_no_label_and_no_deadline(returns: Desk) -> None:
    rows = [row(Return_request_status="Cancelled", Label_to_be_paid_by="Customer", Return_delivery_date="01-Jul-2020", Refunded_Amount="0")]
    assert returns(rows).json["findings"] == []


@pytest.mark.parametrize(
    ("refunded", "reason", "found"),
    [("1980", "CR-DEFECTIVE", {}), ("1380", "CR-DEFECTIVE", {"breach": {"249-1"}}), ("1500", "CR-DEFECTIVE", {"check": {"249-1"}}),
     ("1380", "CR-UNWANTED_ITEM", {}), ("1379", "CR-UNWANTED_ITEM", {"check": {"249-1"}}), ("", "CR-DEFECTIVE", {})],
)  # fmt: skip
def test_a_refund_beside_the_full_one(returns: Desk, refunded: str, reason: str, found: dict[str, set[str]]) -> None:
    payer = "Seller" if reason == "CR-DEFECTIVE" else "Customer"
    told = returns([row(Refunded_Amount=refunded, Return_reason=reason, Label_to_be_paid_by=payer)]).findings()
    assert told.get("returns.refund-amount", {}) == found


def test_closed_days_move_the_deadline(returns: Desk) -> None:
    rows = [row(Refunded_Amount="0", Return_delivery_date="30-Jul-2020")]
    due = {args: returns(rows, *args).json["findings"][0]["facts"]["refund_by"] for args in ((), ("--closed-day", "2020-08-03"))}
    assert list(due.values()) == ["2020-08-03", "2020-08-04"]


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_it_is_told_to_a_person_too(desk: Desk, tmp_path: Path, lang: str) -> None:
    file = tmp_path / "returns.txt"
    rows = [HEADER, row(Label_to_be_paid_by="Customer"), row(Order_ID="249-2", Label_cost="x")]
    file.write_text("".join("\t".join(cells) + "\n" for cells in rows), encoding="utf-8")
    answer = desk("returns", file, "--as-of", DAY, lang=lang)
    assert answer.status == 1
    assert "600" in answer.out
    assert {"ja": "購入者に誤って請求", "en": "wrongly charged to buyers"}[lang] in answer.out


def test_a_file_that_is_no_returns_report_is_one_sentence(desk: Desk) -> None:
    answer = desk("returns", ROOT / "resources/demo/listings.txt")
    assert (answer.status, len(answer.err.splitlines())) == (2, 1)
