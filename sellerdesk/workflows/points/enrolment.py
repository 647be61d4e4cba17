"""The shop in the points programme: its findings, its steps with the state of each, and the one that says where it stands."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal

import msgspec

from sellerdesk.domain.account import SHOP, Account
from sellerdesk.domain.finding import MISSING, Finding
from sellerdesk.rules.checks import ACCOUNT_CHECKS
from sellerdesk.rules.engine import judge
from sellerdesk.rules.engine.check import Run
from sellerdesk.rules.points import eligibility
from sellerdesk.rules.points import programme as rules_of_account
from sellerdesk.workflows.terms import rule, rules_of, terms

STEPS: Mapping[str, tuple[str, ...]] = {
    "eligible": ("P2-10",), "applied": ("P2-04", "P2-05"), "offers": ("P2-02", "P2-12"), "badge": ("P2-06", "P2-13", "P2-14"),
    "cancelled": ("P2-07",),
}  # fmt: skip
"""The steps of the programme, in their order, with the clauses behind each."""

State = Literal["done", "waiting", "trouble", "todo", "check", "no"]
"""done · waiting (a date is set) · trouble (to mend) · todo · check (a fact is missing or unclear) · no (it cannot be)."""


class Step(msgspec.Struct, frozen=True):
    """A step of the programme: its state, the day that belongs to it (Japan), the clauses behind it."""

    name: str
    state: State
    day: date | None
    clauses: tuple[str, ...]


def judged(account: Account, readings_taken: Mapping[str, str], as_of: date) -> list[Finding]:
    """All findings of the account on a day (Japan), those that are ok or lack a fact among them.

    No day of the badge is named to a shop that surely may not join (P2-10 before P2-06).
    """
    run = Run(as_of, readings=readings_taken)
    rules = rules_of(ACCOUNT_CHECKS)
    found = judge.judge(rules, ACCOUNT_CHECKS, terms(), run, [account], subject=lambda _one: SHOP, everything=True).findings
    shut_out = any(finding.rule == "points.eligible" and finding.case in eligibility.SHUT_OUT for finding in found)
    return [finding for finding in found if not (shut_out and finding.rule == "points.badge-date")]


def next_question(account: Account, readings_taken: Mapping[str, str], as_of: date) -> str | None:
    """The next question of the interview; None when the verdict stands, or all was asked."""
    version = rule("points.eligible").on(as_of)
    if version is None:
        return None
    return eligibility.next_question(account, msgspec.convert(version.params, eligibility.Smb), readings_taken)


def limits(as_of: date) -> Mapping[str, eligibility.Limits]:
    """The limits of an SMB by main business on a day."""
    version = rule("points.eligible").on(as_of)
    return msgspec.convert(version.params, eligibility.Smb).business if version else {}


def badge_dates(account: Account, readings_taken: Mapping[str, str], as_of: date) -> rules_of_account.BadgeDates | None:
    """When the badge is due for an application in time, with the owner's days off; None before the programme."""
    version = rule("points.badge-date").on(as_of)
    if version is None:
        return None
    params = msgspec.convert(version.params, rules_of_account.Badge)
    return rules_of_account.badge_dates(params.counted_from, params, account, readings_taken.get("AMB-02", "day-0"))


def steps(account: Account, found: Sequence[Finding], readings: Mapping[str, str], as_of: date) -> list[Step]:
    """All steps in their order; the last one only once the shop has left."""
    by_rule = {finding.rule: finding for finding in found}
    dates = badge_dates(account, readings, as_of)
    state: dict[str, tuple[State, date | None]] = {
        "eligible": (of_eligible(by_rule.get("points.eligible"), by_rule.get("points.programme-period"), account), None),
        "applied": (of_day(account.applied_on, as_of), account.applied_on),
        "offers": (of_offers(by_rule.get("points.all-offers")), None),
        "badge": (
            of_badge(by_rule.get("points.badge-date"), account),
            None if account.badge == "seen" else badge_day(by_rule.get("points.badge-date")) or (dates and dates.deadline),
        ),
        "cancelled": (of_day(account.cancelled_on, as_of), account.cancelled_on),
    }
    return [Step(name, *state[name], clauses) for name, clauses in STEPS.items() if name != "cancelled" or account.cancelled_on]


def of_day(day: date | None, as_of: date) -> State:
    """The state of a step by its day: one that is still to come is not done."""
    return "done" if day is not None and day <= as_of else "todo"


def of_eligible(finding: Finding | None, period: Finding | None, account: Account) -> State:
    """The state of the first step; a shop that has not applied may join only while the programme runs, as far as that is known."""
    if finding is None or finding.case == MISSING:
        return "todo"
    if finding.outcome != "ok":
        return "no"
    if account.applied_on is not None or period is None or period.outcome == "ok":
        return "done"
    return "check" if period.outcome == "check" else "no"


def past_period(found: Sequence[Finding]) -> Finding | None:
    """What is said of a programme that has ended, or may have, to a shop that meets its conditions otherwise."""
    by_rule = {finding.rule: finding for finding in found}
    eligible, period = by_rule.get("points.eligible"), by_rule.get("points.programme-period")
    meets = eligible is not None and eligible.outcome == "ok"
    return period if meets and period is not None and period.outcome != "ok" else None


def of_offers(finding: Finding | None) -> State:
    """The state of the offers."""
    if finding is None or finding.case == MISSING:
        return "todo"
    return {"ok": "done", "breach": "trouble"}.get(finding.outcome, "check")  # type: ignore[return-value]  # states all


def of_badge(finding: Finding | None, account: Account) -> State:
    """The state of the badge."""
    if finding is None or finding.case == MISSING:
        return "todo"
    if finding.case == "cancelled":
        return "no"
    return "done" if account.badge == "seen" else "waiting" if finding.outcome == "advice" else "check"


def badge_day(finding: Finding | None) -> date | None:
    """The day by which the badge is due, as the finding names it."""
    day = finding.facts.get("badge_by") if finding else None
    return day if isinstance(day, date) else None


def speaking(found: Sequence[Finding]) -> Finding | None:
    """The finding that says where the shop stands: left, offers short or unsure, then the badge; None before the first report."""
    by_rule = {finding.rule: finding for finding in found}
    badge, offers = by_rule.get("points.badge-date"), by_rule.get("points.all-offers")
    if badge is not None and badge.case == "cancelled":
        return badge
    if offers is None or offers.case == MISSING:
        return None
    if offers.outcome != "ok" or badge is None or badge.case == MISSING:
        return offers
    return badge
