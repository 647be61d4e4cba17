"""The label of a return, by its kind, its cost, who pays and who was charged: the whole table, and what is still out."""

from datetime import date
from itertools import product
from typing import Any

import pytest

from sellerdesk.domain.finding import Finding
from sellerdesk.domain.returned_item import ReturnedItem
from sellerdesk.rules.engine.check import Run
from sellerdesk.workflows.terms import rule
from sellerdesk.writers.words import worded
from tests.rules.engine.examples import DAY, judged_alone

WHOLE: dict[str, Any] = {"amount": 3000, "quantity": 1, "order_quantity": 1}


def said(check: str = "returns.label-payer", **given: Any) -> Finding | None:
    """What a rule says of a return."""
    return judged_alone(rule(check), ReturnedItem("249-1", **given), Run(DAY))


def outcome(**given: Any) -> str:
    """The outcome of the label ("" where nothing is said of it)."""
    found = said(**given)
    return "" if found is None else "missing" if found.missing else found.outcome


def expected(kind: str | None, cost: int | None, payer: str | None, charged: str) -> str:
    """The table, written down once more: prepaid labels by the side charged, others by what can be known of them."""
    if charged == "amazon":
        return "ok"
    if payer is None:
        return ""
    if kind == "unpaid":
        return "check" if payer == "seller" else "ok"
    if cost == 0:
        return "ok"
    if kind == "MerchantUploadLabel":
        return "check"
    return "ok" if payer == charged else "breach"


@pytest.mark.parametrize(
    ("kind", "cost", "payer", "charged"),
    [
        *product(
            ["prepaid", None, "unpaid", "MerchantUploadLabel"],
            [0, 600, None],
            ["customer", "seller", None],
            ["customer", "seller", "amazon"],
        )
    ],
)
def test_a_label_is_judged_by_its_kind_its_cost_and_both_sides(kind: str | None, cost: int | None, payer: str | None, charged: str) -> None:
    told = {"label_type": kind, "label_cost": cost, "payer": payer, "label_payer": charged}
    assert outcome(**told) == expected(kind, cost, payer, charged)


@pytest.mark.parametrize(
    ("refunded", "outcome_", "case", "out"),
    [
        (2400, "ok", "recovered", 0),
        (2300, "ok", "recovered", 0),
        (2600, "breach", "charged_shop", 200),
        (3000, "breach", "charged_shop", 600),
        (0, "breach", "charged_shop_take_off", 600),
        (None, "breach", "charged_shop_refund_unknown", 600),
    ],
)
def test_what_was_held_back_from_the_refund_is_recovered(refunded: int | None, outcome_: str, case: str, out: int) -> None:
    found = said(payer="customer", label_payer="seller", label_cost=600, label_type="prepaid", refunded=refunded, **WHOLE)
    assert found is not None
    assert (found.outcome, found.case, found.facts["yen"]) == (outcome_, case, out)


@pytest.mark.parametrize(("cost", "out"), [(5000, 2000), (3000, None)])
def test_of_a_label_above_the_order_only_what_no_refund_covers_is_out_for_certain(cost: int, out: int | None) -> None:
    found = said(payer="customer", label_payer="seller", label_cost=cost, label_type="prepaid", refunded=0, **WHOLE)
    assert found is not None
    assert (found.case, found.facts["yen"]) == ("charged_shop_refund_unknown", out)
    assert found.facts["cost"] == f"{cost:,}", "the sentence names the whole label"


@pytest.mark.parametrize("refunded", [3000, 0, None])
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_label_whose_cost_is_not_known_is_said_to_be_so(refunded: int | None, lang: str) -> None:
    found = said(payer="customer", label_payer="seller", label_type="prepaid", refunded=refunded, **WHOLE)
    assert found is not None
    words = worded(found, rule(found.rule), lang)
    for text in (words.text, words.fix, words.compared):
        assert "?" not in text
    assert {"ja": "金額は不明", "en": "cost not known"}[lang] in words.text


def test_of_a_part_of_an_order_what_was_held_back_is_not_known() -> None:
    told: dict[str, Any] = {**WHOLE, "quantity": 1, "order_quantity": 2, "refunded": 2400}
    found = said(payer="customer", label_payer="seller", label_cost=600, **told)
    assert found is not None
    assert found.case == "charged_shop_refund_unknown"


def test_postage_that_was_given_back_with_the_refund_is_done() -> None:
    assert outcome(payer="seller", label_payer="customer", label_type="unpaid", refunded=3650, **WHOLE) == "ok"
    assert outcome(payer="seller", label_payer="customer", label_type="unpaid", refunded=3000, **WHOLE) == "check"


@pytest.mark.parametrize("status", ["cancelled", "declined"])
def test_a_request_that_came_to_nothing_has_no_label_and_no_refund(status: str) -> None:
    told = {"status": status, "payer": "customer", "label_payer": "seller", "label_cost": 600}
    assert [said(check, **told) for check in ("returns.label-payer", "returns.refund-deadline", "returns.refund-amount")] == [None] * 3


def test_a_status_that_nobody_knows_is_said_and_charges_nobody() -> None:
    told = {"status": "Escalated", "payer": "customer", "label_payer": "seller", "label_cost": 600}
    assert outcome(**told) == "missing"
    found = said("returns.refund-deadline", **told)
    assert found is not None
    assert (found.outcome, found.facts["status"]) == ("check", "Escalated")


@pytest.mark.parametrize(("cost", "case"), [(5000, "nothing_left"), (3000, "nothing_left"), (2999, "overdue")])
def test_a_label_as_dear_as_the_order_may_leave_nothing_to_refund(cost: int, case: str) -> None:
    told = {**WHOLE, "arrived_on": date(2020, 7, 1), "refunded": 0, "payer": "customer", "label_cost": cost}
    found = said("returns.refund-deadline", **told)
    assert found is not None
    assert found.case == case


def test_only_what_the_label_does_not_explain_is_unexplained() -> None:
    found = said("returns.refund-amount", payer="customer", label_cost=600, refunded=2300, **WHOLE)
    assert found is not None
    assert (found.case, found.facts["unexplained"]) == ("more_than_shipping", 100)


@pytest.mark.parametrize(("ordered", "requested", "case"), [(1, 10, "outside"), (1, 31, "outside"), (None, 10, "outside_untold")])
def test_outside_the_policy_is_late_only_when_the_dates_say_so(ordered: int | None, requested: int, case: str) -> None:
    days = {"ordered_on": date(2020, 7, ordered) if ordered else None, "requested_on": date(2020, 7, requested)}
    found = said("returns.window", in_policy="no", **days)
    assert found is not None
    assert (found.case, found.outcome) == (case, "advice")


def test_an_amount_that_is_partly_held_back_is_not_said_to_be_refunded() -> None:
    told: dict[str, Any] = {"payer": "seller", "label_payer": "seller", "label_cost": 0, "paid_part": 2_000, "paid_held": 1_000, **WHOLE}
    assert said("returns.refund-amount", **told) is None
    assert said("returns.refund-amount", **{**told, "paid_held": None}) is not None
    assert said("returns.refund-amount", **told, refunded=2_000) is not None
