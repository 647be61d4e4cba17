"""The cashless rebate: every order of a file judged, the owner's answers about payment put in first."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from operator import attrgetter
from pathlib import Path

import msgspec

from sellerdesk.domain.japan import JAPAN
from sellerdesk.domain.order import Order
from sellerdesk.rules.checks import ORDER_CHECKS
from sellerdesk.rules.engine import judge
from sellerdesk.rules.engine.check import Run
from sellerdesk.rules.engine.judge import Audit
from sellerdesk.workflows.cashless.payments import Answers
from sellerdesk.workflows.files import Source, order_report
from sellerdesk.workflows.terms import rules_of, terms

RULE = "cashless.order"
PAID = ("eligible", "open")
STATES = ("eligible", "open", "check", "not-eligible", "cancelled")


class Rebates(msgspec.Struct, frozen=True):
    """Orders judged: every order has its finding; `states` counts them, `rebate` is the yen of those that earn it or still can.

    `unpriced` counts those of them whose amount is not known: the yen are "at least" then.
    """

    audit: Audit
    orders: Sequence[Order]
    states: Mapping[str, int]
    rebate: Mapping[str, int]
    unpriced: Mapping[str, int] = {}


def read_and_judge(path: Path, as_of: date, answers: Answers, readings: Mapping[str, str], category: str | None) -> tuple[Source, Rebates]:
    """The orders of a file, or those of one campaign category, judged on a day (Japan). Raises UnreadableFile."""
    source, content = order_report(path)
    orders = [order for order in content.orders if category is None or order.category == category]
    return source, judged(orders, as_of, answers, readings)


def placed_on(order: Order) -> date | None:
    """The day (Japan) on which an order was placed."""
    return None if order.placed is None else order.placed.astimezone(JAPAN).date()


def judged(orders: Sequence[Order], as_of: date, answers: Answers, readings: Mapping[str, str]) -> Rebates:
    """Every order with its state on a day (Japan)."""
    orders = [answers.put_in(order) for order in orders]
    number = attrgetter("order_id")
    run = Run(as_of, readings=readings, took_part=answers.took_part)
    audit = judge.judge(rules_of(ORDER_CHECKS), ORDER_CHECKS, terms(), run, orders, subject=number, everything=True, day_of=placed_on)
    states = Counter(str(finding.facts["state"]) for finding in audit.findings)
    rebate: Counter[str] = Counter()
    unpriced: Counter[str] = Counter()
    for finding in audit.findings:
        yen = finding.facts.get("rebate")
        if isinstance(yen, int):
            rebate[str(finding.facts["state"])] += yen
        else:
            unpriced[str(finding.facts["state"])] += 1
    yens, gaps = ({state: counted[state] for state in PAID} for counted in (rebate, unpriced))
    return Rebates(audit, orders, {state: states[state] for state in STATES}, yens, gaps)
