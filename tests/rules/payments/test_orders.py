"""Orders in payment reports: what a refund, a claim, a fee and points of one say, and what cannot be known of it."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given as given_hyp
from hypothesis import strategies as st

from sellerdesk.domain.account import Account
from sellerdesk.domain.facts import SkuFacts
from sellerdesk.domain.paid import PaidOrder
from sellerdesk.domain.payment import COLUMNS, Fulfilled, Payment
from sellerdesk.domain.returned_item import ReturnedItem
from sellerdesk.rules.checks import PAID_ORDER_CHECKS
from sellerdesk.rules.engine.check import NoParams, Run
from sellerdesk.rules.payments.orders import orders
from sellerdesk.rules.payments.records import look
from sellerdesk.rules.payments.shares import shares
from sellerdesk.workflows.payment_kinds import places
from sellerdesk.workflows.payments.report import known_of

ORDER, DAY = "250-1234567-1234567", date(2026, 11, 29)
AZ = "マーケットプレイス保証申請"
BOTH_SIDES = ("2026-07", "2026-09")
SOON = date(2026, 9, 10)
"""A day on which a claim for a refund of August can be made; on DAY it cannot any more."""


def row(
    at: str,
    kind: str,
    pieces: int | None = 1,
    *,
    sku: str = "A",
    wrong: int = 0,
    sender: Fulfilled = "seller",
    text: str = "本",
    **yen: int,
) -> Payment:
    """A row of the order."""
    amounts = tuple(yen.get(name, 0) for name in COLUMNS)
    total = sum(amounts) + wrong
    return Payment(1, f"{at} 12:00:00", kind, ORDER, sku, text, amounts, total, pieces, fulfilled=sender)


def sale(price: int, fee: int = 0, pieces: int | None = 1, *, sku: str = "A", at: str = "2026-08-05", points: int = 0) -> Payment:
    """Its sale."""
    return row(at, "注文", pieces, sku=sku, product_sales=price, selling_fees=-fee, points=-points)


def refund(price: int, fee_back: int = 0, *, at: str = "2026-08-20", sku: str = "A", kind: str = "返金", points: int = 0) -> Payment:
    """Its refund, or a claim about it."""
    return row(at, kind, sku=sku, product_sales=-price, selling_fees=fee_back, points=points)


def order(
    *rows: Payment,
    months: tuple[str, ...] = BOTH_SIDES,
    returns: tuple[ReturnedItem, ...] = (),
    category: str | None = "Camera",
) -> PaidOrder:
    """The order, with files of other months beside it; both SKUs are of one category."""
    others = [Payment(9, f"{month}-10 12:00:00", "調整", "", "", "その他：", (0,) * len(COLUMNS), 0) for month in months]
    facts = {sku: SkuFacts(category=category) for sku in ("A", "B")}
    known = known_of(returns, facts, [], (Account(), DAY), {})
    return next(one for one in orders(look([*rows, *others], places()), known) if one.subject == ORDER)


def case(check: str, found: PaidOrder, day: date = DAY) -> str:
    """The case of a check's verdict, or what it lacks."""
    verdict = PAID_ORDER_CHECKS[check].bind(NoParams(), Run(day))(found, SkuFacts())
    return "" if verdict is None else " ".join(verdict.missing) or verdict.case


@pytest.mark.parametrize("price", [4_000, 6_001])
def test_more_than_the_sale_is_a_finding_only_where_the_months_on_both_sides_are_there(price: int) -> None:
    rows = sale(2_000), refund(2_000), refund(price, sku="B", at="2026-09-03")
    assert case("paid_too_large", order(*rows), SOON) == "too_large"
    for months, lacking in ((("2026-09",), "2026-07"), (("2026-07",), ""), ((), "2026-07")):
        found = order(*rows, months=months)
        assert found.month_lacking == lacking
        assert case("paid_too_large", found, SOON) == ("sale_not_whole" if lacking else "too_large")
    late = order(sale(2_000), refund(price, at="2026-10-03"), months=("2026-07",))
    assert (late.month_lacking, case("paid_too_large", late)) == ("2026-09", "sale_not_whole")
    assert case("paid_too_large", order(sale(9_000), refund(price), months=())) == "within"


@pytest.mark.parametrize("day", [date(2026, 9, 19), date(2026, 9, 20), date(2027, 9, 20)])
def test_too_much_refunded_is_asked_of_seller_support_which_has_no_last_day(day: date) -> None:
    found, item = order(sale(2_000), refund(3_000)), order(sale(3_000), sale(2_000, sku="B"), refund(3_000, sku="B"))
    assert case("paid_too_large", found, day) == "too_large"
    assert case("paid_too_large", item, day) == "too_large_item"


@pytest.mark.parametrize(
    ("told", "lacking"),
    [
        ({"amount": 2_000, "ordered_on": date(2026, 8, 4)}, ""),
        ({"amount": 2_000}, ""),
        ({"ordered_on": date(2026, 8, 4)}, ""),
        ({"ordered_on": date(2026, 7, 31)}, "2026-07"),
        ({"amount": 5_000}, "2026-07"),
        ({"amount": 2_000, "order_quantity": 2}, "2026-07"),
        ({"amount": 2_000, "sku": "B"}, "2026-07"),
        ({}, "2026-07"),
    ],
)
def test_a_returns_report_tells_that_no_part_of_a_sale_stands_in_another_month(told: dict[str, object], lacking: str) -> None:
    mine = ReturnedItem(ORDER, **{"sku": "A", "quantity": 1, "order_quantity": 1, **told})  # type: ignore[arg-type]
    found = order(sale(2_000), refund(2_500, at="2026-09-08"), months=("2026-10",), returns=(mine,))
    assert (found.month_lacking, case("paid_too_large", found, SOON)) == (lacking, "sale_not_whole" if lacking else "too_large")


@pytest.mark.parametrize(
    ("rows", "kept"),
    [
        ([refund(5_000, 450, sku="", points=50)], (500, 50, 0)),
        ([refund(3_000, 270, sku="")], (300, 30, 30)),
        ([refund(3_000, 270), refund(2_000, 180, sku="", points=20)], (500, 50, 30)),
        ([refund(1_000, 90, sku="")], "sku_of_refund"),
        ([refund(1_000, 90, sku="Z")], "payments_of_sale"),
    ],
)
def test_a_refund_without_a_sku_is_held_against_the_sales_that_come_to_it(rows: list[Payment], kept: object) -> None:
    found = order(sale(3_000, 300, points=30), sale(2_000, 200, sku="B", points=20), *rows)
    told = case("paid_refund_fee", found)
    assert ((found.fee, (found.fee or 0) - found.fee_back, found.points_lost) if told == "right" else told) == kept


def test_a_row_that_does_not_add_up_carries_no_breach() -> None:
    uneven = row("2026-08-20", "返金", product_sales=-10_000, wrong=1_350)
    found = order(sale(10_000, 1_500), uneven)
    assert [case(name, found) for name in ("paid_refund_fee", "paid_too_large", "paid_points_back")] == ["sound_rows"] * 3
    label = row("2026-08-25", "Shipping Services", text="ReturnPostageBilling", other=-700, wrong=-5)
    assert case("paid_label", order(sale(10_000), label)) == "sound_rows"


def test_a_claim_counts_from_the_refund_of_the_return_and_not_from_an_earlier_part() -> None:
    found = order(sale(3_000), refund(300, at="2026-08-06"), refund(2_700, at="2026-09-20"))
    assert found.claim_by is not None
    assert (found.claim_by - date(2026, 9, 20)).days == 30


@pytest.mark.parametrize(
    ("rows", "months", "said", "yen"),
    [
        ((), BOTH_SIDES, "claim_too_large", 700),
        ((row("2026-09-01", "SAFE-T補てん", other=500),), BOTH_SIDES, "claim_too_large", 200),
        ((row("2026-09-01", "SAFE-T補てん", other=700),), BOTH_SIDES, "claim_no_return", 0),
        ((), ("2026-07", "2026-10"), "claim_sale_not_whole", 0),
        ((), (), "claim_sale_not_whole", 0),
    ],
)
def test_a_claim_that_took_more_than_was_paid_names_the_difference(
    rows: tuple[Payment, ...], months: tuple[str, ...], said: str, yen: int
) -> None:
    found = order(sale(3_300), refund(4_000, kind=AZ), *rows, months=months)
    assert (case("paid_twice", found), shares(found).twice) == (said, yen)
    assert case("paid_twice", order(sale(4_000), refund(4_000, kind=AZ), returns=(back(),))) == "claim_alone"


@pytest.mark.parametrize(("fee_back", "said"), [(0, "right"), (450, "more_back")])
def test_of_a_free_order_that_was_refunded_no_report_is_missing(fee_back: int, said: str) -> None:
    free = row("2026-08-05", "注文", product_sales=3_000, promotion=-3_000)
    assert case("paid_refund_fee", order(free, refund(3_000, fee_back))) == said
    other = sale(2_000, 300, sku="B")
    assert case("paid_refund_fee", order(free, other, refund(3_000), refund(2_000, 270, sku="B"))) == "right"


@pytest.mark.parametrize("sku", ["A", ""])
@pytest.mark.parametrize(("came_back", "said", "yen"), [(159, "claim_too_much", 344), (503, "right", 0), (499, "rounding", 0)])
def test_a_claim_that_keeps_more_of_the_fee_than_a_refund_may_is_a_finding(sku: str, came_back: int, said: str, yen: int) -> None:
    found = order(sale(3_300, 559), refund(3_300, came_back, kind=AZ, sku=sku))
    assert (case("paid_refund_fee", found), max(0, found.fee_kept_most or 0)) == (said, 56)
    assert shares(found).fee == (yen or 559 - came_back - 56)


def test_a_refund_and_a_claim_of_a_part_each_keep_one_fee_together() -> None:
    rows = sale(3_300, 559), refund(1_300, 198), refund(2_000, 0, kind=AZ)
    assert (case("paid_refund_fee", order(*rows)), shares(order(*rows)).fee) == ("claim_fee_untold", 305)
    short = sale(3_300, 559), refund(1_300, 100), refund(2_000, 0, kind=AZ)
    assert case("paid_refund_fee", order(*short)) == "too_much", "of the refund itself too much was kept, too"
    won = refund(-3_300, -503, kind=AZ, at="2026-08-25")
    assert case("paid_refund_fee", order(sale(3_300, 559), refund(3_300, 503, kind=AZ), won, returns=(back(),))) == "", "the claim was won"


@pytest.mark.parametrize(("came_back", "said", "yen"), [(0, "chargeback_kept", 503), (503, "right", 0), (499, "rounding", 0)])
def test_a_chargeback_that_keeps_more_of_the_fee_than_a_refund_may_is_to_be_checked(came_back: int, said: str, yen: int) -> None:
    found = order(sale(3_300, 559), refund(3_300, came_back, kind="チャージバック"))
    assert (case("paid_refund_fee", found), shares(found).fee) == (said, yen or 559 - came_back - 56)
    won = refund(-3_300, -came_back, kind="チャージバックの返金", at="2026-08-25")
    assert case("paid_refund_fee", order(sale(3_300, 559), refund(3_300, came_back, kind="チャージバック"), won, returns=(back(),))) == ""


def test_points_that_a_chargeback_did_not_give_back_are_named() -> None:
    for given, said in ((0, "not_back"), (66, "")):
        found = order(sale(3_300, 559, points=66), refund(3_300, 503, kind="チャージバック", points=given))
        assert (found.points_lost, case("paid_points_back", found)) == (66 - given, said)


def fee_alone(yen: int, at: str = "2026-08-26") -> Payment:
    """A row of the refund fee alone."""
    return row(at, "注文外料金", None, text="返金処理手数料", other=yen)


@pytest.mark.parametrize(
    ("rows", "months", "said"),
    [
        ((), BOTH_SIDES, "no_refund"),
        ((fee_alone(56, "2026-08-28"),), BOTH_SIDES, ""),
        ((row("2026-08-28", "SAFE-T補てん", other=56),), BOTH_SIDES, ""),
        ((row("2026-08-28", "調整", text="よく分からない", other=10),), BOTH_SIDES, "payments_covering"),
        ((refund(3_300, 559),), BOTH_SIDES, "right"),
        ((refund(3_300, 559, kind=AZ),), BOTH_SIDES, "right"),
    ],
)
def test_a_refund_fee_of_an_order_without_a_refund_is_a_finding(rows: tuple[Payment, ...], months: tuple[str, ...], said: str) -> None:
    found = order(sale(3_300, 559), fee_alone(-56), *rows, months=months, returns=(back(),))
    assert case("paid_refund_fee", found) == said
    assert said != "no_refund" or shares(found).fee == 56


def test_a_refund_fee_without_the_sale_or_a_month_between_is_not_known() -> None:
    assert case("paid_refund_fee", order(fee_alone(-56))) == "payments_of_sale"
    assert case("paid_refund_fee", order(sale(3_300, 559, at="2026-06-05"), fee_alone(-56), months=())) == "payments_covering"


@pytest.mark.parametrize("kind", ["マーケットプレイス保証申請", "チャージバック", "Chargeback Refund", "A-to-z Guarantee Claim"])
def test_a_refund_and_a_claim_of_one_order_are_paid_twice(kind: str) -> None:
    claim = refund(3_000, 405, kind=kind, at="2026-08-25")
    found = order(sale(3_000, 450), refund(3_000, 405), claim)
    assert (found.claimed, case("paid_twice", found)) == (3_000, "twice")
    assert case("paid_twice", order(sale(3_000, 450), claim)) == "claim_no_return"
    assert case("paid_twice", order(sale(3_000, 450), refund(1_000), refund(2_000, kind=kind))) == "apart"
    assert case("paid_twice", order(refund(3_000), claim)) == "may_be_twice"
    assert case("paid_twice", order(sale(3_000), refund(3_000), claim, months=())) == "may_be_twice"
    assert case("paid_twice", order(sale(3_000), refund(3_000), claim, refund(-3_000, -405, kind=kind))) == "", "the shop won"


def test_what_amazon_sent_comes_back_to_amazon() -> None:
    rows = [
        row("2026-08-05", "注文", product_sales=3_000, sender="amazon"),
        row("2026-08-20", "返金", product_sales=-3_000, sender="amazon"),
    ]
    assert case("paid_without_return", order(*rows)) == "by_amazon"
    mine = [sale(3_000), refund(3_000)]
    assert case("paid_without_return", order(*mine)) == "no_return_late"
    assert case("paid_without_return", order(mine[0], rows[1])) == "no_return_late", "a part of it is the shop's"
    back = ReturnedItem(ORDER, sku="A", arrived_on=date(2026, 8, 10), refund_by=date(2026, 8, 14))
    assert case("paid_no_refund", order(rows[0], returns=(back,))) == "by_amazon"


def test_a_replacement_asks_for_no_refund() -> None:
    back = ReturnedItem(ORDER, sku="A", arrived_on=date(2026, 8, 10), refund_by=date(2026, 8, 14))
    assert case("paid_no_refund", order(sale(3_000), returns=(back,))) == "not_refunded"
    replaced = ReturnedItem(ORDER, sku="A", arrived_on=date(2026, 8, 10), refund_by=date(2026, 8, 14), resolution="replacement")
    assert case("paid_no_refund", order(sale(3_000), returns=(replaced,))) == "replaced"
    assert case("paid_no_refund", order(sale(3_000), returns=(replaced, back))) == "not_refunded"


@pytest.mark.parametrize(
    ("category", "kept", "said"),
    [
        ("本", 34, "right"),  # 339 of the 493 are the referral fee, 154 the closing fee with its tax
        ("本", 50, "too_much"),
        ("Camera", 50, "right"),
        ("DVD", 50, "closing_fee"),
        ("DVD", 70, "too_much"),
        ("DVD", 0, "right"),
        (None, 50, "category"),
        ("Pens", 50, "category"),
    ],
)
def test_a_tenth_is_of_the_fee_without_the_closing_fee_where_that_is_known(category: str | None, kept: int, said: str) -> None:
    assert case("paid_refund_fee", order(sale(2_000, 493), refund(2_000, 493 - kept), category=category)) == said


@pytest.mark.parametrize(
    ("kept", "said"), [(17 + 77, "closing_fee_back"), (17, "closing_fee_back"), (17 + 77 + 10, "too_much"), (0, "right")]
)
def test_whether_a_closing_fee_comes_back_at_a_refund_in_part_is_not_known(kept: int, said: str) -> None:
    half = sale(2_000, 493), refund(1_000, 247 - kept)
    assert case("paid_refund_fee", order(*half, category="本")) == said
    for category, fact in ((None, "category"), ("DVD", "closing_fee")):  # how much of the fee it is nobody knows
        found = order(*half, category=category)
        assert (case("paid_refund_fee", found), shares(found).fee) == ((fact if kept else "right"), 0)


def test_the_closing_fee_is_of_each_piece_and_of_the_day() -> None:
    two = sale(4_000, 986, 2), refund(4_000, 986 - 68)
    assert case("paid_refund_fee", order(*two, category="本")) == "right"
    untold = sale(4_000, 986, None), refund(4_000, 986 - 68)
    assert case("paid_refund_fee", order(*untold, category="本")) == "quantity_of_sale"
    before = sale(2_000, 493, at="2023-08-05"), refund(2_000, 443, at="2023-08-20")
    assert case("paid_refund_fee", order(*before, category="本")) == "closing_fee"


def test_the_returns_report_tells_a_category_that_the_owner_did_not() -> None:
    book = back(category="本")
    assert case("paid_refund_fee", order(sale(2_000, 493), refund(2_000, 443), returns=(book,), category=None)) == "too_much"


def settled(kind: str, amount_type: str, text: str, yen: int) -> Payment:
    """An amount of a settlement."""
    at = f"2026-08-{'05' if kind == 'Order' else '20'} 12:00:00"
    return Payment(1, at, kind, ORDER, "A", text, (yen,), yen, 1, "7", amount_type, "settlement", fulfilled="seller")


@pytest.mark.parametrize(
    ("commission", "closing", "said", "yen"),
    [(34, 154, "right", 0), (50, 154, "too_much", 16), (34, 0, "too_much", 154)],
)
def test_a_settlement_has_the_closing_fee_in_a_row_of_its_own(commission: int, closing: int, said: str, yen: int) -> None:
    sold = [("ItemPrice", "Principal", 2_000), ("ItemFees", "Commission", -339), ("ItemFees", "VariableClosingFee", -154)]
    fees = [("ItemFees", "Commission", 339), ("ItemFees", "VariableClosingFee", closing), ("ItemFees", "RefundCommission", -commission)]
    rows = [settled("Order", *one) for one in sold] + [settled("Refund", *one) for one in [("ItemPrice", "Principal", -2_000), *fees]]
    found = order(*rows, category=None)
    assert (case("paid_refund_fee", found), shares(found).fee) == (said, yen)


def test_whether_the_fee_for_each_piece_of_the_small_plan_comes_back_counts_on_no_side() -> None:
    sold = [settled("Order", "ItemPrice", "Principal", 2_000), settled("Order", "ItemFees", "Commission", -339)]
    sold += [settled("Order", "ItemFees", "FixedClosingFee", -110), settled("Refund", "ItemPrice", "Principal", -2_000)]
    for back_ in (0, 110):
        fees = [settled("Refund", "ItemFees", "Commission", 339), settled("Refund", "ItemFees", "RefundCommission", -134)]
        found = order(*sold, *fees, settled("Refund", "ItemFees", "FixedClosingFee", back_))
        assert (case("paid_refund_fee", found), shares(found).fee) == ("too_much", 100)


def fee_row(yen: int, sku: str = "") -> Payment:
    """A row of the fee alone: given back, or charged (below 0)."""
    kind = "other-transaction"
    at, text = "2026-08-26 12:00:00", "CommissionCorrection"
    return Payment(1, at, kind, ORDER, sku, text, (yen,), yen, None, "7", kind, "settlement")


TWO = sale(18_200, 3_083), sale(9_668, 893, sku="B"), refund(18_200, 3_083 - 407), refund(9_668, 893, sku="B")
"""Of A 407 were kept, where 309 may be; of B nothing, where 90 may be."""


@pytest.mark.parametrize(
    ("rows", "said", "yen"),
    [
        (TWO, "too_much_item", 98),
        ((*TWO[:3], refund(9_668, 893 - 90, sku="B")), "too_much_item", 98),
        ((TWO[0], TWO[1], refund(27_868, 3_976 - 407, sku="")), "right", 8),  # no row tells of which item it was kept
        ((*TWO, fee_row(98, "A")), "right", 0),
        ((*TWO, fee_row(98, "B")), "too_much_item", 98),
        ((*TWO, fee_row(98, "")), "right", 0),
        ((*TWO, row("2026-09-01", "SAFE-T補てん", other=98)), "given_back", 0),
        ((TWO[0], TWO[1], refund(18_200, 3_083), refund(9_668, 893, sku="B"), fee_row(-399)), "right", 0),
        ((TWO[0], TWO[2]), "too_much", 98),
    ],
)
def test_less_kept_of_an_item_does_not_pay_for_too_much_of_another(rows: tuple[Payment, ...], said: str, yen: int) -> None:
    found = order(*rows, returns=(back(), back("B")))
    assert case("paid_refund_fee", found).replace("rounding", "right") == said
    assert shares(found).fee == yen


def test_the_item_of_which_too_much_was_kept_is_named() -> None:
    verdict = PAID_ORDER_CHECKS["paid_refund_fee"].bind(NoParams(), Run(DAY))(order(*TWO), SkuFacts())
    assert verdict is not None
    assert [verdict.facts[name] for name in ("sku", "kept", "most", "amount")] == ["A", "407", "309", "98"]


def test_the_cap_of_the_refund_fee_holds_for_each_piece() -> None:
    assert case("paid_refund_fee", order(sale(120_000, 18_000, 2), refund(120_000, 17_000))) == "right"
    assert (
        case("paid_refund_fee", order(sale(120_000, 18_000, 2), refund(60_000, 8_500), refund(60_000, 8_500, at="2026-08-21"))) == "right"
    )
    assert case("paid_refund_fee", order(sale(120_000, 18_000, 1), refund(120_000, 16_800))) == "too_much"
    assert case("paid_refund_fee", order(sale(120_000, 18_000, 2), refund(60_000, 8_400))) == "too_much"
    assert case("paid_refund_fee", order(sale(120_000, 18_000, None), refund(120_000, 17_000))) == "quantity_of_sale"
    assert case("paid_refund_fee", order(sale(3_000, 450, None), refund(3_000, 405))) == "right", "far below any cap"


@given_hyp(st.integers(1, 9), st.integers(1, 9))
def test_points_of_whole_pieces_that_did_not_come_back_are_told(pieces: int, back: int) -> None:
    back = min(back, pieces)
    sold = sale(2_000 * pieces, pieces=pieces, points=20 * pieces)
    assert order(sold, refund(2_000 * back, points=20 * back)).points_lost == 0
    found = order(sold, refund(2_000 * back))
    assert (found.points_lost, case("paid_points_back", found)) == (20 * back, "not_back")


@pytest.mark.parametrize(("part", "back", "lost"), [(500, 0, 5), (500, 5, 0), (500, 4, 0), (1_500, 0, 15), (90, 0, 0), (3_000, 0, 30)])
def test_points_of_a_refund_in_part_come_back_in_proportion(part: int, back: int, lost: int) -> None:
    assert order(sale(3_000, points=30), refund(part, points=back)).points_lost == lost


def test_a_fee_of_cash_on_delivery_that_goes_back_is_no_point() -> None:
    refunded = row("2026-08-20", "返金", product_sales=-3_000, other=-330)
    assert dict(places().parts(refunded))["other"] == -330
    assert dict(places().parts(row("2026-08-20", "返金", product_sales=-3_000, other=40)))["points_returned"] == 40
    assert dict(places().parts(row("2026-08-20", "返金", other=-330, text="代引手数料チャージバック")))["fba_fee"] == -330


@pytest.mark.parametrize(
    ("kind", "text", "placed"),
    [
        ("配送サービス", "返送用ラベル", "return_label"),
        ("配送サービス", "返送ラベルの購入", "return_label"),
        ("配送サービス", "ReturnPostageBilling", "return_label"),
        ("Amazon手数料", "返品用配送ラベル", "return_label"),
        ("返品送料", "", "return_label"),
        ("配送サービス", "Amazon Easy Shipの発送重量手数料", "easy_ship"),
        ("配送サービス", "Easy Ship 集荷料", "easy_ship"),
        ("配送サービス", "まだ誰も知らない料金", "not_placed"),
        ("FBA 在庫関連の手数料", "FBA在庫の返送手数料", "fba_fee"),
        ("その他の種類", "まだ誰も知らない料金", "not_placed"),
    ],
)
def test_a_return_label_is_placed_by_its_text_and_what_tells_nothing_is_not_placed(kind: str, text: str, placed: str) -> None:
    charged = row("2026-08-25", kind, None, sku="", text=text, other_fees=-700)
    assert dict(places().parts(charged)) == {placed: -700}
    if placed == "return_label":
        assert order(sale(3_000), refund(3_000), charged).label == 700


ARRIVED = {"arrived_on": date(2026, 8, 10), "refund_by": date(2026, 8, 14)}


def back(sku: str = "A", pieces: int = 1, **more: object) -> ReturnedItem:
    """A return of the order that arrived."""
    return ReturnedItem(ORDER, sku=sku, **{"quantity": pieces, "order_quantity": pieces, **ARRIVED, **more})  # type: ignore[arg-type]


SHIPPED = row("2026-08-05", "注文", product_sales=3_000, shipping=500)


def given(yen: int, kind: str = "SAFE-T補てん") -> Payment:
    """What the shop was given back for the order."""
    return row("2026-09-01", kind, other=yen)


@pytest.mark.parametrize(
    ("rows", "returns", "expected"),
    [
        ([sale(3_000), refund(500)], [back()], "part"),
        ([sale(3_000), row("2026-08-20", "返金", shipping=-400)], [back()], "shipping_alone"),
        ([sale(6_000, pieces=2), refund(3_000)], [back(pieces=2)], "part"),
        ([sale(6_000, pieces=2), refund(3_000)], [back(pieces=1, order_quantity=2)], "refunded"),
        ([sale(3_000), sale(2_000, sku="B"), refund(3_000)], [back("B")], "not_refunded"),
        ([sale(3_000), refund(2_250)], [back(payer="customer", label_cost=750)], "refunded"),
        ([refund(3_000)], [back(quantity=None)], "cover_unknown"),
        ([sale(3_000), refund(3_000, kind=AZ)], [back()], "claimed"),
        ([sale(3_000), refund(1_000, kind=AZ)], [back()], "claimed_in_part"),
        ([sale(3_000)], [back(refunded=3_000)], "report_says"),
        ([sale(3_000), refund(1_000)], [back(refunded=3_000)], "report_more"),
        ([sale(3_000), refund(1_000)], [back(refunded=2_000)], "report_more"),
        ([sale(3_000), refund(1_000)], [back(refunded=1_000)], "part"),
        ([SHIPPED, row("2026-08-20", "返金", product_sales=-2_600, shipping=-500)], [back(refunded=3_100)], "part"),
        ([row("2026-08-20", "返金", product_sales=-2_700, shipping=-500)], [back(amount=3_200)], "refunded"),
        ([row("2026-08-20", "返金", product_sales=-2_000, shipping=-500)], [back(amount=3_200)], "part"),
        ([sale(3_000)], [back(status="cancelled")], ""),
        ([sale(3_000)], [back(status="declined"), back()], "not_refunded"),
    ],
)
def test_a_return_is_refunded_once_what_came_back_is_covered(rows: list[Payment], returns: list[ReturnedItem], expected: str) -> None:
    assert case("paid_no_refund", order(*rows, returns=tuple(returns))) == expected


def test_where_the_returns_report_tells_more_of_a_refund_none_is_asked_for_again() -> None:
    found = order(sale(3_000), refund(1_000), returns=(back(refunded=3_000),))
    verdict = PAID_ORDER_CHECKS["paid_no_refund"].bind(NoParams(), Run(DAY))(found, SkuFacts())
    assert verdict is not None
    assert [verdict.facts[name] for name in ("amount", "back", "full")] == ["3,000", "1,000", "3,000"]


@pytest.mark.parametrize(
    ("months", "expected"),
    [(BOTH_SIDES, "report_says"), (("2026-07",), "payments_covering"), (("2026-07", "2026-10"), "payments_covering")],
)
def test_that_no_report_has_a_refund_is_said_of_reports_that_cover_the_time(months: tuple[str, ...], expected: str) -> None:
    found = order(sale(3_000), months=months, returns=(back(refunded=3_000),))
    assert case("paid_no_refund", found) == expected


def test_a_refund_of_an_item_that_did_not_come_back_is_told_apart() -> None:
    sold = sale(3_000), sale(2_000, sku="B")
    days: dict[str, Any] = {"requested_on": date(2026, 8, 1), "arrived_on": date(2026, 8, 20)}
    found = order(*sold, refund(3_000), refund(2_000, sku="B"), returns=(back("a", **days),))
    assert (found.unreturned, case("paid_without_return", found)) == (2_000, "other_item_late")
    assert case("paid_without_return", order(*sold, refund(3_000), returns=(back(),))) == "returned"
    assert case("paid_without_return", order(*sold, refund(3_000), returns=(back(""),))) == "returned", "it is not known which item"
    cancelled = back(status="cancelled", **days)
    assert case("paid_without_return", order(*sold, refund(3_000), returns=(cancelled,))) == "ended_late"


@pytest.mark.parametrize(
    ("payer", "given_back", "fee"),
    [
        ("seller", 389, 0), ("seller", 200, 189), ("seller", 1_500, 389), ("seller", 1_889, 0),
        ("customer", 389, 389), ("customer", 1_500, 389), ("customer", 1_889, 0),
    ],
)  # fmt: skip
def test_a_fee_given_back_by_an_adjustment_is_not_asked_for_where_the_shop_pays_the_label(payer: str, given_back: int, fee: int) -> None:
    billed = row("2026-08-22", "調整", text="ReturnPostageBilling", other=-1_500)
    rows = sale(8_800, 1_103), refund(8_800, 603), billed
    found = order(*rows, given(given_back, "調整"), returns=(back(payer=payer),), category="Shoes")
    assert case("paid_refund_fee", order(*rows, returns=(back(payer=payer),))) == "too_much"
    assert shares(found).fee == fee
    assert case("paid_refund_fee", found) == ("too_much" if fee else "given_back")


def test_more_than_an_item_was_sold_for_is_too_large_within_the_order() -> None:
    found = order(sale(3_000), sale(2_000, sku="B"), refund(3_000, sku="B"))
    assert (case("paid_too_large", found, SOON), shares(found).over) == ("too_large_item", 1_000)
    assert case("paid_too_large", order(sale(3_000), sale(2_000, sku="B"), refund(3_000, sku="B"), months=())) == "sale_not_whole"


@pytest.mark.parametrize("kind", ["SAFE-T補てん", "調整"])
def test_what_the_shop_was_given_back_is_not_asked_for(kind: str) -> None:
    rows = sale(3_000), refund(3_000), refund(3_000, kind=AZ)
    assert case("paid_twice", order(*rows, given(3_000, kind), returns=(back(),))) == "given_back"
    partly = order(*rows, given(1_000, kind), returns=(back(),))
    assert (case("paid_twice", partly), shares(partly).twice) == ("twice", 2_000)
    assert case("paid_without_return", order(*rows[:2], given(3_000, kind))) == "given_back"
    assert case("paid_too_large", order(sale(3_000), refund(4_000), given(1_000, kind), returns=(back(),))) == "given_back"
    label = row("2026-08-25", "Shipping Services", text="ReturnPostageBilling", other=-700)
    assert case("paid_label", order(*rows[:2], label, given(700, kind), returns=(back(payer="customer"),))) == "recovered"


def test_a_label_that_was_held_back_from_the_refund_is_not_asked_for() -> None:
    label = row("2026-08-25", "Shipping Services", text="ReturnPostageBilling", other=-700)
    mine = back(payer="customer", label_cost=700)
    assert case("paid_label", order(sale(3_000), refund(2_300), label, returns=(mine,))) == "recovered"
    kept = row("2026-08-20", "返金", product_sales=-3_000, other=700)
    assert case("paid_label", order(sale(3_000), kept, label, returns=(mine,))) == "recovered"
    partly = order(sale(3_000), refund(2_600), label, returns=(mine,))
    assert (case("paid_label", partly), shares(partly).label) == ("wrong_side", 300)
    assert case("paid_label", order(sale(3_000), refund(3_000), label, returns=(mine,))) == "wrong_side"


def test_a_label_that_the_returns_report_asks_for_is_not_asked_for_twice() -> None:
    label = row("2026-08-25", "Shipping Services", text="ReturnPostageBilling", other=-700)
    told = back(payer="customer", label_payer="seller", label_type="prepaid", label_cost=700, label_out=700)
    found = order(sale(3_000), refund(3_000), label, returns=(told,))
    assert case("paid_label", found) == "told_by_report"
    dearer = order(sale(3_000), refund(3_000), label, label, returns=(told,))
    assert case("paid_label", dearer) == "told_and_more"
    verdict = PAID_ORDER_CHECKS["paid_label"].bind(NoParams(), Run(DAY))(found, SkuFacts())
    assert verdict is not None
    assert verdict.facts["yen"] == 0, "nothing beyond what the returns report asks for"


@pytest.mark.parametrize(
    ("given_back", "told", "yen"),
    [(0, "told_by_report", 0), (700, "right_side", 600), (300, "told_by_report", 0), (-300, "told_and_dearer", 300)],
)
def test_of_two_labels_the_one_that_the_shop_pays_is_not_asked_for(given_back: int, told: str, yen: int) -> None:
    labels = [row("2026-08-25", "Shipping Services", text="ReturnPostageBilling", other=-charge) for charge in (600, 700)]
    more = row("2026-08-27", "Shipping Services", text="ReturnPostageBilling", other=given_back)
    mine = back(payer="seller", label_payer="seller", label_type="prepaid", label_cost=600, label="1")
    came_back = max(0, given_back)
    theirs = back("B", payer="customer", label_payer="seller", label_type="prepaid", label_cost=700, label="2",
                  label_back=came_back, label_out=700 - came_back)  # fmt: skip
    found = order(sale(3_000), sale(5_000, sku="B"), refund(3_000), refund(5_000, sku="B"), *labels, more, returns=(mine, theirs))
    verdict = PAID_ORDER_CHECKS["paid_label"].bind(NoParams(), Run(DAY))(found, SkuFacts())
    assert verdict is not None
    assert (verdict.case, verdict.facts["yen"]) == (told, yen)


def test_labels_of_both_sides_that_nobody_can_tell_apart_are_asked_about_without_what_the_returns_ask_for() -> None:
    labels = [row("2026-08-25", "Shipping Services", text="ReturnPostageBilling", other=-charge) for charge in (600, 700)]
    untold = back(payer="seller", label_payer="seller", label_type="prepaid", label="1")
    theirs = back("B", payer="customer", label_payer="seller", label_type="prepaid", label_cost=700, label="2", label_out=700)
    found = order(sale(3_000), sale(5_000, sku="B"), refund(3_000), refund(5_000, sku="B"), *labels, returns=(untold, theirs))
    verdict = PAID_ORDER_CHECKS["paid_label"].bind(NoParams(), Run(DAY))(found, SkuFacts())
    assert verdict is not None
    assert verdict.facts["yen"] == 600


def test_a_label_that_an_adjustment_charges_is_nothing_that_the_shop_gave_back() -> None:
    label = row("2026-09-01", "調整", text="ReturnPostageBilling", other=-600)
    found = order(sale(3_000), refund(3_500), label, given(500))
    assert (found.label, found.given_back, case("paid_too_large", found)) == (600, 500, "given_back")


def test_a_label_that_cost_more_than_the_report_says_is_told() -> None:
    label = row("2026-08-25", "Shipping Services", text="ReturnPostageBilling", other=-700)
    mine = back(payer="seller", label_type="prepaid", label_cost=700)
    assert case("paid_label", order(sale(3_000), refund(3_000), label, returns=(mine,))) == "right_side"
    assert case("paid_label", order(sale(3_000), refund(3_000), label, label, returns=(mine,))) == "dearer"


YEN = st.integers(0, 5_000)


@given_hyp(YEN, st.lists(YEN, max_size=3), YEN, YEN, st.booleans())
def test_no_more_is_asked_for_than_was_taken_too_much(price: int, refunds: list[int], claim: int, safe_t: int, is_back: bool) -> None:  # noqa: FBT001 (a case)
    rows = [sale(price), *(refund(yen, at=f"2026-08-{20 + day}") for day, yen in enumerate(refunds)), refund(claim, kind=AZ), given(safe_t)]
    found = order(*rows, returns=(back(),)) if is_back else order(*rows, refund(1), months=BOTH_SIDES)
    asked = shares(found)
    taken = sum(refunds) + claim + (0 if is_back else 1)
    entitled = price if is_back else 0
    assert asked.twice + asked.over + asked.unreturned <= max(0, taken - min(taken, entitled) - min(safe_t, taken))


def test_a_refund_fee_that_is_off_by_rounding_is_no_breach() -> None:
    assert case("paid_refund_fee", order(sale(3_000, 450), refund(3_000, 405 - 9))) == "rounding"
    assert case("paid_refund_fee", order(sale(3_000, 450), refund(3_000, 405 - 10))) == "too_much"


def test_shipping_that_amazon_refunds_for_what_it_sent_is_no_lateness_of_the_shop() -> None:
    sent = row("2026-08-05", "注文", product_sales=3_000, shipping=400, sender="amazon")
    assert case("paid_lateness", order(sent, row("2026-08-20", "返金", shipping=-400, sender="amazon"))) == ""
    assert case("paid_lateness", order(sale(3_000), row("2026-08-20", "返金", shipping=-400))) == "shipping_untold"


def test_of_several_refunds_the_last_day_is_told() -> None:
    found = order(sale(3_000), refund(1_000), refund(2_000, at="2026-08-27"), returns=())
    facts = PAID_ORDER_CHECKS["paid_without_return"].bind(NoParams(), Run(DAY))(found, SkuFacts())
    assert facts is not None
    assert facts.facts["last"] == date(2026, 8, 27)


def test_all_months_that_are_lacking_are_named_at_once() -> None:
    found = order(sale(2_000), refund(3_000, at="2026-10-03"), months=())
    assert (found.month_lacking, case("paid_too_large", found)) == ("2026-07, 2026-09", "sale_not_whole")


def test_a_refund_and_a_claim_that_the_known_sale_covers_are_not_paid_twice() -> None:
    assert case("paid_twice", order(sale(6_000, pieces=2), refund(3_000), refund(3_000, kind=AZ), months=())) == "apart"


def test_shipping_that_was_refunded_for_a_late_delivery_is_told_also_where_the_whole_order_was_refunded_later() -> None:
    sold, late = sale(1_980), row("2026-08-10", "返金", shipping=-480)
    alone = order(sold, late)
    assert (case("paid_lateness", alone), alone.shipping_alone) == ("shipping_untold", 480)
    later = order(sold, late, refund(1_980))
    assert (case("paid_lateness", later), later.shipping_alone) == ("shipping_untold", 480)
    together = order(sold, row("2026-08-20", "返金", product_sales=-1_980, shipping=-480))
    assert (case("paid_lateness", together), together.shipping_alone) == ("with_price", 0)
    after = order(sold, refund(1_980), row("2026-08-25", "返金", shipping=-480))
    assert (case("paid_lateness", after), after.shipping_alone) == ("with_price", 0)
    parts = row("2026-08-10", "返金", product_sales=-1_980), row("2026-08-10", "返金", sku="B", shipping=-480)
    assert case("paid_lateness", order(sold, *parts)) == "with_price"


def lateness(yen: int, at: str = "2026-08-10", sku: str = "A") -> Payment:
    """Shipping that was refunded alone."""
    return row(at, "返金", sku=sku, shipping=-yen)


def shipped(price: int, shipping: int, *, sku: str = "A", fee: int = 0) -> Payment:
    """A sale with its shipping."""
    return row("2026-08-05", "注文", sku=sku, product_sales=price, shipping=shipping, selling_fees=-fee)


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        ([shipped(3_000, 500), lateness(500)], "shipping_untold"),
        ([shipped(3_000, 500), lateness(500), lateness(-500, at="2026-08-25"), refund(3_000)], "with_price"),
        ([shipped(3_000, 500), lateness(500), row("2026-09-01", "SAFE-T補てん", other=500, text="")], "given_back"),
        ([shipped(3_000, 500), lateness(500), lateness(500, at="2026-08-14")], "shipping_more"),
    ],
)
def test_shipping_alone_that_came_back_is_not_told_as_lost(rows: list[Payment], wanted: str) -> None:
    assert case("paid_lateness", order(*rows)) == wanted


def test_shipping_refunded_for_lateness_asks_for_no_claim_of_a_missing_return() -> None:
    of_other = order(sale(3_000), shipped(2_000, 200, sku="B"), lateness(200, sku="B"), refund(3_000), returns=(back(),))
    assert case("paid_without_return", of_other) == "returned"
    ended = order(shipped(3_000, 500), lateness(500), refund(3_000), returns=(back(status="cancelled"),))
    assert ended.unreturned == 3_000


def test_a_refund_under_another_sku_of_a_single_item_is_one_check() -> None:
    found = order(sale(3_000), refund(3_000, sku="OTHER"), returns=(back(),))
    assert (case("paid_no_refund", found), case("paid_without_return", found)) == ("other_sku", "returned")
    assert case("paid_no_refund", order(sale(3_000), sale(900, sku="B"), refund(3_000, sku="OTHER"), returns=(back(),))) == "not_refunded"


def test_too_much_for_an_item_is_not_hidden_by_its_shipping() -> None:
    rows = shipped(3_000, 300), sale(2_000, sku="B"), row("2026-08-20", "返金", product_sales=-3_300, shipping=-300)
    found = order(*rows)
    assert (case("paid_too_large", found, SOON), found.over_paid, found.over_back) == ("too_large_item", 3_000, 3_300)


def test_the_fee_that_stays_with_a_refund_of_shipping_alone_is_looked_at() -> None:
    assert case("paid_refund_fee", order(shipped(3_000, 5_000, fee=1_200), lateness(5_000))) == "too_much"
    assert case("paid_refund_fee", order(shipped(3_000, 500), lateness(500))) == "right"


@pytest.mark.parametrize(
    ("arrived", "label_type", "others", "out"),
    [
        (None, "prepaid", True, True),
        (date(2026, 7, 15), "prepaid", True, False),
        (None, "unpaid", True, False),  # the buyer's own way: Amazon's claim is for its own labels
        (None, "prepaid", False, False),  # a report that tells no arrival at all
    ],
)
def test_a_refund_whose_return_is_still_on_the_way_is_not_called_fine(
    arrived: date | None, label_type: str, *, others: bool, out: bool
) -> None:
    mine = ReturnedItem(subject=ORDER, status="approved", label_type=label_type, arrived_on=arrived)
    other = ReturnedItem(subject="another", status="approved", arrived_on=date(2026, 7, 1) if others else None)
    found = order(sale(2_000), refund(2_000), returns=(mine, other))
    assert case("paid_without_return", found, SOON) == ("not_arrived" if out else "returned")
    if out:
        assert case("paid_without_return", found, DAY) == "not_arrived_late"


@pytest.mark.parametrize("kind", ["振込み", "振込", "振り込み", "振込-取り消し"])
def test_a_payout_is_one_however_its_kind_is_spelled(kind: str) -> None:
    payout = Payment(1, "2026-08-20 12:00:00", kind, "", "", "次が末尾の口座へ： 123", (0,) * len(COLUMNS), -50_000, None)
    assert {*places().plan(payout)} == {"transfer"}


def test_the_cap_of_the_fee_may_hold_for_each_of_several_refunds_of_an_item() -> None:
    parts = [refund(15_000, 2_541 - 254, at=f"2026-08-{day}") for day in (20, 22, 24, 26)]
    found = order(sale(60_000, 10_164), *parts)
    assert (case("paid_refund_fee", found), found.fee_kept_most, found.fee_kept_each) == ("cap_of_each", 550, 1_017)
    assert case("paid_refund_fee", order(sale(60_000, 10_164), *parts[:3], refund(15_000, 2_541 - 354, at="2026-08-26"))) == "too_much"
    dear = order(sale(60_000, 10_164), *parts[:3], refund(15_000, 2_541 - 354, at="2026-08-26"))
    verdict = PAID_ORDER_CHECKS["paid_refund_fee"].bind(NoParams(), Run(DAY))(dear, SkuFacts())
    assert verdict is not None
    assert (verdict.facts["yen"], verdict.facts["most"]) == (99, "1,017"), "what may be kept by either reading is not asked for"
    last = refund(15_000, 2_541 - 354, at="2026-08-26")
    given_back = order(sale(60_000, 10_164), *parts[:3], last, given(99, "調整"), returns=(back(),))
    assert case("paid_refund_fee", given_back) == "cap_of_each", "what is sure came back"
    assert case("paid_refund_fee", order(sale(60_000, 10_164), refund(60_000, 10_164 - 1_016))) == "too_much", "one refund has one cap"


@pytest.mark.parametrize(("sender", "said"), [("amazon", "right"), ("seller", "too_much")])
def test_of_shipping_that_amazon_takes_for_itself_no_fee_is_asked_back(sender: Fulfilled, said: str) -> None:
    paid = row("2026-08-05", "注文", sender=sender, product_sales=3_300, shipping=3_000, selling_fees=-559)
    alone = row("2026-08-20", "返金", sender=sender, shipping=-3_000)
    assert case("paid_refund_fee", order(paid, alone)) == said


@pytest.mark.parametrize(("yen", "left"), [(0, 199), (1_200, 199), (199, 0), (150, 199)])
def test_a_fee_kept_too_much_is_no_ground_of_a_safe_t_claim(yen: int, left: int) -> None:
    given_yen = (row("2026-09-01", "SAFE-T補てん", other=yen),) if yen else ()
    found = order(sale(3_300, 559), refund(3_300, 559 - 56 - 199), *given_yen, returns=(back(),))
    assert shares(found).fee == left
