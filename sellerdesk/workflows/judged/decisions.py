"""Decide about findings: done, later, or not so; kept through every import, undoable, and no rule judges otherwise for it."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, cast, get_args

from sellerdesk.domain.decision import SPECIAL, Decision, Key, Kind, cases_of_payments, rule_of_return
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.rules.checks import OFFER_CHECKS
from sellerdesk.store import decisions as saved
from sellerdesk.store import facts as saved_facts
from sellerdesk.store.connection import Database
from sellerdesk.store.database import opened
from sellerdesk.store.history import doing
from sellerdesk.workflows.judged.judging import explained
from sellerdesk.workflows.returns.deadlines import RULE as DEADLINE
from sellerdesk.workflows.returns.wrong_labels import LABEL
from sellerdesk.workflows.terms import rule as rule_of

KINDS: tuple[str, ...] = get_args(Kind)
OF_PAYMENTS = "payments."
"""What the names of the rules about payments begin with."""


def decide(store: Path, keys: Iterable[Key], kind: str, why: str = "", *, as_of: date, now: datetime) -> int:
    """Decide about findings as one change; gives how many. `as_of` is the day (Japan) whose verdicts the owner saw.

    Raises UnusableArgument for a rule, SKU or decision that is none, or a "not-so" without a reason; UnusableStore.
    """
    chosen = list(dict.fromkeys(keys))
    for rule, _subject in chosen:
        if kind not in kinds_of(rule):
            raise UnusableArgument("no_such_decision", name=kind, there=kinds_of(rule))
    if kind == "not-so" and not why.strip():
        raise UnusableArgument("reason_needed")
    first = {"rule": chosen[0][0], "subject": chosen[0][1]} if chosen else {}
    with doing(store, "decide", now, **first, decision=kind, why=why.strip(), count=len(chosen)) as db:
        at = now.isoformat(timespec="seconds")
        saved.put(db, [Decision(*key, cast("Kind", kind), why.strip(), case_of(db, *key, as_of), at) for key in chosen])
    return len(chosen)


def take_off(store: Path, orders: Iterable[str], refunded: Collection[str], now: datetime) -> int:
    """Decide as one change that the labels of some orders were taken off their refunds, and so that some of these refunds are made.

    Gives of how many orders. Raises UnusableStore.
    """
    chosen, at = list(dict.fromkeys(orders)), now.isoformat(timespec="seconds")
    keys: list[tuple[str, str, Kind]] = [(LABEL, order, "done") for order in chosen]
    keys += [(DEADLINE, order, "refunded") for order in chosen if order in refunded]
    with doing(store, "decide", now, rule=LABEL, subject=chosen[0] if chosen else "", decision="done", why="", count=len(chosen)) as db:
        saved.put(db, [Decision(rule, order, kind, "", "", at) for rule, order, kind in keys])
    return len(chosen)


def kinds_of(rule: str) -> tuple[str, ...]:
    """The decisions that a rule's findings can have; a return is also refunded, a label or a payment claimed. Raises UnusableArgument."""
    name = rule_of(rule).id
    return tuple(kind for kind in KINDS if name in SPECIAL.get(kind, (name,)))


def case_of(db: Database, rule: str, subject: str, as_of: date) -> str:
    """What a rule says of a saved offer on a day, or said of payments when they were judged; "" for others. Raises UnusableArgument."""
    if rule.startswith(OF_PAYMENTS):
        return case_of_paid(saved_facts.get_setting(db, saved_facts.JUDGED) or {}, rule, subject)
    if rule_of(rule).check not in OFFER_CHECKS:
        return ""
    catalogue, audit = explained(db, subject, as_of)
    if subject not in {offer.sku for offer in catalogue.offers}:
        raise UnusableArgument("no_such_sku", name=subject)
    return next((finding.case for finding in audit.findings if (finding.rule, finding.subject) == (rule, subject)), "")


def case_of_paid(judged: Mapping[str, Any], rule: str, subject: str) -> str:
    """What a rule of payments said of an order or a SKU when judged; "" where not all findings are kept. Raises UnusableArgument."""
    cases, count = cases_of_payments(judged), judged.get("payments", {}).get("count", 0)
    if (rule, subject) not in cases and count <= len(cases):
        raise UnusableArgument("no_such_finding", subject=subject)
    case = cases.get((rule, subject), "")
    if other := rule_of_return(rule, case):
        raise UnusableArgument("decided_elsewhere", subject=subject, rule=other)
    return case


def withdraw(store: Path, keys: Iterable[Key], now: datetime) -> int:
    """Take decisions back as one change; gives how many there were. Raises UnusableArgument for a rule that is none, UnusableStore."""
    chosen = list(dict.fromkeys(keys))
    for rule, _subject in chosen:
        rule_of(rule)
    if not chosen or not store.exists():
        return 0
    with doing(store, "withdraw", now, rule=chosen[0][0], subject=chosen[0][1], count=len(chosen)) as db:
        return sum(saved.drop(db, *key) for key in chosen)


def decisions(store: Path) -> list[Decision]:
    """All decisions, the oldest first. Raises UnusableStore."""
    if not store.exists():
        return []
    with opened(store) as db:
        return saved.every(db)


def by_key(decided: Iterable[Decision]) -> Mapping[Key, Decision]:
    """Decisions by rule and subject."""
    return {(decision.rule, decision.subject): decision for decision in decided}
