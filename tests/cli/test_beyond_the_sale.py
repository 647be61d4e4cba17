"""What was refunded or claimed beyond the sale of an order: divided once, among the labels that the buyer paid and what may come back."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.conftest import Desk
from tests.payments_maker import Row, transactions

AS_OF = "2026-11-01"
ORDER = "250-1234567-1234567"
HEAD = (
    "Order ID|Order date|Return request date|Return request status|Category|Amazon RMA ID|Label type|Label cost|Currency code|"
    "Label to be paid by|Merchant SKU|Return quantity|Return Reason|In policy|Return delivery date|Order Amount|Order quantity|"
    "Refunded Amount|Is prime\n"
)


class Back(NamedTuple):
    """A row of the returns report: what its label cost ("": not told), and its state."""

    label: str = "800"
    sku: str = "A-1"
    rma: str = "R1"
    status: str = "Completed"
    arrived: str = "12-Oct-2026"
    kind: str = "AmazonPrePaidLabel"
    reason: str = "CR-DEFECTIVE"
    charged: str = "Customer"


class Told(NamedTuple):
    """What Today counts: yen to give back to buyers, and yen that may come back."""

    give: int = 0
    claim: int = 0


def sale(yen: int = 3_000, sku: str = "A-1", pieces: int = 1) -> Row:
    """A sale of October."""
    return Row("2026-10-03 12:00:00", "注文", {"product_sales": yen}, ORDER, sku, quantity=str(pieces))


def refund(yen: int = 3_000, sku: str = "A-1", day: int = 14, *, state: str = "") -> Row:
    """A refund of October; with a state it is held back."""
    return Row(f"2026-10-{day} 09:00:00", "返金", {"product_sales": -yen}, ORDER, sku, state=state)


def claim(yen: int) -> Row:
    """An A-to-z claim of October."""
    return Row("2026-10-15 09:00:00", "A-to-z Guarantee Claim", {"product_sales": -yen}, ORDER, "A-1")


def month(day: str) -> Row:
    """A sale of another order, which shows that the files hold its month."""
    return Row(f"2026-{day} 12:00:00", "注文", {"product_sales": 500}, "250-0000000-0000001", "Z-9")


def shop(  # noqa: PLR0917 (an order)
    desk: Desk, tmp_path: Path, returns: Sequence[Back], rows: Sequence[Row], amount: int = 3_000, pieces: int = 1
) -> None:
    """A shop with one order, its returns and its payments of September to November."""
    lines = [
        f"{ORDER}|01-Oct-2026|08-Oct-2026|{one.status}|Home|{one.rma}|{one.kind}|{one.label}|JPY|{one.charged}|{one.sku}|1|{one.reason}|Y|"
        f"{one.arrived}|{amount}|{pieces}||Y\n"
        for one in returns
    ]
    (tmp_path / "returns.txt").write_text((HEAD + "".join(lines)).replace("|", "\t"), encoding="utf-8")
    (tmp_path / "paid.csv").write_bytes(transactions([*rows, month("09-05"), month("11-01")]))
    desk("import", tmp_path / "paid.csv")
    desk("import", tmp_path / "returns.txt")


def told(desk: Desk) -> Told:
    """What Today says."""
    needs: dict[str, Any] = {one["need"]: one for one in desk("today", "--as-of", AS_OF, "--json").json["needs"]}
    return Told(needs.get("charged_buyer", {"yen": 0})["yen"], needs.get("payments_back", {"yen": 0})["yen"])


def said(desk: Desk, rule: str) -> str:
    """What a rule of returns or payments says of the order; "" for nothing."""
    findings = desk(rule.split(".", maxsplit=1)[0], "--as-of", AS_OF, "--all", "--json", lang="en").json["findings"]
    return next((f"{one['outcome']}: {one['text']}" for one in findings if (one["rule"], one["subject"]) == (rule, ORDER)), "")


TWO = (Back(rma="R1"), Back(rma="R2"))


@pytest.mark.parametrize(
    ("returns", "rows", "amount", "pieces", "expected"),
    [
        pytest.param(TWO, [sale(6_000, pieces=2), refund(8_100)], 6_000, 2, Told(0, 500), id="two labels of one item"),
        pytest.param(TWO, [sale(6_000, pieces=2), refund(7_600)], 6_000, 2, Told(0, 0), id="just two labels"),
        pytest.param(TWO, [sale(6_000, pieces=2), refund(6_800)], 6_000, 2, Told(800, 0), id="one of two labels"),
        pytest.param(
            (Back(), Back(rma="R2", charged="Seller")), [sale(6_000, pieces=2), refund(6_800)], 6_000, 2, Told(0, 0), id="one is the shop's"
        ),
        pytest.param((Back(rma="R0", status="Cancelled", arrived=""), Back()), [sale(), refund(3_800)], 3_000, 1, Told(), id="cancelled"),
        pytest.param((Back(rma="R0", status="Declined"), Back()), [sale(), refund(4_300)], 3_000, 1, Told(0, 500), id="declined"),
        pytest.param(
            (Back(arrived="14-Oct-2026"),),
            [sale(2_000), sale(1_000, "B-1"), refund(2_000), refund(1_800, "B-1")],
            3_000,
            2,
            Told(0, 1_000),
            id="another item",
        ),
        pytest.param(
            (Back(), Back("500", "B-1", "R2")),
            [sale(2_000), sale(1_000, "B-1"), refund(3_300), refund(1_000, "B-1")],
            3_000,
            2,
            Told(),
            id="both labels on one item",
        ),
        pytest.param(
            (Back(), Back("500", "B-1", "R2")),
            [sale(2_000), sale(1_000, "B-1"), sale(4_000, "C-1"), refund(2_800), refund(1_500, "B-1")],
            7_000,
            3,
            Told(),
            id="an item is left",
        ),
        pytest.param(
            (Back(), Back("0", "B-1")),
            [sale(), sale(3_000, "B-1"), refund(3_300), refund(3_000, "B-1")],
            6_000,
            2,
            Told(500, 0),
            id="one label of two items, a part of it",
        ),
        pytest.param(
            (Back("0"), Back("800", "B-1")),
            [sale(), sale(3_000, "B-1"), refund(3_300), refund(3_000, "B-1")],
            6_000,
            2,
            Told(500, 0),
            id="one label of two items, told on the second row",
        ),
        pytest.param(
            (Back(), Back("0", "B-1")),
            [sale(), sale(3_000, "B-1"), refund(3_800), refund(3_000, "B-1")],
            6_000,
            2,
            Told(0, 0),
            id="one label of two items, just it",
        ),
        pytest.param(
            (Back(), Back("0", "B-1")),
            [sale(), sale(3_000, "B-1"), refund(4_000), refund(3_000, "B-1")],
            6_000,
            2,
            Told(0, 200),
            id="one label of two items, and more",
        ),
        pytest.param(
            (Back(), Back("", "B-1")),
            [sale(), sale(3_000, "B-1"), refund(4_000), refund(3_000, "B-1")],
            6_000,
            2,
            Told(0, 200),
            id="one label of two items, blank on the second row",
        ),
        pytest.param((Back(),), [sale(), refund(), claim(800)], 3_000, 1, Told(), id="a claim after the refund"),
        pytest.param((Back(),), [sale(), refund(), claim(1_300)], 3_000, 1, Told(0, 500), id="a claim of more than the label"),
        pytest.param((Back(),), [sale(), claim(4_300)], 3_000, 1, Told(0, 500), id="a claim alone"),
        pytest.param((Back(),), [sale(), claim(3_500)], 3_000, 1, Told(300, 0), id="a claim of a part of the label"),
        pytest.param((Back(),), [sale(), refund(3_800, state="延期")], 3_000, 1, Told(), id="a refund that is held back"),
        pytest.param((Back(""),), [sale(), refund(3_800)], 3_000, 1, Told(), id="a label of which the cost is not told"),
        pytest.param((Back("", kind="AmazonUnPaidLabel"),), [sale(), refund(3_800)], 3_000, 1, Told(), id="paid at the counter"),
        pytest.param((Back(reason="CR-OTHER"),), [sale(), refund(3_800)], 3_000, 1, Told(), id="who pays is not known"),
        pytest.param((Back(reason="CR-OTHER"),), [sale(), refund(4_300)], 3_000, 1, Told(0, 500), id="more than a label of whomever"),
    ],
)
def test_no_yen_beyond_the_sale_is_both_to_be_given_back_and_claimed(  # noqa: PLR0917 (cases)
    desk: Desk, tmp_path: Path, returns: Sequence[Back], rows: Sequence[Row], amount: int, pieces: int, expected: Told
) -> None:
    shop(desk, tmp_path, returns, rows, amount, pieces)
    assert told(desk) == expected


UNTOLD = ("check: Your shop pays this return, and the buyer paid its label. What", "check: The buyer paid ¥3,000, yet ¥3,800 was refunded")


@pytest.mark.parametrize(
    ("returns", "of_returns", "of_payments", "rows"),
    [
        (Back(""), *UNTOLD, [sale(), refund(3_800)]),
        (Back("", kind="AmazonUnPaidLabel"), *UNTOLD, [sale(), refund(3_800)]),
        (Back(reason="CR-OTHER"), "", UNTOLD[1], [sale(), refund(3_800)]),
        (
            Back(),
            "check: Your shop pays this return, yet its label (¥800) was charged to the buyer. Of the refund",
            "",
            [sale(), refund(3_800, state="延期")],
        ),
        (Back(), "ok: Your shop pays", "ok: The refund of ¥3,800 is within the ¥3,000", [sale(), refund(3_800)]),
        (
            Back(),
            "check: Your shop pays this return. The returns report names the buyer for its label (¥800), yet",
            "ok: The refund of ¥3,000 is within",
            [sale(), refund()],
        ),
        (Back(), "breach: Your shop pays this return, yet its label (¥800) was charged to the buyer", "", []),
    ],
)
def test_what_is_not_known_of_a_label_is_named_on_both_pages(  # noqa: PLR0917 (cases)
    desk: Desk, tmp_path: Path, returns: Back, of_returns: str, of_payments: str, rows: Sequence[Row]
) -> None:
    shop(desk, tmp_path, [returns], rows)
    both = (said(desk, "returns.label-payer"), said(desk, "payments.refund-too-large"))
    assert (both[0].startswith(of_returns), both[1].startswith(of_payments)) == (True, True)
    assert [bool(text) for text in both] == [bool(of_returns), bool(of_payments)]


FREE = (Back("0"), Back("0", rma="R2"))


@pytest.mark.parametrize(
    ("returns", "rows", "pieces", "due"),
    [
        pytest.param(FREE, [sale(6_000, pieces=2), refund(), refund(day=15)], 2, 0, id="one after the other"),
        pytest.param(FREE, [sale(6_000, pieces=2), refund(6_000)], 2, 0, id="both at once"),
        pytest.param(FREE, [sale(6_000, pieces=2), refund()], 2, 1, id="one of two"),
        pytest.param(FREE, [sale(3_000), refund()], 1, 0, id="two requests of one piece"),
        pytest.param((Back("0"), Back("0", rma="R2", arrived="")), [sale(6_000, pieces=2), refund()], 2, 0, id="the other is on its way"),
        pytest.param((Back("0", status="Cancelled", arrived=""), Back("0", rma="R2")), [sale(), refund()], 1, 0, id="one was cancelled"),
        pytest.param((Back("0", status="Cancelled", arrived=""), Back("0", rma="R2")), [sale()], 1, 1, id="the other is still open"),
    ],
)
def test_refunds_of_an_item_are_of_the_rows_that_arrived_first(  # noqa: PLR0917 (cases)
    desk: Desk, tmp_path: Path, returns: Sequence[Back], rows: Sequence[Row], pieces: int, due: int
) -> None:
    shop(desk, tmp_path, returns, rows, 3_000 * pieces, pieces)
    assert ("refunds still to be made" in desk("returns", "--as-of", AS_OF).out) == (due > 0)
    assert ("past their refund deadline" in desk("today", "--as-of", AS_OF).out) == (due > 0)


def test_a_refund_is_told_of_the_row_that_was_not_cancelled(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path, (Back("0", status="Cancelled", arrived=""), Back("0", rma="R2")), [month("10-05")])
    assert desk("refund", ORDER, "3000").status == 0
    assert "refunds still to be made" not in desk("returns", "--as-of", AS_OF).out


def test_only_what_arrived_is_due_by_the_payments(desk: Desk, tmp_path: Path) -> None:
    on_its_way = (Back("0"), Back("0", rma="R2", arrived=""))
    shop(desk, tmp_path, on_its_way, [sale(6_000, pieces=2), refund(2_000)], 6_000, 2)
    assert "¥2,000 was refunded, where ¥3,000 is due" in said(desk, "payments.return-without-refund")
    shop(desk, tmp_path, on_its_way, [sale(6_000, pieces=2), refund()], 6_000, 2)
    assert said(desk, "payments.return-without-refund") == "ok: The return was refunded, by the payment reports."


def test_payments_that_end_early_name_their_last_day_and_ask_for_the_next_month(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path, [Back("0", arrived="28-Oct-2026")], [sale()])  # due by October 30; the last row is of November 1
    (late,) = [
        one
        for one in desk("payments", "--as-of", "2026-11-30", "--json", lang="en").json["findings"]
        if one["rule"] == "payments.return-without-refund"
    ]
    assert "which go to 2026-11-01, have none" in late["text"]
    assert late["fix"].startswith("First open the payment reports after 2026-11-01 (the next month)")


def test_a_label_taken_off_the_refund_is_asked_for_once(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path, [Back()], [sale(), refund(2_200)])
    rules = ("returns.label-payer", "returns.refund-amount", "returns.refund-deadline", "payments.return-without-refund")
    fixes = {
        one["rule"]: one["fix"]
        for command in ("returns", "payments")
        for one in desk(command, "--as-of", AS_OF, "--json", lang="en").json["findings"]
        if one["rule"] in rules
    }
    assert [("once" in fixes[rule], "that settles what" in fixes[rule], "800" in fixes[rule]) for rule in rules] == [(True, True, True)] * 4
    assert told(desk) == Told(800, 0)


@pytest.mark.parametrize(
    ("first", "later", "expected", "words"),
    [
        (2_200, 800, Told(), "ok: Your shop pays this return. Its label (¥800) was taken off"),
        (2_200, 1_300, Told(0, 500), "ok: Your shop pays this return. Its label (¥800) was taken off"),  # ¥500 beyond the sale are no label
        (2_500, 500, Told(), "check: Your shop pays this return. The returns report names the buyer"),  # what lacked was another yen
    ],
)
def test_a_label_that_was_refunded_after_all_is_done(  # noqa: PLR0917 (cases)
    desk: Desk, tmp_path: Path, first: int, later: int, expected: Told, words: str
) -> None:
    shop(desk, tmp_path, [Back()], [sale(), refund(first), refund(later, day=15)])
    assert said(desk, "returns.label-payer").startswith(words)
    assert told(desk) == expected


@pytest.mark.parametrize(
    ("refunds", "yen", "words"), [((3_000,), 3_000, "would pay it twice"), ((), 6_000, "would pay it twice"), ((), 3_000, "before you")]
)
def test_a_claim_covers_one_of_two_requests_where_it_and_the_refunds_are_all_that_is_due(
    desk: Desk, tmp_path: Path, refunds: Sequence[int], yen: int, words: str
) -> None:
    shop(desk, tmp_path, FREE, [sale(6_000, pieces=2), *map(refund, refunds), claim(yen)], 6_000, 2)
    for rule in ("returns.refund-deadline", "payments.return-without-refund"):
        (told_of,) = [
            one
            for one in desk(rule.split(".", maxsplit=1)[0], "--as-of", AS_OF, "--json", lang="en").json["findings"]
            if one["rule"] == rule
        ]
        assert words in f"{told_of['text']} {told_of['fix']}"


@pytest.mark.parametrize(("refunded", "out"), [(6_000, 1_600), (5_200, 800), (4_400, 0)])
def test_labels_of_two_requests_that_were_taken_off_their_refund_are_not_claimed(
    desk: Desk, tmp_path: Path, refunded: int, out: int
) -> None:
    wrong = [Back(rma=rma, reason="CR-UNWANTED_ITEM", charged="Seller") for rma in ("R1", "R2")]
    labels = [Row(f"2026-10-{day} 09:00:00", "調整", {"other": -800}, ORDER, text="ReturnPostageBilling", quantity="") for day in (16, 17)]
    shop(desk, tmp_path, wrong, [sale(6_000, pieces=2), refund(refunded), *labels], 6_000, 2)
    assert (f"wrongly charged to your shop: {out // 800}, ¥{out:,}" in desk("returns", "--as-of", AS_OF).out) == (out > 0)
    assert (f"has this label (¥{out:,}) among" in said(desk, "payments.label")) == (out > 0)
    assert told(desk) == Told()


@pytest.mark.parametrize(("refunded", "give"), [(3_000, 0), (2_200, 800)])
def test_a_label_that_payments_took_from_the_shop_is_not_given_back_to_a_buyer_who_has_all(
    desk: Desk, tmp_path: Path, refunded: int, give: int
) -> None:
    taken = Row("2026-10-13 09:00:00", "配送サービス", {"other_fees": -800}, ORDER, text="Shipping label purchase for return", quantity="")
    shop(desk, tmp_path, [Back()], [sale(), refund(refunded), taken])
    assert told(desk) == Told(give, 0)
    label = said(desk, "returns.label-payer")
    assert label.startswith("breach" if give else "check: Your shop pays this return. The returns report says that its label (¥800)")


@pytest.mark.parametrize(
    ("again", "rule", "first"),
    [
        pytest.param(refund(day=20), "payments.refund-too-large", "refunded twice", id="two refunds"),
        pytest.param(claim(3_000), "payments.paid-twice", "taken twice", id="a refund and a claim"),
    ],
)
@pytest.mark.parametrize(("reason", "second"), [("CR-DEFECTIVE", "in your shop's place"), ("CR-NO_SUCH_CODE", "if your shop pays")])
def test_the_whole_price_paid_once_more_beside_a_label_names_both_explanations_the_likelier_first(  # noqa: PLR0917 (two explanations)
    desk: Desk, tmp_path: Path, again: Row, rule: str, first: str, reason: str, second: str
) -> None:
    shop(desk, tmp_path, [Back("0", kind="AmazonUnPaidLabel", reason=reason)], [sale(), refund(), again])
    text = said(desk, rule)
    assert text.startswith("check: ")
    assert 0 < text.find(first) < text.find(second)
    assert told(desk).claim == 0, "how much of it is a label is not known"


def test_less_than_the_price_once_more_may_be_the_label_alone(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path, [Back("0", kind="AmazonUnPaidLabel")], [sale(), refund(3_800)])
    assert "twice" not in said(desk, "payments.refund-too-large")
