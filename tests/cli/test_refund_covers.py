"""Which refunds of the payment reports take a return's deadline away: those that cover what came back, and a replacement asks for none."""

from pathlib import Path

import pytest

from tests.cli.test_charged import BACK, ORDER, RETURNS, SALE
from tests.conftest import Desk
from tests.payments_maker import Amount, Row, settlement, transactions

DAY = "2026-07-16"
CASES = {
    "claim_returned": "came back to your shop. No refund is on record",
    "refunded_in_part": "is due for what came back", "cover_unknown": "whether that is all of it", "held_back": "is held back in the payment reports. It is due",
    "refunded_late": "must not be refunded again", "refunded": "is on record", "replaced": "no refund is due", "nothing_paid": "there is nothing to refund", "claimed": "A refund would pay it twice",
    "claimed_in_part": "Whether that is all that is due", "due": "Refund by", "claim_held": "is held back in the payment reports. A refund is due",
    "refund_returned": "and that it came back to your shop", "shipping_kept": "of the shipping that the buyer had paid",
}  # fmt: skip
"""Words of each case."""
OTHERS = tuple(SALE._replace(at=f"2026-{day} 10:00:00", order="250-0000000-0000001") for day in ("06-02", "08-29"))
"""Sales of the months before and after, so that the files cover the time."""
CONCESSION = BACK._replace(at="2026-07-05 09:00:00", yen={"product_sales": -300})


def shop(
    desk: Desk, tmp_path: Path, *rows: Row, pieces: str = "1", ordered: str = "1", resolution: str = "", reported: int | None = None
) -> None:
    """A shop with one return that arrived on 15 July and whose report tells a refund (`reported`, in yen) or none, and payments."""
    cell = "" if reported is None else str(reported)
    head, line = RETURNS.format(order=ORDER, pieces=pieces, label="", reason="CR-DEFECTIVE", refunded=cell).rstrip("\n").split("\n")
    cells = line.split("|")
    cells[16] = ordered
    text = f"{head}|Resolution\n{'|'.join(cells)}|{resolution}\n"
    (tmp_path / "returns.txt").write_text(text.replace("|", "\t"), encoding="utf-8")
    desk("import", tmp_path / "returns.txt")
    if rows:
        (tmp_path / "july.csv").write_bytes(transactions(rows))
        desk("import", tmp_path / "july.csv")


def told(desk: Desk, day: str = DAY) -> tuple[str, bool]:
    """The case of the deadline's finding by its words, and whether the order is on the board."""
    answer = desk("returns", "--as-of", day, "--all", "--json", lang="en").json
    text = next(one["text"] for one in answer["findings"] if one["rule"] == "returns.refund-deadline")
    return next(name for name, words in CASES.items() if words in text), bool(answer["deadlines"])


def finding(desk: Desk) -> dict[str, str]:
    """What is said of the deadline."""
    findings = desk("returns", "--as-of", DAY, "--json", lang="en").json["findings"]
    return next(one for one in findings if one["rule"] == "returns.refund-deadline")


def test_a_concession_before_the_return_leaves_the_deadline_where_it_is(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path, SALE, CONCESSION)
    assert told(desk) == ("refunded_in_part", True)
    assert "¥300 was refunded, where ¥1,980 is due" in finding(desk)["text"]


def test_days_that_are_thousands_are_grouped(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path)
    assert "(1,476 days overdue)" in desk("returns", "--as-of", "2030-08-01", lang="en").out


@pytest.mark.parametrize(("day", "case"), [("2026-07-17 09:00:00", "refunded"), ("2026-07-25 09:00:00", "refunded_late")])
def test_the_refund_that_covers_what_came_back_is_the_one_in_time_or_late(desk: Desk, tmp_path: Path, day: str, case: str) -> None:
    rest = BACK._replace(at=day, yen={**BACK.yen, "product_sales": -1_500})
    shop(desk, tmp_path, SALE, CONCESSION, rest)
    assert told(desk, "2026-08-01") == (case, False)


@pytest.mark.parametrize(("pieces", "yen", "on_board"), [("1", -990, False), ("2", -990, True), ("2", -2_200, False)])
def test_the_refund_is_held_against_the_sale_of_the_pieces_that_came_back(
    desk: Desk,
    tmp_path: Path,
    pieces: str,
    yen: int,
    on_board: bool,  # noqa: FBT001 (a case)
) -> None:
    shop(desk, tmp_path, SALE._replace(quantity="2"), BACK._replace(yen={"product_sales": yen}), pieces=pieces, ordered="2")
    assert told(desk)[1] == on_board


def test_where_the_sale_is_not_known_that_is_said_and_the_deadline_stays(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path, BACK, ordered="3")
    assert told(desk) == ("cover_unknown", True)


def test_a_refund_that_is_held_back_is_said_and_none_is_asked_for_again(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path, SALE, BACK._replace(at="2026-07-15 20:00:00", state="保留", settlement=""))
    assert told(desk, "2026-08-01") == ("held_back", True)
    assert "Do not refund again" in str(finding(desk))


@pytest.mark.parametrize("word", ["Replacement", "交換", "FreeReplacement", "Exchange"])
def test_a_replacement_asks_for_no_refund(desk: Desk, tmp_path: Path, word: str) -> None:
    shop(desk, tmp_path, resolution=word)
    assert told(desk, "2026-08-01") == ("replaced", False)


@pytest.mark.parametrize("word", ["StandardRefund", "返金", "", "田中"])
def test_every_other_return_asks_for_its_refund(desk: Desk, tmp_path: Path, word: str) -> None:
    shop(desk, tmp_path, resolution=word)
    assert told(desk) == ("due", True)


def test_the_owners_word_does_not_outweigh_a_part_that_the_payments_tell(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path, SALE, CONCESSION)
    desk("refund", ORDER, "1980")
    assert told(desk) == ("refunded_in_part", True)


def test_the_owners_word_holds_where_the_payments_tell_no_refund_yet(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path, SALE)
    assert told(desk) == ("due", True)
    desk("refund", ORDER, "1980")
    assert told(desk)[1] is False


def today(desk: Desk, day: str = DAY) -> dict[str, int]:
    """What Today says of refunds, with how many."""
    needs = desk("today", "--as-of", day, "--json").json["needs"]
    return {need["need"]: need["count"] for need in needs if need["need"].startswith("refunds")}


def paid_verdict(desk: Desk, rule: str) -> tuple[str, str]:
    """The outcome and the words of a rule about payments on the order, after all its days."""
    findings = desk("payments", "--as-of", "2026-09-01", "--all", "--json").json["findings"]
    found = next(one for one in findings if (one["rule"], one["subject"]) == (rule, ORDER))
    return found["outcome"], found.get("text", "")


def calendar(desk: Desk, tmp_path: Path) -> str:
    """The calendar of deadlines, its lines unfolded."""
    desk("export", "returns-deadlines", "--as-of", DAY, "--out", tmp_path / "days.ics", lang="en")
    return (tmp_path / "days.ics").read_text(encoding="utf-8").replace("\n ", "")


@pytest.mark.parametrize("kind", ["マーケットプレイス保証申請", "チャージバック"])
@pytest.mark.parametrize("sku", [BACK.sku, ""])
def test_what_a_claim_has_paid_the_buyer_is_not_refunded_again(desk: Desk, tmp_path: Path, kind: str, sku: str) -> None:
    shop(desk, tmp_path, SALE, BACK._replace(kind=kind, sku=sku))
    assert told(desk) == ("claimed", False)
    assert "Do not refund" in str(finding(desk))
    assert today(desk) == {"refunds_claimed": 1}
    assert "Refund by" not in calendar(desk, tmp_path)


def test_a_claim_of_a_part_is_looked_at_before_the_rest_is_refunded(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path, SALE, CONCESSION._replace(kind="マーケットプレイス保証申請"))
    assert told(desk) == ("claimed_in_part", True)
    assert today(desk) == {"refunds_started": 1}
    assert "Do not refund before" in calendar(desk, tmp_path)


CLAIM = "マーケットプレイス保証申請"
HELD = {"state": "保留", "settlement": ""}
PART = "a part is refunded: see whether the rest is due"
CLAIMED = "a claim or chargeback took money: do not refund before you have looked at it"
CAME_BACK = "a refund or a claim came back to your shop: see first whether the buyer has the money"
HELD_BACK = "a refund is held back: do not refund again"


@pytest.mark.parametrize("reported", [None, 990, 2_200])
@pytest.mark.parametrize("yen", [990, 1_980])
def test_a_claim_is_not_paid_once_more_whatever_the_returns_report_says_was_refunded(
    desk: Desk, tmp_path: Path, reported: int | None, yen: int
) -> None:
    shop(desk, tmp_path, SALE, price_back(990), price_back(yen, kind=CLAIM), reported=reported)
    assert told(desk, "2026-08-01") == ("claimed", False)
    assert "Do not refund." in finding(desk)["fix"]
    assert today(desk, "2026-08-01") == {"refunds_claimed": 1}
    assert "Refund by" not in calendar(desk, tmp_path)


@pytest.mark.parametrize(
    ("rows", "reported", "case", "note"),
    [
        ([("返金", 990, {}), (CLAIM, 300, {})], 990, "claimed_in_part", CLAIMED),
        ([("返金", 990, {})], 990, "refunded_in_part", PART),
        ([("返金", 980, {}), ("返金", 1_000, HELD)], 980, "held_back", HELD_BACK),
    ],
)
def test_a_refund_of_a_part_in_the_returns_report_takes_no_caution_away(  # noqa: PLR0917 (cases)
    desk: Desk, tmp_path: Path, rows: list[tuple[str, int, dict[str, str]]], reported: int, case: str, note: str
) -> None:
    shop(desk, tmp_path, SALE, *(price_back(yen, kind=kind, **state) for kind, yen, state in rows), reported=reported)
    assert told(desk) == (case, True)
    assert today(desk) == {"refunds_started": 1}
    assert "Refund by" not in calendar(desk, tmp_path)
    assert note in desk("returns", "--as-of", DAY, lang="en").out


def test_the_rest_of_a_refund_is_what_the_report_that_tells_most_of_it_leaves(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path, SALE, price_back(1_500), reported=990)
    assert "refund the remaining ¥480" in finding(desk)["fix"]


@pytest.mark.parametrize("yen", [dict.fromkeys(SALE.yen, 0), {**SALE.yen, "promotion": -2_200}])
def test_what_the_buyer_paid_nothing_for_asks_for_no_refund(desk: Desk, tmp_path: Path, yen: dict[str, int]) -> None:
    shop(desk, tmp_path, SALE._replace(yen=yen), *OTHERS)
    assert told(desk, "2026-09-01") == ("nothing_paid", False)
    assert not any(name.startswith("refunds") for name in today(desk, "2026-09-01"))
    assert paid_verdict(desk, "payments.return-without-refund") == (
        "ok",
        "The buyer paid ¥0 for what came back: there is nothing to refund.",
    )


@pytest.mark.parametrize("back", [1, 2])
def test_a_claim_that_came_back_leaves_the_refund_to_be_made_on_every_page(desk: Desk, tmp_path: Path, back: int) -> None:
    claim = BACK._replace(kind="マーケットプレイス保証申請", at="2026-07-18 09:00:00")
    won = [
        claim._replace(at=f"2026-07-2{day} 12:00:00", yen={name: -yen // back for name, yen in claim.yen.items()}) for day in range(back)
    ]
    shop(desk, tmp_path, SALE, claim, *won, *OTHERS)
    outcome, text = paid_verdict(desk, "payments.return-without-refund")
    assert (outcome, "¥2,200 came back to your shop" in text, "2026-07-17" in text) == ("check", True, True), "as the returns say it"
    assert today(desk, "2026-09-01") == {"refunds_started": 1}


def test_a_claim_of_a_part_says_its_yen_and_what_is_open(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path, SALE, CONCESSION._replace(kind="マーケットプレイス保証申請"), *OTHERS)
    text = paid_verdict(desk, "payments.return-without-refund")[1]
    assert "took ¥300, where ¥1,980 is due for what came back (refunded: ¥0, still open: ¥1,680)" in text


def test_a_claim_beside_a_sale_that_is_not_known_says_its_yen(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path, CONCESSION._replace(kind="マーケットプレイス保証申請"), *OTHERS, ordered="2")
    text = paid_verdict(desk, "payments.return-without-refund")[1]
    assert "took ¥300." in text
    assert "?" not in text


def test_a_refund_and_a_claim_that_the_shop_won_leave_the_deadline(desk: Desk, tmp_path: Path) -> None:
    claim = BACK._replace(kind="マーケットプレイス保証申請")
    won = claim._replace(at="2026-07-15 12:00:00", yen={name: -yen for name, yen in claim.yen.items()})
    shop(desk, tmp_path, SALE, claim, won)
    assert told(desk) == ("claim_returned", True)
    assert today(desk) == {"refunds_started": 1}
    assert "Refund by" not in calendar(desk, tmp_path)
    assert CAME_BACK in desk("returns", "--as-of", DAY, lang="en").out


@pytest.mark.parametrize("sku", [BACK.sku, ""])
def test_a_claim_that_is_held_back_is_looked_at_before_anything_is_refunded(desk: Desk, tmp_path: Path, sku: str) -> None:
    shop(desk, tmp_path, SALE, BACK._replace(kind=CLAIM, sku=sku, state="保留", settlement=""), *OTHERS)
    assert told(desk) == ("claim_held", True)
    assert today(desk) == {"refunds_started": 1}
    assert "Do not refund before" in calendar(desk, tmp_path)
    assert "held back: do not refund" in desk("returns", "--as-of", DAY, lang="en").out
    outcome, text = paid_verdict(desk, "payments.return-without-refund")
    assert (outcome, "¥2,200 for the return is held back" in text) == ("check", True)


@pytest.mark.parametrize("reported", [None, 1_980])
def test_a_refund_that_was_taken_back_is_said_to_have_been(desk: Desk, tmp_path: Path, reported: int | None) -> None:
    back = BACK._replace(at="2026-07-15 12:00:00")
    undone = back._replace(at="2026-07-15 18:00:00", yen={name: -yen for name, yen in BACK.yen.items()})
    shop(desk, tmp_path, SALE, back, undone, *OTHERS, reported=reported)
    assert told(desk) == ("refund_returned", True)
    assert today(desk) == {"refunds_started": 1}
    assert "Refund by" not in calendar(desk, tmp_path)
    assert CAME_BACK in desk("returns", "--as-of", DAY, lang="en").out
    outcome, text = paid_verdict(desk, "payments.return-without-refund")
    assert (outcome, "have a refund of ¥1,980, and that it came back" in text, "have none" in text) == ("check", True, False), (
        "as the returns say it"
    )


def test_the_owners_word_of_a_refund_comes_after_one_that_was_taken_back(desk: Desk, tmp_path: Path) -> None:
    undone = BACK._replace(at="2026-07-15 18:00:00", yen={name: -yen for name, yen in BACK.yen.items()})
    shop(desk, tmp_path, SALE, BACK._replace(at="2026-07-15 12:00:00"), undone)
    desk("refund", ORDER, "1980")
    assert told(desk)[1] is False
    assert today(desk) == {}
    assert "¥0" not in desk("returns", "--as-of", DAY, lang="en").out


def test_a_refund_of_which_a_part_was_taken_back_is_one_of_a_part(desk: Desk, tmp_path: Path) -> None:
    undone = price_back(-990)._replace(at="2026-07-16 09:00:00")
    shop(desk, tmp_path, SALE, price_back(1_980), undone)
    assert told(desk) == ("refunded_in_part", True)


@pytest.mark.parametrize(
    ("row", "words"),
    [(CONCESSION, "a refund of a part"), (BACK._replace(at="2026-07-15 20:00:00", state="保留", settlement=""), "held back")],
)
def test_today_and_the_calendar_do_not_say_that_there_is_no_refund_where_one_has_begun(
    desk: Desk, tmp_path: Path, row: Row, words: str
) -> None:
    shop(desk, tmp_path, SALE, row)
    assert today(desk) == {"refunds_started": 1}
    days = calendar(desk, tmp_path)
    assert words in days
    assert "Refund by" not in days


def test_a_part_that_the_owner_tells_leaves_the_rest_on_the_board(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path)
    whole = finding(desk)
    desk("refund", ORDER, "1000")
    assert told(desk) == ("refunded_in_part", True)
    assert "1,000" in finding(desk)["text"] != whole["text"]
    assert any(need["need"].startswith("refunds") for need in desk("today", "--as-of", DAY, "--json").json["needs"])


def test_what_payments_show_as_refunded_is_not_asked_for_by_the_returns_report(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path, SALE, BACK)
    answer = desk("returns", "--as-of", DAY, "--all", "--json", lang="en").json
    said = {one["rule"]: one for one in answer["findings"]}
    assert "refunded" not in said.get("returns.refund-amount", {}).get("missing", ())
    assert "is not in the report" not in said["returns.label-payer"]["text"], "the refund is known"


LATE = BACK._replace(at="2026-07-08 09:00:00", yen={"shipping": -200, "shipping_tax": -20})
"""Its shipping, refunded alone before anything came back."""


def price_back(yen: int, *, state: str = BACK.state, settlement: str = BACK.settlement, kind: str = BACK.kind, sku: str = BACK.sku) -> Row:
    """A refund of the price alone."""
    at = "2026-07-15 20:00:00"
    return BACK._replace(at=at, yen={"product_sales": -yen}, state=state, settlement=settlement, kind=kind, sku=sku)


@pytest.mark.parametrize(
    ("rows", "case", "words"),
    [
        ([LATE], "due", ""),
        ([LATE, price_back(1_980)], "refunded", ""),
        ([LATE, price_back(1_760)], "refunded_in_part", "¥1,760 was refunded, where ¥1,980 is due"),
        ([LATE, price_back(1_980, state="保留", settlement="")], "held_back", "¥1,980"),
        ([LATE, price_back(1_760, kind="マーケットプレイス保証申請")], "claimed_in_part", "¥1,760"),
        ([price_back(600), price_back(1_380, state="保留", settlement="")], "held_back", "¥1,380"),
        (
            [price_back(600), price_back(500, state="保留", settlement="")],
            "refunded_in_part",
            "¥600 was refunded and ¥500 is held back in the payment reports, where ¥1,980",
        ),
    ],
)
def test_shipping_refunded_for_a_late_delivery_is_no_part_of_the_refund_for_what_came_back(
    desk: Desk, tmp_path: Path, rows: list[Row], case: str, words: str
) -> None:
    shop(desk, tmp_path, SALE, *rows)
    assert told(desk)[0] == case
    assert words in finding_text(desk)


def finding_text(desk: Desk) -> str:
    """What is said of the deadline, where it is refunded too."""
    findings = desk("returns", "--as-of", DAY, "--all", "--json", lang="en").json["findings"]
    return next(str(one["text"]) for one in findings if one["rule"] == "returns.refund-deadline")


@pytest.mark.parametrize(("sku", "case"), [("", "refunded"), ("B-9", "cover_unknown")])
def test_a_refund_without_a_sku_is_that_of_the_one_item_and_one_of_another_sku_is_looked_at(
    desk: Desk, tmp_path: Path, sku: str, case: str
) -> None:
    shop(desk, tmp_path, SALE, price_back(2_200, sku=sku))
    assert told(desk)[0] == case
    assert "no refund" not in finding_text(desk).casefold()


@pytest.mark.parametrize(("yen", "case"), [(2_980, "refunded"), (2_000, "cover_unknown")])
def test_a_refund_without_a_sku_of_several_items_covers_them_where_their_sales_come_to_it(
    desk: Desk, tmp_path: Path, yen: int, case: str
) -> None:
    head, line = RETURNS.format(order=ORDER, pieces="1", label="", reason="CR-DEFECTIVE", refunded="").rstrip("\n").split("\n")
    text = "\n".join([head, line, line.replace("|A-1|", "|B-1|").replace("|R1|", "|R2|")]) + "\n"
    (tmp_path / "returns.txt").write_text(text.replace("|", "\t"), encoding="utf-8")
    first = SALE._replace(yen={"product_sales": 1_980, "selling_fees": -214})
    second = SALE._replace(sku="B-1", yen={"product_sales": 1_000, "selling_fees": -100})
    (tmp_path / "july.csv").write_bytes(transactions([first, second, price_back(yen, sku="")]))
    desk("import", tmp_path / "returns.txt")
    desk("import", tmp_path / "july.csv")
    findings = desk("returns", "--as-of", DAY, "--all", "--json", lang="en").json["findings"]
    said = [str(one["text"]) for one in findings if one["rule"] == "returns.refund-deadline"]
    assert said
    assert all(CASES[case] in text for text in said)


def settled(desk: Desk, tmp_path: Path, *rows: Row) -> None:
    """The shop's transactions, and a settlement of the same days that has the sale and these rows."""
    sale = settlement_rows(SALE)
    (tmp_path / "s.txt").write_bytes(settlement(SALE.settlement, [*sale, *(amount for row in rows for amount in settlement_rows(row))]))
    desk("import", tmp_path / "s.txt")


def settlement_rows(row: Row) -> list[Amount]:
    """A row of transactions as its settlement has it."""
    kind, at = {"注文": "Order", "返金": "Refund"}[row.kind], row.at.replace("-", "/")
    texts = {
        "product_sales": ("ItemPrice", "Principal"), "product_sales_tax": ("ItemPrice", "Tax"), "shipping": ("ItemPrice", "Shipping"),
        "shipping_tax": ("ItemPrice", "ShippingTax"), "points": ("Points", "PointsGranted"), "selling_fees": ("ItemFees", "Commission"),
    }  # fmt: skip
    return [Amount(kind, *texts[name], yen, row.order, row.sku, f"{at} JST", row.quantity) for name, yen in row.yen.items()]


def test_while_two_reports_differ_on_a_refund_nobody_is_asked_to_make_it(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path, SALE, price_back(1_980), SALE._replace(order="250-1-1", at="2026-07-31 09:00:00", sku="C-1"))
    settled(desk, tmp_path)
    assert "payments.reports-differ" in cases(desk)
    assert told(desk)[0] == "cover_unknown"
    assert today(desk) == {"refunds_started": 1}
    assert "Refund by" not in calendar(desk, tmp_path)
    assert cases(desk).get("payments.return-without-refund") == "check"


def test_a_refund_held_back_and_paid_by_the_settlement_since_is_no_difference(desk: Desk, tmp_path: Path) -> None:
    held = price_back(2_200, state="保留", settlement="")
    shop(desk, tmp_path, SALE, held, SALE._replace(order="250-1-1", at="2026-07-31 09:00:00", sku="C-1"))
    settled(desk, tmp_path, held._replace(at="2026-07-20 09:00:00"))
    assert "payments.reports-differ" not in cases(desk)
    assert told(desk)[0] in ("refunded", "refunded_late")


def cases(desk: Desk) -> dict[str, str]:
    """The outcome of each rule that found something in payments."""
    return {one["rule"]: one["outcome"] for one in desk("payments", "--as-of", "2026-08-20", "--json").json["findings"]}


LESS = BACK._replace(yen={**BACK.yen, "product_sales": -1_500})


@pytest.mark.parametrize(("reported", "made"), [(None, "1,900"), (1_900, "1,900")])
def test_what_is_left_of_a_refund_has_the_shipping_on_both_sides(desk: Desk, tmp_path: Path, reported: int | None, made: str) -> None:
    shop(desk, tmp_path, SALE, LESS, reported=reported)
    assert told(desk) == ("refunded_in_part", True)
    assert f"¥{made} was refunded, where ¥2,200 is due" in finding(desk)["text"]
    assert "refund the remaining ¥300" in finding(desk)["fix"]


def test_a_whole_refund_of_a_sale_without_its_quantity_leaves_nothing_to_refund(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path, SALE._replace(quantity=""), BACK)
    assert told(desk) == ("refunded", False)


def test_payments_ask_for_no_refund_that_the_returns_report_tells(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path, *OTHERS, SALE, BACK._replace(yen={"product_sales": -700}), reported=2_200)
    (one,) = (
        one
        for one in desk("payments", "--as-of", "2026-09-01", "--json").json["findings"]
        if one["rule"] == "payments.return-without-refund"
    )
    assert "By the returns report, or by what you told, ¥2,200 was refunded, the payment reports have ¥700 of it" in one["text"]
    assert one["fix"].startswith("Do not refund again")


@pytest.mark.parametrize(("prime", "outcome"), [("Y", "breach"), ("N", "check")])
def test_a_late_refund_of_what_may_be_no_sfp_item_waits_for_that_on_every_page(
    desk: Desk, tmp_path: Path, prime: str, outcome: str
) -> None:
    shop(desk, tmp_path, SALE, *OTHERS)
    file = tmp_path / "returns.txt"
    file.write_text(file.read_text(encoding="utf-8").replace("\tY\t\n", f"\t{prime}\t\n"), encoding="utf-8")
    desk("import", file)
    desk("today", "--as-of", "2026-09-01")
    assert paid_verdict(desk, "payments.return-without-refund")[0] == outcome
    findings = desk("returns", "--as-of", "2026-09-01", "--all", "--json").json["findings"]
    assert {one["outcome"] for one in findings if one["rule"] == "returns.refund-deadline"} == {outcome}
    for command in ("payments", "returns"):
        missing = [one["fact"] for one in desk(command, "--as-of", "2026-09-01", "--json").json["missing"]]
        assert ("sfp_item" in missing) == (outcome == "check")
    needs = desk("today", "--as-of", "2026-09-01", "--json").json["needs"]
    assert [need["outcome"] for need in needs if need["need"] == "refunds_overdue"] == [outcome]


@pytest.mark.parametrize(("given", "outcome"), [(0, "check"), (900, "check"), (990, "ok")])
def test_a_refund_of_all_pieces_where_one_came_back_is_to_be_looked_at(desk: Desk, tmp_path: Path, given: int, outcome: str) -> None:
    two = {"product_sales": -1_980}
    others = [Row("2026-07-28 09:00:00", "SAFE-T補てん", {"other": given}, ORDER, quantity="")] if given else []
    shop(desk, tmp_path, SALE._replace(quantity="2", yen={**SALE.yen, "product_sales": 1_980, "product_sales_tax": 0, "shipping": 0, "shipping_tax": 0}),
         BACK._replace(yen=two), *others, ordered="2")  # fmt: skip
    found = desk("returns", "--as-of", DAY, "--all", "--json").json["findings"]
    (amount,) = (one for one in found if one["rule"] == "returns.refund-amount")
    assert (amount["outcome"], amount["facts"]["more"]) == (outcome, 990)
    assert "¥990 more" in amount["text"]


@pytest.mark.parametrize(("held", "open_"), [(600, False), (800, True)])
def test_a_label_that_the_customer_may_pay_explains_a_refund_while_who_pays_is_not_known(
    desk: Desk,
    tmp_path: Path,
    held: int,
    open_: bool,  # noqa: FBT001 (a case)
) -> None:
    head, line = RETURNS.format(order=ORDER, pieces="1", label="600", reason="CR-UNWANTED_ITEM", refunded="").rstrip("\n").split("\n")
    at = head.split("|").index("Category")
    cells = line.split("|")
    cells[at] = ""
    (tmp_path / "returns.txt").write_text(f"{head}\n{'|'.join(cells)}\n".replace("|", "\t"), encoding="utf-8")
    desk("import", tmp_path / "returns.txt")
    back = BACK._replace(yen={**BACK.yen, "product_sales": -1_800 + held})
    (tmp_path / "july.csv").write_bytes(transactions([SALE, back]))
    desk("import", tmp_path / "july.csv")
    found = {one["rule"]: one for one in desk("returns", "--as-of", DAY, "--all", "--json").json["findings"]}
    assert "category" in found["returns.payer"]["missing"]
    assert ("remaining" in found["returns.refund-deadline"].get("fix", "")) == open_, found["returns.refund-deadline"]["text"]


@pytest.mark.parametrize("spoiled", ["cut", "refused"])
def test_a_month_that_is_imported_again_whole_lacks_nothing_and_hides_no_verdict(desk: Desk, tmp_path: Path, spoiled: str) -> None:
    shop(desk, tmp_path)
    whole = transactions([SALE, *OTHERS])
    part = whole[:-60] if spoiled == "cut" else whole.decode("utf-8-sig").replace("2026/08/29", "2026/08/99").encode()
    assert len(part) != len(whole) or spoiled == "refused"
    for name, data in (("part.csv", part), ("whole.csv", whole)):
        (tmp_path / name).write_bytes(data)
        desk("import", tmp_path / name)
        answer = desk("payments", "--as-of", "2026-08-30", "--json").json
        overdue = {one["outcome"] for one in answer["findings"] if one["rule"] == "payments.return-without-refund"}
        assert overdue == ({"breach"} if name == "whole.csv" else set())
    assert (answer["lacking"], answer["unneeded"]) == ([], [{"file": "part.csv", "whole_in": "whole.csv"}])
    assert (
        "“part.csv” has rows that could not be read or were damaged, but all of its rows stand in “whole.csv”"
        in desk("payments", lang="en").out
    )


def test_returns_say_the_same_whether_the_shop_was_judged_before_or_not(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path, SALE, *OTHERS)
    first, file = desk("returns", "--as-of", "2026-08-30", "--json").json["summary"], tmp_path / "pack.xlsx"
    assert first["returns.refund-deadline"]["breach"] == 1
    desk("today", "--as-of", "2026-08-30")
    assert desk("returns", "--as-of", "2026-08-30", "--json").json["summary"] == first
    assert desk("export", "claim-pack", "--as-of", "2026-08-30", "--out", file).status == 0
