"""What Amazon really charged, in the costs of returns: exact where payment reports tell it, "at least" where they do not."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from tests.conftest import Desk
from tests.payments_maker import Amount, Row, settlement, transactions

DAY = "2026-09-01"
RETURNS = (
    "Order ID|Order date|Return request date|Return request status|Category|Amazon RMA ID|Label type|Label cost|Currency code|"
    "Label to be paid by|Merchant SKU|Return quantity|Return Reason|In policy|Return delivery date|Order Amount|Order quantity|"
    "Refunded Amount|Is prime\n"
    "{order}|01-Jul-2026|10-Jul-2026|Approved|Musical Instruments|R1|AmazonPrePaidLabel|{label}|JPY|Seller|A-1|{pieces}|{reason}|Y|"
    "15-Jul-2026|2200|{pieces}|{refunded}|Y\n"
)
ORDER = "250-1234567-1234567"
SALE = Row(
    "2026-07-01 12:00:00",
    "注文",
    {"product_sales": 1_800, "product_sales_tax": 180, "shipping": 200, "shipping_tax": 20, "points": -40, "selling_fees": -214},
    ORDER,
    "a-1",
)
BACK = Row(
    "2026-07-16 09:00:00",
    "返金",
    {"product_sales": -1_800, "product_sales_tax": -180, "shipping": -200, "shipping_tax": -20, "points": 40, "selling_fees": 193},
    ORDER,
    "A-1",
)
LABEL = Row("2026-07-17 09:00:00", "調整", {"other": -612}, ORDER, text="ReturnPostageBilling", quantity="")


def cost(desk: Desk, tmp_path: Path) -> dict[str, Any]:
    """The one row of the file of costs, by its heads."""
    out = tmp_path / "costs.xlsx"
    assert desk("export", "returns", "--as-of", DAY, "--out", out).status == 0
    rows = CalamineWorkbook.from_path(out).get_sheet_by_index(0).to_python()
    place = next(line for line, row in enumerate(rows) if "SKU" in " ".join(map(str, row)))
    return dict(zip(map(str, rows[place]), rows[place + 1], strict=False))


def shop(desk: Desk, tmp_path: Path, pieces: int = 1, *, label: str = "", reason: str = "CR-DEFECTIVE", refunded: str = "2200") -> None:
    """A shop with one return, of which the report tells what its label cost or nothing, and what the owner assumes of every return."""
    file = tmp_path / "returns.txt"
    file.write_text(
        RETURNS.format(order=ORDER, pieces=pieces, label=label, reason=reason, refunded=refunded).replace("|", "\t"), encoding="utf-8"
    )
    desk("import", file)
    desk("account", "set", "handling_cost=0", "value_loss_percent=0")


def paid(desk: Desk, tmp_path: Path, *rows: Row) -> None:
    """Payments of July."""
    (tmp_path / "july.csv").write_bytes(transactions(rows))
    desk("import", tmp_path / "july.csv")


def charged_shop(desk: Desk, tmp_path: Path, told: str, taken: Iterable[int], *adjusted: tuple[str, int]) -> None:
    """A refunded return that the customer pays: what the report tells of its label, what was taken for it, and adjustments of its order."""
    shop(desk, tmp_path, label=told, reason="CR-UNWANTED_ITEM")
    charges = [LABEL._replace(kind="配送サービス", yen={"other_fees": -yen}) for yen in taken]
    others = [Row("2026-07-20 09:00:00", "調整", {"other": yen}, ORDER, text=text, quantity="") for text, yen in adjusted]
    paid(desk, tmp_path, SALE, BACK, *charges, *others)


def labels_of(told: dict[str, Any]) -> list[dict[str, Any]]:
    """What is found about labels."""
    return [one for one in told["findings"] if one["rule"] in ("payments.label", "returns.label-payer")]


def label_of(desk: Desk) -> dict[str, Any]:
    """What the returns say of the one label."""
    (one,) = labels_of(desk("returns", "--as-of", DAY, "--json").json)
    return one


def claimed(desk: Desk, tmp_path: Path) -> list[int]:
    """The yen of the labels in the claim pack of returns, without its total."""
    out = tmp_path / "claims.xlsx"
    assert desk("export", "claim-pack", "--as-of", DAY, "--out", out).status == 0
    rows = CalamineWorkbook.from_path(out).get_sheet_by_index(0).to_python()
    place = next(row for row in rows if "SKU" in " ".join(map(str, row))).index("yen")
    return [int(str(row[place]).removesuffix(".0")) for row in rows if row[0] == ORDER]


def test_a_return_costs_what_was_really_charged(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path)
    before = cost(desk, tmp_path)
    assert before["partly unknown (at least)"] == 1
    paid(desk, tmp_path, SALE, BACK, LABEL)
    after = cost(desk, tmp_path)
    assert (after["yen"], after["partly unknown (at least)"]) == (612 + 21, 0)  # the label, and a tenth of the fee
    assert (after["refunded (payments)"], after["label charged (payments)"]) == (2_200, 612)
    assert str(after["refunded on (payments)"]).startswith("2026-07-16")
    paid(desk, tmp_path, SALE, BACK, LABEL)
    assert cost(desk, tmp_path)["yen"] == 612 + 21, "a month that was opened twice counts once"


def test_a_part_of_a_sale_is_no_exact_return(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path, pieces=2)
    paid(desk, tmp_path, SALE, BACK)
    assert cost(desk, tmp_path)["partly unknown (at least)"] == 1


def test_how_many_of_several_pieces_came_back_is_not_guessed(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path)
    file = tmp_path / "returns.txt"
    file.write_text(file.read_text(encoding="utf-8").replace("\t1\tCR-DEFECTIVE", "\t\tCR-DEFECTIVE"), encoding="utf-8")
    desk("import", file)
    paid(desk, tmp_path, SALE._replace(quantity="2"), BACK, LABEL)
    assert cost(desk, tmp_path)["partly unknown (at least)"] == 1


@pytest.mark.parametrize("quantities", [("1", ""), ("", "1"), ("",)])
def test_a_sale_with_a_row_that_lacks_its_quantity_is_no_exact_one(desk: Desk, tmp_path: Path, quantities: tuple[str, ...]) -> None:
    shop(desk, tmp_path)
    paid(desk, tmp_path, *(SALE._replace(quantity=quantity) for quantity in quantities), BACK, LABEL)
    assert cost(desk, tmp_path)["partly unknown (at least)"] == 1


def test_without_the_sale_the_refund_stands_beside_the_estimate(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path)
    estimate = cost(desk, tmp_path)["yen"]
    paid(desk, tmp_path, BACK)
    told = cost(desk, tmp_path)
    assert (told["yen"], told["refunded (payments)"]) == (estimate, 2_200)


def test_a_refund_of_shipping_alone_names_the_carrier_that_the_shop_used(desk: Desk, tmp_path: Path) -> None:
    sheet = tmp_path / "sent.csv"
    sheet.write_text(f"注文番号,配送業者,配送方法,追跡番号\n{ORDER},ヤマト運輸,宅急便,123456789013\n", encoding="utf-8")
    desk("import", sheet)
    paid(desk, tmp_path, SALE, BACK._replace(yen={"shipping": -200, "shipping_tax": -20}))
    told = desk("payments", "--as-of", DAY, "--json").json["findings"]
    (late,) = [one for one in told if one["rule"] == "payments.lateness"]
    assert "ヤマト運輸" in late["facts"]["carrier"]


@pytest.mark.parametrize(
    ("kind", "back", "out"),
    [
        ("配送サービス/ReturnPostageBilling", (), 600),
        ("配送サービス/ReturnPostageBilling", (600,), 0),
        ("配送サービス/返品用配送ラベル", (300,), 300),
        ("配送サービス/ReturnPostageBilling", (600, -600), 600),
        ("調整/ReturnPostageBilling", (600,), 0),
        ("調整/カスタマーサービスによる調整", (600,), 0),
        ("調整/カスタマーサービスによる調整", (300, 300), 0),
        ("調整/カスタマーサービスによる調整", (150, 300, 450), 0),
        ("調整/カスタマーサービスによる調整", (600, -600), 600),
    ],
)
def test_of_a_label_only_what_did_not_come_back_is_claimed(desk: Desk, tmp_path: Path, kind: str, back: tuple[int, ...], out: int) -> None:
    shop(desk, tmp_path, label="600", reason="CR-UNWANTED_ITEM")
    charge = Row("2026-07-17 09:00:00", "配送サービス", {"other_fees": -600}, ORDER, text="ReturnPostageBilling", quantity="")
    name, text = kind.split("/")
    later = [Row(f"2026-07-{20 + place} 09:00:00", name, {"other": yen}, ORDER, text=text, quantity="") for place, yen in enumerate(back)]
    paid(desk, tmp_path, SALE, BACK, charge, *later)
    said = desk("returns", "--as-of", DAY).out
    assert ("Labels wrongly charged to your shop: 1" in said, f"still out: ¥{out:,}" in said) == (out > 0, out > 0)
    assert (f"(¥{out:,})" in desk("today", "--as-of", DAY).out) == (out > 0)


@pytest.mark.parametrize(("adjusted", "sure"), [((250,), 350), ((200, 150), 250), ((1_650,), 0)])
def test_what_the_shop_was_given_for_an_order_may_be_of_its_label_and_is_named(
    desk: Desk, tmp_path: Path, adjusted: tuple[int, ...], sure: int
) -> None:
    charged_shop(desk, tmp_path, "600", [600], *(("カスタマーサービスによる調整", yen) for yen in adjusted))
    told = label_of(desk)
    assert f"¥{min(600, sum(adjusted)):,}" in told["text"]
    assert told["outcome"] == ("breach" if sure else "check")
    assert (f"(at least ¥{sure})" in desk("today", "--as-of", DAY).out) == (sure > 0)
    assert claimed(desk, tmp_path) == ([sure] if sure else [])


@pytest.mark.parametrize(
    ("told", "taken", "out"),
    [("", [480], 480), ("600", [480], 480), ("600", [300, 300], 600), ("", [300, 180], 480), ("600", [600, 600], 600)],
)
def test_a_label_is_claimed_once_with_no_more_than_was_taken_for_it(
    desk: Desk, tmp_path: Path, told: str, taken: list[int], out: int
) -> None:
    charged_shop(desk, tmp_path, told, taken)
    assert claimed(desk, tmp_path) == [out]
    assert f"¥{out:,}" in label_of(desk)["text"]
    today, more = desk("today", "--as-of", DAY).out, sum(taken) - out
    assert f"charged to the shop wrongly: 1 (¥{out:,})" in today
    assert ("you may get back" in today, f"you may get back: 1 (¥{more:,})" in today) == (more > 0, more > 0)


def test_a_label_of_which_payments_took_nothing_is_not_claimed_before_it_is_looked_at(desk: Desk, tmp_path: Path) -> None:
    charged_shop(desk, tmp_path, "600", [])
    assert claimed(desk, tmp_path) == []
    assert "(¥600) was charged to your shop, but the payment reports do not show that charge (yet)" in label_of(desk)["text"]
    assert "charged to the shop wrongly" not in desk("today", "--as-of", DAY).out


@pytest.mark.parametrize(
    ("text", "held", "out"),
    [("配送サービス/ReturnPostageBilling", 600, 0), ("調整/調整", 600, 0), ("配送サービス/ReturnPostageBilling", 200, 400)],
)
def test_what_comes_back_of_a_label_but_is_held_back_is_named_and_not_claimed(
    desk: Desk, tmp_path: Path, text: str, held: int, out: int
) -> None:
    shop(desk, tmp_path, label="600", reason="CR-UNWANTED_ITEM")
    charge = LABEL._replace(kind="配送サービス", yen={"other_fees": -600})
    kind, name = text.split("/")
    paid(desk, tmp_path, SALE, BACK, charge, Row("2026-07-20 09:00:00", kind, {"other": held}, ORDER, text=name, quantity="", state="延期"))
    for command in ("returns", "payments"):
        (told,) = labels_of(desk(command, "--as-of", DAY, "--json").json)
        assert f"¥{held:,}" in told["text"] or command == "payments"
        assert ("still holds it" in told["text"]) == (not out)
    assert claimed(desk, tmp_path) == ([out] if out else [])
    assert (f"charged to the shop wrongly: 1 (at least ¥{out})" in desk("today", "--as-of", DAY).out) == (out > 0)
    assert "you may get back" not in desk("today", "--as-of", DAY).out


@pytest.mark.parametrize(("label", "back", "left"), [("600", 300, 300), ("600", 600, 0), ("", 600, 0)])
def test_a_label_costs_what_did_not_come_back_of_it(desk: Desk, tmp_path: Path, label: str, back: int, left: int) -> None:
    shop(desk, tmp_path, label=label)
    rows = [
        Row(f"2026-07-{day} 09:00:00", "調整", {"other": yen}, ORDER, text="ReturnPostageBilling") for day, yen in ((17, -600), (20, back))
    ]
    paid(desk, tmp_path, SALE, BACK, *rows)
    assert cost(desk, tmp_path)["yen"] == left + 21


def test_a_label_that_came_back_is_none_to_take_off_a_refund_that_is_still_open(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path, label="600", reason="CR-UNWANTED_ITEM", refunded="0")
    rows = [
        Row(f"2026-07-{day} 09:00:00", "調整", {"other": yen}, ORDER, text="ReturnPostageBilling") for day, yen in ((17, -600), (20, 600))
    ]
    paid(desk, tmp_path, *rows)
    said = desk("returns", "--as-of", DAY).out
    assert "taken off" not in said
    assert "Labels wrongly charged" not in said


@pytest.mark.parametrize(("back", "rest"), [(400, 200), (600, 0)])
def test_postage_that_the_buyer_got_back_is_not_to_be_given_back_again(desk: Desk, tmp_path: Path, back: int, rest: int) -> None:
    shop(desk, tmp_path, label="600")
    report = (tmp_path / "returns.txt").read_text(encoding="utf-8").replace("Seller", "Customer")
    (tmp_path / "buyer.txt").write_text(report, encoding="utf-8")
    desk("import", tmp_path / "buyer.txt")
    amounts = [
        Amount("Order", "ItemPrice", "Principal", 2_200, ORDER, "A-1", "2026-07-01 03:00:00"),
        Amount("Refund", "ItemPrice", "Principal", -2_200, ORDER, "A-1", "2026-07-16 00:00:00"),
        Amount("Refund", "ItemPrice", "ReturnShipping", -back, ORDER, "A-1", "2026-07-16 00:00:00"),
    ]
    (tmp_path / "s.txt").write_bytes(settlement("11", amounts))
    desk("import", tmp_path / "s.txt")
    said, today = desk("returns", "--as-of", DAY).out, desk("today", "--as-of", DAY).out
    assert ("charged to the buyer" in said, f"¥{rest:,}" in said) == (rest > 0, rest > 0)
    assert (f"charged to buyers wrongly: 1 (¥{rest:,})" in today, "to buyers" in today) == (rest > 0, rest > 0)


@pytest.mark.parametrize(("text", "out"), [("RestockingFee", 600), ("Principal", 0)])
def test_a_restocking_fee_is_no_label_that_was_taken_off_the_refund(desk: Desk, tmp_path: Path, text: str, out: int) -> None:
    shop(desk, tmp_path, label="600", reason="CR-UNWANTED_ITEM", refunded="")
    amounts = [
        Amount("Order", "ItemPrice", "Principal", 2_200, ORDER, "A-1", "2026-07-01 03:00:00", "1"),
        Amount("Refund", "ItemPrice", "Principal", -2_200, ORDER, "A-1", "2026-07-16 00:00:00"),
        Amount("Refund", "ItemPrice", text, 600, ORDER, "A-1", "2026-07-16 00:00:00"),
        Amount("other-transaction", "other-transaction", "Shipping label purchase for return", -600, ORDER, "", "2026-07-17 00:00:00"),
    ]
    (tmp_path / "s.txt").write_bytes(settlement("11", amounts))
    desk("import", tmp_path / "s.txt")
    out_of_shop = desk("returns", "--as-of", DAY, "--json").json["totals"]["wrong_charges"]["to_shop"]["yen"]
    assert out_of_shop == out


@pytest.mark.parametrize(
    ("beyond", "give_back", "may_come_back", "words"),
    [
        (0, 0, 0, "the whole price (¥2,200) was refunded: the label was not taken off"),
        (400, 200, 0, "got only ¥400 of it back"),
        (600, 0, 0, "so the buyer has it back"),
        (1_000, 0, 400, "so the buyer has it back"),
    ],
)
def test_yen_refunded_beyond_the_sale_are_a_label_that_the_buyer_paid_or_may_come_back_and_never_both(  # noqa: PLR0917 (cases)
    desk: Desk, tmp_path: Path, beyond: int, give_back: int, may_come_back: int, words: str
) -> None:
    shop(desk, tmp_path, label="600")
    report = (tmp_path / "returns.txt").read_text(encoding="utf-8").replace("Seller", "Customer")
    (tmp_path / "buyer.txt").write_text(report, encoding="utf-8")
    desk("import", tmp_path / "buyer.txt")
    rows = [SALE._replace(order="250-0000000-0000001", at=f"2026-{day} 10:00:00") for day in ("06-02", "08-29")]
    paid(desk, tmp_path, SALE, BACK._replace(yen={**BACK.yen, "product_sales": -1_800 - beyond}), *rows)
    needs = {one["need"]: one for one in desk("today", "--as-of", "2026-08-10", "--json").json["needs"]}
    assert needs.get("charged_buyer", {"yen": 0})["yen"] == give_back
    assert needs.get("payments_back", {"yen": 0})["yen"] == may_come_back
    told = desk("returns", "--as-of", "2026-08-10", "--all", "--json", lang="en").json["findings"]
    assert words in next(one["text"] for one in told if one["rule"] == "returns.label-payer")
    found = desk("payments", "--as-of", "2026-08-10", "--json", lang="en").json["findings"]
    too_large = [one["text"] for one in found if one["rule"] == "payments.refund-too-large"]
    assert [("see Returns" in text, "¥400 is too much" in text) for text in too_large] == [(True, True)] * bool(may_come_back)


def test_a_claim_without_a_return_stands_in_today_until_the_owner_settles_it(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path)
    other = "250-7654321-7654321"
    took = Row("2026-07-16 09:00:00", "A-to-z Guarantee Claim", {"product_sales": -2_200, "points": 40, "selling_fees": 193}, other, "A-1")
    paid(desk, tmp_path, SALE, BACK, SALE._replace(order=other), took)

    def claims() -> tuple[int, int]:
        needs = {one["need"]: one for one in desk("today", "--as-of", DAY, "--json").json["needs"]}
        assert "payments_back" not in needs
        found = needs.get("payments_claims", {"count": 0, "yen": 0})
        return found["count"], found["yen"]

    assert claims() == (1, 2_200)
    assert "1 (¥2,200 at most)" in desk("today", "--as-of", DAY, lang="en").out
    assert desk("decide", "payments.paid-twice", other, "not-so", "--why", "the buyer was right").status == 0
    assert claims() == (0, 0)


def test_a_refunded_parcel_on_the_way_stands_in_today_and_the_calendar_until_its_last_day_to_claim(desk: Desk, tmp_path: Path) -> None:
    arrived = RETURNS.format(order="250-7654321-7654321", label="0", pieces=1, reason="CR-DEFECTIVE", refunded="2200")
    out = RETURNS.format(order=ORDER, label="0", pieces=1, reason="CR-DEFECTIVE", refunded="2200").replace("|15-Jul-2026|", "||")
    (tmp_path / "two.txt").write_text((arrived + out.split("\n")[1] + "\n").replace("|", "\t"), encoding="utf-8")
    desk("import", tmp_path / "two.txt")
    paid(desk, tmp_path, SALE, BACK)
    for day, left in (("2026-08-10", 5), ("2026-08-15", 0), ("2026-08-16", None)):  # refunded on July 16, and 30 days to claim
        needs = {one["need"]: one for one in desk("today", "--as-of", day, "--json").json["needs"]}
        assert needs.get("payments_awaited", {"left": None})["left"] == left
        assert "payments_back" not in needs
        desk("export", "deadlines", "--as-of", day, "--out", tmp_path / "days.ics")
        calendar = (tmp_path / "days.ics").read_text(encoding="utf-8")
        assert ("See whether the return arrived" in calendar, "DATE:20260815" in calendar) == (left is not None, left is not None)


@pytest.mark.parametrize(
    ("payer", "said"),
    [("Seller", ["shop wrongly: 1 (at least ¥1,050)"]), ("Customer", ["buyers wrongly: 1 (¥600)", "shop wrongly: 1 (at least ¥450)"])],
)
def test_today_counts_every_label_of_an_order_on_its_side(desk: Desk, tmp_path: Path, payer: str, said: list[str]) -> None:
    line = RETURNS.split("\n")[1].replace("|2200|{pieces}|", "|4000|2|").replace("|A-1|", "|{sku}|").replace("|R1|", "|{sku}|")
    first = line.format(order=ORDER, label=600, pieces=1, refunded=1_000, sku="A-1",
                        reason="CR-UNWANTED_ITEM" if payer == "Seller" else "CR-DEFECTIVE").replace("Seller", payer)  # fmt: skip
    second = line.format(order=ORDER, label=700, pieces=1, reason="CR-UNWANTED_ITEM", refunded=3_000, sku="B-1")
    (tmp_path / "two.txt").write_text(
        "\n".join([RETURNS.split("\n", maxsplit=1)[0], first, second, ""]).replace("|", "\t"), encoding="utf-8"
    )
    desk("import", tmp_path / "two.txt")
    paid(desk, tmp_path, SALE, Row("2026-07-20 09:00:00", "調整", {"other": 250}, ORDER, text="調整", quantity=""))
    today = desk("today", "--as-of", DAY).out
    assert [one for one in said if one in today] == said


@pytest.mark.parametrize(
    ("refunds", "labels", "out", "by_payments"),
    [
        ((1_000, 3_000), ("1", "2"), 1_300, True),
        ((1_000, 3_000), ("1", "2"), 1_300, False),
        ((400, 3_000), ("1", "2"), 700, True),
        ((400, 3_000), ("1", "2"), 700, False),
        ((1_000, 1_700), ("1", "2"), None, False),
        ((400, 3_000), ("1", "1"), None, True),
        ((400, 3_000), ("1", "1"), None, False),
    ],
)
def test_an_order_of_two_returns_tells_by_its_refunds_what_was_held_back_for_labels(
    desk: Desk, tmp_path: Path, refunds: tuple[int, ...], labels: tuple[str, ...], out: int | None, *, by_payments: bool
) -> None:
    line = RETURNS.split("\n")[1].replace("|2200|{pieces}|", "|4000|2|").replace("|A-1|", "|{sku}|").replace("|R1|", "|{rma}|")
    rows = [
        line.format(order=ORDER, label=cost, pieces=1, reason="CR-UNWANTED_ITEM", refunded=yen, sku=sku, rma=f"R{label}")
        for cost, yen, sku, label in zip((600, 700), refunds, ("A-1", "B-1"), labels, strict=True)
    ]
    (tmp_path / "two.txt").write_text("\n".join([RETURNS.split("\n", maxsplit=1)[0], *rows, ""]).replace("|", "\t"), encoding="utf-8")
    desk("import", tmp_path / "two.txt")
    sales = [SALE._replace(sku=sku, yen={"product_sales": yen}) for sku, yen in (("A-1", 1_000), ("B-1", 3_000))]
    backs = [BACK._replace(sku=sku, yen={"product_sales": -yen}) for sku, yen in zip(("A-1", "B-1"), refunds, strict=True)]
    if by_payments:
        paid(desk, tmp_path, *sales, *backs, *(LABEL._replace(yen={"other": -yen}) for yen in (600, 700) if out is not None))
    told = label_of(desk)
    knows = out is not None and (by_payments or sum(refunds) == 4_000)
    assert ("stays charged to your shop" in told["text"]) == knows
    assert ("not in the report" in told["text"]) == (not knows)
    assert not knows or told["facts"]["yen"] == out
    (amount,) = (
        one for one in desk("returns", "--as-of", DAY, "--json", "--all").json["findings"] if one["rule"] == "returns.refund-amount"
    )
    assert (amount["outcome"] == "ok") == knows
    if out == 1_300:  # of two labels
        assert "Labels wrongly charged to your shop: 2" in desk("returns", "--as-of", DAY).out
        assert "Orders with return labels charged to the shop wrongly: 1 (¥1,300)" in desk("today", "--as-of", DAY).out


@pytest.mark.parametrize(("came_back", "kept"), [(193, 21), (0, 214), (100, 114), (214, 0), (220, 0)])
def test_the_fee_that_was_kept_is_what_the_return_costs(desk: Desk, tmp_path: Path, came_back: int, kept: int) -> None:
    shop(desk, tmp_path, reason="CR-UNWANTED_ITEM", label="0")
    paid(desk, tmp_path, SALE, BACK._replace(yen={**BACK.yen, "selling_fees": came_back}))
    assert cost(desk, tmp_path)["yen"] == kept


@pytest.mark.parametrize(
    ("kind", "text"),
    [("調整", "FeeCorrection"), ("その他", "販売手数料"), ("Amazon手数料", "返金処理手数料"), ("注文外料金", "返金手数料:")],
)
def test_a_fee_that_was_given_back_later_costs_no_more(desk: Desk, tmp_path: Path, kind: str, text: str) -> None:
    shop(desk, tmp_path, reason="CR-UNWANTED_ITEM", label="0")
    later = Row("2026-07-20 09:00:00", kind, {"other": 193}, ORDER, text=text, quantity="")
    paid(desk, tmp_path, SALE, BACK._replace(yen={**BACK.yen, "selling_fees": 0}), later)
    assert cost(desk, tmp_path)["yen"] == 21


def test_the_fee_of_a_refund_that_is_not_made_is_as_the_terms_say(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path, reason="CR-UNWANTED_ITEM", label="0", refunded="")
    paid(desk, tmp_path, SALE)
    assert cost(desk, tmp_path)["yen"] == 21


@pytest.mark.parametrize(("label", "more"), [(612, 612), (0, 0)])
def test_a_label_of_the_customer_that_the_shop_was_charged_is_a_cost_until_it_is_back(
    desk: Desk, tmp_path: Path, label: int, more: int
) -> None:
    shop(desk, tmp_path, reason="CR-UNWANTED_ITEM", label="612")
    paid(desk, tmp_path, SALE, BACK, *([LABEL] if label else []))
    assert cost(desk, tmp_path)["yen"] == 21 + more
    (month,) = desk("returns", "--as-of", DAY, "--json").json["costs"]["by"]["month"]
    assert month["yen"] == 21 + more


def test_a_label_that_was_taken_off_the_refund_costs_nothing(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path, reason="CR-UNWANTED_ITEM", label="612", refunded="1588")
    off = BACK._replace(yen={**BACK.yen, "product_sales": -1_188, "selling_fees": 132})
    paid(desk, tmp_path, SALE, off, LABEL)
    assert cost(desk, tmp_path)["yen"] == 22, "a fee of 154 on what was refunded, less what came back"


def test_a_label_of_which_a_part_was_taken_off_the_refund_costs_the_rest(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path, reason="CR-UNWANTED_ITEM", label="612", refunded="1900")
    off = BACK._replace(yen={**BACK.yen, "product_sales": -1_500, "selling_fees": 163})
    paid(desk, tmp_path, SALE, off, LABEL)
    assert cost(desk, tmp_path)["yen"] == 312 + 22


def test_two_requests_of_one_piece_cost_its_fee_once(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path, label="0")
    file = tmp_path / "returns.txt"
    head, row = file.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join([head, row, row.replace("R1", "R2"), ""]), encoding="utf-8")
    desk("import", file)
    paid(desk, tmp_path, SALE, BACK)
    (month,) = desk("returns", "--as-of", DAY, "--json").json["costs"]["by"]["month"]
    assert month["yen"] == 21


@pytest.mark.parametrize(("quantity", "requests"), [("", 1), ("0", 1), ("", 2), ("0", 2)])
def test_a_fee_of_a_sale_without_its_pieces_is_neither_nothing_nor_counted_for_each_request(
    desk: Desk, tmp_path: Path, quantity: str, requests: int
) -> None:
    shop(desk, tmp_path, label="0")
    file = tmp_path / "returns.txt"
    head, row = file.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join([head, *(row.replace("R1", f"R{place + 1}") for place in range(requests)), ""]), encoding="utf-8")
    desk("import", file)
    paid(desk, tmp_path, SALE._replace(quantity=quantity), BACK)
    (month,) = desk("returns", "--as-of", DAY, "--json").json["costs"]["by"]["month"]
    assert (month["yen"], month["at_least"]) == (0, requests)


def test_the_cap_of_the_refund_fee_is_before_the_tax_that_the_charged_fee_has_in_it(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path)
    dear = {"product_sales": 60_000, "product_sales_tax": 6_000, "selling_fees": -10_890}
    paid(desk, tmp_path, SALE._replace(yen=dear))
    (found,) = desk("returns", "--as-of", DAY, "--json").json["costs"]["returns"]
    assert [line["yen"] for line in found["lines"] if line["kind"] == "admin_fee"] == [550]


def test_what_was_kept_of_the_fee_of_a_refund_in_part_costs_already(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path, reason="CR-UNWANTED_ITEM", refunded="")
    half = {"product_sales": -900, "product_sales_tax": -90, "points": 20}
    paid(desk, tmp_path, SALE, BACK._replace(yen=half))
    (found,) = desk("returns", "--as-of", DAY, "--json").json["costs"]["returns"]
    assert found["borne"] == 96, "all of the fee of 214 on 990 of 2,200 yen, where a tenth of the whole would be 21"
    assert desk("returns", "--as-of", DAY, "--json").json["costs"]["total"]["yen"] == 96


def test_a_label_that_was_charged_twice_is_out_twice(desk: Desk, tmp_path: Path) -> None:
    charged_shop(desk, tmp_path, "600", [600, 600])
    assert claimed(desk, tmp_path) == [600], "of the other 600 yen the payments speak"
    assert [one["facts"]["yen"] for one in labels_of(desk("payments", "--as-of", DAY, "--json").json)] == [600]
    (found,) = desk("returns", "--as-of", DAY, "--json").json["costs"]["returns"]
    assert found["borne"] == 1_200 + 21


def test_a_label_that_the_report_calls_amazons_costs_what_payments_took(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path, label="600", reason="CR-UNWANTED_ITEM")
    file = tmp_path / "returns.txt"
    file.write_text(file.read_text(encoding="utf-8").replace("\tSeller\tA-1", "\tAmazon\tA-1"), encoding="utf-8")
    desk("import", file)
    paid(desk, tmp_path, SALE, BACK, LABEL)
    (found,) = desk("returns", "--as-of", DAY, "--json").json["costs"]["returns"]
    assert found["borne"] == 612 + 21


@pytest.mark.parametrize(("status", "case"), [("Cancelled", "return_ended"), ("Approved", "no_return")])
def test_a_label_without_a_return_that_goes_on_is_asked_about(desk: Desk, tmp_path: Path, status: str, case: str) -> None:
    shop(desk, tmp_path, label="600")
    file = tmp_path / "returns.txt"
    text = file.read_text(encoding="utf-8").replace("Approved", status).replace("15-Jul-2026", "17-Jul-2026")
    file.write_text(text if case == "return_ended" else text.replace(ORDER, "250-7654321-7654321"), encoding="utf-8")
    desk("import", file)
    desk("imports", "remove", 1)  # reports add up
    paid(desk, tmp_path, SALE, LABEL)
    (found,) = (one for one in desk("payments", "--as-of", DAY, "--json").json["findings"] if one["rule"] == "payments.label")
    assert (found["outcome"], found["facts"]["yen"]) == ("check", 612)
    assert ("cancelled" if case == "return_ended" else "no return of this order") in found["text"]


def test_a_label_is_claimed_by_both_pages_where_the_report_tells_the_whole_refund_and_payments_a_part(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path, label="612", reason="CR-UNWANTED_ITEM")
    part = {"product_sales": -1_288, "product_sales_tax": -100, "shipping": -182, "shipping_tax": -18, "points": 40, "selling_fees": 193}
    paid(desk, tmp_path, SALE, BACK._replace(yen=part), LABEL)
    assert claimed(desk, tmp_path) == [612]
    (found,) = labels_of(desk("payments", "--as-of", DAY, "--json", "--all").json)
    assert "held back" not in found["text"]
    assert found["outcome"] == "check"


def test_a_promotion_is_no_label_that_was_held_back_from_the_refund(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path, label="600", reason="CR-UNWANTED_ITEM", refunded="1600")
    sale, back = {**SALE.yen, "promotion": -600}, {**BACK.yen, "promotion": 600}
    paid(desk, tmp_path, SALE._replace(yen=sale), BACK._replace(yen=back), LABEL._replace(yen={"other": -600}))
    assert claimed(desk, tmp_path) == [600], "the buyer paid 1,600 and has them back: the label is still out"
    assert label_of(desk)["outcome"] == "breach"


@pytest.mark.parametrize(("reported", "differs"), [("1700", True), ("2199", False), ("2200", False), ("0", False), ("", False)])
def test_a_refund_of_which_the_two_reports_tell_other_yen_is_named(desk: Desk, tmp_path: Path, reported: str, *, differs: bool) -> None:
    shop(desk, tmp_path, label="0", refunded=reported)
    assert desk("returns", "--as-of", DAY, "--json").json["refunds_differ"] == []
    paid(desk, tmp_path, SALE, BACK)
    found = [{"order_id": ORDER, "sku": "A-1", "told": 1_700, "reported": 2_200, "source": "both"}] if differs else []
    assert desk("returns", "--as-of", DAY, "--json").json["refunds_differ"] == found
    words = "the returns report says that ¥1,700 was refunded, the payment reports say ¥2,200"
    assert (words in desk("returns", "--as-of", DAY, lang="en").out) == differs
    assert ("返品レポートでは1,700円、ペイメントのレポートでは2,200円" in desk("returns", "--as-of", DAY, lang="ja").out) == differs


@pytest.mark.parametrize(("fee_back", "kept"), [(96, 11), (101, 6), (92, 15), (107, 0)])
def test_a_refund_in_part_costs_the_fee_that_was_kept_of_it(desk: Desk, tmp_path: Path, fee_back: int, kept: int) -> None:
    shop(desk, tmp_path, label="0", reason="CR-UNWANTED_ITEM", refunded="1100")
    half = {"product_sales": -1_000, "product_sales_tax": -100, "points": 22, "selling_fees": fee_back}
    paid(desk, tmp_path, SALE, BACK._replace(yen=half))
    assert cost(desk, tmp_path)["yen"] == kept
    assert desk("returns", "--as-of", DAY, "--json").json["costs"]["total"]["yen"] == kept


TWO = SALE._replace(quantity="2", yen={"product_sales": 3_600, "product_sales_tax": 360, "selling_fees": -396})
"""Two pieces sold together; of the fee 198 are of each."""


@pytest.mark.parametrize("rows", [1, 2])
def test_the_fee_kept_at_the_refund_of_a_piece_of_several_is_part_of_its_cost_once(desk: Desk, tmp_path: Path, rows: int) -> None:
    head, line = RETURNS.format(order=ORDER, pieces=1, label="0", reason="CR-DEFECTIVE", refunded="").rstrip("\n").split("\n")
    lines = [line.replace("|R1|", f"|R{place}|").replace("|2200|1|", "|3960|2|") for place in range(rows)]
    (tmp_path / "returns.txt").write_text("\n".join([head, *lines]).replace("|", "\t") + "\n", encoding="utf-8")
    desk("import", tmp_path / "returns.txt")
    back = BACK._replace(yen={"product_sales": -1_800 * rows, "product_sales_tax": -180 * rows, "selling_fees": (198 - 51) * rows})
    paid(desk, tmp_path, TWO, back)
    costs = desk("returns", "--as-of", DAY, "--json").json["costs"]["returns"]
    assert [one["borne"] for one in costs] == [51] * rows


@pytest.mark.parametrize("sku", ["A-1", ""])
def test_the_fee_kept_at_an_a_to_z_claim_is_part_of_the_cost(desk: Desk, tmp_path: Path, sku: str) -> None:
    shop(desk, tmp_path, label="0", refunded="")
    claim = BACK._replace(kind="マーケットプレイス保証申請", sku=sku, yen={**BACK.yen, "selling_fees": 100})
    paid(desk, tmp_path, SALE, claim)
    (one,) = desk("returns", "--as-of", DAY, "--json").json["costs"]["returns"]
    assert one["borne"] == 114
    paid(desk, tmp_path, claim._replace(at="2026-07-30 09:00:00", yen={name: -yen for name, yen in claim.yen.items()}))
    (one,) = desk("returns", "--as-of", DAY, "--json").json["costs"]["returns"]
    assert one["borne"] != 114, "the claim was won"


@pytest.mark.parametrize(("given", "out"), [(200, 612), (1_200, 612), (612, 0)])
def test_what_a_safe_t_claim_gave_is_not_the_labels_unless_it_is_just_its_yen(desk: Desk, tmp_path: Path, given: int, out: int) -> None:
    charged_shop(desk, tmp_path, "612", [612])
    safe_t = Row("2026-07-20 09:00:00", "SAFE-T補てん", {"other": given}, ORDER, quantity="")
    charge = LABEL._replace(kind="配送サービス", yen={"other_fees": -612})
    paid(desk, tmp_path, SALE, BACK, charge, safe_t)
    assert sum(claimed(desk, tmp_path)) == out
    needs = desk("today", "--as-of", DAY, "--json").json["needs"]
    assert sum(need.get("yen") or 0 for need in needs if need["need"] in ("charged_shop", "charged_refund")) == out
    beside = desk("returns", "--as-of", DAY, "--json").json["costs"].get("safe_t")
    assert beside == (None if given == 612 else {"orders": 1, "yen": given}), "it is in no cost, and said so"
    assert (f"what SAFE-T claims gave is not taken off: ¥{given:,} (orders: 1)" in desk("returns", "--as-of", DAY, lang="en").out) == bool(
        beside
    )
    payments = [one for one in desk("payments", "--as-of", DAY, "--json").json["findings"] if one["rule"] == "payments.label"]
    assert [one["facts"]["yen"] for one in payments if one["outcome"] == "breach"] == [], "the returns report asks for it once"


def test_a_label_that_the_returns_report_asks_for_is_decided_about_there(desk: Desk, tmp_path: Path) -> None:
    charged_shop(desk, tmp_path, "612", [612])
    refused = desk("decide", "payments.label", ORDER, "claimed", "--as-of", DAY, lang="en")
    assert (refused.status, "is decided about with its return: by the rule returns.label-payer" in refused.err) == (2, True)
    assert desk("decide", "returns.label-payer", ORDER, "claimed", "--as-of", DAY).status == 0
    needs = {need["need"] for need in desk("today", "--as-of", DAY, "--json").json["needs"]}
    assert needs.isdisjoint({"charged_shop", "charged_refund", "payments_back"})
