"""Referral fees beside the table: only where one reading is left is a sale called right or wrong."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from sellerdesk.domain.account import Account
from sellerdesk.domain.facts import SkuFacts
from sellerdesk.domain.finding import Verdict
from sellerdesk.domain.offer import Offer
from sellerdesk.domain.paid import PaidSku
from sellerdesk.domain.payment import COLUMNS, Fulfilled, Payment, PrintedTotal
from sellerdesk.rules.engine.check import NoParams, Run
from sellerdesk.rules.payments.charges import skus
from sellerdesk.rules.payments.fees import points, referral_rate, sums
from sellerdesk.rules.payments.records import Known, look
from sellerdesk.rules.payments.records import sums as printed_sums
from sellerdesk.workflows.payment_kinds import places
from sellerdesk.workflows.payments.report import item_fee, known_of
from sellerdesk.workflows.returns.fees import category_version

DAY = date(2026, 9, 1)
FEE = Payment(
    9, "2026-06-30 00:00:00", "注文外料金", "", "", "月額登録料", tuple(-4_900 if name == "other" else 0 for name in COLUMNS), -4_900
)


def known(category: str) -> Known:
    """What is known of a shop that sells one SKU."""
    return known_of(None, {"A": SkuFacts(category=category)}, [], (Account(), DAY), {})


def sold(number: int, price: int, fee: int, pieces: int | None = 1) -> Payment:
    """A sale."""
    yen = {"product_sales": price, "selling_fees": -fee}
    amounts = tuple(yen.get(name, 0) for name in COLUMNS)
    return Payment(number, "2026-06-01 12:00:00", "注文", f"250-1234567-{number:07}", "A", "靴", amounts, price - fee, pieces)


def judged(category: str, *rows: Payment) -> tuple[PaidSku, Verdict | None]:
    """What is said of the SKU's fees."""
    (sku,) = skus(look(rows, places()), known(category))
    return sku, referral_rate(NoParams(), Run(DAY))(sku, SkuFacts())


def case(category: str, *rows: Payment) -> str:
    """The case of the verdict, or what it lacks."""
    verdict = judged(category, *rows)[1]
    return "" if verdict is None else verdict.case or ", ".join(verdict.missing)


@pytest.mark.parametrize(("price", "fee"), [(1_400, 191), (1_400, 400), (2_000, 66), (9_000, 1_228), (1_400, 77)])
def test_the_fee_of_a_sale_without_its_quantity_is_not_known(price: int, fee: int) -> None:
    sku, verdict = judged("シューズ", FEE, sold(1, price, fee, None))
    assert verdict is not None
    assert "quantity_of_sale" in verdict.missing
    assert (sku.fee_uncounted, sku.off) == (1, 0)


def test_a_sale_of_which_the_table_says_the_same_for_any_pieces_is_judged() -> None:
    right = judged("Electronics", FEE, sold(1, 500_000, 46_200, None))[0]
    assert (right.fee_uncounted, right.off) == (0, 0)
    wrong = judged("Electronics", FEE, sold(1, 500_000, 80_000, None))[0]
    assert (wrong.fee_uncounted, wrong.off) == (0, 1)


@given(st.integers(100, 200_000), st.integers(0, 30_000))
def test_no_sale_without_a_quantity_is_claimed_that_some_count_of_pieces_explains(price: int, fee: int) -> None:
    sku = judged("シューズ", FEE, sold(1, price, fee, None))[0]
    if sku.off:
        assert all(judged("シューズ", FEE, sold(1, price, fee, pieces))[0].off for pieces in (1, 2, 3, 5, 10))


@pytest.mark.parametrize("pieces", [1, 2, 5])
@pytest.mark.parametrize("tax", [1.0, 1.1])
def test_the_small_plans_fee_for_each_piece_is_no_referral_fee(pieces: int, tax: float) -> None:
    fee = round((4_000 * pieces * 0.084 + item_fee(DAY) * pieces) * tax)
    rows = [sold(1, 4_000 * pieces, fee, pieces)]
    assert case("Electronics", *rows) == "item_fee"
    assert case("Electronics", FEE, *rows) == "more"


def test_where_the_closing_fee_is_not_known_no_fee_is_said_to_be_wrong() -> None:
    for category in ("DVD", "ミュージック"):
        assert case(category, FEE, sold(1, 2_000, 339)) == "as_the_table"
        assert case(category, FEE, sold(1, 2_000, 339 + 154)) == "no_table"
    assert case("本", FEE, sold(1, 2_000, 700)) == "more"


def test_sales_above_and_below_the_table_are_both_said() -> None:
    sku, verdict = judged("Electronics", FEE, sold(1, 4_000, 900), sold(2, 4_000, 100), sold(3, 4_000, 100))
    assert verdict is not None
    assert (verdict.case, verdict.facts["sales"], verdict.facts["less_sales"]) == ("more_and_less", 1, 2)
    assert sku.less_yen > 0


def test_a_fee_beside_an_unsure_table_says_so() -> None:
    _sku, verdict = judged("楽器", FEE, sold(1, 4_000, 900))
    assert verdict is not None
    version = category_version("楽器", DAY)
    assert version is not None
    assert (verdict.facts.get("unsure"), verdict.facts["table_from"]) == (None if version.sure == "sure" else version.sure, version.start)


def test_a_fee_above_the_table_says_what_the_small_plan_would_explain() -> None:
    assert case("Electronics", sold(1, 4_000, 900)) == "more_or_item_fee"
    assert case("Electronics", FEE, sold(1, 4_000, 900)) == "more"
    assert case("Electronics", sold(1, 4_000, 100)) == "less"


def test_the_rates_are_those_of_the_sales_that_are_off_alone() -> None:
    right, high, low = sold(1, 10_000, 924), sold(2, 10_000, 1_540), sold(3, 10_000, 440)
    verdict = judged("Electronics", FEE, right, right, right, high)[1]
    assert verdict is not None
    assert (verdict.facts["charged"], verdict.facts["table"], verdict.facts["sales"], verdict.facts["yen"]) == ("15.4", "9.2", 1, 616)
    both = judged("Electronics", FEE, right, high, low, low)[1]
    assert both is not None
    assert (both.case, both.facts["sales"], both.facts["yen"]) == ("more_and_less", 1, 616), (
        "those below are said beside, and make up for nothing"
    )
    below = judged("Electronics", FEE, right, low)[1]
    assert below is not None
    assert (below.case, below.facts["charged"], below.facts["yen"]) == ("less", "4.4", -484)


def test_a_settlement_without_its_first_row_cannot_be_checked() -> None:
    rows = [Payment(3, "2026-07-03 12:00:00", "Order", "", "", "Principal", (100,), 100, settlement=name, amount_type="ItemPrice",
                    report="settlement") for name in ("11", "22")]  # fmt: skip
    found = printed_sums(rows, [PrintedTotal("11", 100, 2)])
    verdicts = {one.subject: sums(NoParams(), Run(DAY))(one, SkuFacts()) for one in found}
    assert {name: verdict and verdict.case for name, verdict in verdicts.items()} == {"11": "adds_up", "22": "no_total"}


def with_points(price: int, points: int, fee: int = 0, pieces: int = 1, discount: int = 0) -> Payment:
    """A sale with points."""
    yen = {"product_sales": price, "points": -points, "selling_fees": -fee, "promotion": -discount}
    amounts = tuple(yen.get(name, 0) for name in COLUMNS)
    return Payment(1, "2026-06-01 12:00:00", "注文", "250-1234567-0000001", "A", "靴", amounts, sum(amounts), pieces)


@pytest.mark.parametrize(("per_mille", "expected"), [(154, "as_the_table"), (50, "as_the_table"), (110, "less")])
def test_points_come_off_before_or_after_the_step_of_the_fee_is_chosen(per_mille: int, expected: str) -> None:
    fee = (760 - 20) * per_mille * 11 // 10_000
    assert case("ホーム&キッチン", FEE, with_points(760, 20, fee)) == expected


@pytest.mark.parametrize(
    ("price", "points", "fee", "expected"),
    [
        pytest.param(8_800, 88, 1_103, "as_the_table", id="points off the dearer portion"),
        pytest.param(8_800, 88, 1_108, "as_the_table", id="by the table"),
        pytest.param(8_800, 0, 1_070, "as_the_table", id="less than half a per cent less"),
        pytest.param(8_800, 0, 1_060, "less", id="more than that"),
        pytest.param(20_000, 4_000, 1_385, "as_the_table", id="many points"),
        pytest.param(8_800, 88, 1_120, "more", id="a few yen more"),
    ],
)
def test_a_few_yen_less_than_the_table_are_of_no_other_category(price: int, points: int, fee: int, expected: str) -> None:
    assert case("バッグ・トラベル用品", FEE, with_points(price, points, fee)) == expected


@pytest.mark.parametrize(
    ("price", "given", "pieces", "discount", "expected"),
    [
        (2_980, 29, 1, 0, "as_listed"),
        (6_000, 60, 1, 0, "as_listed"),
        (5_960, 60, 2, 0, "as_listed"),
        (2_000, 20, 1, 0, "as_listed"),
        (3_000, 30, 1, 300, "as_listed"),
        (6_000, 120, 1, 0, "beyond"),
        (2_000, 30, 1, 0, "beyond"),
    ],
)
def test_points_are_held_against_the_percentage_of_the_listing(price: int, given: int, pieces: int, discount: int, expected: str) -> None:
    offers = [Offer("A", price=2_980, points=29)]
    (sku,) = skus(look([with_points(price, given, 0, pieces, discount)], places()), known_of(None, {}, offers, (Account(), DAY), {}))
    verdict = points(NoParams(), Run(DAY))(sku, SkuFacts())
    assert verdict is not None
    assert verdict.case == expected


def test_of_a_fee_above_the_table_what_came_back_with_refunds_is_not_asked_for() -> None:
    rows = [sold(number, 20_000, 3_019) for number in (1, 2, 3)]
    amounts = tuple({"product_sales": -20_000, "selling_fees": 2_717}.get(name, 0) for name in COLUMNS)
    rows += [Payment(10 + n, "2026-06-10 12:00:00", "返金", f"250-1234567-{n:07}", "A", "靴", amounts, sum(amounts), 1) for n in (1, 2)]
    sku, verdict = judged("エレクトロニクス・カメラ・パソコン・小型家電・大型家電", FEE, *rows)
    assert verdict is not None
    assert sku.fee_expected is not None
    over = 3_019 - sku.fee_expected // 3
    assert (verdict.case, sku.off) == ("more", 3)
    assert verdict.facts["yen"] == 3 * over - 2 * (over * 2_717 // 3_019), "a third of it, and a tenth of what was refunded"
    assert verdict.facts["fee_came_back"] == 2 * (over * 2_717 // 3_019)


@pytest.mark.parametrize(("sender", "fee", "said"), [("amazon", 377, "as_the_table"), ("amazon", 720, "as_the_table"), ("amazon", 500, "more"),
                         ("seller", 377, "less"), ("seller", 720, "as_the_table")])  # fmt: skip
def test_of_an_order_that_amazon_sends_the_fee_may_be_of_the_item_alone(sender: Fulfilled, fee: int, said: str) -> None:
    """Of 3,300 yen and 3,000 yen of shipping; 10.4 per cent of both with consumption tax are 720 yen, of the item 377."""
    yen = {"product_sales": 3_300, "shipping": 3_000, "selling_fees": -fee}
    amounts = tuple(yen.get(name, 0) for name in COLUMNS)
    row = Payment(1, "2026-06-01 12:00:00", "注文", "250-1234567-0000001", "A", "本", amounts, sum(amounts), 1, fulfilled=sender)
    assert case("Musical Instruments", FEE, row) == said


def test_of_points_beyond_the_listing_the_yen_are_those_of_the_sales_that_cost_more() -> None:
    offers = [Offer("A", price=2_500, points=25)]
    rows = [*(with_points(2_500, 15, 0) for _ in range(3)), with_points(2_500, 40, 0)]
    rows = [structs.replace(row, order_id=f"250-1234567-000000{number}", line=number) for number, row in enumerate(rows)]
    (sku,) = skus(look(rows, places()), known_of(None, {}, offers, (Account(), DAY), {}))
    verdict = points(NoParams(), Run(DAY))(sku, SkuFacts())
    assert verdict is not None
    assert (verdict.case, verdict.facts["charged"], verdict.facts["listed"], verdict.facts["sales"]) == ("beyond", "40", "25", 1)


@pytest.mark.parametrize(
    ("discount", "fee", "said", "out"), [(350, 227, "as_the_table", 0), (350, 287, "more", 60), (200, 287, "more", 60)]
)
def test_a_discount_of_the_shipping_that_amazon_takes_is_none_of_the_item(discount: int, fee: int, said: str, out: int) -> None:
    yen = {"product_sales": 1_980, "shipping": 350, "promotion": -discount, "selling_fees": -fee}
    amounts = tuple(yen.get(name, 0) for name in COLUMNS)
    row = Payment(1, "2026-06-01 12:00:00", "注文", "250-1234567-0000001", "A", "本", amounts, sum(amounts), 1, fulfilled="amazon")
    sku, verdict = judged("Musical Instruments", FEE, row)
    assert verdict is not None
    assert (verdict.case, sku.fee - (sku.fee_expected or 0)) == (said, out)
