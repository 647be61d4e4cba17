"""The cashless rebate at its boundaries: to the second in Japan time, a sure no before an unknown, and the owner's readings."""

import itertools
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellerdesk.domain.order import Dispatch, Moment, Order
from sellerdesk.workflows.cashless.orders import judged
from sellerdesk.workflows.cashless.payments import Answers

JULY_10, AUGUST_3 = date(2020, 7, 10), date(2020, 8, 3)
LAST_SHIPPING, TOO_LATE = datetime(2020, 7, 29, 14, 59, 59, tzinfo=UTC), datetime(2020, 7, 29, 15, tzinfo=UTC)
IN_TIME = Dispatch(LAST_SHIPPING, LAST_SHIPPING)
NOT_YET = Dispatch("none", "none")
LAST = datetime(2020, 6, 30, 14, 59, 59, tzinfo=UTC)
SECOND = timedelta(seconds=1)
FULL: dict[str, Any] = {
    "placed": LAST, "status": "shipped", "payment": "cashless", "changed_to": "none", "amount": 2345, "parcels": (IN_TIME,),
}  # fmt: skip


def test_what_is_not_known_of_an_order_always_has_a_name() -> None:
    ahead = datetime(2020, 7, 28, 3, tzinfo=UTC)
    moments: tuple[Moment | None, ...] = (None, "none", LAST, ahead, TOO_LATE)
    parcels = [(Dispatch(a, b),) for a in moments for b in moments]
    told = itertools.product(
        (None, "pending", "unshipped", "shipped"),
        (None, "cashless"),
        (None, "none", "cashless"),
        [*parcels, (), (*parcels[3], *parcels[12])],
    )
    orders = [Order(str(n), LAST, status, paid, changed, 100, sent) for n, (status, paid, changed, sent) in enumerate(told)]
    for day in (date(2020, 7, 1), date(2020, 7, 27), date(2020, 7, 30), date(2020, 8, 10)):
        audit = judged(orders, day, Answers(), {}).audit
        lacking = [one for one in audit.findings if one.case == "missing"]
        assert lacking
        assert all(one.missing for one in lacking)
        assert {fact for one in lacking for fact in one.missing} == {one.fact for one in audit.missing}


def test_a_shipped_order_whose_confirmation_is_blank_lacks_its_confirmation() -> None:
    (one,) = judged([Order("1", **{**FULL, "parcels": (Dispatch(LAST, "none"),)})], date(2020, 8, 10), Answers(), {}).audit.findings
    assert one.missing == ("ship_confirmed",)


def state(as_of: date = AUGUST_3, readings: dict[str, str] | None = None, **changes: Any) -> tuple[str, str]:
    """The state of an order and the reason that decided."""
    (finding,) = judged([Order("1", **{**FULL, **changes})], as_of, Answers(), readings or {}).audit.findings
    return str(finding.facts["state"]), str(finding.facts["reason"])


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, ("eligible", "ok")),
        ({"placed": LAST + SECOND}, ("not-eligible", "ended")),
        ({"placed": datetime(2019, 9, 30, 15, 0, tzinfo=UTC)}, ("eligible", "ok")),
        ({"placed": datetime(2019, 9, 30, 14, 59, 59, tzinfo=UTC)}, ("not-eligible", "early")),
        ({"parcels": (Dispatch(LAST_SHIPPING, TOO_LATE),)}, ("not-eligible", "late")),
        ({"parcels": (Dispatch(TOO_LATE, LAST_SHIPPING),)}, ("not-eligible", "late")),
        ({"parcels": (Dispatch(IN_TIME.shipped, "none"),)}, ("check", "missing")),
        ({"parcels": (NOT_YET,)}, ("check", "missing")),
        ({"status": "unshipped", "parcels": (Dispatch(IN_TIME.shipped, "none"),)}, ("not-eligible", "late")),
        ({"parcels": (Dispatch(),), "updated": LAST_SHIPPING}, ("eligible", "ok")),
        ({"parcels": (Dispatch(),), "updated": TOO_LATE}, ("check", "missing")),
        ({"status": "unshipped", "parcels": (Dispatch(),), "updated": LAST_SHIPPING}, ("not-eligible", "late")),
        ({"payment": "PayPay"}, ("check", "payment_word")),
        ({"payment": "cashless", "changed_to": "PayPay"}, ("check", "payment_word")),
        ({"payment": "PayPay", "placed": LAST + SECOND}, ("not-eligible", "ended")),
        ({"status": "Escalated"}, ("check", "status_word")),
        ({"parcels": (Dispatch(IN_TIME.shipped, None),)}, ("check", "missing")),
        ({"parcels": (IN_TIME, NOT_YET)}, ("check", "missing")),
        ({"status": None, "parcels": (IN_TIME, NOT_YET)}, ("check", "lines_differ")),
        ({"status": "unshipped", "parcels": (NOT_YET,)}, ("not-eligible", "late")),
        ({"status": "cancelled", "payment": "other"}, ("cancelled", "cancelled")),
        ({"payment": "other"}, ("not-eligible", "not_cashless")),
        ({"changed_to": "other"}, ("not-eligible", "not_cashless")),
        ({"payment": "other", "changed_to": "cashless"}, ("check", "into_cashless")),
        ({"payment": "other", "changed_to": None}, ("check", "missing")),
        ({"payment": None}, ("check", "missing")),
        ({"payment": None, "placed": LAST + SECOND}, ("not-eligible", "ended")),
        ({"status": "pending", "parcels": (NOT_YET,), "payment": "other"}, ("not-eligible", "not_cashless")),
        ({"status": "pending", "parcels": (NOT_YET,), "placed": LAST - timedelta(days=1)}, ("check", "hold_late")),
        ({"status": "pending", "parcels": (NOT_YET,)}, ("check", "hold_last_day")),
    ],
)
def test_an_order_of_2020_looked_at_in_august(changes: dict[str, Any], told: tuple[str, str]) -> None:
    assert state(**changes) == told


@pytest.mark.parametrize(
    ("day", "changes", "told"),
    [
        (date(2020, 7, 25), {}, ("open", "open")),
        (date(2020, 7, 26), {}, ("open", "due")),
        (date(2020, 7, 29), {}, ("open", "due")),
        (date(2020, 7, 30), {}, ("not-eligible", "late")),
        (JULY_10, {"parcels": (Dispatch(datetime(2020, 7, 9, tzinfo=UTC), "none"),)}, ("open", "unconfirmed")),
        (JULY_10, {"parcels": (Dispatch(datetime(2020, 7, 9, tzinfo=UTC), None),)}, ("open", "unconfirmed")),
        (JULY_10, {"parcels": (Dispatch(datetime(2020, 7, 20, tzinfo=UTC), "none"),)}, ("open", "open")),
        (JULY_10, {"status": "pending", "placed": LAST - timedelta(days=1)}, ("open", "on_hold")),
        (date(2020, 7, 28), {"status": "pending", "placed": LAST - timedelta(days=1)}, ("open", "on_hold")),
        (JULY_10, {"status": "pending"}, ("check", "hold_last_day")),
        (date(2020, 6, 30), {"status": "pending"}, ("open", "on_hold")),
    ],
)
def test_an_open_order_counts_its_days(day: date, changes: dict[str, Any], told: tuple[str, str]) -> None:
    assert state(day, **{"status": "unshipped", "parcels": (NOT_YET,), **changes}) == told


@pytest.mark.parametrize(
    ("readings", "changes", "told"),
    [
        ({"AMB-01": "included"}, {"status": "pending", "parcels": (NOT_YET,)}, ("check", "hold_late")),
        ({"AMB-01": "included", "AMB-15": "eligible"}, {"status": "pending", "parcels": (NOT_YET,)}, ("eligible", "hold_counts")),
        ({"AMB-15": "eligible"}, {"status": "pending", "parcels": (NOT_YET,)}, ("check", "hold_last_day")),
        ({"AMB-01": "excluded"}, {"status": "pending", "parcels": (NOT_YET,)}, ("not-eligible", "hold_excluded")),
        ({"AMB-15": "not-eligible"}, {"status": "pending", "parcels": (NOT_YET,)}, ("not-eligible", "hold_expired")),
        ({"AMB-17": "last"}, {"payment": "other", "changed_to": "cashless"}, ("eligible", "ok")),
        ({"AMB-17": "first"}, {"payment": "other", "changed_to": "cashless"}, ("not-eligible", "not_cashless")),
    ],
)
def test_the_owner_may_read_it_the_other_way(readings: dict[str, str], changes: dict[str, Any], told: tuple[str, str]) -> None:
    assert state(readings=readings, **changes) == told


@pytest.mark.parametrize("reading", ["included", "excluded", "hold"])
@pytest.mark.parametrize("amb_15", ["not-eligible", "eligible", ""])
def test_a_pending_order_is_never_to_be_shipped(reading: str, amb_15: str) -> None:
    readings = {"AMB-01": reading, "AMB-15": amb_15}
    pending = Order("1", **{**FULL, "status": "pending", "parcels": (NOT_YET,), "placed": LAST - timedelta(days=1)})
    (finding,) = judged([pending], date(2020, 7, 28), Answers(), readings).audit.findings
    assert (finding.outcome, finding.case, "days_left" in finding.facts) == ("advice", "on_hold", False)


@pytest.mark.parametrize(("took_part", "told"), [("yes", "eligible"), ("no", "not-eligible"), (None, "check")])
def test_a_shop_that_took_no_part_has_no_eligible_order(took_part: str | None, told: str) -> None:
    orders = [Order("1", **FULL), Order("2", **{**FULL, "placed": LAST + SECOND})]
    found = judged(orders, AUGUST_3, Answers(took_part=took_part), {}).audit.findings
    assert [one.facts["state"] for one in found] == [told, "not-eligible"]
    assert (found[0].missing == ("participant",)) == (took_part is None)


FACTS = ("placed", "payment", "changed_to", "parcels")


@given(st.sets(st.sampled_from(FACTS)), st.sampled_from(["shipped", None]))
def test_an_unknown_fact_never_makes_an_order_eligible(unknown: set[str], status: str | None) -> None:
    blank: dict[str, Any] = {name: (Dispatch(),) if name == "parcels" else None for name in unknown}
    told = state(status=status, **blank)
    assert told[0] == ("check" if unknown else "eligible")


def test_the_rebate_is_five_percent_rounded_down_for_each_order() -> None:
    orders = [Order(str(number), **{**FULL, "amount": amount}) for number, amount in enumerate((2345, 19, 20, None))]
    found = judged(orders, AUGUST_3, Answers(), {})
    assert [one.facts.get("rebate") for one in found.audit.findings] == [117, 0, 1, None]
    assert found.rebate["eligible"] == 118


def test_the_owners_word_about_payment_fills_gaps_only() -> None:
    orders = [
        Order(number, **{**FULL, "payment": payment, "changed_to": None}) for number, payment in (("1", None), ("2", "other"), ("3", None))
    ]
    found = judged(orders, AUGUST_3, Answers("cashless", {"3": "other"}), {})
    assert [one.facts["state"] for one in found.audit.findings] == ["eligible", "not-eligible", "not-eligible"]


def test_an_answer_about_all_orders_does_not_explain_words_that_nobody_knows_but_an_answer_about_one_does() -> None:
    orders = [Order(number, **{**FULL, "payment": "PayPay"}) for number in ("1", "2")]
    found = judged(orders, AUGUST_3, Answers("cashless", {"2": "cashless"}), {})
    assert [one.facts["state"] for one in found.audit.findings] == ["check", "eligible"]


@pytest.mark.parametrize("odd", [{"status": "unknown"}, {"torn": True}, {"payment": "unknown"}, {"changed_to": "unknown"}])
def test_words_that_nobody_knows_and_lines_that_cannot_be_read_are_no_yes(odd: dict[str, Any]) -> None:
    assert state(**odd)[0] == "check"
    assert state(**odd, placed=None, parcels=(Dispatch(),))[0] == "check"
