"""Claims in payment reports: the label that one gives back, one without a return, what surely went out twice, and points lost."""

import msgspec
import pytest

from sellerdesk.domain.facts import SkuFacts
from sellerdesk.domain.finding import Verdict
from sellerdesk.domain.paid import PaidOrder
from sellerdesk.domain.returned_item import ReturnedItem
from sellerdesk.rules.checks import PAID_ORDER_CHECKS
from sellerdesk.rules.engine.check import NoParams, Run
from sellerdesk.rules.payments.shares import beyond_in_all, shares
from tests.rules.payments.test_orders import AZ, DAY, back, order, refund, row, sale

PREPAID = {"label_type": "prepaid", "label_payer": "customer"}
LABEL = row("2026-08-24", "Shipping Services", text="ReturnPostageBilling", other=-800)


def said(found: PaidOrder, check: str = "paid_twice") -> tuple[str, object]:
    """The case of a check's verdict and its yen."""
    verdict = PAID_ORDER_CHECKS[check].bind(NoParams(), Run(DAY))(found, SkuFacts()) or Verdict("")
    return verdict.case, verdict.facts.get("yen")


def customers(**more: object) -> ReturnedItem:
    """A return whose label of 800 yen the customer pays."""
    return msgspec.structs.replace(back(), **{"payer": "customer", **PREPAID, "label_cost": 800, **more})


@pytest.mark.parametrize(
    ("claim", "more", "case", "yen"),
    [
        (800, {}, "label_by_claim", 800),
        (500, {}, "label_by_claim", 500),
        (2_480, {}, "twice_and_label", 2_480),
        (800, {"payer": None, "unsettled": ("category",)}, "label_by_claim_open", 800),
        (800, {"payer": "seller"}, "apart", None),
        (800, {"label_out": 800}, "apart", None),
    ],
)
def test_a_label_that_was_taken_off_a_refund_and_that_a_claim_gave_the_buyer_is_asked_for_once(
    claim: int, more: dict[str, object], case: str, yen: int | None
) -> None:
    rows = sale(2_480), refund(1_680), LABEL, refund(claim, kind=AZ, at="2026-08-28")
    found = order(*rows, returns=(customers(**more),))
    assert said(found) == (case, yen)
    assert shares(found).label == 0, "the label itself is not asked for beside it"


def test_a_claim_that_left_the_label_held_back_or_was_given_back_since_is_in_order() -> None:
    damaged = sale(2_480), refund(1_480), refund(200, kind=AZ)
    assert said(order(*damaged, returns=(customers(),))) == ("apart", None), "the 800 of the label are still held back"
    settled = sale(2_480), refund(1_680), refund(800, kind=AZ), row("2026-09-01", "SAFE-T補てん", other=800)
    assert said(order(*settled, returns=(customers(),))) == ("given_back", 0)


def test_a_claim_that_may_be_of_another_item_of_the_order_may_have_given_back_the_label() -> None:
    rows = sale(2_480), sale(3_000, sku="B"), refund(1_680), refund(800, kind=AZ)
    found = order(*rows, returns=(customers(order_quantity=2),))
    assert said(found) == ("label_by_claim_open", 800)
    assert shares(found).twice == 0


def test_what_a_refund_and_a_claim_surely_gave_twice_is_told_while_the_payer_of_the_label_is_not() -> None:
    rows = sale(2_480), refund(2_480), refund(2_480, kind=AZ)
    open_ = customers(payer=None, unsettled=("category",))
    assert said(order(*rows, returns=(open_,))) == ("twice_open", 1_680)
    assert said(order(*rows, returns=(customers(),))) == ("twice", 2_480)
    assert said(order(*rows, returns=(customers(payer=None, unsettled=("category",), label_cost=2_480),))) == ("twice_or_payer", 2_480)
    assert said(order(sale(2_480), refund(5_000, kind=AZ), returns=(open_,))) == ("claim_open", 1_720)


def test_a_claim_without_a_return_is_named_with_its_yen_its_day_and_the_points_lost() -> None:
    found = order(sale(3_300, points=66), refund(3_300, kind=AZ, at="2026-09-02"))
    assert said(found) == ("claim_no_return", 3_300)
    assert str(found.claimed_on) == "2026-09-02"
    assert said(found, "paid_points_back") == ("not_back", 66)
    assert said(order(sale(3_300), refund(3_300, kind=AZ), returns=(back(),)))[0] == "claim_alone", "the return names it"
    assert said(order(sale(3_300, points=66), refund(3_300, kind=AZ, points=66)), "paid_points_back")[0] == ""
    part = order(sale(2_480, points=50), refund(1_680, points=34), refund(800, kind=AZ), returns=(customers(),))
    assert said(part, "paid_points_back") == ("not_back", 16)


def test_pieces_that_were_refunded_and_did_not_come_back_are_asked_for_once() -> None:
    one_of_two = back(order_quantity=2, requested_on=None)
    found = order(sale(2_400, pieces=2), refund(2_400), returns=(one_of_two,))
    assert (found.unreturned, found.pieces_back, beyond_in_all(found)) == (1_200, 1_200, 0)
    three = order(sale(2_400, pieces=2), refund(3_600), returns=(one_of_two,))
    assert (shares(three).over, shares(three).unreturned) == (1_200, 1_200)
    label = back(order_quantity=2, payer="seller", label_type="prepaid", label_payer="customer", label_cost=700)
    assert order(sale(2_400, pieces=2), refund(1_900), returns=(label,)).pieces_back == 0, "the buyer's label"
    assert order(sale(2_400, pieces=2), refund(2_400), returns=(back(pieces=2),)).pieces_back == 0
    assert order(sale(2_400, pieces=None), refund(2_400), returns=(one_of_two,)).pieces_back == 0, "not known"


@pytest.mark.parametrize(
    ("rows", "more", "case", "yen"),
    [
        ((refund(3_000),), {}, "shipping_kept", 500),
        ((row("2026-08-20", "返金", product_sales=-3_000, shipping=-500),), {}, "refunded", 3_000),
        ((row("2026-08-10", "返金", shipping=-500), refund(3_000)), {}, "refunded", 3_000),
        ((refund(3_000),), {"refunded": 3_500}, "refunded", 3_000),
        ((refund(2_200),), {"payer": "customer", "label_cost": 800}, "shipping_kept", 500),
        ((refund(2_700),), {"payer": "customer", "label_cost": 800}, "refunded", 2_700),
        ((refund(3_000),), {"order_quantity": 2}, "shipping_kept", 500),
    ],
)
def test_shipping_that_a_refund_of_the_whole_order_lacks_is_not_settled(
    rows: tuple[object, ...], more: dict[str, object], case: str, yen: int
) -> None:
    sold = row("2026-08-05", "注文", product_sales=3_000, shipping=500)
    assert said(order(sold, *rows, returns=(back(**more),)), "paid_no_refund")[0] == case  # type: ignore[arg-type]
    assert said(order(sold, *rows, returns=(back(**more),)), "paid_no_refund")[1] == yen  # type: ignore[arg-type]


@pytest.mark.parametrize("reported", [None, 2_700])
def test_a_label_taken_off_a_refund_with_shipping_is_recovered_whatever_the_returns_report_counts(reported: int | None) -> None:
    sold = row("2026-08-05", "注文", product_sales=3_000, shipping=500)
    rows = sold, row("2026-08-20", "返金", product_sales=-2_200, shipping=-500), LABEL
    found = order(*rows, returns=(customers(amount=3_500, refunded=reported),))
    assert said(found, "paid_label") == ("recovered", 0)
