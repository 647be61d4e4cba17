"""A record is judged by the terms of its own day: proved with a second version of each kind of rule, from a day on."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import msgspec
import pytest

from sellerdesk.domain.account import Account
from sellerdesk.domain.assumptions import Assumptions
from sellerdesk.domain.order import Dispatch, Order
from sellerdesk.domain.returned_item import ReturnedItem
from sellerdesk.rules.checks import CHECKS
from sellerdesk.rules.engine import judge
from sellerdesk.rules.engine.check import Run
from sellerdesk.rules.engine.rulebook import Rule, Version
from sellerdesk.workflows.cashless import orders as cashless_orders
from sellerdesk.workflows.returns import quote, report
from sellerdesk.workflows.terms import rule, rules, terms

TODAY = date(2030, 6, 1)
BEFORE, AFTER = date(2027, 12, 31), date(2028, 1, 1)


def with_second(known: Rule, **params: Any) -> Rule:
    """A rule with another version from 2028 on."""
    first = msgspec.structs.replace(known.version[0], end=BEFORE)
    return msgspec.structs.replace(known, version=[first, Version(AFTER, None, {**known.version[0].params, **params})])


def cases(known: Rule, records: list[Any], day_of: Callable[[Any], date | None]) -> list[str]:
    """The case of every record by one rule, looked at long after."""
    run = Run(TODAY)
    found = judge.judge([known], CHECKS, terms(), run, records, subject=lambda _one: "1", everything=True, day_of=day_of)
    return [one.case for one in found.findings]


def test_a_return_is_judged_by_the_terms_of_its_arrival() -> None:
    known = with_second(rule("returns.refund-deadline"), business_days=900)
    items = [ReturnedItem("1", arrived_on=day, refunded=0, line=line) for line, day in enumerate((BEFORE, AFTER, None))]
    assert cases(known, items, lambda item: item.arrived_on) == ["overdue", "due", "missing"]


def test_an_order_is_judged_by_the_terms_of_its_day() -> None:
    days = {"first_day": BEFORE, "last_day": date(2029, 1, 1), "ship_by": date(2029, 1, 31)}
    known = with_second(rule("cashless.order"), **days)
    told: dict[str, Any] = {"status": "shipped", "payment": "cashless", "changed_to": "none"}
    moment = datetime(2028, 1, 5, tzinfo=UTC)
    orders = [
        Order("1", **told, placed=placed, parcels=(Dispatch(moment, moment),)) for placed in (datetime(2027, 12, 31, tzinfo=UTC), moment)
    ]
    assert cases(known, orders, cashless_orders.placed_on) == ["ended", "ok"]


def test_what_is_dated_by_the_run_has_one_version_for_all() -> None:
    known = with_second(rule("points.programme-period"), planned_end=date(2040, 1, 1))
    assert cases(known, [Account()], lambda _one: BEFORE) == ["ok"]
    run = Run(BEFORE)
    found = judge.judge([known], CHECKS, terms(), run, [Account()], subject=lambda _one: "1", everything=True, day_of=lambda _one: AFTER)
    assert [one.case for one in found.findings] == ["past_plan"]


@pytest.fixture
def seller_pays_for_12(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reason table that gives reason 12 to the seller from 2028 on."""
    known = rule("returns.payer")
    reasons = [one | ({"payer": "seller"} if one["row"] == 12 else {}) for one in known.version[0].params["reasons"]]
    book = {**rules(), "returns.payer": with_second(known, reasons=reasons)}
    monkeypatch.setattr(quote, "return_rules", lambda: book)
    monkeypatch.setattr(report, "rules_of", lambda wanted: [one for one in book.values() if one.check in set(wanted)])


@pytest.mark.usefixtures("seller_pays_for_12")
@pytest.mark.parametrize(("day", "payer"), [(BEFORE, "customer"), (AFTER, "seller"), (None, "seller")])
def test_a_quote_and_a_report_follow_the_day_of_arrival(day: date | None, payer: str) -> None:
    item = ReturnedItem("1", "12", "Toys", arrived_on=day, line=1)
    assert quote.quote(item, TODAY).payer == payer
    assert report.judge([item], TODAY, Assumptions()).payers[payer] == 1
